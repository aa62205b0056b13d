"""A plan piece by piece, in words: one list for the screen, for programs, for pull requests and for the question before a purchase."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, Literal, assert_never

from msgspec import Struct

from storyc.lowering import Unit
from storyc.planning import Barred, Change, Collect, Create, Doubt, Keep, Reason, Reuse, Step, name_of
from storyc.storyboard import Origin, PanelKey, Storyboard

Action = Literal["draw", "redraw", "continue", "film", "keep", "reuse", "fetch", "in doubt", "failed"]
NEW: Final = "new"
NO_PICTURE: Final = "no picture yet"
CHANGED: Final = "changed"
FORGOTTEN: Final = "changed; what it was is not on record here"
_NONE: Final[Mapping[str, Reason]] = {}


class Told(Struct, frozen=True):
    """One thing that is not what it was."""

    field: str
    old: str
    """Empty if there was nothing; equal to `new` for a panel whose picture is drawn again."""
    new: str
    """Empty if there is nothing any more."""
    place: Origin | None
    """Where it was written, if that is not in what is drawn or filmed: in an entry of the cast, of the places or of the props, or in a panel."""

    @property
    def at(self) -> str:
        """Return that place as `harbour.story:31`; empty if there is none."""
        return "" if self.place is None else f"{self.place.source}:{self.place.line}"


class Item(Struct, frozen=True):
    """One step of a plan."""

    action: Action
    name: str
    """What it is about: `page 1, panel 3`."""
    unit: Unit
    price_credits: int
    """What it would cost now; nothing unless it is bought."""
    why: str
    """Why it is bought, in a few words; empty if the changes say it, or if it is not bought."""
    changes: tuple[Told, ...]
    places: tuple[Origin, ...]
    """Where it was written, with paths as they are seen from the working directory."""
    whole: Unit | None
    """The wanted request of which it is a part; None if it is wanted itself."""
    step: Step

    @property
    def place(self) -> str:
        """Return where to look for what was changed: `harbour.story:31`; empty if nobody can say."""
        changed = next((told.at for told in self.changes[:1]), "")
        return changed or next((f"{place.source}:{place.line}" for place in self.places), "")

    @property
    def is_bought(self) -> bool:
        """Whether a build would send a request for it."""
        return isinstance(self.step, Create)


class Script(Struct, frozen=True):
    """What a list needs to know of the script: where its entries stand, and where it lies itself."""

    entries: Mapping[tuple[str, str], Origin]
    """By the key of a line in a prompt (`Place`, `Prop`, nothing for the cast) and the name."""
    panels: Mapping[PanelKey, Origin]
    prefix: str
    """What stands before paths that are relative to the project."""

    def seen(self, origin: Origin) -> Origin:
        """Return an origin with its path as it is seen from the working directory."""
        return Origin(Path(self.prefix, origin.source).as_posix(), origin.line) if self.prefix else origin

    def told(self, change: Change) -> Told:
        """Return a change with the place of the entry that it is about."""
        if change.panel is not None:
            entry = self.panels.get(change.panel)
        elif change.field in {"Place", "Prop"}:
            entry = self.entries.get((change.field, (change.new or change.old).partition(":")[0]))
        else:
            entry = self.entries.get(("", change.field))
        return Told(change.field, change.old, change.new, None if entry is None else self.seen(entry))


def script_of(board: Storyboard, root: Path) -> Script:
    """Return what a list needs to know of the script of a storyboard in a project."""
    try:
        prefix = os.path.relpath(root)
    except ValueError:  # on another drive
        prefix = str(root)
    entries = {
        **{("", one.name): one.origin for one in board.cast},
        **{("Place", one.name): one.origin for one in board.locations},
        **{("Prop", one.name): one.origin for one in board.props},
    }
    panels = {PanelKey(page.ordinal, panel.ordinal): panel.origin for page in board.pages for panel in page.panels}
    return Script(entries, panels, "" if prefix == os.curdir else prefix)


def make_items(
    steps: Iterable[Step], reasons: Mapping[str, Reason] = _NONE, script: Script | None = None
) -> tuple[Item, ...]:
    """Return steps in words, without places if nobody knows the script; parts of one wanted request stand together."""
    found: dict[str, list[Item]] = {}
    for step in steps:
        item = _item(step, reasons.get(step.unit.key), script)
        found.setdefault((item.whole or item.unit).key, []).append(item)
    return tuple(item for group in found.values() for item in group)


def some(count: int, what: str) -> str:
    """Return how many of something there are: `1 request`, `2,000 requests`."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _item(step: Step, reason: Reason | None, script: Script | None) -> Item:
    unit = step.unit
    bought = step if isinstance(step, Create) else None
    whole = None if bought is None else bought.whole
    return Item(
        action=_action(step),
        name=name_of(unit, is_part=whole is not None),
        unit=unit,
        price_credits=0 if bought is None else bought.price_credits,
        why="" if bought is None or reason is None else _why(bought, reason),
        changes=() if bought is None or reason is None or script is None else tuple(map(script.told, reason.changes)),
        places=() if script is None else tuple(script.seen(origin) for origin in unit.origins if origin.source),
        whole=whole,
        step=step,
    )


def _action(step: Step) -> Action:
    match step:
        case Create(unit=unit):
            return _BOUGHT[unit.operation]
        case Keep():
            return "keep"
        case Reuse():
            return "reuse"
        case Collect():
            return "fetch"
        case Doubt():
            return "in doubt"
        case Barred():
            return "failed"
        case _:
            assert_never(step)


_BOUGHT: Final[Mapping[str, Action]] = {
    "create": "draw",
    "redraw": "redraw",
    "continue": "continue",
    "video": "film",
}


def _why(step: Create, reason: Reason) -> str:
    if reason.changes:
        return ""
    if step.unit.operation == "redraw":
        return CHANGED if reason.base else FORGOTTEN
    if step.whole is not None:
        return NEW if step.unit.operation == "continue" else NO_PICTURE
    if not reason.base:
        return FORGOTTEN if step.base else NEW
    return CHANGED
