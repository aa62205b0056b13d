"""Art, fetched from hosts that nobody vouches for.

They see a plain request: no key, no cookie of the service. Redirects are followed by hand, because every hop must be as safe as the
first address.
"""

from random import Random
from typing import Final

from httpx import URL, AsyncClient

from .address import read_asset_url
from .clock import Clock
from .errors import DownloadError, UnavailableError
from .exchange import NoReplyError, Reply, exchange
from .patience import Patience, persist

_MAX_HOPS: Final = 4
_WITHIN_S: Final = 180.0
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_PERMANENT: Final = frozenset({400, 401, 403, 405, 410, 414})


class Downloads:
    """The hosts that serve art."""

    def __init__(
        self, http: AsyncClient, *, plain_http_on_loopback: bool, patience: Patience, clock: Clock, random: Random
    ) -> None:
        self._http = http
        self._plain_http_on_loopback = plain_http_on_loopback
        self._patience = patience
        self._clock = clock
        self._random = random

    async def aclose(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def fetch(self, url: str, *, limit_bytes: int) -> bytes:
        """Return what stands behind a URL. Raises: DownloadError, NotSentError."""
        try:
            return await persist(lambda: self._once(url, limit_bytes), self._patience, self._clock, self._random)
        except UnavailableError as problem:
            raise DownloadError(f"the art cannot be fetched: {problem}") from None

    async def _once(self, url: str, limit_bytes: int) -> bytes:
        address = self._checked(url)
        for _ in range(_MAX_HOPS):
            try:
                request = self._http.build_request("GET", address)
                reply = await exchange(self._http, request, limit_bytes=limit_bytes, within_s=_WITHIN_S)
            except NoReplyError as problem:
                raise UnavailableError(str(problem)) from None
            if reply.status not in _REDIRECTS:
                return _content(reply)
            address = self._checked(reply.headers.get("location", ""), beside=address)
        raise DownloadError("the art cannot be fetched: its address leads from one to the next")

    def _checked(self, url: str, beside: URL | None = None) -> URL:
        address = read_asset_url(url, beside=beside, plain_http_on_loopback=self._plain_http_on_loopback)
        if address is None:
            raise DownloadError(
                "the art cannot be fetched: its address is not one that storyc calls", hint="only https is"
            )
        return address


def _content(reply: Reply) -> bytes:
    if reply.status in _PERMANENT:
        raise DownloadError(f"the art cannot be fetched: its host answered {reply.status}")
    if not reply.is_success:
        # 404 among them: a host may know of new art a little later than the service
        raise UnavailableError(f"its host answered {reply.status}")
    if not reply.body:
        raise UnavailableError("its host sent nothing")
    return reply.body
