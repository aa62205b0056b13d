"""What a build would do with each panel of a story, as it was when somebody last looked."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from storyc.diagnostics import Edit
from storyc.storyboard import PanelKey

from .script import Script
from .tally import counted

Fate = Literal["kept", "coming", "changed", "new", "in doubt", "barred"]
NOTHING: Final[Mapping[int, "Prospect"]] = {}


class Picture(Struct, frozen=True, gc=False):
    """Art that is on this machine."""

    sha256: str
    file: Path
    """Where it is stored."""
    output: Path
    """Where a build writes it for people; perhaps something else is there now."""
    width_px: int
    height_px: int
    takes: int = 1
    """How many pictures were paid for in this place, this one among them."""
    is_sketch: bool = False
    is_replaced: bool = False
    """Whether a build would put another in its place."""


class Prospect(Struct, frozen=True, gc=False):
    """What a build would do with one panel or clip."""

    fate: Fate
    credits: int = 0
    """What it would cost now."""
    why: str = ""
    """Why it is not kept, in a few words."""
    picture: Picture | None = None


class Bill(Struct, frozen=True, gc=False):
    """A request that a build would pay for."""

    price_credits: int
    panels: tuple[PanelKey, ...]


class Inquiry(Struct, frozen=True, eq=False):
    """A story as it is in the editor, and where it lies."""

    root: Path
    entry: str
    config: object
    """The settings of its project."""
    scripts: Mapping[str, Script]

    @property
    def story(self) -> tuple[Path, str]:
        """Return which story it is, however it is written now."""
        return self.root, self.entry

    def is_as(self, other: "Inquiry") -> bool:
        """Return whether nothing was written since another."""
        return (
            self.story == other.story
            and self.config is other.config
            and self.scripts.keys() == other.scripts.keys()
            and all(_is_same(script, other.scripts[name]) for name, script in self.scripts.items())
        )


def _is_same(one: Script, other: Script) -> bool:
    return one is other or one.text == other.text


class Trace(Struct, frozen=True, gc=False):
    """A file at a moment."""

    path: Path
    mtime_ns: int = 0
    size_bytes: int = -1
    """Less than 0 if there is none."""


def trace_of(path: Path) -> Trace:
    """Return what a file is now, from a look at its folder."""
    try:
        found = path.stat()
    except OSError:
        return Trace(path)
    return Trace(path, found.st_mtime_ns, found.st_size)


class Forecast(Struct, frozen=True, eq=False):
    """What a build would do with a story."""

    inquiry: Inquiry
    found: Mapping[str, Mapping[int, Mapping[int, Prospect]]] = {}
    """By script, by piece, by the line of a heading in it, from 0."""
    panels: int = 0
    reading_s: float = 0.0
    price_credits: int = 0
    """What a build would pay."""
    bills: Mapping[str, Bill] = {}
    """By the keys of the units: stories of one folder pay once for what is the same in them."""
    requests: int = 0
    expected_s: float = 0.0
    """About how long a build would take."""
    has_record: bool = False
    """Whether anything of it was paid for, or may have been."""
    is_known: bool = False
    """Whether the story could be planned: it has no errors, and what is on record can be read."""
    trouble: str = ""
    """Why it is not known, if that is not the story's fault."""
    traces: tuple["Trace", ...] = ()
    """The files beside the scripts that all this depends on."""

    @property
    def is_fresh(self) -> bool:
        """Whether none of those files has changed since."""
        return all(trace == trace_of(trace.path) for trace in self.traces)

    def of(self, script: Script, index: int) -> Mapping[int, Prospect]:
        """Return the prospects in a piece by line; nothing if it has changed since."""
        then = self.inquiry.scripts.get(script.name)
        at = None if then is None else _same_piece(then, script, index)
        return NOTHING if at is None else self.found.get(script.name, {}).get(at, NOTHING)


def _same_piece(then: Script, now: Script, index: int) -> int | None:
    """Return which piece it was before anything was written; None if it is new. What is written in one place leaves all others."""
    old, new = then.pieces, now.pieces
    if then is now or (index < len(old) and old[index] is new[index]):
        return index
    moved = index + len(old) - len(new)
    return moved if 0 <= moved < len(old) and old[moved] is new[index] else None


def supposed(inquiry: Inquiry, edits: Sequence[Edit]) -> Inquiry:
    """Return a story as it would be after edits, which do not overlap."""
    scripts = dict(inquiry.scripts)
    for name in {edit.source for edit in edits}:
        text, at = scripts[name].text, 0
        parts: list[str] = []
        for edit in sorted((edit for edit in edits if edit.source == name), key=lambda edit: edit.span.start):
            parts += (text[at : edit.span.start], edit.text)
            at = edit.span.end
        scripts[name] = scripts[name].replaced("".join((*parts, text[at:])))
    return replace(inquiry, scripts=scripts)


def price_of_edits(before: Sequence[Forecast], after: Sequence[Forecast], unknown: Sequence[str]) -> str:
    """Return what builds of some stories would do because of edits, such as `re-draws 14 panels, 2,100 credits`.

    `unknown` are the main scripts of stories of which nobody can say it. Empty if there are none and nothing would cost more.
    """
    old_credits, old_panels = _total(before)
    new_credits, new_panels = _total(after)
    told = []
    if new_credits > old_credits:
        told.append(f"re-draws {counted(new_panels - old_panels, 'panel')}, {new_credits - old_credits:,} credits")
    if unknown:
        more = "more" if told else "panels"
        told.append(f"may re-draw {more} in {' and '.join(unknown)}, price unknown")
    return ", and ".join(told)


def _total(forecasts: Iterable[Forecast]) -> tuple[int, int]:
    """Return what builds of some stories would pay together, and how many panels they would draw."""
    paid: set[tuple[Path, str]] = set()
    price_credits = panels = 0
    for forecast in forecasts:
        root = forecast.inquiry.root
        bills = [bill for key, bill in forecast.bills.items() if (root, key) not in paid]
        paid |= {(root, key) for key in forecast.bills}
        price_credits += sum(bill.price_credits for bill in bills)
        panels += len({panel for bill in bills for panel in bill.panels})
    return price_credits, panels
