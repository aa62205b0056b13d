"""A panel that tells a story of its own."""

import re
from collections.abc import Iterator

from storyc.diagnostics import Diagnostic, codes
from storyc.linting.rule import Rule
from storyc.linting.story import Story

_NEXT = re.compile(
    r"(?<!since\ )(?<!by\ )(?<!now\ and\ )(?<!even\ )(?<!until\ )(?<!till\ )(?<!back\ )(?<!than\ )\bthen\b(?!\s*-|\w)"
    r"|\b(?:after\ that|afterwards|(?:a\ moment|an\ instant|seconds|minutes|hours)\ later)\b"
)
"""Words by which a description goes on in time. English only."""
_LIKELY = ("then", "after", "later")


def _find(story: Story, most: int) -> Iterator[Diagnostic]:
    """A picture is one moment; of several the model draws any, or all of them at once."""
    for shot in story.shots:
        if not any(map(shot.prose.__contains__, _LIKELY)):
            continue
        steps = list(_NEXT.finditer(shot.prose))
        if len(steps) > most:
            message = f"this panel tells {len(steps) + 1} moments, one after the other"
            helps = ("choose one of them, or make a panel of each",)
            yield Diagnostic(codes.SEVERAL_MOMENTS, message, story.at_prose(shot, steps[most]), helps=helps)


SEVERAL_MOMENTS = Rule(codes.SEVERAL_MOMENTS, _find, most=1)
