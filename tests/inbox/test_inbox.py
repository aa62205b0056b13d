"""The inbox on real sockets."""

import logging
from asyncio import (
    StreamReader,
    StreamWriter,
    all_tasks,
    current_task,
    gather,
    open_connection,
    run,
    sleep,
    timeout,
    wait_for,
)
from collections.abc import Awaitable, Callable
from contextlib import suppress
from signal import SIGINT, SIGTERM, getsignal
from socket import SO_LINGER, SOL_SOCKET, create_server
from struct import pack
from time import monotonic

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storyc.api import JumpingClock
from storyc.errors import UsageError
from storyc.inbox import Inbox, News
from storyc.inbox.counter import MAX_BODY_BYTES
from storyc.inbox.door import MOST_CONNECTIONS
from storyc.inbox.inbox import MOST_WAITING
from tests.inbox.letters import NOW_S, SECRET, UNIT, Letter, exchange, flat, job, letter, nested, request, status

GENUINE = letter(nested())
PATIENCE_S = 60.0
"""After so long, what is waited for will never come."""


def open_inbox(patience_s: float = 5.0) -> Inbox:
    return Inbox(SECRET, 0, clock=JumpingClock(NOW_S), patience_s=patience_s)


async def gathered(inbox: Inbox) -> list[News]:
    """Return the news that an inbox still holds after it was left."""
    async with timeout(PATIENCE_S):
        return [news async for news in inbox]


def bring(*raw: bytes, patience_s: float = 5.0) -> tuple[list[int], list[News]]:
    """Send requests one after the other; return the statuses of the answers and the news."""

    async def session() -> tuple[list[int], list[News]]:
        inbox = open_inbox(patience_s)
        async with inbox:
            statuses = [status(await exchange(inbox.port, part)) for part in raw]
        return statuses, await gathered(inbox)

    return run(session())


def test_what_is_genuine_is_news() -> None:
    told = [letter(nested()), letter(flat(generation_id="gen_2"), message_id="evt_2", query="")]
    statuses, news = bring(*(request(message) for message in told))
    assert statuses == [204, 204]
    assert [(each.kind, each.generation_id, each.unit_key) for each in news] == [
        ("completed", "gen_1", UNIT), ("completed", "gen_2", ""),
    ]  # fmt: skip
    assert news[0].generation is not None
    assert news[0].generation.asset_urls() == {(0, 0): "https://cdn.test/0.webp"}


def test_what_is_not_is_turned_away_without_a_word() -> None:
    async def session() -> None:
        inbox = open_inbox()
        async with inbox:
            for raw, expected in (
                (request(GENUINE.with_(body=b"{}")), 401),
                (request(Letter(b"{}")), 401),
                (request(letter(nested(), at_s=NOW_S - 301)), 401),
                (request(letter(nested(), at_s=NOW_S + 301)), 401),
                (request(letter(b"rubbish")), 400),
                (request(GENUINE, method="GET"), 405),
                (request(GENUINE, method="PUT"), 405),
                (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % (MAX_BODY_BYTES + 1), 413),
                (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %s\r\n\r\n" % (b"9" * 20), 413),
            ):
                answer = await exchange(inbox.port, raw)
                head, _, body = answer.partition(b"\r\n\r\n")
                assert (status(answer), body) == (expected, b"")
                assert b"server" not in head.lower()
        assert not await gathered(inbox)

    run(session())


def test_every_path_leads_to_the_inbox() -> None:
    paths = ["/", "/hook", "//a/../b", "/%2e%2e/x", "*"]
    messages = [letter(nested(message_id=f"evt_{number}")) for number in range(len(paths))]
    raw = [request(message, path=path) for message, path in zip(messages, paths, strict=True)]
    statuses, news = bring(*raw)
    assert statuses == [204] * len(paths)
    assert len(news) == len(paths)


def test_a_body_may_be_as_large_as_its_limit_and_no_larger() -> None:
    room = MAX_BODY_BYTES - len(letter({**nested(), "padding": ""}).body)
    statuses, news = bring(request(letter({**nested(), "padding": "x" * room})))
    assert (statuses, len(news)) == ([204], 1)
    chunk = b"%x\r\n%s\r\n" % (65_536, b"x" * 65_536)
    head = b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    statuses, news = bring(head + chunk * 17)
    # who is still writing when the answer comes may not see it
    assert statuses in ([413], [0])
    assert not news


def test_a_body_in_chunks_is_a_body() -> None:
    body = GENUINE.body
    raw = request(GENUINE).replace(b"Content-Length: %d" % len(body), b"Transfer-Encoding: chunked")
    raw = raw.removesuffix(body) + b"".join(b"1\r\n%c\r\n" % byte for byte in body) + b"0\r\n\r\n"
    assert bring(raw)[0] == [204]


@given(raw=st.binary() | st.binary().map(lambda tail: request(GENUINE)[: len(tail) * 3] + tail) | st.sampled_from([b"\x16\x03\x01\x02\x00", b"GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: upgrade\r\nHost: x\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", b"POST / HTTP/1.1\r\n" + b"a: b\r\n" * 10_000]))  # fmt: skip
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_rubbish_is_not_even_logged(raw: bytes, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.clear()
    statuses, news = bring(raw, patience_s=0.05)
    assert statuses[0] in {0, 400, 401, 405}
    assert not news
    assert not [record for record in caplog.records if record.levelno >= logging.INFO]


def test_a_sender_that_hangs_up_is_forgotten() -> None:
    async def session() -> None:
        inbox = open_inbox()
        async with inbox:
            for is_reset in (False, True):
                _, writer = await open_connection("127.0.0.1", inbox.port)
                writer.write(request(GENUINE)[:-5])
                await writer.drain()
                if is_reset:
                    writer.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_LINGER, pack("ii", 1, 0))
                writer.close()
            assert status(await exchange(inbox.port, request(letter(nested(message_id="evt_2"))))) == 204
        assert len(await gathered(inbox)) == 1

    run(session())


Dawdle = Callable[[StreamReader, StreamWriter], Awaitable[None]]


async def say_nothing(_reader: StreamReader, _writer: StreamWriter) -> None:
    await sleep(0)


async def dribble(raw: bytes, writer: StreamWriter) -> None:
    for byte in raw:
        writer.write(bytes([byte]))
        await writer.drain()
        await sleep(0.02)


async def dribble_a_head(_reader: StreamReader, writer: StreamWriter) -> None:
    await dribble(b"POST /hook HTTP/1.1\r\n" + b"a: b\r\n" * 1_000, writer)


async def dribble_a_body(_reader: StreamReader, writer: StreamWriter) -> None:
    raw = request(GENUINE)
    writer.write(raw[: -len(GENUINE.body)])
    await dribble(GENUINE.body, writer)


@pytest.mark.parametrize("dawdle", [say_nothing, dribble_a_head, dribble_a_body])
def test_who_takes_too_long_is_hung_up_on(dawdle: Dawdle) -> None:
    async def session() -> float:
        inbox = open_inbox(patience_s=0.3)
        async with inbox, timeout(PATIENCE_S):  # in which nobody could dribble a whole head
            began_s = monotonic()
            reader, writer = await open_connection("127.0.0.1", inbox.port)
            with suppress(ConnectionError):
                await dawdle(reader, writer)
            with suppress(ConnectionError):
                assert await reader.read() == b""
            took_s = monotonic() - began_s
            writer.close()
        assert not await gathered(inbox)
        return took_s

    assert run(session()) > 0.25


def test_a_crowd_is_kept_out_until_there_is_room() -> None:
    async def session() -> None:
        async with open_inbox(patience_s=2 * PATIENCE_S) as inbox, timeout(PATIENCE_S):
            idlers = await gather(*(open_connection("127.0.0.1", inbox.port) for _ in range(MOST_CONNECTIONS)))
            assert status(await exchange(inbox.port, request(GENUINE))) == 0
            for _, writer in idlers:
                writer.close()
            while status(await exchange(inbox.port, request(GENUINE))) != 204:
                pass

    run(session())


def test_one_connection_brings_one_message() -> None:
    statuses, news = bring(request(GENUINE) + request(letter(nested(message_id="evt_2"))))
    assert statuses == [204]
    assert [each.generation_id for each in news] == ["gen_1"]


def test_leaving_does_not_wait_for_anybody() -> None:
    async def session() -> None:
        inbox = open_inbox(patience_s=2 * PATIENCE_S)
        async with timeout(PATIENCE_S), inbox:
            idle = await open_connection("127.0.0.1", inbox.port)
            half = await open_connection("127.0.0.1", inbox.port)
            half[1].write(request(GENUINE)[:-3])
            await half[1].drain()
            # whoever came before them has been let in by now
            assert status(await exchange(inbox.port, request(letter(nested(message_id="evt_2"))))) == 204
        for _, writer in (idle, half):
            writer.close()
        assert all_tasks() == {current_task()}
        with pytest.raises(ConnectionRefusedError):
            await open_connection("127.0.0.1", inbox.port)

    run(session())


def test_news_wait_for_who_waits_for_them() -> None:
    async def session() -> None:
        async with open_inbox() as inbox:
            with pytest.raises(TimeoutError):
                await wait_for(anext(inbox), 0.02)
            await exchange(inbox.port, request(GENUINE))
            assert (await wait_for(anext(inbox), PATIENCE_S)).generation_id == "gen_1"
        for _ in range(2):
            with pytest.raises(StopAsyncIteration):
                await wait_for(anext(inbox), PATIENCE_S)

    run(session())


def test_news_that_nobody_fetches_have_a_bound() -> None:
    async def session() -> None:
        async with open_inbox() as inbox:
            news = News("updated", "gen_1", None, "")
            assert all(inbox._take(news) for _ in range(MOST_WAITING))
            assert status(await exchange(inbox.port, request(GENUINE))) == 503
            await anext(inbox)
            assert status(await exchange(inbox.port, request(GENUINE))) == 204
            assert status(await exchange(inbox.port, request(GENUINE))) == 204

    run(session())


def test_signals_and_logs_of_the_program_are_left_alone() -> None:
    before = (getsignal(SIGINT), getsignal(SIGTERM))
    levels = [logging.getLogger(name).level for name in ("uvicorn", "uvicorn.error", "uvicorn.access")]
    handlers = list(logging.getLogger("uvicorn").handlers)

    async def session() -> None:
        # the runner's own handler is there already
        during = getsignal(SIGINT)
        async with open_inbox() as inbox:
            await exchange(inbox.port, request(GENUINE))
            assert getsignal(SIGINT) is during
            assert getsignal(SIGTERM) is before[1]

    run(session())
    assert (getsignal(SIGINT), getsignal(SIGTERM)) == before
    assert levels == [logging.getLogger(name).level for name in ("uvicorn", "uvicorn.error", "uvicorn.access")]
    assert logging.getLogger("uvicorn").handlers == handlers


def test_a_port_in_use_is_said() -> None:
    async def session(port: int) -> None:
        async with Inbox(SECRET, port):
            raise AssertionError

    with create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        with pytest.raises(UsageError, match=f"^cannot listen on port {port}: [A-Za-z ]+$") as refused:
            run(session(port))
    assert "--listen" in (refused.value.hint or "")
    with pytest.raises(UsageError):
        run(session(70_000))


def test_only_one_address_is_listened_on() -> None:
    async def session() -> None:
        async with open_inbox() as inbox:
            # the rest of loopback would be reached if it listened everywhere
            with pytest.raises(ConnectionRefusedError):
                await open_connection("127.0.0.2", inbox.port)

    run(session())


def test_a_flood_of_forgeries_leaves_no_trace() -> None:
    forged = [request(GENUINE.with_(signature=f"v1={number:064x}")) for number in range(100)]
    statuses, news = bring(*forged, request(letter({"type": "comic.generation.created", "data": job()})))
    assert statuses == [401] * 100 + [204]
    assert [each.kind for each in news] == ["created"]
