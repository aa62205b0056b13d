"""What the rows of a ledger say, for whoever has it open: a build that writes, or somebody who only looks."""

from collections.abc import Callable, Iterator
from pathlib import Path
from sqlite3 import Connection
from typing import Final, TypeVar
from zlib import error as ZlibError  # noqa: N812 - an exception that is named like a function

from msgspec import MsgspecError
from msgspec.json import Decoder

from storyc.lowering import Depiction
from storyc.planning import UnitState

from .packing import unpack
from .sqlite_file import damaged, translated

_T = TypeVar("_T")
NOTE: Final = "note "
"""Before the names of notes, which share a table with what a ledger says of itself."""
_decode: Final = Decoder(UnitState).decode
_decode_depiction: Final = Decoder(Depiction).decode
_LATEST: Final = "SELECT key, latest, state FROM units LEFT JOIN events ON number = latest ORDER BY key"
_DEPICTED: Final = "SELECT key, depiction FROM units WHERE depiction IS NOT NULL ORDER BY key"


def read_latest(connection: Connection, path: Path) -> Iterator[tuple[str, int, UnitState]]:
    """Yield each unit with the number of its latest event and its state, by key. Raises: FileError."""
    with translated(path):
        for key, number, state in connection.execute(_LATEST):
            yield key.hex(), number, read_state(state, path)


def read_depictions(connection: Connection, path: Path) -> Iterator[tuple[str, Depiction]]:
    """Yield what purchases show, by key. Raises: FileError."""
    with translated(path):
        for key, depiction in connection.execute(_DEPICTED):
            yield key.hex(), _read(depiction, _decode_depiction, path)


def read_request(connection: Connection, path: Path, key: str) -> bytes:
    """Return the request of a purchase in its canonical form; empty if none is on record. Raises: FileError."""
    with translated(path):
        found = connection.execute("SELECT request FROM units WHERE key = ?", (bytes.fromhex(key),)).fetchone()
    return b"" if found is None or found[0] is None else _read(found[0], bytes, path)


def read_note(connection: Connection, path: Path, name: str) -> str:
    """Return what builds noted under a name, empty if nothing. Raises: FileError."""
    with translated(path):
        found = connection.execute("SELECT value FROM about WHERE name = ?", (f"{NOTE}{name}",)).fetchone()
    return str(found[0]) if found else ""


def read_packed_requests(connection: Connection, path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the requests on record by key, as `unpack` takes them. Raises: FileError."""
    with translated(path):
        for key, request in connection.execute("SELECT key, request FROM units WHERE request IS NOT NULL"):
            yield key.hex(), request


def unpack_request(content: bytes, path: Path) -> bytes:
    """Return a request in its canonical form. Raises: FileError."""
    return _read(content, bytes, path)


def read_state(content: bytes | None, path: Path) -> UnitState:
    """Return the state that an event holds. Raises: FileError."""
    state: UnitState = _read(content, _decode, path)
    return state


def _read(content: bytes | None, decode: Callable[[bytes], _T], path: Path) -> _T:
    try:
        return decode(unpack(content or b""))
    except (MsgspecError, UnicodeDecodeError, TypeError, ZlibError) as problem:
        raise damaged(path) from problem
