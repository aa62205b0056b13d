"""Requests as a server meets them: from any client, with the fields of every year.

What is unknown is left out, as the service seems to do; `clothing` is read as `dress`; the defaults that the clients add are added here.
What is wrong is refused with the field's name.
"""

from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from .comic import Attachment, ComicLocation, ComicRole, CreateComic, Pagination
from .fault import WireError
from .model import Request
from .patch import ContinueWrite, RegeneratePanel
from .profiles import Profile
from .video import CreateVideo, VideoOptions

_RequestT = TypeVar("_RequestT", bound=Request)

_LISTS: Final[dict[str, type[BaseModel]]] = {
    "comicRoles": ComicRole,
    "comicLocations": ComicLocation,
    "attachments": Attachment,
}
_RENAMED: Final = {"clothing": "dress"}


def read_create(payload: object, profile: Profile | None = None) -> CreateComic | CreateVideo:
    """Return the order in a body of `POST /v1/comics/generations`; None as profile takes the sizes of every description.

    Raises: WireError with the field that is wrong.
    """
    body = _object(payload)
    if body.get("agentType") == "videoModel":
        return read_create_video(body)
    if not _is_text(body.get("prompt")) and _is_text(body.get("promptUrl")):
        body["prompt"] = f"Read prompt from {body['promptUrl']}"
    if not _is_text(body.get("prompt")):
        raise WireError("Provide either prompt or promptUrl.", field="prompt")
    if body.get("upscale") is False:
        del body["upscale"]
    if profile is not None:
        body.setdefault("preset", profile.preset)
        if "size" in body and body["size"] not in profile.sizes:
            raise WireError(f"`size` must be one of: {', '.join(profile.sizes)}.", field="size")
    return _read(CreateComic, body)


def read_create_video(payload: object) -> CreateVideo:
    """Return the order in a body of `POST /v1/artworks/generations`, or of the comic route with `agentType`.

    Raises: WireError with the field that is wrong.
    """
    body = _object(payload)
    options = _object(body.get("videoOptions", {}), "videoOptions")
    prompt = body.get("prompt") if _is_text(body.get("prompt")) else options.get("prompt")
    if not _is_text(prompt):
        raise WireError("`prompt` is required and must be a non-empty string.", field="prompt")
    # a clip's size is the resolution of its options, whatever size a client adds
    kept: dict[str, Any] = {key: value for key, value in body.items() if key != "size"}
    return _read(CreateVideo, {**kept, "prompt": prompt, "videoOptions": _known(VideoOptions, options)})


def read_patch(payload: object) -> ContinueWrite | RegeneratePanel:
    """Return the change in a body of `PATCH /v1/comics/generations/{id}`.

    Raises: WireError with the field that is wrong.
    """
    body = _object(payload)
    match body.get("action"):
        case "continueWrite":
            return _read(ContinueWrite, body)
        case "regeneratePanel":
            try:
                return RegeneratePanel.model_validate(_without_unknown_panel_keys(body))
            except ValidationError as problem:
                raise _refusal(problem) from None
        case _:
            raise WireError("`action` must be continueWrite or regeneratePanel.", field="action")


_PANEL_KEYS: Final = frozenset({
    "action", "page", "pageIndex", "page_index", "panel", "panelIndex", "panel_index", "panelPrompt", "panel_prompt",
    "prompt", "images", "images_url", "caption",
})  # fmt: skip


def _without_unknown_panel_keys(body: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in body.items() if key in _PANEL_KEYS}


def _read(kind: type[_RequestT], body: dict[str, Any]) -> _RequestT:
    for name, item in _LISTS.items():
        if isinstance(body.get(name), list):
            body[name] = [_known(item, _object(entry, name)) for entry in body[name]]
    if isinstance(body.get("pagination"), dict):
        body["pagination"] = _known(Pagination, body["pagination"])
    try:
        return kind.model_validate(_known(kind, body))
    except ValidationError as problem:
        raise _refusal(problem) from None


def _known(kind: type[BaseModel], body: dict[str, Any]) -> dict[str, Any]:
    """Return what a model knows of a body, under its wire names."""
    names = {field.alias or name for name, field in kind.model_fields.items()}
    renamed = {_RENAMED.get(key, key): value for key, value in body.items()} if "dress" not in body else body
    return {key: value for key, value in renamed.items() if key in names}


def _object(payload: object, field: str = "") -> dict[str, Any]:
    if not isinstance(payload, dict):
        raise WireError("expected a JSON object", field=field)
    return dict(payload)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _refusal(problem: ValidationError) -> WireError:
    first = problem.errors(include_url=False, include_context=False, include_input=False)[0]
    field = ".".join(str(part) for part in first["loc"])
    return WireError(f"`{field}`: {first['msg']}" if field else first["msg"], field=field)
