"""The key, kept out of whatever the service says: it is quoted in messages, and a service may repeat what it was told."""

from json import dumps, loads
from typing import Final, TypeVar, cast

_T = TypeVar("_T")
_HIDDEN: Final = "***"
_SECRET_CHARACTERS: Final = 12
"""Shorter keys are no secrets: the simulator's are words that an answer may hold for other reasons."""


class Secret:
    """A key that is not to be shown."""

    def __init__(self, key: str) -> None:
        self._key = key if len(key) >= _SECRET_CHARACTERS else None

    def hide(self, text: str) -> str:
        """Return a text without the key."""
        return text if self._key is None else text.replace(self._key, _HIDDEN)

    def hide_in(self, value: _T) -> _T:
        """Return a JSON value without the key."""
        if self._key is None:
            return value
        text, written = dumps(value), dumps(self._key)[1:-1]
        return cast("_T", loads(text.replace(written, _HIDDEN))) if written in text else value
