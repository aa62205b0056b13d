"""What a request says, line by line."""

from collections.abc import Iterator, Mapping
from re import compile as regex
from typing import Any, Final, NamedTuple

from msgspec import Struct

_SECTION: Final = regex(r"\[[A-Z][A-Za-z ]*\]")
_PAGE: Final = regex(r"Page [0-9]+\b.*")
_ITEM: Final = regex(r"([0-9]{1,4})\. (.*)")
_FIELDS: Final = ("preset", "size", "language", "model", "upscale", "promptUrl")
_FILMED: Final = {
    "duration": "duration",
    "resolution": "resolution",
    "aspect_ratio": "aspect ratio",
    "generate_audio": "sound",
    "seed": "seed",
    "reference_images": "reference pictures",
    "reference_videos": "reference films",
    "reference_audios": "reference sounds",
}
"""What is said of a clip beside its words, and what people call it."""
FRAMES: Final = {"image": "first frame", "last_frame_image": "last frame"}
"""The pictures that a clip begins and ends with."""


class Line(NamedTuple):
    """A line of a prompt."""

    key: str
    """What stands before the colon; empty if there is none."""
    text: str


class Said(Struct, frozen=True):
    """A request as lines."""

    fields: Mapping[str, str]
    """What it says outside its prompt."""
    common: tuple[Line, ...]
    """What it says of all its panels."""
    panels: Mapping[tuple[int, int], tuple[Line, ...]]
    """What it says of each, by page and panel, both from 0."""
    place: tuple[int, int] | None = None
    """The panel of a generation that it draws again; None if it draws new ones."""
    is_clip: bool = False

    @property
    def lines(self) -> Iterator[Line]:
        """Iterate over the whole prompt."""
        yield from self.common
        for lines in self.panels.values():
            yield from lines

    def only(self, place: tuple[int, int]) -> "Said":
        """Return what is said of one panel, as if it stood alone."""
        return Said(self.fields, self.common, {(0, 0): self.panels[place]} if place in self.panels else {})


def read_saying(body: Mapping[str, Any]) -> Said:
    """Return what the body of a request says."""
    return _read_comic(body) if body.get("videoOptions") is None else _read_clip(body)


def _read_clip(body: Mapping[str, Any]) -> Said:
    """Return what is said of a film, whose words are prose without keys."""
    options = body["videoOptions"]
    words = [Line("", written.strip()) for written in str(body["prompt"]).splitlines() if written.strip()]
    frames = [Line(called, options[name]) for name, called in FRAMES.items() if name in options]
    fields = {called: _told(options[name]) for name, called in _FILMED.items() if name in options}
    return Said(fields, (*words, *frames), {}, is_clip=True)


def _told(value: Any) -> str:
    match value:
        case True:
            return "yes"
        case list():
            return ", ".join(map(_told, value))
        case _:
            return str(value)


def _read_comic(body: Mapping[str, Any]) -> Said:
    common: list[Line] = []
    panels: dict[tuple[int, int], list[Line]] = {}
    page, is_drawn, current = -1, False, common
    for written in str(body.get("panelPrompt") or body.get("prompt") or "").splitlines():
        if _SECTION.fullmatch(written):
            is_drawn, current = written == "[Panels]", common
        elif is_drawn and _PAGE.fullmatch(written):
            page, current = page + 1, common
        elif is_drawn and (item := _ITEM.fullmatch(written)) is not None:
            current = panels.setdefault((max(page, 0), int(item[1]) - 1), [])
            current.append(_read_line(item[2]))
        elif written.strip():
            current.append(_read_line(written.strip()))
    place = (body["page"], body["panel"]) if "panel" in body else None
    fields = {name: str(body[name]) for name in _FIELDS if body.get(name) is not None}
    return Said(fields, tuple(common), {key: tuple(lines) for key, lines in panels.items()}, place)


def _read_line(written: str) -> Line:
    name, colon, text = written.removeprefix("- ").partition(": ")
    if not colon:
        return Line("", written)
    if name in {"Dialogue", "Place", "Prop"}:
        # who speaks, and what is described, is part of what is said
        return Line(name, text)
    return Line(name.partition(" (")[0], text) if written.startswith("- ") else Line(name, text)
