"""The protocol, as far as tools need it: agree on a version once, then one short session for each call.

A session of the SDK dies with the first connection that breaks, and its errors reach whoever opened it. So each call opens its own from
what was agreed, which sends nothing by itself, and the call's failure is that session's end.
"""

from asyncio import timeout
from collections.abc import Awaitable, Callable, Mapping
from logging import NullHandler, getLogger
from ssl import SSLContext
from typing import Any, Final, TypeVar, cast

from httpx2 import AsyncBaseTransport
from mcp import Client, ClientSession, MCPError
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.inbound import mcp_param_headers, x_mcp_header_map
from mcp.types import (
    CallToolRequest,
    CallToolRequestParams,
    CallToolResult,
    DiscoverResult,
    Implementation,
    InitializeResult,
    PaginatedRequestParams,
    Tool,
)
from msgspec import Struct

from storyc import __version__
from storyc.api.exchange import MAX_ANSWER_BYTES

from .hiding import Secret
from .line import SESSION, Line

_T = TypeVar("_T")
_MAX_LISTINGS: Final = 20
_WHO: Final = Implementation(name="storyc", version=__version__)
_FAILURES: Final = (Exception,)
"""What the SDK lets out. Once something was sent, it means the same whatever it is: errors of HTTP, of models, of the SDK itself."""

getLogger("mcp").addHandler(NullHandler())  # what goes wrong is told once, by whoever asked


class Agreement(Struct, frozen=True):
    """What both sides settled at the beginning."""

    version: InitializeResult | DiscoverResult
    tools: tuple[Tool, ...]
    session_id: str
    """Empty if the service remembers nothing between two requests."""


class Said(Struct, frozen=True):
    """An error of the protocol. The SDK makes some up itself, with the same codes."""

    code: int
    message: str
    details: object


class BrokenError(Exception):
    """An exchange that did not come to its end. Never leaves this package."""

    def __init__(self, line: Line, said: Said | None, *, is_late: bool) -> None:
        super().__init__()
        self.is_sent = line.is_sent
        self.unsent = line.unsent
        self.refusal = line.refusal
        self.said = said
        """The error that the other side may have sent."""
        self.is_late = is_late


class Endpoint:
    """Where the service's tools are."""

    def __init__(
        self, url: str, key: str, headers: Mapping[str, str], trust: SSLContext, transport: AsyncBaseTransport | None
    ) -> None:
        self._url = url
        self._secret = Secret(key)
        self._headers = {**headers, "Authorization": f"Bearer {key}"}
        self._trust = trust
        self._transport = transport

    async def agree(self, *, within_s: float) -> Agreement:
        """Return what the service speaks and which tools it has. Raises: BrokenError."""
        line = self._line(self._headers)

        async def ask() -> Agreement:
            connection = streamable_http_client(self._url, http_client=line, terminate_on_close=False)
            async with Client(connection, mode="auto", client_info=_WHO, cache=None) as client:
                session = client.session
                version = session.initialize_result or session.discover_result
                assert version is not None
                return Agreement(version, await _list_tools(session), line.session_id)

        return await self._within(within_s, line, ask)

    async def call(
        self, agreed: Agreement, tool: Tool, arguments: dict[str, Any], *, within_s: float
    ) -> CallToolResult:
        """Send one call of a tool, once, and return its result. Raises: BrokenError."""
        headers = {**self._headers, **mcp_param_headers(x_mcp_header_map(tool.input_schema), arguments)}
        if agreed.session_id:
            headers[SESSION] = agreed.session_id
        line = self._line(headers, is_for_one=True)
        # the SDK's own `call_tool` asks again for schemas and throws away results that do not fit them
        request = CallToolRequest(params=CallToolRequestParams(name=tool.name, arguments=arguments))

        async def ask() -> CallToolResult:
            connection = streamable_http_client(
                self._url, http_client=line, terminate_on_close=False, max_sse_event_size=MAX_ANSWER_BYTES
            )
            async with connection as streams, ClientSession(*streams, client_info=_WHO) as session:
                session.adopt(agreed.version)
                result = await session.send_request(request, CallToolResult)
                told = result.model_dump(by_alias=True, mode="json")
                hidden = self._secret.hide_in(told)
                return result if hidden is told else CallToolResult.model_validate(hidden)

        return await self._within(within_s, line, ask)

    async def end(self, agreed: Agreement, *, within_s: float) -> None:
        """Tell the service that nothing more comes in this session; nothing depends on whether it hears of it."""
        if not agreed.session_id:
            return
        line = self._line({**self._headers, SESSION: agreed.session_id})

        async def ask() -> None:
            await line.delete(self._url)

        try:
            await self._within(within_s, line, ask)
        except BrokenError:
            return

    def _line(self, headers: Mapping[str, str], *, is_for_one: bool = False) -> Line:
        return Line(headers, secret=self._secret, trust=self._trust, transport=self._transport, is_for_one=is_for_one)

    async def _within(self, within_s: float, line: Line, ask: Callable[[], Awaitable[_T]]) -> _T:
        """Return what is answered in time. Raises: BrokenError."""
        try:
            async with timeout(within_s), line:
                return await ask()
        except _FAILURES as problem:
            error = _find_error(problem)
            said = None
            if error is not None:
                details = self._secret.hide_in(cast("object", error.data))
                said = Said(error.code, self._secret.hide(error.message), details)
            # no cause: what httpx2 raises holds the request, and with it the key
            raise BrokenError(line, said, is_late=isinstance(problem, TimeoutError)) from None


async def _list_tools(session: ClientSession) -> tuple[Tool, ...]:
    tools: list[Tool] = []
    cursor: str | None = None
    for _ in range(_MAX_LISTINGS):
        listed = await session.list_tools(params=PaginatedRequestParams(cursor=cursor) if cursor else None)
        tools += listed.tools
        cursor = listed.next_cursor
        if not cursor:
            break
    return tuple(tools)


def _find_error(problem: BaseException | None) -> MCPError | None:
    """Return the error of the protocol in an exception or a group of them."""
    if isinstance(problem, MCPError):
        return problem
    if isinstance(problem, BaseExceptionGroup):
        return next((found for part in problem.exceptions if (found := _find_error(part)) is not None), None)
    return None
