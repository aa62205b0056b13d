"""One request, one answer, both bounded.

Every failure is one of two: provably nothing was sent, or something may have been. httpx raises its connect errors and only those
before the first byte of a request, and they cover name lookup, refused connections, TLS and a proxy that opens no tunnel.
"""

from asyncio import timeout
from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from math import isfinite
from re import compile as regex
from typing import Final

from httpx import (
    AsyncClient,
    ConnectError,
    ConnectTimeout,
    Headers,
    HTTPError,
    ProxyError,
    Request,
    UnsupportedProtocol,
)
from msgspec import Struct

from .errors import NotSentError

MAX_ANSWER_BYTES: Final = 16 * 1024 * 1024
_MAX_WAIT_S: Final = 3600.0
_NEVER_LEFT: Final = (ConnectError, ConnectTimeout, ProxyError, UnsupportedProtocol)


class Reply(Struct, frozen=True):
    """A whole answer."""

    status: int
    headers: Headers
    body: bytes

    @property
    def is_success(self) -> bool:
        """Whether the service did what was asked."""
        return 200 <= self.status < 300


class NoReplyError(Exception):
    """Something may have been sent, and no whole answer came back. Never leaves this room."""


async def exchange(http: AsyncClient, request: Request, *, limit_bytes: int, within_s: float) -> Reply:
    """Return the answer to one request, sent once. Raises: NotSentError, NoReplyError."""
    try:
        async with timeout(within_s):
            response = await http.send(request, stream=True, follow_redirects=False)
            try:
                body = bytearray()
                async for chunk in response.aiter_bytes():
                    body += chunk
                    if len(body) > limit_bytes:
                        raise NoReplyError(f"the answer is longer than {limit_bytes:,} bytes")
            finally:
                await response.aclose()
    except _NEVER_LEFT as problem:
        raise unreached(request.url.host, problem) from None
    except HTTPError as problem:
        raise NoReplyError(_KINDS.get(type(problem).__name__, "the connection broke off")) from None
    except TimeoutError:
        raise NoReplyError(f"no whole answer within {within_s:g} seconds") from None
    except OSError:
        # httpx translates what it expects of a socket, and TLS may surprise it
        raise NoReplyError("the connection broke off") from None
    return Reply(response.status_code, response.headers, bytes(body))


def unreached(host: str, problem: Exception) -> NotSentError:
    """Return the failure to reach a host, without the numbers of the system and of OpenSSL."""
    reason = _NUMBERS.sub("", str(problem)) or _UNSAID.get(type(problem).__name__, type(problem).__name__)
    is_distrusted = "certificate" in reason
    hint = "are this machine's clock and its certificates right?" if is_distrusted else "is this machine online?"
    return NotSentError(f"cannot reach {host}: {reason}", hint=hint)


_NUMBERS: Final = regex(r"^\[[^]]*\] | \(_ssl\.c:[0-9]+\)$")
_UNSAID: Final = {"ConnectTimeout": "no connection in time"}
_KINDS: Final = {
    "ReadTimeout": "no answer in time",
    "WriteTimeout": "the request could not be written in time",
    "ReadError": "the connection was reset",
    "WriteError": "the connection was reset",
    "RemoteProtocolError": "the service hung up in the middle of its answer",
    "DecodingError": "the answer is compressed in a way that cannot be read",
}


def read_date_s(headers: Headers) -> float | None:
    """Return when an answer says that it was sent, in Unix seconds; None if it does not say."""
    return _read_moment_s(headers.get("date", ""))


def read_retry_after(headers: Mapping[str, str], *, now_s: float) -> float | None:
    """Return how many seconds an answer asks to wait, between 0 and an hour; None if it does not say."""
    text = headers.get("retry-after", "").strip()
    try:
        wait_s = float(text)
    except ValueError:
        moment_s = _read_moment_s(text)
        if moment_s is None:
            return None
        wait_s = moment_s - now_s
    return min(max(wait_s, 0.0), _MAX_WAIT_S) if isfinite(wait_s) else None


def _read_moment_s(text: str) -> float | None:
    try:
        moment = parsedate_to_datetime(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
