"""HTTP for one request of the protocol.

The SDK tells its callers little of what went over the wire: every refusal becomes the same error, and it follows redirects of its own
accord, whatever its HTTP client is told. Everything that it sends goes through `send` of that client, so this is where a request that may
cost money is kept from leaving twice, and where what became of it is written down.
"""

from collections.abc import AsyncIterator, Mapping
from json import loads
from ssl import SSLContext
from typing import Any, Final

from httpx2 import (
    AsyncBaseTransport,
    AsyncByteStream,
    AsyncClient,
    ConnectError,
    ConnectTimeout,
    DecodingError,
    Limits,
    ProxyError,
    ReadError,
    Request,
    RequestError,
    Response,
    Timeout,
    UnsupportedProtocol,
)
from msgspec import Struct

from storyc.api.errors import NotSentError
from storyc.api.exchange import MAX_ANSWER_BYTES

from .hiding import Secret

SESSION: Final = "mcp-session-id"
_NEVER_LEFT: Final = (ConnectError, ConnectTimeout, ProxyError, UnsupportedProtocol)
"""What httpx2 raises before the first byte of a request, and only then."""
_TIMEOUT: Final = Timeout(30.0, connect=15.0, read=60.0)


class Refusal(Struct, frozen=True):
    """An answer that is no success of HTTP."""

    status: int
    headers: Mapping[str, str]
    body: str


class Line(AsyncClient):
    """A line to the service with a record of its last request; never the same connection twice, never another address."""

    def __init__(
        self,
        headers: Mapping[str, str],
        *,
        secret: Secret,
        trust: SSLContext,
        transport: AsyncBaseTransport | None = None,
        is_for_one: bool = False,
    ) -> None:
        """With `is_for_one` a second request is refused before it leaves."""
        super().__init__(
            transport=transport,
            verify=trust,
            headers=dict(headers),
            timeout=_TIMEOUT,
            limits=Limits(max_keepalive_connections=0),
        )
        self._secret = secret
        self._is_for_one = is_for_one
        self.is_sent = False
        """Whether anything of the last request may have left this machine."""
        self.unsent: NotSentError | None = None
        """Why it provably did not."""
        self.refusal: Refusal | None = None
        self.session_id = ""
        """What the service calls this session, if it is one that remembers."""

    async def send(self, request: Request, **how: Any) -> Response:
        """Send what the SDK wants to be sent, and note what comes of it."""
        if not _is_request(request):
            return _final(await super().send(request, **how))
        if self._is_for_one and self.is_sent:
            raise RequestError("a request that may cost money leaves once", request=request)
        self.is_sent, self.unsent, self.refusal = True, None, None
        try:
            response = _final(await super().send(request, **how))
        except _NEVER_LEFT as problem:
            self.unsent = NotSentError(
                f"cannot reach {request.url.host}: {str(problem) or type(problem).__name__}",
                hint="is this machine online?",
            )
            raise
        self.session_id = response.headers.get(SESSION, self.session_id)
        if not response.is_success:
            body = (await response.aread()).decode("utf-8", "replace")
            self.refusal = Refusal(response.status_code, response.headers, self._secret.hide(body))
        return response


class _Bounded(AsyncByteStream):
    """A body that ends before it fills the memory."""

    def __init__(self, inner: AsyncByteStream) -> None:
        self._inner = inner

    async def __aiter__(self) -> AsyncIterator[bytes]:
        left_bytes = MAX_ANSWER_BYTES
        async for chunk in self._inner:
            left_bytes -= len(chunk)
            if left_bytes < 0:
                raise ReadError(f"the answer is longer than {MAX_ANSWER_BYTES:,} bytes")
            yield chunk

    async def aclose(self) -> None:
        await self._inner.aclose()


def _is_request(request: Request) -> bool:
    """Whether it asks for an answer: notices and streams that are merely listened to do not."""
    if request.method != "POST":
        return False
    message = loads(request.content)
    return isinstance(message, dict) and "method" in message and "id" in message


def _final(response: Response) -> Response:
    """Return an answer that leads nowhere else and is of bounded length."""
    response.next_request = None
    if response.headers.get("content-encoding", "identity") != "identity":
        raise DecodingError("the answer is compressed though nobody asked for that", request=response.request)
    assert isinstance(response.stream, AsyncByteStream)
    response.stream = _Bounded(response.stream)
    return response
