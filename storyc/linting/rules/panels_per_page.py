"""A page with more panels than can be read."""

from collections.abc import Iterator

from storyc.diagnostics import Diagnostic, codes
from storyc.linting.rule import Rule
from storyc.linting.story import Story


def _find(story: Story, most: int) -> Iterator[Diagnostic]:
    """Every panel more makes all of them smaller; a spread has room for twice as many, and a page that scrolls for any."""
    if story.board.reading == "vertical":
        return
    for leaf in story.leaves:
        allowed = 2 * most if leaf.page.kind == "spread" else most
        if len(leaf.shots) > allowed:
            message = f"this {leaf.page.kind} has {len(leaf.shots)} panels, more than {allowed}"
            helps = ("give some of them to another page, or cut",)
            yield Diagnostic(codes.PANELS_PER_PAGE, message, story.at_page(leaf), helps=helps)


PANELS_PER_PAGE = Rule(codes.PANELS_PER_PAGE, _find, most=9)
