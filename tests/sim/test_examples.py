"""The simulator answers in the shapes that the service's own descriptions show."""

from asyncio import run
from json import loads
from pathlib import Path
from typing import Any

import httpx
import pytest

from storyc.sim import make_app
from storyc.wire import Lifecycle, read_created, read_generation, read_uploaded, read_usage

EXAMPLES = {
    example["id"]: example
    for example in loads((Path(__file__).parents[1] / "contract" / "comic-api-examples.json").read_text("utf-8"))[
        "examples"
    ]
}


def shape(value: Any) -> Any:
    match value:
        case dict():
            return {key: shape(inner) for key, inner in value.items() if not key.startswith("__")}
        case list():
            return [shape(inner) for inner in value][:1]
        case _:
            return type(value).__name__


def answer(call: Any, *, now_s: float = 0.0, **parts: Any) -> Any:
    """Order the example's comic, then return what the call brings."""

    async def session() -> Any:
        app = make_app(now_s=lambda: clock[0], shortest_s=10.0)
        clock = [0.0]
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://127.0.0.1", headers={"authorization": "Bearer sk-any"}
        ) as client:
            created = (await client.post("/v1/comics/generations", **parts)).json()
            clock[0] = now_s
            return (await call(client, created)).json() if call else created

    return run(session())


def get(query: str = "") -> Any:
    return lambda client, created: client.get(f"/v1/comics/generations/{created['id']}{query}")


def example(name: str) -> tuple[Any, Any]:
    return EXAMPLES[name]["request"]["body"], EXAMPLES[name]["response"]["body"]


def test_create() -> None:
    body, shown = example("d7-create")
    told = answer(None, json=body)
    assert shape(told) == shape(shown)
    assert told["usage"]["total_comics"] == shown["usage"]["total_comics"]
    assert len(told["id"]) == len(shown["id"])
    assert read_created(told).lifecycle is Lifecycle.RUNNING


@pytest.mark.parametrize(("name", "now_s"), [("d0-running", 0.0), ("d0-done", 10.0)])
def test_status(name: str, now_s: float) -> None:
    body, _ = example("d0-create")
    _, shown = example(name)
    told = answer(get(), now_s=now_s, json=body)
    assert shape(told) == shape(shown)
    assert told["status"] == shown["status"]
    if name == "d0-running":
        assert told["comics"] == shown["comics"]
    assert len(read_generation(told).asset_urls()) == (0 if name == "d0-running" else 4)


def test_one_panel() -> None:
    body, shown = example("s1-story")
    assert shape(answer(get("?page=0&panel=2"), now_s=10.0, json=body)) == shape(shown)


@pytest.mark.parametrize("name", ["s1-video", "s1-video-status"])
def test_a_shot(name: str) -> None:
    body, _ = example("s1-video")
    _, shown = example(name)
    told = answer(get(), now_s=10.0, json=body)
    assert {key: shape(told[key]) for key in shown} == shape(shown)
    assert len(read_generation(told).video_urls) == 1


@pytest.mark.parametrize("name", ["continue", "redraw"])
def test_a_change(name: str) -> None:
    body, shown = example(name)
    told = answer(
        lambda client, created: client.patch(f"/v1/comics/generations/{created['id']}", json=body),
        now_s=10.0,
        json={"prompt": "x"},
    )
    assert {key: shape(told[key]) for key in shown} == shape(shown)


def test_usage() -> None:
    _, shown = example("usage")
    told = answer(lambda client, _created: client.get("/v1/comics/usage"), json={"prompt": "x"})
    assert shape(told) == shape(shown)
    assert read_usage(told).credits == told["credits"]


def test_upload() -> None:
    _, shown = example("upload")
    told = answer(lambda client, _created: client.post("/v1/comics/upload", files={"file": b"x"}), json={"prompt": "x"})
    assert shape(told) == shape(shown)
    assert read_uploaded(told).url


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, example in EXAMPLES.items()
        if example["request"]["path"] == "/v1/comics/generations" and example["request"]["method"] == "POST"
    ],
)
def test_every_documented_order_is_taken(name: str) -> None:
    body, _ = example(name)
    if "prompt" in body or "promptUrl" in body:
        assert answer(None, json=body)["status"] == "LOADING"
