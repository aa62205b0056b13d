"""What a build would do about each panel, in a few words on its picture."""

from collections.abc import Collection, Iterable, Mapping
from html import escape
from typing import Final, assert_never

from msgspec import Struct

from storyc.planning import Barred, Collect, Create, Doubt, Keep, Plan, Reuse, Step
from storyc.storyboard import PanelKey
from storyc.wording import Labels

_ART: Final = '<div class="art">'


class Mark(Struct, frozen=True, gc=False):
    """A few words on a picture."""

    words: str
    is_sketch: bool = False
    """Whether the picture is a sketch among art that was bought."""


class Bill(Struct, frozen=True, gc=False):
    """What a build would buy."""

    requests: int = 0
    price_credits: int = 0

    def words(self, labels: Labels) -> str:
        """Return it in words; empty if it is nothing."""
        if not self.price_credits:
            return ""
        if self.requests == 1:
            return labels("buys_one", price=self.price_credits)
        return labels("buys", count=self.requests, price=self.price_credits)


def make_marks(
    plan: Plan, art: Collection[PanelKey], sketches: Iterable[PanelKey], labels: Labels, *, is_draft: bool
) -> dict[PanelKey, Mark]:
    """Return the marks of all panels but those whose art is as it should be. Where all is sketches, none needs to say so."""
    words = {
        key: said
        for step in plan.steps
        if (said := _words(step, labels, is_draft=is_draft))
        for key in step.unit.panels
    }
    marks = {key: Mark(said) for key, said in words.items() if key not in art}
    for key in sketches:
        if is_draft:
            marks.pop(key, None)
        else:
            sketch = labels("sketch")
            marks[key] = Mark(f"{sketch}{labels('colon')}{words[key]}" if key in words else sketch, is_sketch=True)
    return marks


def put_marks(html: str, anchors: Mapping[str, Mark], labels: Labels) -> str:
    """Return a page of the storyboard with words on the pictures of some panels, by their anchors."""
    for anchor, mark in anchors.items():
        before, found, after = html.partition(f' id="{anchor}" ')
        if found:
            name = "built sketch" if mark.is_sketch else "built"
            said = f'<p class="{name}" lang="{labels.tag}" dir="ltr">{escape(mark.words)}</p>'
            html = before + found + after.replace(_ART, _ART + said, 1)
    return html


def _words(step: Step, labels: Labels, *, is_draft: bool) -> str:
    match step:
        case Keep() | Reuse():
            return ""
        case Create() if is_draft:
            return labels("to_sketch")
        case Create(unit=unit, price_credits=price):
            is_again = unit.operation == "redraw" or (step.base and step.whole is None)
            words = labels("to_redraw" if is_again else "to_draw", price=price)
            others = 0 if unit.operation == "redraw" else len(unit.panels) - 1
            return labels("with_more", words=words, count=others) if others > 0 else words
        case Collect():
            return labels("to_fetch")
        case Doubt():
            return labels("in_doubt")
        case Barred():
            return labels("refused")
        case _:
            assert_never(step)
