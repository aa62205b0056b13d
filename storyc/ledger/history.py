"""What a ledger says of the past: every event of every unit, and the request that was sent. Looking changes nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from storyc.errors import UsageError
from storyc.planning import Downloaded, InDoubt, StoredAsset, UnitState

from .lockfile import Purchase, load_purchases, purchase_of, state_of
from .memory import Memory
from .packing import unpack
from .sqlite_file import reading_file, translated
from .sqlite_rows import read_note, read_state

DOUBT: Final = "doubt"
"""Begins the name of the note that a ledger keeps of a unit in doubt."""


class Event(Struct, frozen=True, gc=False):
    """Something that became of a unit."""

    at_s: float
    """Unix seconds; 0 if it happened elsewhere."""
    state: UnitState


class Entry(Struct, frozen=True):
    """All that is on record of one unit."""

    key: str
    request: bytes
    """In its canonical form, with placeholders; empty if it was bought elsewhere."""
    events: tuple[Event, ...]
    """Oldest first, at least one."""
    evidence: str = ""
    """What speaks for or against it if it is in doubt; empty if nothing does."""

    @property
    def state(self) -> UnitState:
        """What it is now."""
        return self.events[-1].state

    @property
    def takes(self) -> tuple[Purchase, ...]:
        """Every result that was paid for, each generation once, with all the art that ever came home."""
        found: dict[str, Purchase] = {}
        for event in self.events:
            if (one := purchase_of(self.key, event.state)) is not None and one.generation_id:
                before = found.get(one.generation_id)
                found[one.generation_id] = one if before is None or len(one.assets) >= len(before.assets) else before
        return tuple(found.values())

    @property
    def assets(self) -> tuple[StoredAsset, ...]:
        """All art that its events name."""
        return tuple(
            asset for event in self.events if isinstance(event.state, Downloaded) for asset in event.state.assets
        )


def load_entries(memory: Memory) -> tuple[Entry, ...]:
    """Return what the ledger of a project holds, and what only its lock names, by key. Raises: FileError."""
    recorded = {entry.key: entry for entry in _read_entries(memory.ledger)} if memory.ledger.exists() else {}
    for one in load_purchases(memory.story_lock):
        recorded.setdefault(one.key, Entry(one.key, b"", (Event(0.0, state_of(one)),)))
    return tuple(recorded[key] for key in sorted(recorded))


def _read_entries(path: Path) -> tuple[Entry, ...]:
    events: defaultdict[int, list[Event]] = defaultdict(list)
    with reading_file(path) as connection, translated(path):
        for unit, at_s, state in connection.execute("SELECT unit, at_s, state FROM events ORDER BY number"):
            events[unit].append(Event(at_s, read_state(state, path)))
        units = connection.execute("SELECT id, key, request FROM units ORDER BY key").fetchall()
        evidence = {
            key.hex(): read_note(connection, path, f"{DOUBT} {key.hex()}") for _, key, _ in _doubtful(units, events)
        }
    return tuple(
        Entry(key.hex(), b"" if request is None else unpack(request), tuple(events[unit]), evidence.get(key.hex(), ""))
        for unit, key, request in units
    )


def _doubtful(
    units: Iterable[tuple[int, bytes, bytes | None]], events: Mapping[int, Sequence[Event]]
) -> Iterator[tuple[int, bytes, bytes | None]]:
    return (one for one in units if events[one[0]] and isinstance(events[one[0]][-1].state, InDoubt))


def find_key(word: str, keys: Sequence[str]) -> str:
    """Return the only key that begins with a word. Raises: UsageError."""
    found = [key for key in keys if key.startswith(word.lower())]
    if len(found) != 1 or not word:
        what = "several units begin" if found else "no unit begins"
        raise UsageError(f"{what} with `{word}`", hint="`storyc state list` shows them all")
    return found[0]
