"""What has become of every unit that was ever wanted: a list of events on disk, one JSON object a line.

A line is on disk when `record` returns, so what it says may be acted upon. A last line without its end was being written when the
machine died, and nothing was acted upon yet: it is left out. Any other line that cannot be read stops the build, because a hole in
this file would be paid for again.
"""

from collections.abc import Callable, Mapping
from os import fsync
from pathlib import Path
from types import MappingProxyType
from typing import Final, Protocol

from msgspec import MsgspecError, Struct
from msgspec.json import Decoder, Encoder
from msgspec.structs import replace

from storyc.errors import FileError
from storyc.planning import Downloaded, InDoubt, Intended, Planned, UnitState, may_be_settled, may_follow

from .atomic import make_directory, sync_directory, unwritable, write_atomically

FORMAT: Final = 1


class LedgerStore(Protocol):
    """The memory of builds. Every call may be repeated; what it says is on disk when it returns."""

    def states(self) -> Mapping[str, UnitState]:
        """Return the state of every unit on record, by its key."""

    def record(self, key: str, state: UnitState) -> None:
        """Set the state of a unit. Raises: FileError."""

    def settle(self, key: str, state: UnitState) -> None:
        """Set the state of a unit by the word of a person. Raises: FileError."""

    def uploads(self) -> Mapping[str, str]:
        """Return where files went, by the SHA-256 of their content."""

    def record_upload(self, sha256: str, url: str) -> None:
        """Remember where a file went. Raises: FileError."""


class _Head(Struct, frozen=True, tag="ledger", tag_field="line"):
    format: int
    made_by: str = ""


class _UnitLine(Struct, frozen=True, tag="unit", tag_field="line"):
    key: str
    state: UnitState


class _UploadLine(Struct, frozen=True, tag="upload", tag_field="line"):
    sha256: str
    url: str


_Line = _Head | _UnitLine | _UploadLine

_encode: Final = Encoder().encode
_decode: Final = Decoder(_Line).decode


class LinesLedger:
    """A ledger in one file; use it only while holding the project's lock."""

    def __init__(self, path: Path, lines: list[_Line], *, whole_bytes: int, is_durable: bool) -> None:
        """Take what `path` holds in its first `whole_bytes` bytes; the rest is the torn end of a dead build."""
        self._path = path
        self._whole_bytes = whole_bytes
        self._is_durable = is_durable
        self._states = {line.key: line.state for line in lines if isinstance(line, _UnitLine)}
        self._uploads = {line.sha256: line.url for line in lines if isinstance(line, _UploadLine)}

    def states(self) -> Mapping[str, UnitState]:
        return MappingProxyType(self._states)

    def record(self, key: str, state: UnitState) -> None:
        before = self._states.get(key, Planned())
        assert may_follow(before, state), f"{type(before).__name__} cannot become {type(state).__name__}"
        if before != state:
            self._set(key, state)

    def settle(self, key: str, state: UnitState) -> None:
        before = self._states.get(key, Planned())
        assert may_be_settled(before, state), f"{type(before).__name__} cannot become {type(state).__name__}"
        self._set(key, state)

    def uploads(self) -> Mapping[str, str]:
        return MappingProxyType(self._uploads)

    def record_upload(self, sha256: str, url: str) -> None:
        if self._uploads.get(sha256) != url:
            self._append(_UploadLine(sha256, url))
            self._uploads[sha256] = url

    def _set(self, key: str, state: UnitState) -> None:
        self._append(_UnitLine(key, state))
        self._states[key] = state

    def _append(self, line: _Line) -> None:
        text = _encode(line) + b"\n"
        try:
            with self._path.open("r+b") as file:
                file.truncate(self._whole_bytes)
                file.seek(self._whole_bytes)
                file.write(text)
                file.flush()
                if self._is_durable:
                    fsync(file.fileno())
        except OSError as problem:
            raise unwritable(self._path, problem) from problem
        self._whole_bytes += len(text)


def open_ledger(path: Path, *, has_paid_art: bool) -> LinesLedger:
    """Return the ledger of what was paid for, made anew if this project never had one.

    A unit that is found `Intended` was left behind by a build that died: it is recorded as in doubt.

    Raises: FileError if it is damaged, or missing beside art that was paid for.
    """
    lines, whole_bytes = _read(path)
    if not lines:
        if has_paid_art:
            raise FileError(
                f"{path} is missing, but there is art that was paid for beside it",
                hint="bring the file back from a copy, or move the art away to buy everything again",
            )
        whole_bytes = _begin(path, [_Head(FORMAT)], is_durable=True)
    ledger = LinesLedger(path, lines, whole_bytes=whole_bytes, is_durable=True)
    for key, state in list(ledger.states().items()):
        if isinstance(state, Intended):
            ledger.record(key, InDoubt("a build ended before the answer came", state.price_credits, state.at_s))
    return ledger


def load_states(path: Path) -> Mapping[str, UnitState]:
    """Return what a ledger says, without touching it; nothing if there is none. Raises: FileError if it is damaged."""
    lines, _ = _read(path)
    return {line.key: line.state for line in lines if isinstance(line, _UnitLine)}


def open_draft_ledger(path: Path, *, made_by: str, has: Callable[[str], bool]) -> LinesLedger:
    """Return the ledger of what was drawn on this machine by the artist `made_by`, as far as the store still has it.

    Drafts cost nothing, and their service forgets everything between two builds: whatever is damaged, unfinished or drawn by
    another version is drawn again.
    """
    kept = _drafts(path, made_by, has)
    whole_bytes = _begin(path, kept, is_durable=False)
    return LinesLedger(path, kept, whole_bytes=whole_bytes, is_durable=False)


def load_drafts(path: Path, *, made_by: str, has: Callable[[str], bool]) -> Mapping[str, UnitState]:
    """Return what `open_draft_ledger` would keep, without touching it."""
    return {line.key: line.state for line in _drafts(path, made_by, has) if isinstance(line, _UnitLine)}


def _drafts(path: Path, made_by: str, has: Callable[[str], bool]) -> list[_Line]:
    try:
        lines, _ = _read(path)
    except FileError:
        lines = []
    head = _Head(FORMAT, made_by)
    kept: list[_Line] = [head]
    if lines and lines[0] == head:
        last = {line.key: line.state for line in lines if isinstance(line, _UnitLine)}
        for key, state in sorted(last.items()):
            if isinstance(state, Downloaded) and all(has(asset.sha256) for asset in state.assets):
                forgotten = tuple(replace(asset, url="") for asset in state.assets)
                kept.append(_UnitLine(key, replace(state, assets=forgotten)))
    return kept


def _begin(path: Path, lines: list[_Line], *, is_durable: bool) -> int:
    text = b"".join(_encode(line) + b"\n" for line in lines)
    make_directory(path.parent)
    write_atomically(path, text, is_durable=is_durable)
    if is_durable:
        sync_directory(path.parent.parent)
    return len(text)


def _read(path: Path) -> tuple[list[_Line], int]:
    """Return the whole lines of a ledger and their length in bytes; nothing if there is no file."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return [], 0
    except OSError as problem:
        raise FileError(f"cannot read {path}: {problem.strerror or problem}") from problem
    *texts, torn = content.split(b"\n")
    lines: list[_Line] = []
    for number, text in enumerate(texts, 1):
        try:
            lines.append(_decode(text))
        except (MsgspecError, UnicodeDecodeError) as problem:
            raise _damaged(path, number) from problem
    if not content:
        return [], 0
    if not lines or not isinstance(lines[0], _Head):
        raise _damaged(path, 1)
    if lines[0].format != FORMAT:
        raise FileError(f"{path} was written by a newer storyc", hint="use that one for this project")
    return lines, len(content) - len(torn)


def _damaged(path: Path, line: int) -> FileError:
    return FileError(
        f"{path}:{line} is damaged, so nobody knows what was paid for; nothing is bought",
        hint="bring the file back from a copy",
    )
