"""The official clients: what they refuse we refuse, and what we send they send on unchanged."""

from collections.abc import Mapping
from json import loads
from typing import Any, Final

import pytest
from llamagen import LlamaGenClient

from storyc.wire import (
    DOCS_SIZES,
    Attachment,
    ComicLocation,
    ComicRole,
    ContinueWrite,
    CreateComic,
    CreateVideo,
    Pagination,
    RegeneratePanel,
    Request,
    VideoOptions,
    digest,
)

STRICTER: Final = {
    "preset null": "nothing is sent as null",
    "preset empty string": "an empty preset means nothing",
    "role without name": "a role is there for its name",
    "upscale 8K": "two levels are documented",
    "unknown top-level field": "no unknown field is ever paid for",
    "callbackUrl+webhookSecret": "a secret does not belong in a body that is kept",
    "agentType videoModel with prompt": "a video is a CreateVideo",
    "continue action override": "another action is another request",
    "animation create": "lengths, resolutions and ratios are those of the video model",
}
"""What a client lets pass and we do not, and why."""

LOOSER: Final = {
    "seed1 size 1024x1536": "the model card's sizes belong to another profile",
    "seed1 size 512x512": "the model card's sizes belong to another profile",
}
"""What a client refuses and our models take, and why; `Profile.sizes` decides what storyc sends."""

MODELS: Final[dict[str, type[Request]]] = {
    "create": CreateComic,
    "continue": ContinueWrite,
    "panel": RegeneratePanel,
    "animate": CreateVideo,
}


class Recorder:
    """A transport that keeps what a client sends and answers that all is well."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str, Any]] = []

    def request(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None, timeout: float
    ) -> tuple[int, Mapping[str, str], bytes]:
        assert headers["Authorization"] == "Bearer key"
        assert timeout > 0
        self.sent.append((method, url.removeprefix("https://api.llamagen.ai"), loads(body or b"null")))
        return 200, {"content-type": "application/json"}, b'{"id": "gen_1", "status": "LOADING"}'


def is_ours(model: type[Request], body: object) -> bool:
    try:
        model.model_validate(body)
    except ValueError:
        return False
    return True


def test_agreement_with_the_clients(check: dict[str, Any]) -> None:
    if check["operation"] not in MODELS:
        return
    verdicts = {check["js_2_11_0"]["accepted"], check["py_0_1_14"]["accepted"]}
    accepted = is_ours(MODELS[check["operation"]], check["params"])
    if check["name"] in STRICTER:
        assert (True in verdicts, accepted) == (True, False)
    elif check["name"] in LOOSER:
        assert (verdicts, accepted) == ({False}, True)
    else:
        # where the clients differ, either answer is defensible
        assert accepted in verdicts


def test_every_difference_still_exists(known: dict[str, Any]) -> None:
    assert STRICTER.keys() | LOOSER.keys() <= {check["name"] for check in known["client_check_matrix"]}


def test_panel_spellings_become_one(check: dict[str, Any]) -> None:
    if check["operation"] == "panel" and check["py_0_1_14"]["accepted"]:
        body = RegeneratePanel.model_validate(check["params"]).body()
        assert list(body)[:3] == ["action", "page", "panel"]
        assert set(body) <= {"action", "page", "panel", "panelPrompt", "images", "caption"}


FULL = CreateComic(
    preset="render",
    size="768x1024",
    prompt="Ein Leuchtturm – 灯台",
    prompt_url="https://example.com/brief.pdf",
    pagination=Pagination(total_pages=2, panels_per_page=4),
    comic_roles=(
        ComicRole(
            name="MARA",
            image="https://example.com/m.png",
            age=34,
            gender="female",
            role="pilot",
            personality="dry",
            catchphrase="Forty years.",
            dress="flight jacket",
        ),
    ),
    comic_locations=(ComicLocation(name="PIER", image="https://example.com/p.png", description="wet concrete"),),
    attachments=(Attachment(url="https://example.com/a.png", type="sketch"),),
    language="en",
    model="auto",
    upscale="2K",
    callback_url="https://example.com/hook",
)
FILMED = CreateVideo(
    prompt="Rain on the mole",
    video_options=VideoOptions(
        duration=4,
        resolution="480p",
        aspect_ratio="16:9",
        image="https://example.com/first.png",
        last_frame_image="https://example.com/last.png",
        reference_images=("https://example.com/r.png",),
        generate_audio=True,
        seed=7,
    ),
)


@pytest.mark.parametrize("request_", [FULL, FILMED, CreateComic(prompt="p", fix_panel_num=1, upscale=True)])
def test_the_client_sends_an_order_unchanged(request_: CreateComic | CreateVideo) -> None:
    recorder = Recorder()
    LlamaGenClient(api_key="key", transport=recorder).comic.create(request_.body())
    ((method, path, body),) = recorder.sent
    assert (method, path) == (request_.method, request_.path)
    assert body == request_.body()
    assert list(body) == list(request_.body())
    assert digest(type(request_).model_validate(body)) == digest(request_)


@pytest.mark.parametrize("size", DOCS_SIZES)
def test_the_client_knows_our_sizes(size: str) -> None:
    recorder = Recorder()
    LlamaGenClient(api_key="key", transport=recorder).comic.create(CreateComic(prompt="p", size=size).body())
    assert recorder.sent[0][2]["size"] == size


def test_the_client_sends_changes_and_films_unchanged() -> None:
    recorder = Recorder()
    client = LlamaGenClient(api_key="key", transport=recorder)
    more = ContinueWrite(prompt="on", pagination=Pagination(total_pages=1, panels_per_page=4))
    again = RegeneratePanel(page=0, panel=2, panel_prompt="brighter")
    client.comic.continue_write("gen_1", more.body())
    client.comic.update_panel("gen_1", again.body())
    client.animation.create(FILMED.artwork_body())
    assert recorder.sent == [
        ("PATCH", "/v1/comics/generations/gen_1", more.body()),
        ("PATCH", "/v1/comics/generations/gen_1", again.body()),
        ("POST", "/v1/artworks/generations", FILMED.artwork_body()),
    ]
