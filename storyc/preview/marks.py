"""What a build would do about each panel, in a few words on its picture."""

from collections.abc import Collection, Iterable, Mapping
from html import escape
from typing import Final, assert_never

from msgspec import Struct

from storyc.planning import Barred, Collect, Create, Doubt, Keep, Plan, Reuse, Step
from storyc.storyboard import PanelKey

_ART: Final = '<div class="art">'


class Mark(Struct, frozen=True, gc=False):
    """A few words on a picture."""

    words: str
    is_sketch: bool = False
    """Whether the picture is a sketch among art that was bought."""


def make_marks(
    plan: Plan, art: Collection[PanelKey], sketches: Iterable[PanelKey], *, is_draft: bool
) -> dict[PanelKey, Mark]:
    """Return the marks of all panels but those whose art is as it should be. Where all is sketches, none needs to say so."""
    words = {key: said for step in plan.steps if (said := _words(step, is_draft=is_draft)) for key in step.unit.panels}
    marks = {key: Mark(said) for key, said in words.items() if key not in art}
    for key in sketches:
        if is_draft:
            marks.pop(key, None)
        else:
            marks[key] = Mark(f"sketch: {words[key]}" if key in words else "sketch", is_sketch=True)
    return marks


def cost(plan: Plan) -> str:
    """Return what a build would buy; empty if nothing."""
    requests = len(plan.purchases)
    if not plan.price_credits:
        return ""
    return f"a build would buy {requests:,} request{'' if requests == 1 else 's'} for {plan.price_credits:,} credits"


def put_marks(html: str, anchors: Mapping[str, Mark]) -> str:
    """Return a page of the storyboard with words on the pictures of some panels, by their anchors."""
    for anchor, mark in anchors.items():
        before, found, after = html.partition(f' id="{anchor}" ')
        if found:
            name = "built sketch" if mark.is_sketch else "built"
            said = f'<p class="{name}" lang="en" dir="ltr">{escape(mark.words)}</p>'
            html = before + found + after.replace(_ART, _ART + said, 1)
    return html


def _words(step: Step, *, is_draft: bool) -> str:
    match step:
        case Keep() | Reuse():
            return ""
        case Create() if is_draft:
            return "to be sketched"
        case Create(unit=unit, price_credits=price) if unit.operation == "redraw":
            return f"changed: drawn again for {price:,} credits"
        case Create(unit=unit, price_credits=price):
            verb = "changed: drawn again" if step.base and step.whole is None else "to be drawn"
            shared = f", with {len(unit.panels) - 1} more" if len(unit.panels) > 1 else ""
            return f"{verb} for {price:,} credits{shared}"
        case Collect():
            return "paid for, to be fetched by the next build"
        case Doubt():
            return "in doubt: perhaps paid for"
        case Barred():
            return "refused or failed: change it to try again"
        case _:
            assert_never(step)
