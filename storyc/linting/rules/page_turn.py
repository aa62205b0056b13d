"""A splash that the reader sees too early."""

from collections.abc import Iterator

from storyc.diagnostics import Diagnostic, codes
from storyc.linting.rule import Rule
from storyc.linting.story import Story


def _find(story: Story, _most: int) -> Iterator[Diagnostic]:
    """Only the page behind a turn can surprise: an even one, or an odd one read right to left; what scrolls has no turns."""
    if story.board.reading == "vertical":
        return
    is_odd = story.board.reading == "right-to-left"
    for leaf in story.leaves[1:]:
        if leaf.page.kind == "splash" and leaf.number % 2 != is_odd:
            message = f"the splash on page {leaf.number} is in view before the reader comes to it"
            helps = (f"put it on an {'odd' if is_odd else 'even'} page, behind a turn",)
            yield Diagnostic(codes.PAGE_TURN, message, story.at_page(leaf), helps=helps)


PAGE_TURN = Rule(codes.PAGE_TURN, _find, is_on=False)
