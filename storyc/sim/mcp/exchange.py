"""One request of an MCP client, answered by requests of the API that are made in its name.

Tools go through the same door as everybody: keys, limits, faults, the log and what is charged are those of the API. Nothing is
remembered between two requests, so there are no sessions to end and no streams to listen to: an answer is one JSON document.
"""

from collections.abc import Mapping
from json import dumps, loads
from typing import Any, Final

from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.types import CallToolRequestParams, CallToolResult, ListToolsResult, PaginatedRequestParams, TextContent

from storyc.sim.asgi import AsgiApp, Message, Receive, Reply

from .tools import ApiRequest, ToolError, list_tools, read_tool_call

_PASSED_ON: Final = frozenset({b"authorization", b"host", b"user-agent"})
_INSTRUCTIONS: Final = "Create a comic, then look at its status every few seconds until it has ended."


async def exchange(service: AsgiApp, scope: Message, body: bytes, receive: Receive) -> Reply:
    """Return the answer to one POST; its tools ask `service` with the headers that say who is asking.

    `receive` is asked for what follows the body: whether the client hangs up.
    """
    sessions = StreamableHTTPSessionManager(
        _make_server(service, scope), json_response=True, stateless=True, max_request_body_size=max(1, len(body))
    )
    waiting = [body]

    async def receive_body() -> Message:
        return {"type": "http.request", "body": waiting.pop(), "more_body": False} if waiting else await receive()

    kept = _Kept()
    async with sessions.run():
        await sessions.handle_request(scope, receive_body, kept.send)
    return kept.reply()


class _Kept:
    """What an application sends."""

    def __init__(self) -> None:
        self.status = 0
        self.headers: dict[bytes, bytes] = {}
        self.body = bytearray()

    async def send(self, message: Message) -> None:
        """Keep a message."""
        self.status = message.get("status", self.status)
        self.headers.update(message.get("headers", ()))
        self.body += message.get("body", b"")

    def reply(self) -> Reply:
        """Return all of it as one answer."""
        media_type = self.headers.get(b"content-type", b"application/json").decode("latin-1")
        return Reply(self.status or 502, bytes(self.body), media_type)


def _make_server(service: AsgiApp, scope: Message) -> Server[Any]:
    async def tell_tools(_: ServerRequestContext[Any], __: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=list_tools())

    async def call_tool(_: ServerRequestContext[Any], asked: CallToolRequestParams) -> CallToolResult:
        try:
            request = read_tool_call(asked.name, asked.arguments or {})
        except ToolError as problem:
            return _result(_error("invalid_request", str(problem)), is_error=True)
        try:
            reply = await _ask(service, scope, request)
        except ConnectionError as problem:
            return _result(_error("bad_gateway", f"The connection broke: {problem}"), is_error=True)
        told = _read_object(reply)
        if told is None:
            return _result(_error("bad_gateway", "The answer is no JSON object."), is_error=True)
        return _result(told, is_error=reply.status >= 400)

    return Server("storyc-sim", instructions=_INSTRUCTIONS, on_list_tools=tell_tools, on_call_tool=call_tool)


async def _ask(service: AsgiApp, scope: Message, request: ApiRequest) -> Reply:
    """Return what the API answers to a request from who sent `scope`. Raises: ConnectionError."""
    headers = [(name, value) for name, value in scope["headers"] if name.lower() in _PASSED_ON]
    headers += [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(request.body))]
    inner = {
        **scope,
        "method": request.method,
        "path": request.path,
        "raw_path": request.path.encode("ascii"),
        "query_string": request.query.encode("ascii"),
        "headers": headers,
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": request.body, "more_body": False}

    kept = _Kept()
    await service(inner, receive, kept.send)
    return kept.reply()


def _read_object(reply: Reply) -> Mapping[str, Any] | None:
    """Return the object of an answer, None if it is something else."""
    try:
        body: object = loads(reply.body)
    except ValueError:
        return None
    return body if isinstance(body, dict) else None


def _error(code: str, message: str) -> Mapping[str, Any]:
    return {"error": {"code": code, "message": message}}


def _result(body: Mapping[str, Any], *, is_error: bool) -> CallToolResult:
    text = TextContent(type="text", text=dumps(body, ensure_ascii=False))
    return CallToolResult(content=[text], structured_content=dict(body), is_error=is_error)
