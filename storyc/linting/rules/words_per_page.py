"""A page that is too full."""

from collections.abc import Iterator

from storyc.diagnostics import Diagnostic, codes
from storyc.linting.rule import Rule
from storyc.linting.story import Story


def _find(story: Story, most: int) -> Iterator[Diagnostic]:
    """Panels none of which is too full can still make a page that is read and not looked at; a spread is two pages, and what scrolls is none."""
    if story.board.reading == "vertical":
        return
    for leaf in story.leaves:
        words = sum(sum(shot.words) for shot in leaf.shots)
        allowed = 2 * most if leaf.page.kind == "spread" else most
        if words > allowed:
            message = f"this {leaf.page.kind} has {words} words, more than {allowed}"
            helps = ("move a beat to the next page, or cut",)
            yield Diagnostic(codes.WORDS_PER_PAGE, message, story.at_page(leaf), helps=helps)


WORDS_PER_PAGE = Rule(codes.WORDS_PER_PAGE, _find, most=210)
