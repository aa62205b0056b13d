"""What can go wrong between this machine and the service, by what it means for money.

    NetworkError
      NotSentError        nothing left this machine: it may be sent again
    ApiError
      RejectedError       the service read the request and will not have it
      RateLimitedError    the service asks to wait: it may be sent again later
      UnavailableError    a free request got no usable answer, several times over
      UnfitError          it cannot be said to this service in this way, and nothing was sent
      DownloadError       art that cannot be fetched from where the service said it is
    CredentialsError
      UnauthorisedError   the key was refused
      NoCreditsError      the account cannot pay
    InDoubtError          a paid request was sent and nobody knows what became of it

No message, no `repr` and no chained cause holds the key: httpx's own exceptions carry the request with its headers, so they end here.
"""

from typing import Final

from storyc.errors import ApiError, CredentialsError, NetworkError
from storyc.wire import ErrorBody

_NO_SUCH_PLACE: Final = frozenset({404, 405})
"""What answers at an address where no Comic API is."""


class NotSentError(NetworkError):
    """The service was not reached, and provably nothing was sent."""


class RejectedError(ApiError):
    """The service read a request and refused it."""

    def __init__(self, said: ErrorBody) -> None:
        is_place = said.status in _NO_SUCH_PLACE
        super().__init__(
            spoken("the Comic API refused the request", said),
            hint="is the address of the service right?" if is_place else None,
        )
        self.said = said


class RateLimitedError(ApiError):
    """Too many requests: the same one may be sent again later."""

    def __init__(self, said: ErrorBody, *, retry_after_s: float | None) -> None:
        super().__init__(
            spoken("the Comic API asks for fewer requests", said),
            hint="try again in a while; does anything else use this account?",
        )
        self.said = said
        self.retry_after_s = retry_after_s
        """None if the service did not say how long to wait."""


class UnavailableError(ApiError):
    """A request that costs nothing brought no usable answer."""

    def __init__(self, message: str) -> None:
        super().__init__(message, hint="try again in a while; asking costs nothing")


class UnfitError(ApiError):
    """A request that this way to the service has no words for; nothing was sent."""


class DownloadError(ApiError):
    """Art that cannot be fetched."""


class UnauthorisedError(CredentialsError):
    """The service refused the key."""

    def __init__(self, said: ErrorBody) -> None:
        super().__init__(
            spoken("the Comic API refused the key", said),
            hint="`storyc auth login` stores another; the service may also have withdrawn it",
        )


class NoCreditsError(CredentialsError):
    """The account cannot pay for the request."""

    def __init__(self, said: ErrorBody) -> None:
        super().__init__(
            spoken("the account has no credits left for this", said), hint="`storyc usage` shows the balance"
        )


def spoken(what: str, said: ErrorBody) -> str:
    """Return a message that quotes the service; nothing in it can steer a terminal."""
    words = printable(said.message)
    status = f" ({said.status})" if said.status else ""
    return f"{what}{status}: {words}" if words else f"{what}{status}"


def printable(words: str) -> str:
    """Return a text of the service without the characters that a terminal would obey."""
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in words)
