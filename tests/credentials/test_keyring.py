"""Keyrings that work, and keyrings that do not."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null

from storyc.credentials import Places, find_key, forget_key, load_records, store_key
from tests.credentials.conftest import SECRET, SERVICE, backend_of

SetBackend = Callable[[KeyringBackend], None]


def broken(*_words: Any) -> Any:
    raise RuntimeError(SECRET)


def made(kind: Any) -> KeyringBackend:
    """Return a backend of the library's own, whose types are not declared."""
    backend = kind()
    assert isinstance(backend, KeyringBackend)
    return backend


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "storyc" / "credentials.json", has_keyring=True)


def test_a_key_goes_into_the_keyring_and_no_file_has_it(places: Places, set_backend: SetBackend) -> None:
    set_backend(backend_of({}))
    where = store_key(SERVICE, SECRET, places)
    assert where.startswith("the keyring (")
    assert places.own is not None
    assert load_records(places.own) == {SERVICE: None}
    found = find_key(SERVICE, {}, places)
    assert found is not None
    assert (found.secret, found.source, found.where) == (SECRET, "keyring", where)
    assert find_key(SERVICE, {}, Places(places.own)) is None
    assert forget_key(SERVICE, places) == (where,)
    assert find_key(SERVICE, {}, places) is None
    assert list(places.own.parent.iterdir()) == []


def test_a_keyring_is_left_alone_unless_something_was_put_there(places: Places, set_backend: SetBackend) -> None:
    asked: list[str] = []

    def get(_self: object, *words: str) -> None:
        asked.extend(words)

    set_backend(backend_of({"get_password": get}))
    assert find_key(SERVICE, {}, places) is None
    assert not asked


def test_a_key_that_moves_into_the_keyring_leaves_the_file(places: Places, set_backend: SetBackend) -> None:
    assert places.own is not None
    store_key(SERVICE, SECRET, Places(places.own))
    set_backend(backend_of({}))
    store_key(SERVICE, f"{SECRET}-new", places)
    assert SECRET.encode() not in places.own.read_bytes()
    found = find_key(SERVICE, {}, places)
    assert found is not None
    assert found.secret == f"{SECRET}-new"


def test_a_keyring_whose_note_is_lost_is_still_emptied(places: Places, set_backend: SetBackend) -> None:
    set_backend(backend_of({}))
    store_key(SERVICE, SECRET, places)
    assert places.own is not None
    places.own.unlink()
    assert len(forget_key(SERVICE, places)) == 1


@pytest.mark.parametrize(
    "backend",
    [
        made(fail.Keyring),
        made(null.Keyring),
        backend_of({}, priority=0.5),
        backend_of({"priority": property(broken)}),
        backend_of({"get_password": broken}),
        backend_of({"set_password": broken}),
        backend_of({"set_password": lambda *_words: None}),
        backend_of({"get_password": lambda *_words: b"sk-bytes"}),
        backend_of(dict.fromkeys(("get_password", "set_password", "delete_password"), broken)),
    ],
    ids=["fail", "null", "plain", "shapeless", "unreadable", "unwritable", "forgetful", "odd", "broken"],
)
def test_a_keyring_that_does_not_work_is_none(backend: KeyringBackend, places: Places, set_backend: SetBackend) -> None:
    set_backend(backend)
    assert store_key(SERVICE, SECRET, places) == str(places.own)
    found = find_key(SERVICE, {}, places)
    assert found is not None
    assert found.source == "credentials file"
    assert forget_key(SERVICE, places) == (str(places.own),)


def test_a_keyring_that_breaks_later_has_no_key(places: Places, set_backend: SetBackend) -> None:
    set_backend(backend_of({}))
    store_key(SERVICE, SECRET, places)
    for backend in (made(fail.Keyring), backend_of({"get_password": broken}), backend_of({})):
        set_backend(backend)
        assert find_key(SERVICE, {}, places) is None
