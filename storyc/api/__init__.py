"""The client of the Comic API: one attempt for what is paid, patience for what is free."""

from .client import ComicClient, Gate
from .clock import Clock, JumpingClock, SystemClock
from .errors import (
    DownloadError,
    NoCreditsError,
    NotSentError,
    RateLimitedError,
    RejectedError,
    UnauthorisedError,
    UnavailableError,
    printable,
    spoken,
)
from .local import AsgiApp, in_process
from .patience import Patience

__all__ = [
    "AsgiApp", "Clock", "ComicClient", "DownloadError", "Gate", "JumpingClock", "NoCreditsError", "NotSentError", "Patience",
    "RateLimitedError", "RejectedError", "SystemClock", "UnauthorisedError", "UnavailableError", "in_process", "printable", "spoken",
]  # fmt: skip
