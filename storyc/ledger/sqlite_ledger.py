"""The ledger of one project, in SQLite: events are appended, and the latest event of a unit is its state.

Each change is one transaction that has reached the disk when the call returns. It names the event that it follows; if another writer
came in between, the change is not made.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from os import stat_result
from pathlib import Path
from sqlite3 import Cursor
from time import time
from types import MappingProxyType
from typing import Final

from msgspec.json import Encoder

from storyc.errors import FileError, RefusedError
from storyc.lowering import Depiction
from storyc.planning import Intended, Planned, UnitState, may_be_settled, may_follow

from .packing import pack
from .sqlite_file import open_file, translated
from .sqlite_rows import NOTE, read_depictions, read_latest, read_note, read_request

UPLOAD_LIVES_S: Final = 86_400.0
"""How long the address of an upload is trusted. Nobody says how long it lives, and a request with a dead one may be paid for."""
_KEPT_SLOTS: Final = 1000
_encode: Final = Encoder().encode
_NOTHING: Final[Mapping[str, Depiction]] = {}


class SqliteLedger:
    """A ledger in one file; use it only while holding the project's lock."""

    def __init__(
        self,
        path: Path,
        *,
        is_durable: bool = True,
        has_uploads: bool = True,
        seen_as: Callable[[UnitState], UnitState | None] = lambda state: state,
    ) -> None:
        """Open a ledger that exists. Raises: FileError.

        `has_uploads` says whether the service still has what was uploaded, `seen_as` what a state on disk means today, None for
        nothing.
        """
        self._path = path
        self._connection = open_file(path, is_durable=is_durable)
        self._file = _identity(path.stat())
        self._states: dict[str, UnitState] = {}
        self._latest: dict[str, int] = {}
        self._depictions: dict[str, Depiction] | None = None
        try:
            for key, number, state in read_latest(self._connection, path):
                self._latest[key] = number
                if (seen := seen_as(state)) is not None:
                    self._states[key] = seen
            self._uploads: dict[str, str] = {}
            if has_uploads:
                since = (time() - UPLOAD_LIVES_S,)
                self._uploads.update(self._connection.execute("SELECT sha256, url FROM uploads WHERE at_s > ?", since))
        except BaseException:
            self._connection.close()
            raise

    def states(self) -> Mapping[str, UnitState]:
        return MappingProxyType(self._states)

    def depictions(self) -> Mapping[str, Depiction]:
        if self._depictions is None:
            self._depictions = dict(read_depictions(self._connection, self._path))
        return MappingProxyType(self._depictions)

    def request(self, key: str) -> bytes:
        return read_request(self._connection, self._path, key)

    def intend(self, key: str, state: Intended, request: bytes, depiction: Depiction) -> None:
        before = self._state(key)
        assert may_follow(before, state), f"{type(before).__name__} cannot be claimed"
        if before != state:
            self._append({key: state}, {key: depiction}, request)

    def record(self, key: str, state: UnitState) -> None:
        assert not isinstance(state, Intended), "a purchase is claimed with its request"
        before = self._state(key)
        assert may_follow(before, state), f"{type(before).__name__} cannot become {type(state).__name__}"
        if before != state:
            self._append({key: state})

    def settle(self, states: Mapping[str, UnitState], depictions: Mapping[str, Depiction] = _NOTHING) -> None:
        changes = {key: state for key, state in states.items() if self._state(key) != state}
        for key, state in changes.items():
            before = self._state(key)
            assert may_be_settled(before, state), f"{type(before).__name__} cannot become {type(state).__name__}"
        if changes:
            self._append(changes, depictions)

    def uploads(self) -> Mapping[str, str]:
        return MappingProxyType(self._uploads)

    def record_upload(self, sha256: str, url: str) -> None:
        if self._uploads.get(sha256) != url:
            with self._transaction() as run:
                run("INSERT OR REPLACE INTO uploads VALUES (?, ?, ?)", (sha256, url, time()))
            self._uploads[sha256] = url

    def use_up(self, plan_id: str) -> None:
        with self._transaction() as run:
            if run("INSERT OR IGNORE INTO plans VALUES (?, ?)", (plan_id, time())).rowcount == 0:
                raise RefusedError("this plan was carried out before", hint="`storyc plan --out FILE` makes a new one")

    def slots_s(self) -> tuple[float, ...]:
        with translated(self._path):
            return tuple(at_s for (at_s,) in self._connection.execute("SELECT at_s FROM slots ORDER BY at_s"))

    def record_slot(self, at_s: float) -> None:
        with self._transaction() as run:
            run("INSERT INTO slots VALUES (?)", (at_s,))
            run("DELETE FROM slots WHERE rowid <= (SELECT max(rowid) FROM slots) - ?", (_KEPT_SLOTS,))

    def note(self, name: str) -> str:
        return read_note(self._connection, self._path, name)

    def record_note(self, name: str, text: str) -> None:
        with self._transaction() as run:
            run("INSERT OR REPLACE INTO about VALUES (?, ?)", (f"{NOTE}{name}", text))

    def close(self) -> None:
        self._connection.close()

    def _state(self, key: str) -> UnitState:
        return self._states.get(key, Planned())

    def _append(
        self,
        changes: Mapping[str, UnitState],
        depictions: Mapping[str, Depiction] = _NOTHING,
        request: bytes | None = None,
    ) -> None:
        """Add an event to each unit, all or none, if the ledger still says what it said when it was opened."""
        written: dict[str, int] = {}
        with self._transaction() as run:
            for key, state in changes.items():
                name = bytes.fromhex(key)
                run("INSERT OR IGNORE INTO units (key, latest) VALUES (?, 0)", (name,))
                unit, latest = run("SELECT id, latest FROM units WHERE key = ?", (name,)).fetchone()
                if latest != self._latest.get(key, 0):
                    raise FileError(f"another program has written to {self._path} meanwhile", hint="build again")
                event = (unit, time(), pack(_encode(state)))
                number = run("INSERT INTO events (unit, at_s, state) VALUES (?, ?, ?)", event).lastrowid
                assert number is not None
                run("UPDATE units SET latest = ? WHERE id = ?", (number, unit))
                if request is not None:
                    run("UPDATE units SET request = ? WHERE id = ?", (pack(request), unit))
                if key in depictions:
                    run("UPDATE units SET depiction = ? WHERE id = ?", (pack(_encode(depictions[key])), unit))
                written[key] = number
        self._states.update(changes)
        self._latest.update(written)
        if self._depictions is not None:
            self._depictions.update((key, depictions[key]) for key in changes if key in depictions)

    @contextmanager
    def _transaction(self) -> Iterator[Callable[..., Cursor]]:
        run = self._connection.execute
        with translated(self._path):
            run("BEGIN IMMEDIATE")
            try:
                self._look_at_file()
                yield run
                run("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    run("ROLLBACK")
                raise

    def _look_at_file(self) -> None:
        """Writing to a file that has lost its name succeeds and is forgotten. Raises: FileError."""
        try:
            is_there = _identity(self._path.stat()) == self._file
        except OSError:
            is_there = False
        if not is_there:
            raise FileError(f"{self._path} was deleted or replaced during the build", hint="bring it back, then build")


def _identity(found: stat_result) -> tuple[int, int]:
    return found.st_dev, found.st_ino
