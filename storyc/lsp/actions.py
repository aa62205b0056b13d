"""What can be mended at a place: the fixes of the diagnostics there."""

from collections.abc import Iterable

from msgspec import Struct

from storyc.diagnostics import Diagnostic, Edit, Fix
from storyc.text import Span

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


def _is_free(fix: Fix, edits: Iterable[Edit]) -> bool:
    return not any(new.source == old.source and _touch(new.span, old.span) for new in fix.edits for old in edits)


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end
