"""Answers that no service means to give: what stands on the line between storyc and the simulator may say anything."""

from collections.abc import Callable, Mapping
from typing import Final

from tests.faults.service import Lie, Seen
from tests.faults.world import KEY

ELSEWHERE: Final = "/elsewhere"
"""Where a redirect leads: a place that must never see the key."""
_JSON: Final = (b"content-type", b"application/json")


def _coded(status: int, code: str, message: str, *headers: tuple[bytes, bytes]) -> Lie:
    content = b'{"error":{"code":"%s","message":"%s"}}' % (code.encode(), message.encode())
    return Lie(status, content, (_JSON, *headers))


LIES: Final[Mapping[str, Lie]] = {
    "redirect": Lie(307, headers=((b"location", ELSEWHERE.encode()),)),
    "redirect-in-the-clear": Lie(302, headers=((b"location", b"http://art.example/picture.webp"),)),
    "redirect-in-circles": Lie(302, headers=((b"location", b"?again"),)),
    "bad-key": _coded(401, "unauthorized", "Invalid API key."),
    "bad-key-403": _coded(403, "forbidden", "This key was withdrawn."),
    "no-credits": _coded(402, "insufficient_credits", "Insufficient credits."),
    "no-credits-429": _coded(429, "insufficient_credits", "Insufficient credits."),
    "too-fast": _coded(429, "rate_limited", "Too many requests; slow down."),
    "too-fast-wait-40": _coded(429, "rate_limited", "Slow down.", (b"retry-after", b"40")),
    "too-fast-wait-a-year": _coded(429, "rate_limited", "Slow down.", (b"retry-after", b"31536000")),
    "not-utf-8": Lie(200, b'{"id":"\xff\xfe","status":"\xc3\x28"}', (_JSON,)),
    "json-bomb": Lie(200, b"[" * 1_000_000, (_JSON,)),
    "number-bomb": Lie(200, b'{"id":' + b"9" * 1_000_000 + b"}", (_JSON,)),
    "wrong-shape": Lie(200, b'{"id":{"id":[]},"status":7,"comics":{"page":"x"}}', (_JSON,)),
    "empty": Lie(200, b"", (_JSON,)),
    "steers-the-terminal": _coded(400, "invalid_request", "\\u001b[2J\\u001b]0;owned\\u0007\\r gone \\u202e"),
    "repeats-the-key": _coded(400, "invalid_request", f"Nobody knows {KEY}."),
    "forgotten": _coded(404, "not_found", "There is no such generation."),
    "gone": Lie(410),
    "unavailable": Lie(503),
}


class Liar:
    """Answers some of the requests of one kind."""

    def __init__(self, lie: Lie, is_meant: Callable[[Seen], bool], *, skip: int = 0, times: int = 1) -> None:
        self._lie = lie
        self._is_meant = is_meant
        self._skip = skip
        self._left = times or None

    def __call__(self, seen: Seen) -> Lie | None:
        """Return the lie if it is due."""
        if not self._is_meant(seen) or self._left == 0:
            return None
        if self._skip:
            self._skip -= 1
            return None
        if self._left is not None:
            self._left -= 1
        return self._lie


def is_order(seen: Seen) -> bool:
    """Whether a request costs money."""
    return seen.method == "POST" and seen.path.endswith("generations")


def is_question(seen: Seen) -> bool:
    """Whether a request asks where a job stands."""
    return seen.method == "GET" and "/generations/" in seen.path


def is_upload(seen: Seen) -> bool:
    """Whether a request brings a file."""
    return seen.path.endswith("/upload")


def is_asset(seen: Seen) -> bool:
    """Whether a request fetches art."""
    return seen.path.startswith("/assets/")
