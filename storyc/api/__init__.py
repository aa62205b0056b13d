"""The client of the Comic API: one attempt for what is paid, patience for what is free."""

from .client import ComicClient
from .clock import Clock, JumpingClock, SystemClock
from .errors import (
    DownloadError,
    NoCreditsError,
    NotSentError,
    RateLimitedError,
    RejectedError,
    UnauthorisedError,
    UnavailableError,
    UnfitError,
    printable,
    spoken,
)
from .local import AsgiApp, in_process
from .mcp_face import MCP_URL, mcp_client
from .patience import Patience
from .service import ComicService, Gate

__all__ = [
    "MCP_URL", "AsgiApp", "Clock", "ComicClient", "ComicService", "DownloadError", "Gate", "JumpingClock", "NoCreditsError",
    "NotSentError", "Patience", "RateLimitedError", "RejectedError", "SystemClock", "UnauthorisedError", "UnavailableError",
    "UnfitError", "in_process", "mcp_client", "printable", "spoken",
]  # fmt: skip
