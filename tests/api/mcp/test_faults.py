"""A paid call is sent once, whatever breaks, and what its failure means for money is the type of the exception."""

from asyncio import CancelledError, create_task, run, to_thread, wait_for
from collections.abc import Iterator
from itertools import pairwise
from logging import DEBUG
from socket import socket
from threading import Event
from typing import Any, get_args

import pytest

from storyc.api import (
    NoCreditsError,
    NotSentError,
    RateLimitedError,
    RejectedError,
    UnauthorisedError,
    UnavailableError,
    UnfitError,
)
from storyc.errors import ApiError, InDoubtError, StorycError
from storyc.sim import Account, Fault, FaultPlan, Simulator, make_app
from storyc.sim.faults import Kind
from storyc.wire import CreateVideo, Generation, Lifecycle, RegeneratePanel, Request
from tests.api.mcp.services import JSON, KEY, ORDER, Puppet, client, error, result, served, texts

KINDS = [kind for kind in get_args(Kind) if Fault(kind).fits("mcp")]
PATIENCE_S = 60.0
"""After so long, what is waited for will never come."""
HANDSHAKE = 2
"""Requests before the first call of a tool: what do you speak, and which tools have you?"""


def outcome(app: Simulator, **parts: Any) -> Generation | StorycError:
    """Return what one paid call over a socket comes to."""

    async def once(url: str) -> Generation | StorycError:
        async with client(url, **parts) as service:
            try:
                return await service.submit(ORDER)
            except StorycError as problem:
                return problem

    with served(app) as url:
        return run(once(url))


def asked(app: Simulator, endpoint: str) -> int:
    return sum(entry.endpoint == endpoint for entry in app.log.entries)


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_breaks_around_the_paid_call_it_is_charged_once(kind: Kind) -> None:
    app = make_app(faults=FaultPlan((Fault(kind, on="mcp", skip=HANDSHAKE, seconds=0.1),)))
    done = outcome(app)
    assert asked(app, "mcp") == HANDSHAKE + 1
    assert len(app.ledger.charges) == asked(app, "create") <= 1
    if isinstance(done, Generation):
        assert kind in {
            "slow",
            "status-after",
        }  # what breaks in the service itself after its work breaks behind the tool
    else:
        assert isinstance(done, InDoubtError), done
        assert KEY not in str(done)


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_breaks_behind_the_tool_it_is_charged_once(kind: Kind) -> None:
    app = make_app(faults=FaultPlan((Fault(kind, on="create", seconds=0.1, size_bytes=100_000),)))
    done = outcome(app)
    assert asked(app, "create") == 1
    if not isinstance(done, Generation):
        assert isinstance(done, InDoubtError), done
    else:
        assert len(app.ledger.charges) == 1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("skip", range(HANDSHAKE))
def test_the_handshake_is_free_and_tried_again(kind: Kind, skip: int) -> None:
    app = make_app(faults=FaultPlan((Fault(kind, on="mcp", skip=skip, seconds=0.1),)))
    done = outcome(app)
    assert isinstance(done, Generation), done
    assert len(app.ledger.charges) == 1


def test_a_free_call_is_tried_again() -> None:
    faults = FaultPlan(tuple(Fault(kind, on="mcp", skip=HANDSHAKE) for kind in ("reset-after", "truncated")))
    app = make_app(faults=faults)

    async def ask(url: str) -> int | None:
        async with client(url) as service:
            return (await service.usage()).credits

    with served(app) as url:
        assert run(ask(url)) == 1_000_000_000
    assert asked(app, "mcp") == HANDSHAKE + 3


class Dawdler:
    """A service that works at once and does not answer until somebody has left."""

    def __init__(self) -> None:
        self.app = make_app(faults=FaultPlan((Fault("slow", on="mcp", skip=HANDSHAKE),)), wait=self._wait)
        self.is_asked = Event()
        self.is_left = Event()

    async def _wait(self, _seconds: float) -> None:
        self.is_asked.set()
        await to_thread(self.is_left.wait)


@pytest.fixture
def dawdler() -> Iterator[tuple[Dawdler, str]]:
    """A service that does not answer, and where it is."""
    dawdler = Dawdler()
    with served(dawdler.app) as url:
        try:
            yield dawdler, url
        finally:
            dawdler.is_left.set()


def test_an_answer_that_never_comes_is_in_doubt(dawdler: tuple[Dawdler, str]) -> None:
    service, url = dawdler

    async def wait_in_vain() -> None:
        async with client(url, paid_within_s=1.0) as buyer:
            with pytest.raises(InDoubtError, match="in time"):
                await buyer.submit(ORDER)

    run(wait_in_vain())
    assert service.is_asked.wait(PATIENCE_S)
    assert len(service.app.ledger.charges) == 1


def test_who_gives_up_waiting_leaves_soon_and_sends_nothing_again(dawdler: tuple[Dawdler, str]) -> None:
    service, url = dawdler

    async def give_up() -> None:
        async with client(url) as buyer:
            task = create_task(buyer.submit(ORDER))
            assert await to_thread(service.is_asked.wait, PATIENCE_S)
            task.cancel()
            with pytest.raises(CancelledError):
                await task

    run(wait_for(give_up(), PATIENCE_S))
    app = service.app
    assert asked(app, "create") == len(app.ledger.charges) == 1


def test_who_cannot_be_reached_was_sent_nothing() -> None:
    async def enter(port: int) -> None:
        async with client(f"http://127.0.0.1:{port}/api/mcp"):
            raise AssertionError

    with socket() as door:
        door.bind(("127.0.0.1", 0))  # and nobody listens there
        with pytest.raises(NotSentError):
            run(enter(door.getsockname()[1]))


def test_a_service_that_went_away_was_sent_nothing() -> None:
    app = make_app()

    async def enter() -> None:
        with served(app) as url:
            service = client(url)
            await service.__aenter__()
        try:
            await service.submit(ORDER)
        finally:
            await service.__aexit__(None, None, None)

    with pytest.raises(NotSentError):
        run(enter())
    assert not app.ledger.charges


def test_refusals_of_the_simulator_are_told_apart() -> None:
    assert isinstance(outcome(make_app(balance_credits=299)), NoCreditsError)
    demo = make_app(accounts={"demo": Account(10_000, plan="demo", is_limited=True)})

    async def hurry(url: str) -> None:
        async with client(url) as service:
            for _ in range(5):
                await service.submit(ORDER)

    with served(demo) as url, pytest.raises(RateLimitedError):
        run(hurry(url))
    assert len(demo.ledger.charges) == 4
    with pytest.raises(UnauthorisedError):
        outcome(make_app(keys=["sk-good"]))


@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, RejectedError), (401, UnauthorisedError), (402, NoCreditsError), (403, UnauthorisedError),
     (413, RejectedError), (429, RateLimitedError), (404, NotSentError), (408, InDoubtError), (500, InDoubtError),
     (502, InDoubtError), (202, InDoubtError), (204, InDoubtError), (301, InDoubtError)],
)  # fmt: skip
def test_a_status_of_http_means_what_it_means_elsewhere(status: int, kind: type[StorycError]) -> None:
    puppet = Puppet((status, {"retry-after": "7", **JSON}, b'{"message": "no"}'))
    with pytest.raises(kind) as caught:
        puppet.submit()
    assert len(puppet.calls) == 1
    if isinstance(caught.value, RateLimitedError):
        assert caught.value.retry_after_s == 7


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(status: int) -> None:
    puppet = Puppet((status, {"location": "http://127.0.0.1:8000/api/mcp"}, b""))
    with pytest.raises(InDoubtError):
        puppet.submit()
    assert len(puppet.calls) == 1


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (error(-32602, "Input validation error"), RejectedError),
        (error(-32602, "Unknown tool", status=400), RejectedError),
        (error(-32603, "Internal error"), InDoubtError),
        (error(-32603, "API error (402): no"), NoCreditsError),
        (error(-32000, "Connection closed"), InDoubtError),
        (error(-32001, "Unauthorized"), UnauthorisedError),
        (error(-32000, "slow down", status=429), RateLimitedError),
        (error(-32000, "x", error={"code": "insufficient_credits"}), NoCreditsError),
        (error(1, "x", statusCode=429), RateLimitedError),
        (texts('{"error":{"code":"insufficient_credits","message":"no"}}', is_error=True), NoCreditsError),
        (texts('{"error":{"code":"insufficient_credits","message":"no"}}'), NoCreditsError),
        (texts('{"error":"Invalid API key.","status":401}', is_error=True), UnauthorisedError),
        (texts("Error: insufficient credits", is_error=True), NoCreditsError),
        (texts("Rate limit exceeded, try again later", is_error=True), RateLimitedError),
        (texts("MCP error -32602: Input validation error: [...]", is_error=True), RejectedError),
        (texts("API error (503): rate limited upstream", is_error=True), InDoubtError),
        (texts("The response was invalid", is_error=True), InDoubtError),
        (texts("You are close to your rate limit, see you soon"), InDoubtError),
        (result(isError=True), InDoubtError),
        (result(), InDoubtError),
        (result(structuredContent={"ok": True}), InDoubtError),
        (result(resultType="input_required", inputRequests={}), InDoubtError),
        ((200, JSON, b""), InDoubtError),
        ((200, JSON, b"[" * 100_000), InDoubtError),
        ((200, JSON, b'{"jsonrpc":"2.0","id":"?","result":7}'), InDoubtError),
        ((200, JSON, b'{"jsonrpc":"2.0","id":"?","result":{"content":[{"type":"text","text":7}]}}'), InDoubtError),
        ((200, {"content-type": "text/html"}, b"<h1>hello</h1>"), InDoubtError),
        ((200, {"content-type": "text/event-stream"}, b"data: {\n\n"), InDoubtError),
        ((200, {**JSON, "content-encoding": "gzip"}, b"\x1f\x8b"), InDoubtError),
        ((200, JSON, b" " * (17 * 1024 * 1024)), InDoubtError),
    ],
)  # fmt: skip
def test_only_words_that_can_mean_nothing_else_free_a_call_of_doubt(reply: Any, kind: type[StorycError]) -> None:
    puppet = Puppet(reply)
    with pytest.raises(kind) as caught:
        puppet.submit()
    assert type(caught.value) is kind
    assert len(puppet.calls) == 1
    assert "tools/call" not in puppet.heard[puppet.heard.index("tools/call") + 1 :]


def test_a_stream_that_breaks_off_is_listened_to_again_and_nothing_is_sent_again() -> None:
    started = b"id: 7\nretry: 10\ndata:\n\n"
    puppet = Puppet((200, {"content-type": "text/event-stream"}, started))
    seen: list[str] = []

    def resume(headers: Any) -> Any:
        if "last-event-id" not in headers:
            return 405, {}, b""
        seen.append(headers["last-event-id"])
        told = b'data: {"jsonrpc":"2.0","id":1,"result":{"content":[],"structuredContent":{"id":"c1","status":"LOADING"}}}\n\n'
        return 200, {"content-type": "text/event-stream"}, told

    puppet.on_get = resume
    assert puppet.submit().id == "c1"
    assert seen == ["7"]
    assert len(puppet.calls) == 1


@pytest.mark.parametrize("over", [(404, {}, b""), error(-32000, "Bad Request: No valid session ID", status=400)])
def test_a_session_that_was_ended_is_begun_again(over: Any) -> None:
    puppet = Puppet(over)

    async def twice() -> Generation:
        async with puppet.client() as service:
            with pytest.raises(NotSentError):
                await service.submit(ORDER)
            puppet.session_id, puppet.answer = "session-2", result(structuredContent={"id": "c1", "status": "LOADING"})
            return await service.submit(ORDER)

    assert run(twice()).id == "c1"
    assert puppet.heard.count("initialize") == 2
    assert puppet.heard[-1] == "DELETE"
    assert not any(pair == ("tools/call", "tools/call") for pair in pairwise(puppet.heard))


def test_the_key_is_shown_to_nobody(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(DEBUG)
    for reply in (
        texts(f"unknown key {KEY}", is_error=True),
        texts(f'{{"error":{{"code":"unauthorized","message":"{KEY}"}}}}', is_error=True),
        error(-32603, KEY, key=KEY),
        error(-32602, KEY, status=400),
        (401, JSON, f'{{"message":"{KEY}"}}'.encode()),
        (302, {"location": f"https://elsewhere.example/{KEY}"}, b""),
        (200, {"content-type": "text/html"}, KEY.encode()),
    ):
        puppet = Puppet(reply)
        with pytest.raises(StorycError) as caught:
            puppet.submit()
        problem: BaseException | None = caught.value
        assert KEY not in f"{problem} {problem!r} {caught.value.hint}"
        assert problem is not None
        assert problem.__cause__ is None
    assert KEY not in repr(puppet.client())
    assert all(f"Bearer {KEY}" not in record.getMessage() for record in caplog.records)


@pytest.mark.parametrize(
    "order",
    [RegeneratePanel(panel=0, panel_prompt="rain"), CreateVideo(prompt="the rain stops")],
    ids=["redraw", "clip"],
)
def test_what_tools_cannot_do_is_refused_before_anything_is_sent(order: Request) -> None:
    puppet = Puppet(result(structuredContent={"id": "c1"}))

    async def once() -> None:
        async with puppet.client() as service:
            with pytest.raises(ApiError, match=r"mara\.png"):
                await service.upload(b"x", "mara.png")
            await service.submit(order, "c0" if isinstance(order, RegeneratePanel) else "")

    with pytest.raises(UnfitError):
        run(once())
    assert not puppet.calls


def test_a_free_answer_that_cannot_be_read_is_no_doubt() -> None:
    puppet = Puppet(result(structuredContent={"ok": True}))

    async def ask(what: str) -> None:
        async with puppet.client() as service:
            await (service.usage() if what == "usage" else service.get("c1"))

    for what in ("usage", "get"):
        with pytest.raises(UnavailableError):
            run(ask(what))
    puppet.answer = result(structuredContent={"error": {"code": "not_found", "message": "no"}}, isError=True)
    with pytest.raises(RejectedError):
        run(ask("get"))


def test_a_job_is_followed_to_its_end() -> None:
    app = make_app()

    async def follow(url: str) -> tuple[Generation, bytes, Generation]:
        async with client(url) as service:
            begun = await service.submit(ORDER)
            done = await service.get(begun.id)
            art = await service.download(done.asset_urls()[0, 1], limit_bytes=10_000_000)
            return done, art, await service.get(begun.id, page=0, panel=1)

    with served(app) as url:
        done, art, panel = run(follow(url))
    assert done.lifecycle is Lifecycle.SUCCEEDED
    assert art[8:12] == b"WEBP"
    assert panel.asset_urls()[0, 1] == done.asset_urls()[0, 1]
