"""`story.lock`: what was paid for, as text for version control.

One line a purchase, in the order of their keys: unit, generation, price, and the art by page and panel. It holds no times and no
secrets, and every line stays true whatever stands beside it; so two branches merge by keeping the lines of both, and the marks that a
merge leaves around a conflict mean nothing. Of two purchases of one unit both lines stay.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from re import ASCII
from re import compile as pattern
from typing import Final
from urllib.parse import quote, unquote

from msgspec import Struct

from storyc.errors import FileError
from storyc.planning import Downloaded, Failed, StoredAsset, Submitted, Succeeded, UnitState

from .atomic import write_atomically

STORY_LOCK: Final = "story.lock"
FORMAT: Final = 1
_HEAD: Final = f"# storyc lock {FORMAT}: what was paid for; keep it in version control, and every line in a merge"
_HEAD_LINE: Final = pattern(r"# storyc lock ([0-9]{1,9})\b.*")
_MERGE_MARK: Final = pattern(r"(<{7}|={7}|>{7}|\|{7})( .*)?")
_LINE: Final = pattern(r"([0-9a-f]{64}) (\S+) ([0-9]{1,12})((?: \S+)*)", ASCII)
_ASSET: Final = pattern(
    r"([0-9]{1,6})\.([0-9]{1,6})=([0-9a-f]{64}):([0-9]{1,6})x([0-9]{1,6}):([a-z]+/[a-z0-9.+-]+)", ASCII
)


class Purchase(Struct, frozen=True, gc=False):
    """One paid generation."""

    key: str
    """Of the unit."""
    generation_id: str
    price_credits: int
    assets: tuple[StoredAsset, ...]
    """Without addresses; empty if its art is not at home yet."""


def read_purchases(text: str, name: str) -> tuple[Purchase, ...]:
    """Return what a lock says, once for each unit: of several purchases the one with the most art. Raises: FileError."""
    best: dict[str, Purchase] = {}
    for one in _read_lines(text, name):
        known = best.get(one.key)
        if known is None or _rank(one) < _rank(known):
            best[one.key] = one
    return tuple(best[key] for key in sorted(best))


def write_purchases(purchases: Iterable[Purchase]) -> str:
    """Return the text of a lock."""
    whole: dict[tuple[str, str], Purchase] = {}
    for one in purchases:
        place = (one.key, one.generation_id)
        if place not in whole or len(one.assets) >= len(whole[place].assets):
            whole[place] = one
    return "".join(f"{line}\n" for line in (_HEAD, *(_line(whole[place]) for place in sorted(whole))))


def load_purchases(path: Path) -> tuple[Purchase, ...]:
    """Return what the lock of a project says; nothing if there is none. Raises: FileError."""
    return read_purchases(_load(path), path.name)


def load_takes(path: Path) -> tuple[Purchase, ...]:
    """Return every line of a lock, of several purchases of a unit all. Raises: FileError."""
    return tuple(_read_lines(_load(path), path.name))


def save_purchases(path: Path, states: Mapping[str, UnitState], *, forgotten: str = "") -> None:
    """Bring a lock up to date: what it said stays, but for the unit `forgotten`. Raises: FileError."""
    before = _load(path)
    known = [one for one in _read_lines(before, path.name) if one.key != forgotten]
    bought = [one for key, state in states.items() if (one := purchase_of(key, state)) is not None]
    if known or bought or before:
        text = write_purchases([*known, *bought])
        if text != before:
            write_atomically(path, text.encode())


def purchase_of(key: str, state: UnitState) -> Purchase | None:
    """Return what a state says was bought; None if nothing was, or nobody knows its generation."""
    match state:
        case Downloaded():
            return Purchase(key, state.generation_id, state.price_credits, state.assets)
        case Submitted() | Succeeded() | Failed() if state.generation_id:
            return Purchase(key, state.generation_id, state.price_credits, ())
        case _:
            return None


def state_of(purchase: Purchase) -> UnitState:
    """Return what a ledger makes of a purchase that another one paid for."""
    if purchase.assets:
        return Downloaded(purchase.generation_id, purchase.price_credits, purchase.assets)
    return Submitted(purchase.generation_id, purchase.price_credits, 0.0)


def _load(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as problem:
        raise FileError(f"{path.name} is not text") from problem
    except OSError as problem:
        raise FileError(f"cannot read {path}: {problem.strerror or problem}") from problem


def _read_lines(text: str, name: str) -> list[Purchase]:
    found: list[Purchase] = []
    for number, line in enumerate(text.splitlines(), 1):
        if head := _HEAD_LINE.fullmatch(line):
            if int(head[1]) > FORMAT:
                raise FileError(f"{name} was written by a newer storyc", hint="use that one for this project")
        elif line.strip() and not _MERGE_MARK.fullmatch(line):
            found.append(_read_line(line, f"{name}:{number}"))
    return found


def _read_line(line: str, place: str) -> Purchase:
    parts = _LINE.fullmatch(line)
    assets = [_ASSET.fullmatch(word) for word in parts[4].split()] if parts else []
    if not parts or not all(assets):
        raise FileError(
            f"{place} makes no sense, so nobody knows what was paid for; nothing is bought",
            hint="bring the line back from version control, or remove it to buy its unit again",
        )
    stored = tuple(
        StoredAsset(int(one[1]), int(one[2]), "", one[3], int(one[4]), int(one[5]), one[6]) for one in assets if one
    )
    return Purchase(parts[1], unquote(parts[2]), int(parts[3]), stored)


def _line(one: Purchase) -> str:
    art = (
        f" {asset.page}.{asset.panel}={asset.sha256}:{asset.width_px}x{asset.height_px}:{asset.media_type}"
        for asset in one.assets
    )
    return f"{one.key} {quote(one.generation_id, safe='')} {one.price_credits}{''.join(art)}"


def _rank(one: Purchase) -> tuple[int, str]:
    return -len(one.assets), one.generation_id
