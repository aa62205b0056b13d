"""The keyring of the operating system, by the `keyring` library, which is an extra.

Its backends are anybody's plug-ins and raise what they like; whatever goes wrong, there is no key in it and none is put there.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any, Final, TypeVar

_T = TypeVar("_T")
_NAME: Final = "storyc"
_RECOMMENDED: Final = 1
"""The priority from which on backends keep secrets; those below it keep nothing, or plain text."""


class Ring:
    """A keyring that keeps secrets."""

    def __init__(self, backend: Any) -> None:
        self._backend = backend

    @property
    def name(self) -> str:
        """What to call it to people."""
        kind = type(self._backend)
        return f"the keyring ({kind.__module__.rpartition('.')[2]})"

    def find(self, service: str) -> str | None:
        """Return what is kept for a service, None if nothing is."""
        found = _attempt(lambda: self._backend.get_password(_NAME, service))
        return found if isinstance(found, str) else None

    def keep(self, service: str, secret: str) -> bool:
        """Keep a secret and return whether it is there now."""
        _attempt(lambda: self._backend.set_password(_NAME, service, secret))
        return self.find(service) == secret

    def forget(self, service: str) -> bool:
        """Remove what is kept for a service and return whether there was something and now there is not."""
        if self.find(service) is None:
            return False
        _attempt(lambda: self._backend.delete_password(_NAME, service))
        return self.find(service) is None


def open_ring() -> Ring | None:
    """Return the keyring of this user, None without the library or without one that keeps secrets."""
    return _attempt(_open)


def _open() -> Ring | None:
    backend = import_module("keyring").get_keyring()
    return Ring(backend) if backend.priority >= _RECOMMENDED else None


def _attempt(call: Callable[[], _T]) -> _T | None:
    try:
        return call()
    except Exception:  # noqa: BLE001 - see above
        return None
