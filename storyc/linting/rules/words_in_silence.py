"""Words where there should be none."""

from collections.abc import Iterator

from storyc.diagnostics import Diagnostic, codes
from storyc.linting.rule import Rule
from storyc.linting.story import Story


def _find(story: Story, _most: int) -> Iterator[Diagnostic]:
    """A silent panel that speaks is told two things; often a line of prose was taken for a speech."""
    for shot in story.shots:
        if shot.words and "silent" in shot.panel.framing:
            helps = ("take the tag away; or put `!` before the line, or wrap it elsewhere, if it is description",)
            labels = (story.at_panel(shot, "said to be silent"),)
            yield Diagnostic(
                codes.WORDS_IN_SILENCE, "a silent panel has words", story.at_letters(shot, 0), labels, helps
            )


WORDS_IN_SILENCE = Rule(codes.WORDS_IN_SILENCE, _find)
