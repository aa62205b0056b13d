"""What a build would do with each panel of a story, as it was when somebody last looked."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from storyc.diagnostics import Edit

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
    drawn: int = 0
    """How many panels it would draw."""
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


def price_of_edits(before: Forecast, after: Forecast) -> str:
    """Return what a build would do because of edits, such as `re-draws 14 panels, 2,100 credits`; empty if it would not cost more."""
    more_credits = after.price_credits - before.price_credits
    if not (before.is_known and after.is_known) or more_credits <= 0:
        return ""
    return f"re-draws {counted(after.drawn - before.drawn, 'panel')}, {more_credits:,} credits"
