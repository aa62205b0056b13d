"""How a build finds its ledger, whatever became of it.

A ledger that is missing is begun anew only where nothing was paid for, or where `story.lock` says what was. One that is damaged is never
begun anew: nobody but a person can say that what it held does not matter.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from storyc.errors import FileError
from storyc.lowering import Depiction
from storyc.planning import Downloaded, InDoubt, Intended, Planned, UnitState

from .lockfile import Purchase, state_of
from .sqlite_file import begin_file, beside, damaged, reading_file, translated
from .sqlite_ledger import SqliteLedger
from .sqlite_rows import read_depictions, read_latest, read_note, read_packed_requests, unpack_request


def open_ledger(path: Path, *, purchases: Iterable[Purchase] = (), has_paid_art: bool) -> SqliteLedger:
    """Return the ledger of what was paid for, with what `story.lock` says was bought elsewhere.

    A unit that is found `Intended` was left behind by a build that died: it is recorded as in doubt.

    Raises: FileError if it is damaged, or missing beside art that was paid for and that nothing else names.
    """
    bought = list(purchases)
    expect_ledger(path, purchases=bought, has_paid_art=has_paid_art)
    if not path.exists():
        begin_file(path, "", is_durable=True)
    ledger = SqliteLedger(path)
    try:
        for key, state in list(ledger.states().items()):
            if isinstance(state, Intended):
                ledger.record(key, InDoubt("a build ended before the answer came", state.price_credits, state.at_s))
        ledger.settle(_news(bought, ledger.states()), {one.key: one.depiction for one in bought if one.depiction.shown})
    except BaseException:
        ledger.close()
        raise
    return ledger


def expect_ledger(path: Path, *, purchases: Collection[Purchase], has_paid_art: bool) -> None:
    """Refuse to go on without a ledger where something was paid for. Raises: FileError."""
    if path.exists():
        return
    if beside(path, "-wal").exists():
        raise damaged(path)
    if has_paid_art and not purchases:
        raise FileError(
            f"{path} is missing, but there is art that was paid for beside it",
            hint="bring the file or story.lock back from a copy, or move the art away to buy everything again",
        )


def load_states(path: Path, *, purchases: Iterable[Purchase] = ()) -> Mapping[str, UnitState]:
    """Return what `open_ledger` would say, without touching anything. Raises: FileError if it is damaged."""
    states: dict[str, UnitState] = {}
    if path.exists():
        with reading_file(path) as connection:
            states.update((key, state) for key, _, state in read_latest(connection, path))
    states.update(_news(purchases, states))
    return states


def load_depictions(path: Path, *, purchases: Iterable[Purchase] = ()) -> Mapping[str, Depiction]:
    """Return what the depictions of an `open_ledger` would be, without touching anything. Raises: FileError if it is damaged."""
    found = {one.key: one.depiction for one in purchases if one.depiction.shown}
    if path.exists():
        with reading_file(path) as connection:
            found.update(read_depictions(connection, path))
    return found


def load_requests(path: Path) -> Callable[[str], bytes]:
    """Return what gives the request of a purchase, empty if none is on record, without touching anything.

    The file is read once, at the first question. It may raise a FileError then.
    """

    @cache
    def packed() -> Mapping[str, bytes]:
        if not path.exists():
            return {}
        with reading_file(path) as connection:
            return dict(read_packed_requests(connection, path))

    def request(key: str) -> bytes:
        content = packed().get(key)
        return b"" if content is None else unpack_request(content, path)

    return request


def load_note(path: Path, name: str) -> str:
    """Return what a ledger keeps under a name, empty if nothing, without touching it. Raises: FileError if it is damaged."""
    if not path.exists():
        return ""
    with reading_file(path) as connection:
        return read_note(connection, path, name)


def open_draft_ledger(path: Path, *, made_by: str, has: Callable[[str], bool]) -> SqliteLedger:
    """Return the ledger of what was drawn on this machine by the artist `made_by`, as far as the store still has it.

    Drafts cost nothing, and their service forgets everything between two builds: whatever is damaged, unfinished or drawn by
    another version is drawn again.
    """
    if not _is_made_by(path, made_by):
        for ending in ("", "-wal", "-shm"):
            beside(path, ending).unlink(missing_ok=True)
        begin_file(path, made_by, is_durable=False)
    return SqliteLedger(path, is_durable=False, has_uploads=False, seen_as=lambda state: _still_drawn(state, has))


def load_drafts(path: Path, *, made_by: str, has: Callable[[str], bool]) -> Mapping[str, UnitState]:
    """Return what `open_draft_ledger` would keep, without touching it."""
    if not _is_made_by(path, made_by):
        return {}
    drawn = ((key, _still_drawn(state, has)) for key, state in load_states(path).items())
    return {key: state for key, state in drawn if state is not None}


def _news(purchases: Iterable[Purchase], states: Mapping[str, UnitState]) -> dict[str, UnitState]:
    """Return what was bought elsewhere of units that nothing was bought of here."""
    return {one.key: state_of(one) for one in purchases if isinstance(states.get(one.key, Planned()), Planned)}


def _is_made_by(path: Path, made_by: str) -> bool:
    """Whether a draft ledger can be used at all."""
    try:
        with reading_file(path) as connection, translated(path):
            found = connection.execute("SELECT value FROM about WHERE name = 'made_by'").fetchone()
            for _ in read_latest(connection, path):
                pass
            return bool(found == (made_by,))
    except FileError:
        return False


def _still_drawn(state: UnitState, has: Callable[[str], bool]) -> UnitState | None:
    if not isinstance(state, Downloaded) or not all(has(asset.sha256) for asset in state.assets):
        return None
    return replace(state, assets=tuple(replace(asset, url="") for asset in state.assets))
