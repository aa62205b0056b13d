"""Keyrings that keep what they are given, and some that do not."""

from collections.abc import Callable, Iterator
from typing import Any

import keyring
import pytest
from keyring.backend import KeyringBackend

SERVICE = "https://api.llamagen.ai"
SECRET = "sk-a-key-nobody-has-0123456789"


def backend_of(members: dict[str, Any], priority: float = 5) -> KeyringBackend:
    """Return a backend that the library does not know of until it is set."""
    kept: dict[tuple[str, str], str] = {}

    def get(_self: object, service: str, username: str) -> str | None:
        return kept.get((service, username))

    def put(_self: object, service: str, username: str, password: str) -> None:
        kept[service, username] = password

    def delete(_self: object, service: str, username: str) -> None:
        del kept[service, username]

    methods = {"get_password": get, "set_password": put, "delete_password": delete, "priority": priority}
    made = type("Kept", (KeyringBackend,), {**methods, **members})()
    KeyringBackend._classes.discard(type(made))
    assert isinstance(made, KeyringBackend)
    return made


@pytest.fixture
def set_backend() -> Iterator[Callable[[KeyringBackend], None]]:
    """A function that makes a backend the keyring of this process, for one test."""
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)
