"""The simulator behind a real socket, in a thread of this process, with a line in front of it that can lie.

One server serves one simulator after another, because a server takes longer to start than a story takes to build.
"""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from time import monotonic, sleep
from typing import Final

from msgspec import Struct
from uvicorn import Config, Server

from storyc.cli.sim import Doorway
from storyc.sim import Message, Receive, Send, Simulator

_START_S: Final = 10.0


class Lie(Struct, frozen=True):
    """An answer that no service means."""

    status: int
    content: bytes = b""
    headers: tuple[tuple[bytes, bytes], ...] = ()


class Seen(Struct, frozen=True):
    """A request as it arrived."""

    method: str
    path: str
    has_key: bool


class Switchboard:
    """What the server serves: the simulator of the moment, unless somebody speaks first."""

    app: Simulator
    before: Callable[[Seen], Lie | None]
    """Hears each request before the simulator does, and may answer in its place."""
    after: Callable[[Seen], Lie | None]
    """Says before the simulator does its work what is told instead of its answer, if anything."""
    seen: list[Seen]

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Hear and say nothing."""
        self.before = self.after = lambda _seen: None
        self.seen = []

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Serve one request."""
        headers = dict(scope["headers"])
        seen = Seen(scope["method"], scope["path"], b"authorization" in headers)
        self.seen.append(seen)
        if (lie := self.before(seen)) is not None:
            await _tell(send, lie)
            return
        said: list[Message] = []

        async def note(message: Message) -> None:
            said.append(message)

        lie = self.after(seen)
        await self.app(scope, receive, send if lie is None else note)
        if lie is not None:
            await _tell(send, lie)


async def _tell(send: Send, lie: Lie) -> None:
    length = (b"content-length", b"%d" % len(lie.content))
    await send({"type": "http.response.start", "status": lie.status, "headers": [length, *lie.headers]})
    await send({"type": "http.response.body", "body": lie.content})


@contextmanager
def served(board: Switchboard) -> Iterator[int]:
    """Serve from a thread of this process and give the port."""
    with socket.create_server(("127.0.0.1", 0), backlog=256) as door:
        config = Config(board, http=Doorway, ws="none", lifespan="off", loop="asyncio", log_level="critical")
        server = Server(config)
        thread = Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        deadline_s = monotonic() + _START_S
        while not server.started and monotonic() < deadline_s:
            sleep(0.01)
        try:
            yield door.getsockname()[1]
        finally:
            server.force_exit = server.should_exit = True
            thread.join()
