"""A service on a socket of this machine that answers as a test says."""

from asyncio import run
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from json import dumps
from threading import Thread
from typing import Any, NamedTuple

from storyc.sim import READY_KEYS, make_app, ready_accounts
from tests.kill.server import call


class Asked(NamedTuple):
    """A request."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


class Answer(NamedTuple):
    """What is answered; without a date unless the headers have one."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = {}


class Door(NamedTuple):
    """Where the service is, and what it was asked."""

    url: str
    asked: list[Asked]


@contextmanager
def answering(answer: Callable[[Asked], Answer]) -> Iterator[Door]:
    """Serve from a thread of this process."""
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            asked.append(Asked(self.command, self.path, dict(self.headers), body))
            given = answer(asked[-1])
            self.send_response_only(given.status)
            for name, value in {**given.headers, "Content-Length": str(len(given.body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(given.body)

        do_GET = do_POST = do_PATCH = _answer  # noqa: N815 - the names that the library looks for

        def log_message(self, *_words: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield Door(f"http://127.0.0.1:{server.server_port}", asked)
        finally:
            server.shutdown()
            thread.join()


def usage(status: int = 200, **members: Any) -> Callable[[Asked], Answer]:
    """Return what answers every request with one JSON object."""
    return lambda _asked: Answer(status, dumps(members).encode())


@contextmanager
def simulated(keys: Mapping[str, str] = READY_KEYS) -> Iterator[Door]:
    """Serve the simulator, where `keys` open the accounts `demo` and `paid`."""
    app = make_app(keys=keys, accounts=ready_accounts())

    def answer(asked: Asked) -> Answer:
        return Answer(*run(call(app, asked.method, asked.path, list(asked.headers.items()), asked.body)))

    with answering(answer) as door:
        yield door
