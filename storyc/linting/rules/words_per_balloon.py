"""A balloon that is too full."""

from collections.abc import Iterator

from storyc.diagnostics import Diagnostic, codes
from storyc.linting.rule import Rule
from storyc.linting.story import Story
from storyc.storyboard import Speech


def _find(story: Story, most: int) -> Iterator[Diagnostic]:
    """A balloon covers art, and a long text is where letterers, and models even more, make mistakes."""
    for shot in story.shots:
        if not shot.words or max(shot.words) <= most:
            continue
        for index, (item, words) in enumerate(zip(shot.letters, shot.words, strict=True)):
            if words > most:
                what = "balloon" if isinstance(item, Speech) else "caption"
                helps = ("split it, or let the picture say part of it",)
                message = f"this {what} has {words} words, more than {most}"
                yield Diagnostic(codes.WORDS_PER_BALLOON, message, story.at_letters(shot, index), helps=helps)


WORDS_PER_BALLOON = Rule(codes.WORDS_PER_BALLOON, _find, most=25)
