"""What a refusal of the service means for money."""

from collections.abc import Mapping
from typing import Final

from storyc.errors import StorycError
from storyc.wire import read_error

from .errors import NoCreditsError, RateLimitedError, RejectedError, UnauthorisedError
from .exchange import read_retry_after

_FIRST_REFUSAL: Final = 400
_FIRST_SERVER_ERROR: Final = 500
_UNDECIDED: Final = frozenset({408, 425, 499})
"""Refusals that do not say whether the work was begun."""


def read_refusal(status: int, headers: Mapping[str, str], payload: object, *, now_s: float) -> StorycError | None:
    """Return what an answer with an HTTP status means; None if it leaves open whether the work was begun."""
    if not _FIRST_REFUSAL <= status < _FIRST_SERVER_ERROR or status in _UNDECIDED:
        return None
    said = read_error(status, payload)
    if said.is_about_credits:
        return NoCreditsError(said)
    if said.is_about_credentials:
        return UnauthorisedError(said)
    if said.is_about_rate:
        return RateLimitedError(said, retry_after_s=read_retry_after(headers, now_s=now_s))
    return RejectedError(said)
