"""Every answer that a description, a client or a capture shows can be had from the simulator in that shape."""

from asyncio import run
from collections.abc import Mapping
from typing import Any, Final

import httpx

from storyc.sim import DIALECTS, Envelope, Fault, FaultPlan, Switches, make_app

GENERATIONS: Final = "/v1/comics/generations"
RUNNING: Final = frozenset({"LOADING", "QUEUED", "PENDING", "PROCESSING"})
ELSEWHERE: Final = {
    "d0-legacy": ("/api/artworks", "/api/openapi/artworks/{id}"),
    "site-create": ("/api/artworks", ""),
    "s1-video-status": (GENERATIONS, f"{GENERATIONS}/{{id}}"),
}
"""Where to order what an example shows, and where to ask for it, if its own path does not say; nowhere for the order's own answer."""
VIDEO: Final = {"agentType": "videoModel", "prompt": "A lantern.", "videoOptions": {"duration": 5}}
CHANGES: Final = {"continue", "redraw"}
REFUSED: Final = {
    "role without name": "no description has one",
    "animation create": "lengths, resolutions and ratios are those of the video model",
    "size null": "no description allows it",
    "preset null": "no description allows it",
    "preset empty string": "no description allows it",
    "upscale 8K": "two levels are documented",
}
"""What a client sends and the simulator refuses, and why."""


def profile_of(source: str) -> str:
    if source.startswith("S1"):
        return "model-card"
    return "docs-page" if source.startswith(("S2", "LlamaGenAI/comic")) else "newest"


def lacking(shown: Any, told: Any, place: str = "") -> list[str]:
    """Say where an answer lacks something that is shown, or has another kind of value there; more than is shown is no fault."""
    match shown, told:
        case dict(), dict():
            return [
                missing
                for key, inner in shown.items()
                if not key.startswith("__")
                for missing in (lacking(inner, told[key], f"{place}.{key}") if key in told else [f"{place}.{key}"])
            ]
        case list(), list():
            pairs = zip(shown, told, strict=False)
            return [missing for one, other in pairs for missing in lacking(one, other, f"{place}[]")]
        case _:
            return [] if type(shown) is type(told) else [f"{place}: {type(told).__name__}"]


def exchange(profile: str, example: Mapping[str, Any]) -> Any:
    """Do what an example does, as far as it can be done here, and return the answer that it shows."""

    async def session() -> Any:
        clock = [1_800_000_000.0]
        app = make_app(now_s=lambda: clock[0], shortest_s=10, switches=Switches(dialect=DIALECTS[profile]))
        headers = {"authorization": "Bearer sk-any"}
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://127.0.0.1", headers=headers
        ) as client:
            return await _answer(client, clock, example)

    return run(session())


async def _answer(client: httpx.AsyncClient, clock: list[float], example: Mapping[str, Any]) -> Any:
    method, path, body = (example["request"][part] for part in ("method", "path", "body"))
    shown, name = example["response"]["body"], example["id"]
    if path.endswith("/usage"):
        return (await client.get(path)).json()
    if path.endswith("/upload"):
        return (await client.post(path, files={"file": b"x"})).json()
    where, status_path = ELSEWHERE.get(name, (path if method == "POST" else GENERATIONS, f"{GENERATIONS}/{{id}}"))
    created = (await client.post(where, json=_order(example))).json()
    if not status_path or (method == "POST" and shown["status"] in RUNNING and "page" not in shown):
        return created
    job_id = created["artwork"]["id"] if "artwork" in created else created["id"]
    if name != "d0-running":
        clock[0] += 10
    if name in CHANGES:
        return (await client.patch(f"{GENERATIONS}/{job_id}", json=body)).json()
    asked = f"page={shown['page']}&panel={shown['panel']}" if "page" in shown else path.partition("?")[2]
    return (await client.get(f"{status_path.format(id=job_id)}?{asked}")).json()


def _order(example: Mapping[str, Any]) -> Any:
    """Return the order that an example shows, or one that can lead to what it shows."""
    body = example["request"]["body"]
    if example["request"]["method"] == "POST" and body:
        return body
    return VIDEO if "video" in example["operation"] else {"prompt": "A cat."}


def test_every_example(example: dict[str, Any]) -> None:
    shown = example["response"]["body"]
    if shown is None:
        return
    told = exchange(profile_of(example["source"]), example)
    assert not lacking(shown, told), told
    words = DIALECTS[profile_of(example["source"])].stages.values()
    assert told.get("status", "PROCESSED") in words


def test_every_error_that_is_shown(refusal: dict[str, Any]) -> None:
    shown, status = refusal["body"], refusal["http_status"]
    if shown is None:
        return
    if shown.get("status") == "FAILED":
        faults, fields = FaultPlan((Fault("failed"),)), {"fixPanelNum": 1}
    else:
        faults, fields = FaultPlan((Fault("status", status=status or 400),) if status else ()), {}
    envelope: Envelope = "coded" if isinstance(shown["error"], dict) else "titled" if "message" in shown else "plain"

    async def session() -> httpx.Response:
        app = make_app(faults=faults, switches=Switches(envelope=envelope))
        headers = {"authorization": "Bearer sk-any"}
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://127.0.0.1", headers=headers
        ) as client:
            answer = await client.post(GENERATIONS, json={"prompt": "x", **fields} if fields else fields)
            return await client.get(f"{GENERATIONS}/{answer.json()['id']}") if fields else answer

    answer = run(session())
    assert answer.status_code == (status or 400)
    assert not lacking(shown, answer.json()), answer.text
    if not status:
        assert answer.json() == shown


def test_what_the_clients_send_is_taken(check: dict[str, Any]) -> None:
    """The simulator refuses no order of an official client, but for what no description allows."""
    sent = check["py_0_1_14"]
    if check["operation"] not in {"create", "animate"} or not sent["accepted"]:
        return

    async def session() -> httpx.Response:
        headers = {"authorization": "Bearer sk-any"}
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(make_app()), base_url="http://127.0.0.1", headers=headers
        ) as client:
            return await client.post(sent["path"], json=sent["body"])

    answer = run(session())
    assert (answer.status_code == 400) == (check["name"] in REFUSED), answer.text
