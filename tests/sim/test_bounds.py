"""Older routes, and bodies that are too large, too deep or too slow."""

from asyncio import Event, run
from json import loads
from typing import Any

import pytest

from tests.sim.line import GENERATIONS, Line

MORE = {"prompt": "They walk on.", "fixPanelNum": 2}


def test_the_older_forms_of_changes() -> None:
    line = Line()
    job = line.order()
    path = f"{GENERATIONS}/{job}"
    assert line.ask("POST", f"{path}/continue-write", json=MORE).json()["usage"] == {"total_comics": 2}
    assert line.ask("POST", f"/comics/generations/{job}/continue-write", json=MORE).status_code == 200
    before = line.look(job)["comics"]
    assert [len(page["panels"]) for page in before] == [4, 2, 2]
    closer = {"panelPrompt": "closer"}
    assert line.ask("PATCH", f"{path}/panels/3", json=closer).json()["usage"] == {"redraw_panels": 1}
    assert line.ask("PATCH", f"{path}/panels/1-1", json=closer).status_code == 200
    assert line.ask("PATCH", f"{path}/panels/0", json={**closer, "page": 2}).status_code == 200
    after = line.look(job)["comics"]
    changed = [
        (page["page"], panel["panel"])
        for page, old in zip(after, before, strict=True)
        for panel, was in zip(page["panels"], old["panels"], strict=True)
        if panel["assetUrl"] != was["assetUrl"]
    ]
    assert changed == [(0, 3), (1, 1), (2, 0)]
    assert line.ask("PATCH", f"{path}/panels/9", json=closer).status_code == 404
    assert line.ask("PATCH", f"{path}/panels/first", json=closer).status_code == 404
    assert line.ask("POST", f"{path}/continue-write", json={}).status_code == 400


def test_artworks_are_shots() -> None:
    line = Line()
    shot = line.ask("POST", "/artworks/generations", json={"prompt": "rain"}).json()["id"]
    assert line.ask("GET", f"/v1/artworks/generations/{shot}").json() == line.look(shot)
    assert (
        line.ask("PATCH", f"{GENERATIONS}/{shot}", json={"action": "continueWrite", "prompt": "x"}).status_code == 400
    )


def test_the_answers_of_2024() -> None:
    line = Line()
    created = line.ask("POST", "/api/artworks", json={"prompt": "x"}).json()
    assert created == {"code": 200, "artwork": {"id": created["artwork"]["id"], "status": "LOADING"}}
    told = line.ask("GET", f"/api/openapi/artworks/{created['artwork']['id']}").json()
    assert len(loads(told["comicData"])["panels"]) == 4


@pytest.mark.parametrize("opening", ["[", '{"prompt":', '{"comicRoles":['])
@pytest.mark.parametrize("depth", [500, 100_000])
def test_deep_bodies_are_refused(opening: str, depth: int) -> None:
    line = Line()
    body = (opening * depth).encode()
    assert line.ask("POST", GENERATIONS, content=body).status_code == 400
    closing = {"[": "]", "{": "}"}
    whole = opening * depth + "1" + "".join(closing[sign] for sign in reversed(opening) if sign in closing) * depth
    assert line.ask("POST", GENERATIONS, content=whole.encode()).status_code == 400


@pytest.mark.parametrize(
    "body", [b"", b"null", b"[]", b'"x"', b"{", b"\xff", b'{"prompt":"\\ud800"}', b'{"prompt":"x","fixPanelNum":1e400}', b'{"prompt":NaN}']
)  # fmt: skip
def test_odd_bodies_are_refused(body: bytes) -> None:
    line = Line()
    for method, path in (("POST", GENERATIONS), ("POST", "/v1/artworks/generations"), ("PATCH", f"{GENERATIONS}/{line.order()}")):  # fmt: skip
        answer = line.ask(method, path, content=body)
        assert answer.status_code == 400
        assert answer.json()["error"]["code"] == "invalid_request"


def test_a_body_that_does_not_end_is_given_up() -> None:
    line = Line(patience_s=0.02)
    sent: list[Any] = []

    async def receive() -> Any:
        if not sent:
            sent.append(None)
            return {"type": "http.request", "body": b'{"prompt":', "more_body": True}
        return await Event().wait()

    async def send(message: Any) -> None:
        sent.append(message)

    async def serve() -> None:
        await line.app(scope, receive, send)

    headers = [(b"authorization", b"Bearer sk-paid"), (b"content-length", b"20")]
    scope = {"type": "http", "method": "POST", "path": GENERATIONS, "headers": headers}
    run(serve())
    assert sent[1]["status"] == 408
    assert loads(sent[2]["body"])["error"]["code"] == "request_timeout"
    assert line.ledger_times() == 0
    assert line.app.log.entries[-1].status == 408


def test_large_bodies_are_refused_whatever_their_head_says() -> None:
    line = Line()
    assert line.ask("POST", GENERATIONS, content=b" " * (5 * 1024 * 1024)).status_code == 413

    async def parts() -> Any:
        for _ in range(5):
            yield b" " * 1024 * 1024

    assert line.ask("POST", GENERATIONS, content=parts()).status_code == 413
    assert [entry.account for entry in line.app.log.entries] == ["paid", "paid"]
