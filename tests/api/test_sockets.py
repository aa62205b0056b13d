"""The promises about money on real sockets, where no test decides which exception httpx raises."""

from asyncio import StreamReader, StreamWriter, Task, current_task, gather, run, sleep, start_server
from collections.abc import Awaitable, Callable
from contextlib import suppress
from socket import SO_LINGER, SOL_SOCKET, socket
from struct import pack

import pytest

from storyc.api import ComicClient, NotSentError
from storyc.errors import InDoubtError
from storyc.wire import CreateComic, Generation

ORDER = CreateComic(prompt="hero", fix_panel_num=4)
ANSWER = b'{"id":"c1","status":"LOADING"}'
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"

Manner = Callable[[StreamReader, StreamWriter], Awaitable[None]]


async def read_request(reader: StreamReader) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:"))
    await reader.readexactly(length)


async def hang_up(reader: StreamReader, _writer: StreamWriter) -> None:
    await read_request(reader)


async def reset(reader: StreamReader, writer: StreamWriter) -> None:
    await read_request(reader)
    writer.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_LINGER, pack("ii", 1, 0))


async def stop_short(reader: StreamReader, writer: StreamWriter) -> None:
    await read_request(reader)
    writer.write(HEAD % 100 + ANSWER)
    await writer.drain()


async def talk_nonsense(reader: StreamReader, writer: StreamWriter) -> None:
    await read_request(reader)
    writer.write(b"SSH-2.0-OpenSSH_9.9\r\n")
    await writer.drain()


async def hang_up_before_reading(_reader: StreamReader, _writer: StreamWriter) -> None:
    await sleep(0)


async def answer(reader: StreamReader, writer: StreamWriter) -> None:
    await read_request(reader)
    writer.write(HEAD % len(ANSWER) + ANSWER)
    await writer.drain()
    # a connection that may be used again is left open, as servers do
    with suppress(ConnectionError):
        await reader.read(1)


def submit(manner: Manner, *, times: int = 1, scheme: str = "http") -> tuple[list[Generation], int]:
    """Return the generations and how many connections they took."""
    connections: list[Task[None] | None] = []

    async def serve(reader: StreamReader, writer: StreamWriter) -> None:
        connections.append(current_task())
        with suppress(Exception):
            await manner(reader, writer)
        writer.close()
        with suppress(Exception):
            await writer.wait_closed()

    async def session() -> list[Generation]:
        server = await start_server(serve, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        try:
            async with server, ComicClient(f"{scheme}://127.0.0.1:{port}", "sk-test") as client:
                return [await client.submit(ORDER) for _ in range(times)]
        finally:
            await gather(*(task for task in connections if task is not None))

    try:
        return run(session()), len(connections)
    except InDoubtError:
        assert len(connections) == 1
        raise


@pytest.mark.parametrize("manner", [hang_up, reset, stop_short, talk_nonsense, hang_up_before_reading])
def test_a_connection_that_breaks_leaves_a_doubt(manner: Manner) -> None:
    with pytest.raises(InDoubtError):
        submit(manner)


def test_every_paid_request_has_a_connection_of_its_own() -> None:
    generations, connections = submit(answer, times=3)
    assert [generation.id for generation in generations] == ["c1"] * 3
    assert connections == 3


def test_no_secure_line_means_nothing_was_sent() -> None:
    with pytest.raises(NotSentError):
        submit(hang_up_before_reading, scheme="https")


def test_a_closed_door_means_nothing_was_sent() -> None:
    async def session(port: int) -> None:
        async with ComicClient(f"http://127.0.0.1:{port}", "sk-test") as client:
            await client.submit(ORDER)

    with socket() as door:
        door.bind(("127.0.0.1", 0))  # and nobody listens there
        with pytest.raises(NotSentError):
            run(session(door.getsockname()[1]))


def test_an_unknown_name_means_nothing_was_sent() -> None:
    async def session() -> None:
        async with ComicClient("https://nobody.invalid", "sk-test") as client:
            await client.submit(ORDER)

    with pytest.raises(NotSentError):
        run(session())
