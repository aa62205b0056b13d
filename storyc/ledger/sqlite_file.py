"""The file of a ledger: its tables, how it begins, how it is opened, and what SQLite's complaints mean.

A file that exists is whole, because it is made under another name and renamed: an empty or torn one was damaged later, and nothing is
bought on the word of a damaged ledger.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from os import fsync
from pathlib import Path
from sqlite3 import (
    SQLITE_BUSY,
    SQLITE_CORRUPT,
    SQLITE_FULL,
    SQLITE_IOERR,
    SQLITE_NOTADB,
    SQLITE_SCHEMA,
    Connection,
    DatabaseError,
    connect,
)
from typing import Final

from storyc.disk import make_directory, sync_directory, temporary_path, unwritable
from storyc.errors import FileError

from .versions import too_new

FORMAT: Final = 1
_APPLICATION_ID: Final = 0x73746F72
"""Tells a ledger from other SQLite files."""
_WAIT_S: Final = 10.0
_PRIMARY_CODE: Final = 0xFF
_SCHEMA: Final = f"""
PRAGMA application_id = {_APPLICATION_ID};
PRAGMA user_version = {FORMAT};
BEGIN;
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE units (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, request BLOB, depiction BLOB, latest INTEGER NOT NULL);
CREATE TABLE events (number INTEGER PRIMARY KEY, unit INTEGER NOT NULL, at_s REAL NOT NULL, state BLOB NOT NULL);
CREATE TABLE uploads (sha256 TEXT PRIMARY KEY, url TEXT NOT NULL, at_s REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE slots (at_s REAL NOT NULL);
CREATE TABLE plans (id TEXT PRIMARY KEY, at_s REAL NOT NULL) WITHOUT ROWID;
"""


def begin_file(path: Path, made_by: str, *, is_durable: bool) -> None:
    """Put an empty ledger at a path where none is. Raises: FileError."""
    make_directory(path.parent)
    temporary = temporary_path(path)
    try:
        with translated(path):
            connection = connect(temporary, isolation_level=None)
            try:
                connection.executescript(_SCHEMA)
                connection.execute("INSERT INTO about VALUES ('made_by', ?)", (made_by,))
                connection.execute("COMMIT")
                # only now: what could not be moved from a log would be lost when the file gets its name
                connection.execute("PRAGMA journal_mode = WAL")
            finally:
                connection.close()
        if is_durable:
            with temporary.open("rb+") as file:
                fsync(file.fileno())
        temporary.replace(path)
        if is_durable:
            sync_directory(path.parent)
            sync_directory(path.parent.parent)
    except OSError as problem:
        raise unwritable(path, problem) from problem
    finally:
        for ending in ("", "-wal", "-shm"):
            beside(temporary, ending).unlink(missing_ok=True)


def open_file(path: Path, *, is_durable: bool) -> Connection:
    """Return a connection that may write, after a look at the whole file. Raises: FileError."""
    if not path.is_file():
        raise FileError(f"{path} is no file")
    with translated(path):
        connection = connect(path, timeout=_WAIT_S, isolation_level=None)
        try:
            _check(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA synchronous = {'FULL' if is_durable else 'OFF'}")
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def reading_file(path: Path) -> Iterator[Connection]:
    """Give a connection that changes nothing, not even the folder, unless a build is at work or died there. Raises: FileError."""
    manner = "mode=ro" if beside(path, "-wal").exists() else "mode=ro&immutable=1"
    with translated(path):
        connection = connect(f"{path.absolute().as_uri()}?{manner}", uri=True, timeout=_WAIT_S, isolation_level=None)
        try:
            _check(connection, path)
            yield connection
        finally:
            connection.close()


def beside(path: Path, ending: str) -> Path:
    """Return the path of one of the files that SQLite keeps beside a database."""
    return path.with_name(path.name + ending)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite complains of into a FileError."""
    try:
        yield
    except DatabaseError as problem:
        match getattr(problem, "sqlite_errorcode", 0) & _PRIMARY_CODE:
            case code if code in (SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_SCHEMA):
                raise damaged(path) from problem
            case code if code == SQLITE_FULL:
                raise FileError(
                    f"cannot write {path}: the disk is full", hint="nothing is lost; make room and build again"
                ) from problem
            case code if code == SQLITE_BUSY:
                raise FileError(f"{path} is in use by another program", hint="close it and build again") from problem
            case code if code == SQLITE_IOERR:
                raise FileError(
                    f"cannot use {path}: the disk does not read or write it ({problem})",
                    hint="what is on record stays so; see whether the disk is full or failing, then build again",
                ) from problem
            case _:
                raise FileError(f"cannot use {path}: {problem}") from problem


def damaged(path: Path) -> FileError:
    """Return the failure to believe a ledger."""
    return FileError(
        f"{path} is damaged, so nobody knows what was paid for; nothing is bought",
        hint="bring the file back from a copy, or move it away: what story.lock names is taken from there",
    )


def _check(connection: Connection, path: Path) -> None:
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application_id != _APPLICATION_ID or version < 1:
        raise damaged(path)
    if version > FORMAT:
        raise too_new(str(path))
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise damaged(path)
