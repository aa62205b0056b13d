"""The same people talking, framed alike, panel after panel."""

import re
from collections.abc import Hashable, Iterator
from itertools import groupby

from storyc.diagnostics import Diagnostic, codes
from storyc.linting.rule import Rule
from storyc.linting.story import Shot, Story
from storyc.storyboard import Speech

_FRAMED = re.compile(
    r"\b(close(?:-| )?up|close on|closer|tight on|wide|widen|medium|long shot|from above|from below|from behind|bird's|worm's"
    r"|over (?:the|his|her|their|\w+'s) shoulder|profile|silhouettes?|angle|insert|pull back|two-shot|foreground|reverse)\b"
)
"""Words by which a description frames its panel, as many writers do instead of by a tag. English only."""


def _find(story: Story, most: int) -> Iterator[Diagnostic]:
    """Talk is what a comic shows worst; a run of it needs to be looked at in more than one way."""
    for scene in story.scenes:
        for picture, group in groupby(scene, _picture):
            if picture is not None and len(run := list(group)) > most:
                labels = (story.at_panel(run[-1], "to here"),)
                message = f"in {len(run)} panels in a row the same people talk, framed alike; more than {most}"
                helps = ("change the framing with a tag, give somebody something to do, or cut",)
                yield Diagnostic(codes.TALKING_HEADS, message, story.at_panel(run[0], "from here"), labels, helps)


def _picture(shot: Shot) -> Hashable:
    """Return what makes two panels of a talk look alike; None if nobody in this one talks."""
    if not shot.panel.cast or not any(isinstance(item, Speech) for item in shot.letters):
        return None
    framing = (*shot.panel.framing, *_FRAMED.findall(shot.prose))
    return frozenset(shot.panel.cast), frozenset(framing)


TALKING_HEADS = Rule(codes.TALKING_HEADS, _find, most=5)
