"""The Comic API, asked with care.

A paid request is sent exactly once, on a fresh connection, without redirects and without any layer that tries again; what its failure
means for money is the type of the exception. Everything else is free and is tried again with growing pauses. The key goes to the
service alone: never to the hosts that serve art, never into a message.
"""

from collections.abc import Callable
from json import dumps, loads
from random import Random, SystemRandom
from types import TracebackType
from typing import Any, ClassVar, Final, Self, TypeVar, cast
from urllib.parse import quote

from httpx import AsyncBaseTransport, AsyncClient, Limits, Request, Timeout, create_ssl_context
from msgspec.structs import replace

from storyc import __version__
from storyc.errors import CredentialsError, InDoubtError, StorycError
from storyc.wire import (
    Generation,
    Usage,
    WireError,
    read_created,
    read_generation,
    read_uploaded,
    read_usage,
)
from storyc.wire import Request as Order

from .address import is_loopback, read_base_url
from .clock import Clock, SystemClock
from .download import Downloads
from .errors import UnavailableError
from .exchange import MAX_ANSWER_BYTES, NoReplyError, Reply, exchange, read_date_s
from .patience import Patience, persist
from .refusal import read_refusal
from .service import Gate

_T = TypeVar("_T")

_TIMEOUT: Final = Timeout(30.0, connect=15.0, read=60.0)
_PAID_WITHIN_S: Final = 150.0
_FREE_WITHIN_S: Final = 90.0
_UPLOAD_WITHIN_S: Final = 300.0
_HIDDEN_KEY: Final = b"***"
_SECRET_CHARACTERS: Final = 12
"""Shorter keys are no secrets: the simulator's are words that an answer may hold for other reasons."""
_IN_DOUBT_HINT: Final = "it may have been paid for, so it is not sent again; look at the account's usage"


class ComicClient:
    """A connection to one account of the service; use it as an asynchronous context manager."""

    can_change: ClassVar[bool] = True
    can_upload: ClassVar[bool] = True

    def __init__(
        self,
        base_url: str,
        key: str,
        *,
        transport: AsyncBaseTransport | None = None,
        clock: Clock | None = None,
        patience: Patience | None = None,
        random: Random | None = None,
        gate: Gate | None = None,
    ) -> None:
        """Prepare a client without connecting; `gate` is awaited before each free request to the service.

        A paid request does not wait at the gate: its intent is on record when it gets here, so it must leave at once.

        Raises: ConfigError for a base URL, CredentialsError for a key that cannot be used.
        """
        check_key(key)
        self._base = read_base_url(base_url)
        self._key = key.encode() if len(key) >= _SECRET_CHARACTERS else None
        self.service_time_s: float | None = None
        """The service's clock when it last answered, in Unix seconds; None if it did not say."""
        self._clock = clock or SystemClock()
        self._patience = patience or Patience()
        self._random = random or SystemRandom()
        self._gate = gate
        agent = {"User-Agent": f"storyc/{__version__}", "Accept-Encoding": "identity"}
        # reading the authorities that it trusts is the slowest part of a client, so both connections share them
        trust = transport is not None or create_ssl_context()
        self._service = AsyncClient(
            transport=transport,
            verify=trust,
            timeout=_TIMEOUT,
            limits=Limits(max_keepalive_connections=0),
            headers={**agent, "Accept": "application/json", "Authorization": f"Bearer {key}"},
        )
        self._downloads = Downloads(
            AsyncClient(transport=transport, verify=trust, timeout=_TIMEOUT, headers=agent),
            plain_http_on_loopback=is_loopback(self._base),
            patience=self._patience,
            clock=self._clock,
            random=self._random,
        )

    def __repr__(self) -> str:
        return f"ComicClient({str(self._base)!r})"

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._service.aclose()
        await self._downloads.aclose()

    async def submit(self, order: Order, generation_id: str = "") -> Generation:
        """Send a paid request once and return the job that it started; an order that changes a generation needs its id.

        Raises: NotSentError, RateLimitedError (both may be sent again); RejectedError, UnauthorisedError, NoCreditsError
        (nothing was bought); InDoubtError (something may have been bought, so it is never sent again by itself).
        """
        path = order.path.replace("{id}", _escaped(generation_id)) if "{id}" in order.path else order.path
        content = dumps(order.body(), ensure_ascii=False, separators=(",", ":")).encode()
        request = self._request(order.method, path, content=content, headers={"Content-Type": "application/json"})
        try:
            reply = await self._exchange(request, _PAID_WITHIN_S)
        except NoReplyError as problem:
            raise InDoubtError(f"the paid request was sent, but {problem}", hint=_IN_DOUBT_HINT) from None
        if not reply.is_success:
            raise self._refusal(reply) or InDoubtError(
                f"the paid request was sent and answered with {reply.status}", hint=_IN_DOUBT_HINT
            )
        try:
            return read_created(_decode(reply.body))
        except WireError as problem:
            raise InDoubtError(f"the paid request was accepted, but {problem}", hint=_IN_DOUBT_HINT) from None

    async def get(self, generation_id: str, *, page: int | None = None, panel: int | None = None) -> Generation:
        """Return where a job stands, whole or by page and panel, both from 0. Raises: what every free request raises."""
        place = {name: str(number) for name, number in (("page", page), ("panel", panel)) if number is not None}
        path = f"/v1/comics/generations/{_escaped(generation_id)}"
        return await self._ask(lambda: self._request("GET", path, params=place), read_generation)

    async def usage(self) -> Usage:
        """Return what the account has used and has left. Raises: what every free request raises."""
        return await self._ask(lambda: self._request("GET", Usage.path), read_usage)

    async def upload(self, content: bytes, name: str, media_type: str = "application/octet-stream") -> str:
        """Store a file with the service and return its URL; free, so tried again. Raises: what every free request raises."""
        file = {"file": (name, content, media_type)}
        uploaded = await self._ask(
            lambda: self._request("POST", "/v1/comics/upload", files=file), read_uploaded, within_s=_UPLOAD_WITHIN_S
        )
        return uploaded.url

    async def download(self, url: str, *, limit_bytes: int) -> bytes:
        """Return art from where the service says it is, without telling that host the key.

        Raises: DownloadError, NotSentError.
        """
        return await self._downloads.fetch(url, limit_bytes=limit_bytes)

    def _request(self, method: str, path: str, **parts: Any) -> Request:
        return self._service.build_request(method, f"{self._base}{path}", **parts)

    async def _exchange(self, request: Request, within_s: float) -> Reply:
        """Return the service's answer; a key that it repeats does not come further than here."""
        reply = await exchange(self._service, request, limit_bytes=MAX_ANSWER_BYTES, within_s=within_s)
        self.service_time_s = read_date_s(reply.headers)
        if self._key is None or self._key not in reply.body:
            return reply
        return replace(reply, body=reply.body.replace(self._key, _HIDDEN_KEY))

    async def _ask(
        self, make: Callable[[], Request], read: Callable[[object], _T], *, within_s: float = _FREE_WITHIN_S
    ) -> _T:
        async def once() -> _T:
            if self._gate is not None:
                await self._gate()
            try:
                reply = await self._exchange(make(), within_s)
            except NoReplyError as problem:
                raise UnavailableError(f"the Comic API cannot be asked: {problem}") from None
            if not reply.is_success:
                raise self._refusal(reply) or UnavailableError(
                    f"the Comic API cannot be asked: it answered {reply.status}"
                )
            try:
                return read(_decode(reply.body))
            except WireError as problem:
                raise UnavailableError(f"the Comic API gave an answer that cannot be read: {problem}") from None

        return await persist(once, self._patience, self._clock, self._random)

    def _refusal(self, reply: Reply) -> StorycError | None:
        """Return what a refusal means; None if it leaves open whether the work was begun."""
        return read_refusal(reply.status, reply.headers, reply.body, now_s=self._clock.now_s())


def check_key(key: str) -> None:
    """Refuse a key that cannot stand in a header, without showing it. Raises: CredentialsError."""
    if not key or not key.isascii() or not key.isprintable() or " " in key:
        raise CredentialsError("the API key is empty or holds characters that no key has")


def _decode(body: bytes) -> object:
    """Return the JSON value of an answer. Raises: WireError."""
    try:
        return cast("object", loads(body))
    except (ValueError, RecursionError):
        raise WireError("its answer is not JSON" if body else "its answer is empty") from None


def _escaped(generation_id: str) -> str:
    """Return an id as one segment of a path, whatever the service put into it."""
    segment = quote(generation_id, safe="")
    return segment.replace(".", "%2E") if set(segment) == {"."} else segment
