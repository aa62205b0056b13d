"""The Comic API through its tools for agents: the calls of `ComicClient`, and their meanings."""

from collections.abc import Callable, Mapping
from random import Random, SystemRandom
from types import TracebackType
from typing import Any, ClassVar, Final, Self, TypeVar

import httpx
from httpx2 import AsyncBaseTransport
from mcp.types import CallToolResult
from mcp.types import Tool as ListedTool

from storyc import __version__
from storyc.api.address import is_loopback, read_mcp_url
from storyc.api.client import check_key
from storyc.api.clock import Clock, SystemClock
from storyc.api.download import Downloads
from storyc.api.errors import NotSentError, RateLimitedError, UnavailableError, UnfitError, printable
from storyc.api.patience import Patience, persist
from storyc.api.refusal import read_refusal
from storyc.api.service import Gate
from storyc.errors import ApiError, CredentialsError, InDoubtError, StorycError
from storyc.wire import CreateComic, CreateVideo, Generation, Request, Usage, WireError, read_created, read_generation

from .answers import read_result, read_told_usage, words
from .fitting import Fitter
from .line import Refusal
from .refusals import read_protocol_refusal, read_tool_refusal
from .session import Agreement, BrokenError, Endpoint

_T = TypeVar("_T")
CREATE: Final = ("create_comic_generation",)
STATUS: Final = ("get_comic_generation_status",)
USAGE: Final = ("get_api_usage", "get_comic_api_usage")
"""The documentation's name, and the one that newer listings show."""
_PAID_WITHIN_S: Final = 150.0
_FREE_WITHIN_S: Final = 90.0
_GOODBYE_WITHIN_S: Final = 5.0
_IN_DOUBT_HINT: Final = "it may have been paid for, so it is not sent again; look at the account's usage"
_MAX_QUOTED: Final = 200
_ART_TIMEOUT: Final = httpx.Timeout(30.0, connect=15.0, read=60.0)


class McpComicClient:
    """A connection to one account of the service through MCP; use it as an asynchronous context manager."""

    can_change: ClassVar[bool] = False
    can_upload: ClassVar[bool] = False

    def __init__(
        self,
        url: str,
        key: str,
        *,
        clock: Clock | None = None,
        patience: Patience | None = None,
        random: Random | None = None,
        gate: Gate | None = None,
        transport: AsyncBaseTransport | None = None,
        art_transport: httpx.AsyncBaseTransport | None = None,
        paid_within_s: float = _PAID_WITHIN_S,
    ) -> None:
        """Prepare a client without connecting; `gate` is awaited before each free request to the service.

        Raises: ConfigError for a URL, CredentialsError for a key that cannot be used.
        """
        check_key(key)
        self._url = read_mcp_url(url)
        self._clock = clock or SystemClock()
        self._patience = patience or Patience()
        self._random = random or SystemRandom()
        self._gate = gate
        self._paid_within_s = paid_within_s
        self._agreed: Agreement | None = None
        agent = {"User-Agent": f"storyc/{__version__}", "Accept-Encoding": "identity"}
        trust = httpx.create_ssl_context()
        self._endpoint = Endpoint(str(self._url), key, agent, trust, transport)
        self._downloads = Downloads(
            httpx.AsyncClient(transport=art_transport, verify=trust, timeout=_ART_TIMEOUT, headers=agent),
            plain_http_on_loopback=is_loopback(self._url),
            patience=self._patience,
            clock=self._clock,
            random=self._random,
        )

    def __repr__(self) -> str:
        return f"McpComicClient({str(self._url)!r})"

    async def __aenter__(self) -> Self:
        """Agree with the service on what it speaks, and look at its tools. Raises: what every free request raises, UnfitError."""
        try:
            agreed = await persist(self._connected, self._patience, self._clock, self._random)
            for names in (CREATE, STATUS):
                _find_tool(agreed, names)
        except BaseException:
            await self._downloads.aclose()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._agreed is not None:
                await self._endpoint.end(self._agreed, within_s=_GOODBYE_WITHIN_S)
        finally:
            await self._downloads.aclose()

    async def submit(self, order: Request, generation_id: str = "") -> Generation:
        """Send a paid request once and return the job that it started.

        Raises: UnfitError (it cannot be said through MCP, and nothing was sent); NotSentError, RateLimitedError (both may be sent
        again); RejectedError, UnauthorisedError, NoCreditsError (nothing was bought); InDoubtError (something may have been bought, so
        it is never sent again by itself).
        """
        if not isinstance(order, CreateComic | CreateVideo) or generation_id:
            raise UnfitError(
                "through MCP a comic can be created, and not changed afterwards", hint="build with --backend api"
            )
        agreed = await self._agreed_before_paying()
        tool = _find_tool(agreed, CREATE)
        arguments = Fitter(tool.name, tool.input_schema).arguments(order.body())
        try:
            result = await self._endpoint.call(agreed, tool, arguments, within_s=self._paid_within_s)
        except BrokenError as broken:
            raise self._meaning(broken) or InDoubtError(
                f"the paid request was sent, but {_why(broken)}", hint=_IN_DOUBT_HINT
            ) from None
        try:
            if not result.is_error:
                return read_result(result, read_created)
        except WireError as problem:
            unread = f"the paid request was answered, but {problem}{_quoted(result)}"
        else:
            unread = f"the paid request was sent and the tool failed{_quoted(result)}"
        raise read_tool_refusal(result, now_s=self._clock.now_s()) or InDoubtError(unread, hint=_IN_DOUBT_HINT)

    async def get(self, generation_id: str, *, page: int | None = None, panel: int | None = None) -> Generation:
        """Return where a job stands, whole or by page and panel, both from 0. Raises: what every free request raises."""
        place = {name: number for name, number in (("page", page), ("panel", panel)) if number is not None}
        return await self._ask(STATUS, {"id": generation_id, **place}, read_generation)

    async def usage(self) -> Usage:
        """Return what the account has used and has left. Raises: what every free request raises."""
        return await self._ask(USAGE, {}, read_told_usage)

    async def upload(self, content: bytes, name: str, media_type: str = "application/octet-stream") -> str:
        """Refuse a file: there is no tool that takes one. Raises: UnfitError."""
        raise UnfitError(
            f"MCP takes no files of this machine ({len(content):,} bytes of {media_type}); refer to {printable(name)} by an https "
            "address, or build with --backend api"
        )

    async def download(self, url: str, *, limit_bytes: int) -> bytes:
        """Return art from where the service says it is, without telling that host the key.

        Raises: DownloadError, NotSentError.
        """
        return await self._downloads.fetch(url, limit_bytes=limit_bytes)

    async def _connected(self) -> Agreement:
        """Return what was agreed on, after agreeing if that has not been done. Raises: as one free request does."""
        if self._agreed is None:
            if self._gate is not None:
                await self._gate()
            try:
                self._agreed = await self._endpoint.agree(within_s=_FREE_WITHIN_S)
            except BrokenError as broken:
                raise self._meaning(broken) or UnavailableError(
                    f"the Comic API cannot be asked: {_why(broken)}"
                ) from None
        return self._agreed

    async def _agreed_before_paying(self) -> Agreement:
        try:
            return await self._connected()
        except (CredentialsError, RateLimitedError, NotSentError):
            raise
        except ApiError as problem:
            # this was only the way there: the paid request itself has not been tried
            raise NotSentError(problem.message, hint=problem.hint) from None

    async def _ask(self, names: tuple[str, ...], fields: Mapping[str, Any], read: Callable[[object], _T]) -> _T:
        async def once() -> _T:
            agreed = await self._connected()
            tool = _find_tool(agreed, names)
            arguments = Fitter(tool.name, tool.input_schema).arguments(fields)
            if self._gate is not None:
                await self._gate()
            try:
                result = await self._endpoint.call(agreed, tool, arguments, within_s=_FREE_WITHIN_S)
            except BrokenError as broken:
                raise self._meaning(broken) or UnavailableError(
                    f"the Comic API cannot be asked: {_why(broken)}"
                ) from None
            if result.is_error:
                raise read_tool_refusal(result, now_s=self._clock.now_s()) or UnavailableError(
                    f"the Comic API cannot be asked: its tool failed{_quoted(result)}"
                )
            try:
                return read_result(result, read)
            except WireError as problem:
                raise read_tool_refusal(result, now_s=self._clock.now_s()) or UnavailableError(
                    f"the Comic API gave an answer that cannot be read: {problem}"
                ) from None

        return await persist(once, self._patience, self._clock, self._random)

    def _meaning(self, broken: BrokenError) -> StorycError | None:
        """Return what an exchange without a result means; None if it leaves open whether the work was begun."""
        now_s, refusal, said = self._clock.now_s(), broken.refusal, broken.said
        if broken.unsent is not None:
            return broken.unsent
        if not broken.is_sent:
            return NotSentError(f"cannot reach {self._url.host}: no request could be made")
        if refusal is not None:
            if self._agreed is not None and self._agreed.session_id and _is_session_over(refusal):
                self._agreed = None
                return NotSentError("the service had ended the session before the request came")
            return read_refusal(refusal.status, refusal.headers, refusal.body, now_s=now_s)
        return None if said is None else read_protocol_refusal(said.code, said.message, said.details, now_s=now_s)


def _find_tool(agreed: Agreement, names: tuple[str, ...]) -> ListedTool:
    for name in names:
        for tool in agreed.tools:
            if tool.name == name:
                return tool
    raise UnfitError(
        f"the MCP endpoint shows no tool `{'` or `'.join(names)}`",
        hint="--backend api asks the service without its tools",
    )


def _is_session_over(refusal: Refusal) -> bool:
    """Whether a request in a session was refused for that, which comes before anything is done; 404 is the protocol's word for it."""
    return refusal.status == 404 or (refusal.status == 400 and "session" in refusal.body.lower())


def _why(broken: BrokenError) -> str:
    """Return what went wrong, as the end of a sentence."""
    if broken.refusal is not None:
        return f"it was answered with {broken.refusal.status}"
    if broken.is_late:
        return "no whole answer came in time"
    if broken.said is not None:
        return f"it was answered with an error ({printable(broken.said.message)[:_MAX_QUOTED]})"
    return "no whole answer came back"


def _quoted(result: CallToolResult) -> str:
    said = words(result)
    return f": {said}" if said else ""
