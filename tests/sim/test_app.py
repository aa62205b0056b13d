"""The simulator over ASGI: shapes of real answers, refusals in the service's envelope, and never a 500."""

from asyncio import run
from collections.abc import Awaitable, Callable
from io import BytesIO
from json import dumps
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from storyc.sim import Simulator, make_app

BASE = "http://127.0.0.1:8000"
ORDER = {"prompt": "a comic about a cat and a dog", "size": "512x768", "fixPanelNum": 4}
GENERATIONS = "/v1/comics/generations"


class Clock:
    def __init__(self) -> None:
        self.time_s = 1000.0

    def now_s(self) -> float:
        return self.time_s


Talk = Callable[[httpx.AsyncClient], Awaitable[Any]]


def talk(app: Any, say: Talk, *, key: str | None = "sk-any") -> Any:
    headers = {} if key is None else {"authorization": f"Bearer {key}"}

    async def session() -> Any:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url=BASE, headers=headers) as client:
            return await say(client)

    return run(session())


def ask(app: Any, method: str, path: str, *, key: str | None = "sk-any", **parts: Any) -> httpx.Response:
    response = talk(app, lambda client: client.request(method, path, **parts), key=key)
    assert isinstance(response, httpx.Response)
    assert response.status_code < 500
    if response.status_code >= 400:
        error = response.json()["error"]
        assert set(error) <= {"code", "message", "details"}
        assert error["code"]
        assert error["message"]
    return response


def shape(value: Any) -> Any:
    """What an answer looks like when its texts and numbers do not matter."""
    match value:
        case dict():
            return {key: shape(inner) for key, inner in value.items()}
        case list():
            return [shape(inner) for inner in value][:1]
        case _:
            return type(value).__name__


def test_a_job_runs_and_then_is_done() -> None:
    clock = Clock()
    app = make_app(seed=7, now_s=clock.now_s, shortest_s=30, longest_s=120)
    created = ask(app, "POST", GENERATIONS, json=ORDER).json()
    assert shape(created) == {"id": "str", "status": "str", "prompt": "str", "usage": {"total_comics": "int"}}
    assert (created["status"], created["usage"]["total_comics"]) == ("LOADING", 4)
    assert len(created["id"]) == 25
    assert created["id"][0] == "c"

    path = f"{GENERATIONS}/{created['id']}"
    clock.time_s += 29.9
    running = ask(app, "GET", path).json()
    assert running == {
        "id": created["id"],
        "status": "LOADING",
        "prompt": ORDER["prompt"],
        "comics": [
            {
                "page": 0,
                "prompt": "",
                "layout": "Layout0",
                "panels": [{"assetUrl": "", "panel": panel, "caption": ""} for panel in range(4)],
            }
        ],
    }
    clock.time_s += 90.1
    done = ask(app, "GET", path).json()
    assert done["status"] == "PROCESSED"
    assert shape(done) == shape(running)
    urls = [panel["assetUrl"] for panel in done["comics"][0]["panels"]]
    assert len(set(urls)) == 4
    assert all(url.startswith(f"{BASE}/assets/") and url.endswith(".webp") for url in urls)

    picture = ask(app, "GET", urls[0], key=None)
    assert picture.headers["content-type"] == "image/webp"
    assert Image.open(BytesIO(picture.content)).size == (512, 768)
    assert ask(app, "GET", urls[0]).content == picture.content

    panel = ask(app, "GET", path, params={"page": 0, "panel": 2}).json()
    assert shape(panel) == {
        "id": "str", "status": "str", "prompt": "str", "page": "int", "panel": "int", "pagePrompt": "str", "layout": "str",
        "data": {"assetUrl": "str", "panel": "int", "caption": "str", "image": []},
    }  # fmt: skip
    assert panel["data"]["assetUrl"] == urls[2]


def test_pages_count_from_zero_and_are_charged_by_the_panel() -> None:
    app = make_app()
    order = {"prompt": "x", "pagination": {"totalPages": 2, "panelsPerPage": 4}}
    created = ask(app, "POST", "/comics/generations", json=order).json()
    assert created["usage"]["total_comics"] == 8
    done = ask(app, "GET", f"/comics/generations/{created['id']}").json()
    assert [page["page"] for page in done["comics"]] == [0, 1]
    assert ask(app, "GET", f"{GENERATIONS}/{created['id']}?page=1&panel=3").json()["panel"] == 3
    assert ask(app, "GET", f"{GENERATIONS}/{created['id']}?page=2&panel=0").status_code == 404
    assert ask(app, "GET", f"{GENERATIONS}/{created['id']}?page=-1").status_code == 400
    assert isinstance(app, Simulator)
    assert app.state.account.charged_credits == 8 * 150
    used = ask(app, "GET", "/v1/comics/usage").json()
    assert shape(used) == {"apiUsageCount": "int", "apiMaxUsage": "int", "credits": "int", "isPaidPlan": "bool"}
    assert used["apiUsageCount"] == 1


@pytest.mark.parametrize("path", [GENERATIONS, "/v1/artworks/generations"])
def test_a_shot_is_something_that_plays(path: str) -> None:
    app = make_app()
    prompt = "[Panels]\nPage 1: 2 panels, read left to right.\n1. Action: A cat.\n2. Action: A dog runs."
    comic = ask(app, "POST", GENERATIONS, json={"prompt": prompt, "fixPanelNum": 2}).json()["id"]
    panels = ask(app, "GET", f"{GENERATIONS}/{comic}").json()["comics"][0]["panels"]
    options = {
        "duration": 4,
        "aspect_ratio": "3:4",
        "image": panels[0]["assetUrl"],
        "last_frame_image": panels[1]["assetUrl"],
    }
    created = ask(app, "POST", path, json={"agentType": "videoModel", "prompt": "rain", "videoOptions": options}).json()
    done = ask(app, "GET", f"{path}/{created['id']}").json()
    assert shape(done["comics"]) == [{"page": "int", "prompt": "str", "videoUrl": "str", "status": "str"}]
    link = done["comics"][0]["videoUrl"]
    film = ask(app, "GET", link)
    assert link.endswith(".webm")
    assert film.headers["content-type"] == "video/webm"
    assert film.content.startswith(b"\x1aE\xdf\xa3")
    assert ask(app, "GET", f"{path}/{created['id']}?page=0").status_code == 404


def test_more_pages_and_one_panel_again() -> None:
    clock = Clock()
    app = make_app(now_s=clock.now_s, shortest_s=10)
    job = ask(app, "POST", GENERATIONS, json=ORDER).json()["id"]
    path = f"{GENERATIONS}/{job}"
    more = {"action": "continueWrite", "prompt": "They walk on.", "fixPanelNum": 2}
    assert ask(app, "PATCH", path, json=more).status_code == 409
    clock.time_s += 10
    before = ask(app, "GET", path).json()["comics"]
    assert ask(app, "PATCH", path, json=more).json()["status"] == "LOADING"
    clock.time_s += 10
    again = {"action": "regeneratePanel", "page": 0, "panel": 2, "panelPrompt": "Leo looks hopeful"}
    assert ask(app, "PATCH", path, json=again).json()["usage"] == {"redraw_panels": 1}
    assert ask(app, "GET", path).json()["status"] == "LOADING"
    clock.time_s += 10
    after = ask(app, "GET", path).json()["comics"]
    assert [len(page["panels"]) for page in after] == [4, 2]
    changed = [
        old["assetUrl"] != new["assetUrl"] for old, new in zip(before[0]["panels"], after[0]["panels"], strict=True)
    ]
    assert changed == [False, False, True, False]
    assert (
        ask(app, "GET", after[0]["panels"][2]["assetUrl"]).content
        != ask(app, "GET", before[0]["panels"][2]["assetUrl"]).content
    )
    assert ask(app, "PATCH", path, json={**again, "panel": 4}).status_code == 404
    assert ask(app, "PATCH", path, json={"action": "paint"}).status_code == 400
    assert isinstance(app, Simulator)
    assert app.state.account.charged_credits == 7 * 150


def test_equal_seeds_give_equal_worlds() -> None:
    first, second, other = (make_app(seed=seed) for seed in (1, 1, 2))
    ids = [ask(app, "POST", GENERATIONS, json=ORDER).json()["id"] for app in (first, second, other)]
    assert ids[0] == ids[1] != ids[2]


@pytest.mark.parametrize("key", [None, "", "sk-bad"])
def test_a_bad_key_is_refused(key: str | None) -> None:
    app = make_app(keys=["sk-good"])
    assert ask(app, "POST", GENERATIONS, json=ORDER, key=key).status_code == 401
    assert ask(app, "GET", "/v1/comics/usage", key="sk-good").status_code == 200


def test_who_cannot_pay_gets_nothing() -> None:
    app = make_app(balance_credits=599)
    assert ask(app, "POST", GENERATIONS, json=ORDER).status_code == 402
    assert ask(app, "POST", GENERATIONS, json={**ORDER, "fixPanelNum": 3}).status_code == 200
    assert ask(app, "GET", "/v1/comics/usage").json()["credits"] == 149


@pytest.mark.parametrize(
    ("change", "field"),
    [({"prompt": " "}, "prompt"), ({"prompt": None}, "prompt"), ({"size": "1x1"}, "size"), ({"fixPanelNum": 0}, "fixPanelNum"),
     ({"fixPanelNum": 21}, "fixPanelNum"), ({"fixPanelNum": 4.0}, "fixPanelNum"), ({"fixPanelNum": True}, "fixPanelNum"),
     ({"pagination": {"totalPages": 1, "panelsPerPage": 1}}, None), ({"fixPanelNum": None, "pagination": {"totalPages": 21, "panelsPerPage": 1}}, "pagination.totalPages"),
     ({"comicRoles": [{"age": 3}]}, None), ({"comicRoles": [7]}, None)],
)  # fmt: skip
def test_what_the_clients_refuse_is_refused(change: dict[str, Any], field: str | None) -> None:
    response = ask(
        make_app(),
        "POST",
        GENERATIONS,
        json={key: value for key, value in {**ORDER, **change}.items() if value is not None},
    )
    assert response.status_code == 400
    assert response.json()["error"]["code"] == "invalid_request"
    if field is not None:
        assert response.json()["error"]["details"] == {"field": field}


@pytest.mark.parametrize("size", ["1024x1024", "1024x512", "1792x1024", "512x512"])
def test_the_sizes_of_every_description_are_served(size: str) -> None:
    assert (
        ask(
            make_app(), "POST", GENERATIONS, json={**ORDER, "size": size, "style": "unknown", "clothing": 1}
        ).status_code
        == 200
    )


def test_files_are_taken_up_to_their_limit() -> None:
    app = make_app()
    sent = ask(
        app, "POST", "/v1/comics/upload", files={"file": ('a b".png', b"\r\n--x\r\npicture\r\n", "image/png")}
    ).json()
    assert shape(sent) == {"code": "int", "fileUrl": "str"}
    assert ask(app, "GET", sent["fileUrl"], key=None).content == b"\r\n--x\r\npicture\r\n"
    assert ask(app, "POST", "/v1/comics/upload", files={"file": b"x" * (10 * 1024 * 1024)}).status_code == 200
    assert ask(app, "POST", "/v1/comics/upload", files={"file": b"x" * (10 * 1024 * 1024 + 1)}).status_code == 413
    assert ask(app, "POST", "/v1/comics/upload", files={"other": b"x"}).status_code == 400
    assert ask(app, "POST", "/v1/comics/upload", json={"file": "x"}).status_code == 400
    assert ask(app, "POST", GENERATIONS, content=b" " * (5 * 1024 * 1024)).status_code == 413


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/v1/comics/generations/nobody", 404), ("PATCH", "/v1/comics/generations/nobody", 404), ("GET", "/assets/nobody.webp", 404),
     ("GET", "/", 404), ("GET", "/v1", 404), ("DELETE", "/v1/comics/generations/x", 405), ("GET", "/v1/comics/generations", 405),
     ("POST", "/v1/comics/usage", 405), ("GET", "/v1/comics/generations/a%2Fb%00%ff", 404), ("POST", "/assets/x.webp", 404)],
)  # fmt: skip
def test_unknown_places_are_told_apart(method: str, path: str, status: int) -> None:
    assert ask(make_app(), method, path).status_code == status


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.sampled_from(
    ["prompt", "promptUrl", "size", "fixPanelNum", "pagination", "comicRoles", "comicLocations", "attachments", "upscale",
     "agentType", "videoOptions", "action", "page", "panel", "panelPrompt", "images", "preset", "language"]
)  # fmt: skip
BODIES = st.dictionaries(
    FIELDS, JSON | st.sampled_from(["videoModel", "regeneratePanel", "continueWrite", "hero"]), max_size=6
)


@settings(max_examples=60, deadline=None)
@given(
    body=BODIES | JSON | st.binary(max_size=40),
    method=st.sampled_from(["POST", "PATCH"]),
    room=st.sampled_from(["comics", "artworks"]),
)
def test_no_body_is_too_strange(body: Any, method: str, room: str) -> None:
    app = make_app()
    job = ask(app, "POST", GENERATIONS, json=ORDER).json()["id"]
    content = body if isinstance(body, bytes) else dumps(body).encode("utf-8", "surrogatepass")
    path = f"/v1/{room}/generations" + (f"/{job}" if method == "PATCH" else "")
    ask(app, method, path, content=content)


def test_a_server_may_start_and_stop_it() -> None:
    asked = iter([{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}])
    sent: list[Any] = []

    async def receive() -> Any:
        return next(asked)

    async def send(message: Any) -> None:
        sent.append(message["type"])

    async def serve() -> None:
        await make_app()({"type": "lifespan"}, receive, send)

    run(serve())
    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete"]


def test_a_client_that_hangs_up_is_nobody_s_error() -> None:
    async def receive() -> Any:
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        raise AssertionError(message)

    scope = {"type": "http", "method": "POST", "path": GENERATIONS, "headers": [(b"authorization", b"Bearer x")]}
    app = make_app()

    async def serve() -> None:
        await app(scope, receive, send)

    run(serve())
    assert isinstance(app, Simulator)
    assert app.state.jobs == {}
