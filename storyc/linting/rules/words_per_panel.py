"""A panel that is too full."""

from collections.abc import Iterator

from storyc.diagnostics import Diagnostic, codes
from storyc.linting.rule import Rule
from storyc.linting.story import Story


def _find(story: Story, most: int) -> Iterator[Diagnostic]:
    """All balloons of a panel share one picture, and somebody has to be seen behind them."""
    for shot in story.shots:
        if (words := sum(shot.words)) > most:
            balloons = len(shot.words)
            message = (
                f"this panel has {words} words in {balloons} balloon{'s' if balloons > 1 else ''}, more than {most}"
            )
            helps = ("make two panels of it, or cut",)
            yield Diagnostic(codes.WORDS_PER_PANEL, message, story.at_panel(shot), helps=helps)


WORDS_PER_PANEL = Rule(codes.WORDS_PER_PANEL, _find, most=50)
