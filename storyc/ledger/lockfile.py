"""`story.lock`: what was paid for, as text for version control.

One line a purchase, in the order of their keys: unit, generation, price, the art by page and panel, and what it shows. What may have been
paid for has `?` in the place of its generation, until somebody settles it. It holds no times and no
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

from storyc.disk import write_atomically
from storyc.errors import FileError
from storyc.lowering import Depiction, Operation, Shown
from storyc.planning import Downloaded, Failed, InDoubt, Intended, StoredAsset, Submitted, Succeeded, UnitState

from .versions import too_new

STORY_LOCK: Final = "story.lock"
FORMAT: Final = 1
_HEAD: Final = f"# storyc lock {FORMAT}: what was paid for; keep it in version control, and every line in a merge"
_HEAD_LINE: Final = pattern(r"# storyc lock ([0-9]{1,9})\b.*")
_MERGE_MARK: Final = pattern(r"(<{7}|={7}|>{7}|\|{7})( .*)?")
_LINE: Final = pattern(r"([0-9a-f]{64}) (\S+) ([0-9]{1,12})((?: \S+)*)", ASCII)
_ASSET: Final = pattern(
    r"([0-9]{1,6})\.([0-9]{1,6})=([0-9a-f]{64}):([0-9]{1,6})x([0-9]{1,6}):([a-z]+/[a-z0-9.+-]+)", ASCII
)
_SHOWN: Final = pattern(r"([0-9]{1,6})\.([0-9]{1,6})~([0-9a-f]{32})", ASCII)
_FACT: Final = pattern(r"(operation|terms|changes|at|from)=(\S+)", ASCII)
_UNCERTAIN: Final = "?"
_PLACE: Final = pattern(r"([0-9]{1,6})\.([0-9]{1,6})", ASCII)
_PAGE: Final = pattern(r"[0-9]{1,6}", ASCII)
_OPERATIONS: Final[dict[str, Operation]] = {
    "create": "create",
    "redraw": "redraw",
    "continue": "continue",
    "video": "video",
}
_UNKNOWN: Final = Depiction("create")
_NOTHING: Final[Mapping[str, Depiction]] = {}


class Purchase(Struct, frozen=True, gc=False):
    """One paid generation."""

    key: str
    """Of the unit."""
    generation_id: str
    """Empty if it may have been bought, and nobody knows its generation."""
    price_credits: int
    assets: tuple[StoredAsset, ...]
    """Without addresses; empty if its art is not at home yet."""
    depiction: Depiction = _UNKNOWN
    first_page: int = 0
    """Where its pages begin in the generation, from 0."""


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
    return tuple(one for one in _read_lines(_load(path), path.name) if one.generation_id)


def save_purchases(
    path: Path, states: Mapping[str, UnitState], depictions: Mapping[str, Depiction] = _NOTHING, *, forgotten: str = ""
) -> None:
    """Bring a lock up to date: what it said was bought stays, but for the unit `forgotten`. Raises: FileError."""
    before = _load(path)
    known = [one for one in _read_lines(before, path.name) if one.key != forgotten and one.generation_id]
    bought = [
        one
        for key, state in states.items()
        if (one := purchase_of(key, state, depictions.get(key, _UNKNOWN))) is not None
    ]
    if known or bought or before:
        text = write_purchases([*known, *bought])
        if text != before:
            write_atomically(path, text.encode())


def purchase_of(key: str, state: UnitState, depiction: Depiction = _UNKNOWN) -> Purchase | None:
    """Return what a state says was bought or may have been; None if nothing was."""
    match state:
        case Downloaded():
            return Purchase(key, state.generation_id, state.price_credits, state.assets, depiction, state.first_page)
        case Submitted() | Succeeded() | Failed() if state.generation_id:
            return Purchase(key, state.generation_id, state.price_credits, (), depiction)
        case InDoubt() | Intended():
            return Purchase(key, "", state.price_credits, (), depiction)
        case _:
            return None


def state_of(purchase: Purchase) -> UnitState:
    """Return what a ledger makes of a purchase that another one paid for."""
    if not purchase.generation_id:
        return InDoubt("story.lock says that it may have been bought", purchase.price_credits, 0.0)
    if purchase.assets:
        return Downloaded(purchase.generation_id, purchase.price_credits, purchase.assets, purchase.first_page)
    return Submitted(purchase.generation_id, purchase.price_credits, 0.0)


def _load(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")  # an editor may have put a byte order mark there
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as problem:
        raise FileError(f"{path.name} is not text", hint="bring it back from version control") from problem
    except OSError as problem:
        raise FileError(f"cannot read {path}: {problem.strerror or problem}") from problem


def _read_lines(text: str, name: str) -> list[Purchase]:
    found: list[Purchase] = []
    for number, line in enumerate(text.splitlines(), 1):
        if head := _HEAD_LINE.fullmatch(line):
            if int(head[1]) > FORMAT:
                raise too_new(name)
        elif line.strip() and not _MERGE_MARK.fullmatch(line):
            found.append(_read_line(line, f"{name}:{number}"))
    return found


def _read_line(line: str, place: str) -> Purchase:
    parts = _LINE.fullmatch(line)
    words = _read_words(parts[4].split()) if parts else None
    if not parts or words is None:
        raise FileError(
            f"{place} makes no sense, so nobody knows what was paid for; nothing is bought",
            hint="bring the line back from version control, or remove it to buy its unit again",
        )
    assets, depiction, first_page = words
    generation_id = "" if parts[2] == _UNCERTAIN else unquote(parts[2])
    return Purchase(parts[1], generation_id, int(parts[3]), assets, depiction, first_page)


def _read_words(words: Iterable[str]) -> tuple[tuple[StoredAsset, ...], Depiction, int] | None:
    """Return the art, what it shows and where it begins; None if a word makes no sense."""
    assets: list[StoredAsset] = []
    shown: list[Shown] = []
    facts: dict[str, str] = {}
    for word in words:
        if one := _ASSET.fullmatch(word):
            assets.append(StoredAsset(int(one[1]), int(one[2]), "", one[3], int(one[4]), int(one[5]), one[6]))
        elif one := _SHOWN.fullmatch(word):
            shown.append(Shown(int(one[1]), int(one[2]), one[3]))
        elif one := _FACT.fullmatch(word):
            facts[one[1]] = unquote(one[2])
        else:
            return None
    operation, first_page = facts.get("operation", "create"), facts.get("from", "0")
    place = _PLACE.fullmatch(facts.get("at", "0.0"))
    if operation not in _OPERATIONS or not _PAGE.fullmatch(first_page) or place is None:
        return None
    at = (int(place[1]), int(place[2])) if "at" in facts else None
    depiction = Depiction(_OPERATIONS[operation], facts.get("terms", ""), facts.get("changes", ""), at, tuple(shown))
    return tuple(assets), depiction, int(first_page)


def _line(one: Purchase) -> str:
    depiction = one.depiction
    facts = {
        "operation": "" if depiction.operation == "create" else depiction.operation,
        "terms": depiction.terms,
        "changes": quote(depiction.changes, safe=""),
        "at": "" if depiction.at is None else f"{depiction.at[0]}.{depiction.at[1]}",
        "from": str(one.first_page) if one.first_page else "",
    }
    words = (
        one.key,
        quote(one.generation_id, safe="") or _UNCERTAIN,
        str(one.price_credits),
        *(_art(asset) for asset in one.assets),
        *(f"{name}={value}" for name, value in facts.items() if value),
        *(f"{shown.page}.{shown.panel}~{shown.content}" for shown in depiction.shown),
    )
    return " ".join(words)


def _art(asset: StoredAsset) -> str:
    return f"{asset.page}.{asset.panel}={asset.sha256}:{asset.width_px}x{asset.height_px}:{asset.media_type}"


def _rank(one: Purchase) -> tuple[int, bool, str]:
    return -len(one.assets), not one.generation_id, one.generation_id
