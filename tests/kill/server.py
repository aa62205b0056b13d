"""The simulator behind a real socket, with a witness of what it charged for.

The first part of a path names a service of its own, so that one process serves any number of trials. Its art is a small picture for
each address: what is drawn is not what these tests are about.
"""

from asyncio import (
    CancelledError,
    IncompleteReadError,
    Server,
    StreamReader,
    StreamWriter,
    all_tasks,
    current_task,
    gather,
    new_event_loop,
    run,
    start_server,
    to_thread,
)
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from io import BytesIO
from json import dumps, loads
from sys import stdout
from threading import Thread
from typing import Any

from PIL import Image

from storyc.api import AsgiApp
from storyc.sim import Simulator, make_app
from storyc.wire import digest, read_create, read_patch

WITNESS = "witness"


class Service:
    """Simulated services by name, and what each was paid for."""

    def __init__(self, on_purchase: Callable[[str, str], None] = lambda _name, _key: None) -> None:
        """`on_purchase` hears the name of a service and the key of a unit when a paid request has arrived."""
        self.charged: defaultdict[str, Counter[str]] = defaultdict(Counter)
        """How often each unit was charged for, by service."""
        self.answers_to_lose = 0
        """To how many of the next paid requests no answer is sent, though they are charged for."""
        self._on_purchase = on_purchase
        self._apps: dict[str, Simulator] = {}

    def app(self, name: str) -> Simulator:
        """Return a service by its name."""
        if name not in self._apps:
            app = make_app(seed=len(self._apps))
            assert isinstance(app, Simulator)
            self._apps[name] = app
        return self._apps[name]

    async def serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        """Serve one connection: one request, one answer."""
        with suppress(ConnectionError, IncompleteReadError, CancelledError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            request, *lines = head.strip().split("\r\n")
            method, path, _ = request.split(" ")
            headers = [tuple(line.split(": ", 1)) for line in lines]
            length = next((int(value) for name, value in headers if name.lower() == "content-length"), 0)
            body = await reader.readexactly(length)
            status, kind, content = await self._answer(method, path, headers, body)
            if method in {"POST", "PATCH"} and self.answers_to_lose:
                self.answers_to_lose -= 1
                raise ConnectionAbortedError
            start = f"HTTP/1.1 {status} OK\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\nConnection: close\r\n\r\n"
            writer.write(start.encode() + content)
            await writer.drain()
        writer.close()
        with suppress(Exception):
            await writer.wait_closed()

    async def _answer(self, method: str, path: str, headers: list[Any], body: bytes) -> tuple[int, str, bytes]:
        if path.startswith("/assets/"):
            return 200, "image/png", picture(path)
        name, _, rest = path.removeprefix("/").partition("/")
        if rest == WITNESS:
            return 200, "application/json", dumps(self.charged[name]).encode()
        key = bought(method, rest, body)
        if key:
            await to_thread(self._on_purchase, name, key)
        status, content = await call(self.app(name), method, f"/{rest}", headers, body)
        if key and status == 200:
            self.charged[name][key] += 1
        return status, "application/json", content


def bought(method: str, path: str, body: bytes) -> str:
    """Return the digest of a paid request; empty for one that costs nothing."""
    if method == "POST" and path.endswith("generations"):
        return digest(read_create(loads(body)))
    if method == "PATCH":
        return digest(read_patch(loads(body)), changes=path.rpartition("/")[2])
    return ""


@contextmanager
def served(service: Service) -> Iterator[int]:
    """Serve from a thread of this process and give the port."""
    loop = new_event_loop()
    server = loop.run_until_complete(start_server(service.serve, "127.0.0.1", 0))
    thread = Thread(target=loop.run_forever)
    thread.start()
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.run_until_complete(_end(server))
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()


async def _end(server: Server) -> None:
    """Hang up on everybody."""
    server.close()
    left = all_tasks() - {current_task()}
    for task in left:
        task.cancel()
    await gather(*left, return_exceptions=True)
    await server.wait_closed()


async def call(app: AsgiApp, method: str, path: str, headers: list[Any], body: bytes) -> tuple[int, bytes]:
    """Return status and body of an ASGI application's answer."""
    path, _, query = path.partition("?")
    scope: MutableMapping[str, Any] = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "scheme": "http",
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers],
    }
    status, content = 500, b""

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: MutableMapping[str, Any]) -> None:
        nonlocal status, content
        status = message.get("status", status)
        content += message.get("body", b"")

    await app(scope, receive, send)
    return status, content


def picture(path: str) -> bytes:
    """Return a small picture in the colour of a path."""
    content = BytesIO()
    red, green, blue, *_ = sha256(path.encode()).digest()
    Image.new("RGB", (8, 8), (red, green, blue)).save(content, "PNG")
    return content.getvalue()


async def main() -> None:
    """Serve until somebody ends this process, and say on stdout where."""
    server = await start_server(Service().serve, "127.0.0.1", 0, backlog=512)
    stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    run(main())
