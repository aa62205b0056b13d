"""What a build would do about each panel, in a few words on its picture."""

from collections.abc import Mapping
from html import escape
from typing import Final, assert_never

from storyc.planning import Barred, Collect, Create, Doubt, Keep, Plan, Reuse, Step
from storyc.storyboard import PanelKey

_ART: Final = '<div class="art">'


def make_marks(plan: Plan, *, is_draft: bool) -> dict[PanelKey, str]:
    """Return the words for every panel that is not as it should be."""
    return {key: words for step in plan.steps if (words := _words(step, is_draft=is_draft)) for key in step.unit.panels}


def cost(plan: Plan) -> str:
    """Return what a build would buy; empty if nothing."""
    requests = len(plan.purchases)
    if not plan.price_credits:
        return ""
    return f"a build would buy {requests:,} request{'' if requests == 1 else 's'} for {plan.price_credits:,} credits"


def put_marks(html: str, anchors: Mapping[str, str]) -> str:
    """Return a page of the storyboard with words on the pictures of some panels, by their anchors."""
    for anchor, words in anchors.items():
        before, found, after = html.partition(f' id="{anchor}" ')
        if found:
            html = before + found + after.replace(_ART, f'{_ART}<p class="built" dir="ltr">{escape(words)}</p>', 1)
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
