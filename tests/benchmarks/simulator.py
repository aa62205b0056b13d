"""The simulator's requests a second from one process, and beside it a bare ASGI echo behind the same server.

Both serve the same bytes in on the same number of open connections. What counts is the processor time of the serving process: a client
on the same machine, and whoever else works there, must not change the figure.
"""

from asyncio import StreamReader, StreamWriter, gather, open_connection
from asyncio import run as run_loop
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from json import dumps
from multiprocessing import get_context
from os import sysconf
from pathlib import Path
from socket import create_server, socket
from statistics import median

from storyc.cli.sim import serve
from storyc.sim import Message, Receive, Send, make_app
from tests.benchmarks.measure import Target, report

ROUNDS = 5
CONNECTIONS = 8
REQUESTS = 250
"""On each connection."""
HEAD = "Host: 127.0.0.1\r\nAuthorization: Bearer sk-paid\r\nContent-Type: application/json\r\n"
ORDER = dumps({"prompt": "A harbour at night.", "size": "1024x1024", "preset": "neutral", "fixPanelNum": 4}).encode()
PATH = "/v1/comics/generations"


async def echo(scope: Message, receive: Receive, send: Send) -> None:
    """Answer a request with its body: the least that an application can do."""
    if scope["type"] == "lifespan":
        while (message := await receive())["type"] == "lifespan.startup":
            await send({"type": "lifespan.startup.complete"})
        await send({"type": f"{message['type']}.complete"})
        return
    body = (await receive())["body"]
    headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def serve_echo(door: socket) -> None:
    """Serve the echo."""
    serve(echo, door)


def serve_simulator(door: socket) -> None:
    """Serve a simulator whose jobs are done at once."""
    serve(make_app(), door)


@contextmanager
def served(target: Callable[[socket], None]) -> Iterator[tuple[int, int]]:
    """Run a server in a process of its own; give its port and its process id."""
    with create_server(("127.0.0.1", 0), backlog=64) as door:
        process = get_context("fork").Process(target=target, args=(door,), daemon=True)
        process.start()
        assert process.pid is not None
        try:
            yield door.getsockname()[1], process.pid
        finally:
            process.terminate()
            process.join()


async def talk(port: int) -> None:
    """Send one connection's share: one order for eight questions and a look at the account."""
    reader, writer = await open_connection("127.0.0.1", port)
    job = "none"
    for number in range(REQUESTS):
        match number % 10:
            case 0:
                answer = await exchange(reader, writer, "POST", PATH, ORDER)
                job = answer.partition(b'"id":"')[2].partition(b'"')[0].decode() or "none"
            case 9:
                await exchange(reader, writer, "GET", "/v1/comics/usage", b"")
            case _:
                await exchange(reader, writer, "GET", f"{PATH}/{job}", b"")
    writer.close()


async def exchange(reader: StreamReader, writer: StreamWriter, method: str, path: str, body: bytes) -> bytes:
    """Send a request and return the body of its answer."""
    writer.write(f"{method} {path} HTTP/1.1\r\n{HEAD}Content-Length: {len(body)}\r\n\r\n".encode() + body)
    head = await reader.readuntil(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200"), head
    return await reader.readexactly(int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]))


def spent_s(process_id: int) -> float:
    """Return the processor time of a process."""
    fields = Path(f"/proc/{process_id}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / sysconf("SC_CLK_TCK")


async def load(port: int) -> None:
    """Send the whole load."""
    await gather(*(talk(port) for _ in range(CONNECTIONS)))


def main() -> None:
    """Print requests for each second of processor time, and the ratio."""
    rates: dict[str, list[float]] = {"echo": [], "simulator": []}
    with served(serve_echo) as bare, served(serve_simulator) as simulator:
        doors = {"echo": bare, "simulator": simulator}
        for number in range(ROUNDS + 1):
            for name in reversed(doors) if number % 2 else doors:
                port, process_id = doors[name]
                before_s = spent_s(process_id)
                run_loop(load(port))
                if number:
                    rates[name].append(CONNECTIONS * REQUESTS / (spent_s(process_id) - before_s))
    report("bare echo", median(rates["echo"]), "requests/s")
    report("simulator", median(rates["simulator"]), "requests/s")
    report("1,000 requests of the simulator", 1_000 / median(rates["simulator"]), "s", Target(1, 0.5))
    ratios = [bare / full for bare, full in zip(rates["echo"], rates["simulator"], strict=True)]
    report("simulator", median(ratios), "× echo", Target(3, 2))


if __name__ == "__main__":
    main()
