"""What can be mended: the fixes of the diagnostics at a place, and the form of a script."""

from collections.abc import Iterable

from msgspec import Struct

from storyc.diagnostics import Diagnostic, Edit, Fix
from storyc.formatting import LineRange, format_source
from storyc.project import conflicts
from storyc.text import Source, Span

from .script import Script
from .view import View


class Action(Struct, frozen=True):
    """Edits that an editor offers."""

    title: str
    edits: tuple[Edit, ...]
    said: tuple[Diagnostic, ...]
    """What they mend."""
    is_safe: bool


def actions(view: View, span: Span) -> tuple[Action, ...]:
    """Return the fixes of what is said about a span, the safe ones first."""
    found = [
        Action(fix.title, fix.edits, (said,), fix.is_safe)
        for said in view.look.diagnostics
        if said.primary.source == view.script.name and _touch(said.primary.span, span)
        for fix in said.fixes
    ]
    return tuple(sorted(found, key=lambda action: not action.is_safe))


def fix_all(view: View) -> Action | None:
    """Return all safe fixes of a script that do not get in each other's way, as one; None if there is none."""
    edits: list[Edit] = []
    mended: list[Diagnostic] = []
    for said in view.look.diagnostics:
        fix = next((fix for fix in said.fixes if fix.is_safe), None)
        if fix is not None and said.primary.source == view.script.name and _is_free(fix, edits):
            edits += fix.edits
            mended.append(said)
    return Action("mend all that is safe to mend", tuple(edits), tuple(mended), is_safe=True) if edits else None


def tidied(script: Script, first_line: int | None = None, last_line: int | None = None) -> tuple[Span, str] | None:
    """Return what to write where for the canonical form of a script, or of some lines, from 0.

    None if it is as it should be, or has none yet: it cannot be read, or nobody has settled a conflict in it.
    """
    source = Source(script.name, script.text)
    if not script.text.strip() or conflicts(source):
        return None
    lines = None if first_line is None or last_line is None else LineRange(first_line + 1, last_line + 1)
    old, new = script.text, format_source(source, lines)
    if old == new:
        return None
    start = _alike(old, new)
    end = min(_alike(old[::-1], new[::-1]), min(len(old), len(new)) - start)
    return Span(start, len(old) - end), new[start : len(new) - end]


def _is_free(fix: Fix, edits: Iterable[Edit]) -> bool:
    return not any(new.source == old.source and _touch(new.span, old.span) for new in fix.edits for old in edits)


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike; found by halving, because texts are long."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    return low
