"""What has been there before."""

from hashlib import blake2b
from typing import Final

MOST_SEEN: Final = 100_000
_KEY_BYTES: Final = 16


class Seen:
    """A memory of bounded size: the oldest is forgotten first."""

    def __init__(self, most: int = MOST_SEEN) -> None:
        self._most = most
        self._keys: dict[bytes, None] = {}

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, parts: tuple[str | bytes, ...]) -> bool:
        return _digest(parts) in self._keys

    def add(self, parts: tuple[str | bytes, ...]) -> None:
        """Remember something by its parts."""
        self._keys[_digest(parts)] = None
        if len(self._keys) > self._most:
            del self._keys[next(iter(self._keys))]


def _digest(parts: tuple[str | bytes, ...]) -> bytes:
    told = blake2b(digest_size=_KEY_BYTES)
    for part in parts:
        raw = part if isinstance(part, bytes) else part.encode()
        # with its length before it, a part cannot run into the next
        told.update(b"%d:" % len(raw) + raw)
    return told.digest()
