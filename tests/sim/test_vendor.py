"""The vendor's own client drives the simulator."""

from asyncio import run
from collections.abc import Mapping
from typing import Any

import httpx
import pytest

from storyc.sim import make_app

llamagen = pytest.importorskip("llamagen")


class AppTransport:
    """The client's transport hook, ending in an ASGI application instead of a socket."""

    def __init__(self, app: Any) -> None:
        self._app = app

    def request(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None, timeout: float
    ) -> tuple[int, Mapping[str, str], bytes]:
        async def once() -> httpx.Response:
            transport = httpx.ASGITransport(self._app)
            async with httpx.AsyncClient(transport=transport, timeout=timeout) as client:
                return await client.request(method, url, headers=headers, content=body)

        response = run(once())
        return response.status_code, response.headers, response.content


def client(app: Any, key: str = "sk-any") -> Any:
    return llamagen.LlamaGenClient(api_key=key, base_url="http://127.0.0.1/v1", transport=AppTransport(app))


def test_create_and_wait() -> None:
    comic = client(make_app()).comic
    done = comic.create_and_wait(
        {"prompt": "Leo finds a key", "pagination": {"totalPages": 2, "panelsPerPage": 3}}, interval_ms=0
    )
    assert done["status"] == "PROCESSED"
    assert [len(page["panels"]) for page in done["comics"]] == [3, 3]
    assert comic.get(done["id"], page=1, panel=2)["data"]["assetUrl"].endswith(".webp")


def test_continue_and_redraw() -> None:
    comic = client(make_app()).comic
    job = comic.create({"prompt": "hero", "fixPanelNum": 2})["id"]
    assert comic.continue_write(job, {"prompt": "more", "fixPanelNum": 1})["id"] == job
    assert comic.update_panel(job, {"panel": 1, "panelPrompt": "closer"})["status"] == "LOADING"
    assert len(comic.wait_for_completion(job)["comics"]) == 2


def test_usage_upload_and_animation() -> None:
    api = client(make_app())
    assert api.comic.upload(b"\x89PNG", "a.png")["fileUrl"].startswith("http://127.0.0.1/assets/c")
    shot = api.animation.create_and_wait({"prompt": "rain", "videoOptions": {"duration": 5, "resolution": "480p"}})
    assert shot["comics"][0]["videoUrl"]
    assert api.comic.usage()["apiUsageCount"] == 1


def test_refusals_carry_their_status() -> None:
    with pytest.raises(llamagen.LlamaGenAPIError, match="Invalid API key") as caught:
        client(make_app(keys=["good"]), "bad").comic.usage()
    assert caught.value.status == 401
    with pytest.raises(llamagen.LlamaGenAPIError, match="invalid_request") as caught:
        client(make_app()).comic.create({"prompt": "x", "comicRoles": [{}]})
    assert caught.value.status == 400
