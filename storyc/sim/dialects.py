"""The service as its different descriptions tell it: its words for where a job stands, its sizes, its errors, its answers.

`newest` is what captured answers and the official clients agree on, and takes the sizes of every description. `model-card` and
`docs-page` follow one page each, strictly. Where a page is silent, `newest` fills the gap.
"""

from collections.abc import Mapping
from typing import Any, Final, Literal

from msgspec import Struct

from storyc.wire import PROFILES, Profile

Envelope = Literal["coded", "plain", "titled"]
"""How an error is wrapped: an object with a code, only a text, or a title and a text."""
Stage = Literal["queued", "running", "done", "failed", "cancelled"]

_TITLES: Final = {
    400: "Bad Request",
    401: "Unauthorized",
    402: "Payment Required",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    408: "Request Timeout",
    409: "Conflict",
    413: "Content Too Large",
    429: "Too Many Requests",
}


class Dialect(Struct, frozen=True):
    """One way of telling."""

    name: str
    profile: Profile | None
    """Whose sizes are taken; None for those of every description."""
    stages: Mapping[Stage, str]
    """The word for each stage."""
    envelope: Envelope
    tells_output: bool = False
    """Whether a job is told as one `output` with its `createdAt`, and page by page only if it has several panels."""
    has_error_objects: bool = False
    """Whether a failed job says why in an object, not in a text."""


_CAPTURED: Final[Mapping[Stage, str]] = {
    "queued": "LOADING",
    "running": "LOADING",
    "done": "PROCESSED",
    "failed": "FAILED",
    "cancelled": "CANCELLED",
}

NEWEST: Final = Dialect("newest", None, _CAPTURED, "coded")
DIALECTS: Final[Mapping[str, Dialect]] = {
    "newest": NEWEST,
    "model-card": Dialect(
        "model-card",
        PROFILES["model-card"],
        {**_CAPTURED, "queued": "QUEUED", "running": "PROCESSING"},
        "coded",
        has_error_objects=True,
    ),
    "docs-page": Dialect(
        "docs-page",
        PROFILES["docs-page"],
        {**_CAPTURED, "queued": "PENDING", "running": "PROCESSING", "done": "SUCCEEDED"},
        "plain",
        tells_output=True,
    ),
}


def wrap_error(envelope: Envelope, status: int, body: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a coded error in another envelope."""
    error = body["error"]
    match envelope:
        case "coded":
            return body
        case "plain":
            return {"error": error["message"]}
        case "titled":
            return {"error": _TITLES.get(status, "Error"), "message": error["message"]}
