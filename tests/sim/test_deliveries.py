"""Webhooks: when they come, what they say, and who gets none."""

from asyncio import Event, StreamReader, StreamWriter, run, start_server
from contextlib import suppress
from json import loads

import pytest

from storyc.sim import Fault, FaultPlan, Posted, WebhookRules, post
from storyc.sim.webhooks import is_on_this_machine
from storyc.wire import (
    WEBHOOK_EVENTS,
    WEBHOOK_ID,
    WEBHOOK_REQUEST_ID,
    WEBHOOK_SIGNATURE,
    WEBHOOK_TIMESTAMP,
    is_signed,
    read_webhook,
)
from tests.sim.line import GENERATIONS, Line

HOOK = "http://127.0.0.1:9/hook?x=1"


def events(line: Line) -> list[str]:
    return [read_webhook(loads(posted.body)).type.rpartition(".")[2] for posted in line.posted]


def signed_by(posted: Posted, secret: str, now_s: float) -> bool:
    headers = dict(posted.headers)
    return is_signed(secret, headers[WEBHOOK_TIMESTAMP], headers[WEBHOOK_SIGNATURE], posted.body, now_s=now_s)


def test_a_job_is_told_of_as_it_goes_on() -> None:
    line = Line(shortest_s=60)
    job = line.order(callbackUrl=HOOK)
    assert line.deliver() == 1
    line.time_s += 30
    assert line.deliver() == 1
    line.time_s += 30
    assert line.deliver() == 1
    assert line.deliver() == 0
    assert events(line) == ["created", "updated", "completed"]
    told = [read_webhook(loads(posted.body)) for posted in line.posted]
    assert [event.status for event in told] == ["LOADING", "LOADING", "PROCESSED"]
    assert {event.generation_id for event in told} == {job}
    assert len({dict(posted.headers)[WEBHOOK_ID] for posted in line.posted}) == 3
    assert {dict(posted.headers)[WEBHOOK_REQUEST_ID] for posted in line.posted} == {line.app.log.entries[0].id}
    assert {posted.url for posted in line.posted} == {HOOK}
    assert signed_by(line.posted[2], "whsec_sim", line.time_s)
    assert not signed_by(line.posted[0], "whsec_sim", line.time_s + 301)


def test_changes_and_failures_are_told_too() -> None:
    line = Line(faults=FaultPlan((Fault("failed", on="change"),)))
    job = line.order(callbackUrl=HOOK, webhookSecret="whsec_mine")
    line.ask("PATCH", f"{GENERATIONS}/{job}", json={"action": "continueWrite", "prompt": "on", "fixPanelNum": 1})
    line.deliver()
    assert events(line) == ["created", "updated", "completed", "updated", "failed"]
    assert {f"comic.generation.{event}" for event in events(line)} == {*WEBHOOK_EVENTS}
    assert all(signed_by(posted, "whsec_mine", line.time_s) for posted in line.posted)


def test_both_payloads() -> None:
    for form in ("nested", "flat"):
        line = Line(webhooks=WebhookRules(form=form))
        job = line.order(callbackUrl=HOOK)
        line.deliver()
        body = loads(line.posted[-1].body)
        link = line.look(job)["comics"][0]["panels"][0]["assetUrl"]
        if form == "nested":
            assert set(body) == {"id", "type", "created", "data"}
            assert body["data"] == line.look(job)
        else:
            assert list(body) == ["event", "generationId", "status", "assetUrl", "createdAt"]
            assert (body["assetUrl"], body["createdAt"]) == (link, "2027-01-15T08:00:00.000Z")


def test_who_does_not_answer_is_tried_again_three_times() -> None:
    line = Line()
    line.order(callbackUrl=HOOK)
    line.receiver_status = 500
    tries = []
    for _ in range(200):
        tries.append(line.deliver())
        line.time_s += 1
    assert [number for number, attempts in enumerate(tries) if attempts] == [0, 5, 35, 155]
    assert sum(tries) == 12
    assert line.app.courier.waiting == 0
    assert len({dict(posted.headers)[WEBHOOK_ID] for posted in line.posted}) == 3
    assert [receipt.attempt for receipt in line.app.courier.receipts][::3] == [1, 2, 3, 4]
    assert len({dict(posted.headers)[WEBHOOK_TIMESTAMP] for posted in line.posted}) == 4


def test_repetition_and_disorder_on_request() -> None:
    line = Line(webhooks=WebhookRules(copies=2, is_reversed=True), shortest_s=60)
    line.order(callbackUrl=HOOK)
    assert line.deliver() == 0
    line.time_s += 60
    line.deliver()
    assert events(line) == ["completed", "completed", "updated", "updated", "created", "created"]
    assert len({dict(posted.headers)[WEBHOOK_ID] for posted in line.posted}) == 3


def test_an_endless_job_never_ends() -> None:
    line = Line(faults=FaultPlan((Fault("endless"),)))
    line.order(callbackUrl=HOOK)
    line.time_s += 10**8
    line.deliver()
    assert events(line) == ["created", "updated"]


@pytest.mark.parametrize(
    ("url", "is_here"),
    [("http://127.0.0.1/x", True), ("http://localhost:8000", True), ("http://[::1]:1/x", True), ("https://127.9.9.9/", True),
     ("https://example.com/hook", False), ("http://localhost.example.com/", False), ("http://127.0.0.1@example.com/", False),
     ("http://169.254.169.254/", False), ("http://[::ffff:10.0.0.1]/", False), ("http://[", False)],
)  # fmt: skip
def test_strangers_are_not_called(url: str, is_here: bool) -> None:
    assert is_on_this_machine(url) is is_here
    if url == "http://[":
        return
    line = Line()
    line.order(callbackUrl=url)
    assert bool(line.deliver()) is is_here
    everyone = Line(webhooks=WebhookRules(reaches_everyone=True))
    everyone.order(callbackUrl=url)
    assert everyone.deliver() == 3


@pytest.mark.parametrize("url", ["http://127.0.0.1/\r\nX: y", "http://127.0.0.1/a b", "http://127.0.0.1/ä", f"http://127.0.0.1/{'x' * 3_000}"])  # fmt: skip
def test_a_url_cannot_smuggle_anything(url: str) -> None:
    line = Line(webhooks=WebhookRules(reaches_everyone=True))
    line.order(callbackUrl=url)
    assert line.deliver() == 0


def test_a_shot_is_told_of() -> None:
    line = Line()
    body = {"agentType": "videoModel", "prompt": "rain", "videoOptions": {"duration": 4}, "callbackUrl": HOOK}
    assert line.ask("POST", GENERATIONS, json=body).status_code == 200
    line.deliver()
    assert events(line) == ["created", "updated", "completed"]


@pytest.mark.parametrize(
    ("said", "status"),
    [(b"HTTP/1.1 204 No Content\r\n\r\n", 204), (b"HTTP/1.1 500 Oh\r\n\r\n", 500), (b"what?\r\n", 0), (b"", 0), (b"x" * 200_000, 0)],
)  # fmt: skip
def test_whatever_a_receiver_says_is_a_status_or_none(said: bytes, status: int) -> None:
    heard: list[bytes] = []
    is_over = Event()

    async def receive(reader: StreamReader, writer: StreamWriter) -> None:
        try:
            heard.append(await reader.readuntil(b"{}"))
            writer.write(said)
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()
        finally:
            is_over.set()

    async def exchange() -> int:
        async with await start_server(receive, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            told = await post(Posted(f"http://127.0.0.1:{port}/hook?x=1", (("X-Llama", "1"),), b"{}"))
            await is_over.wait()
            return told

    assert run(exchange()) == status
    assert heard[0].startswith(b"POST /hook?x=1 HTTP/1.1\r\n")
    assert b"Content-Length: 2\r\n" in heard[0]
    assert b"X-Llama: 1\r\n" in heard[0]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/", "https://127.0.0.1:1/", "http://127.0.0.1:99999/", "http://[", "nowhere"]
)
def test_who_cannot_be_reached_is_no_error(url: str) -> None:
    assert run(post(Posted(url, (), b""))) == 0
