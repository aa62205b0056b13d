"""Services with tools: the simulator on a socket of this machine, and a puppet that says what it is told to say."""

from asyncio import run
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from json import dumps, loads
from socket import create_server
from threading import Thread
from typing import Any

import httpx
import httpx2
from uvicorn import Config, Server

from storyc.api import JumpingClock, Patience
from storyc.api.mcp import McpComicClient
from storyc.cli.sim import Doorway
from storyc.sim import AsgiApp
from storyc.wire import CreateComic, Generation

KEY = "sk-very-secret-key"
ORDER = CreateComic(prompt="a comic about a cat and a dog", size="512x768", fix_panel_num=2)
PATIENCE = Patience(attempts=3)


@contextmanager
def served(app: AsgiApp) -> Iterator[str]:
    """Serve an application on a free port of this machine, and give the address of its MCP endpoint."""
    with create_server(("127.0.0.1", 0)) as door:
        server = Server(
            Config(app, http=Doorway, ws="none", lifespan="on", log_level="critical", access_log=False, loop="asyncio")
        )
        thread = Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}/api/mcp"
        finally:
            server.should_exit = True
            thread.join()


def client(url: str, **parts: Any) -> McpComicClient:
    """Return a client that does not sit out its pauses."""
    return McpComicClient(url, KEY, **{"clock": JumpingClock(1_800_000_000.0), "patience": PATIENCE, **parts})


def tool(name: str, schema: Mapping[str, Any] | None = None) -> Mapping[str, Any]:
    return {"name": name, "inputSchema": {"type": "object", **(schema or {})}}


CREATE = tool(
    "create_comic_generation",
    {
        "properties": {
            "prompt": {"type": "string"},
            "size": {"type": "string"},
            "fixPanelNum": {"type": "integer"},
        }
    },
)
STATUS = tool("get_comic_generation_status", {"properties": {"id": {"type": "string"}}, "required": ["id"]})
USAGE = tool("get_comic_api_usage")

Reply = tuple[int, Mapping[str, str], bytes]
JSON: Mapping[str, str] = {"content-type": "application/json"}


def result(**said: Any) -> Reply:
    """Answer a call with a result; the number of the call is put in on the way."""
    return 200, JSON, dumps({"jsonrpc": "2.0", "id": "?", "result": {"content": [], **said}}).encode()


def texts(*words: str, is_error: bool = False) -> Reply:
    return result(content=[{"type": "text", "text": word} for word in words], isError=is_error)


def error(code: int, message: str, *, status: int = 200, **details: Any) -> Reply:
    told = {"code": code, "message": message, **({"data": details} if details else {})}
    return status, JSON, dumps({"jsonrpc": "2.0", "id": "?", "error": told}).encode()


class Puppet:
    """A service that knows the handshake; what its tools say comes from a test."""

    def __init__(
        self, answer: Reply | Callable[[], Reply], tools: Sequence[Mapping[str, Any]] = (CREATE, STATUS, USAGE)
    ) -> None:
        self.tools = tools
        self.answer = answer
        self.calls: list[Any] = []
        """The parameters of every call of a tool that came in."""
        self.heard: list[str] = []
        """Verbs and methods, in order."""
        self.session_id = "session-1"
        self.on_get: Callable[[Mapping[str, str]], Reply] = lambda _headers: (405, {}, b"")

    async def __call__(
        self,
        scope: Mapping[str, Any],
        receive: Callable[[], Awaitable[Any]],
        send: Callable[[Any], Awaitable[None]],
    ) -> None:
        if scope["type"] == "lifespan":
            for word in ("startup", "shutdown"):
                await receive()
                await send({"type": f"lifespan.{word}.complete"})
            return
        headers = {name.decode(): value.decode() for name, value in scope["headers"]}
        body = b""
        while True:
            message = await receive()
            body += message.get("body", b"")
            if not message.get("more_body"):
                break
        status, told, content = self._reply(scope["method"], headers, body)
        start = {"type": "http.response.start", "status": status}
        await send({**start, "headers": [(name.encode(), value.encode()) for name, value in told.items()]})
        await send({"type": "http.response.body", "body": content})

    def _reply(self, verb: str, headers: Mapping[str, str], body: bytes) -> Reply:
        if verb != "POST":
            self.heard.append(verb)
            return self.on_get(headers) if verb == "GET" else (200, {}, b"")
        message = loads(body)
        self.heard.append(message["method"])
        match message["method"]:
            case "initialize":
                about = {
                    "protocolVersion": message["params"]["protocolVersion"],
                    "capabilities": {"tools": {}},
                    "serverInfo": {"name": "puppet", "version": "1"},
                }
                reply = result(**about)
                reply = (reply[0], {**reply[1], "mcp-session-id": self.session_id}, reply[2])
            case "tools/list":
                at = int((message.get("params") or {}).get("cursor", 0))
                more = {"nextCursor": str(at + 1)} if at + 1 < len(self.tools) else {}
                reply = result(tools=[self.tools[at]], **more)
            case "tools/call":
                self.calls.append(message["params"])
                reply = self.answer() if callable(self.answer) else self.answer
            case _ if "id" not in message:
                return 202, {}, b""
            case _:
                reply = error(-32601, "Method not found")
        return reply[0], reply[1], reply[2].replace(b'"?"', dumps(message["id"]).encode())

    def client(self, **parts: Any) -> McpComicClient:
        return client(
            "http://127.0.0.1:8000/api/mcp",
            **{"transport": httpx2.ASGITransport(self), "art_transport": httpx.ASGITransport(self), **parts},
        )

    def submit(self, order: CreateComic = ORDER, **parts: Any) -> Generation:
        async def once() -> Generation:
            async with self.client(**parts) as service:
                return await service.submit(order)

        return run(once())
