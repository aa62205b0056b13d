"""The same people talking, framed alike, panel after panel."""

from collections.abc import Hashable, Iterator
from itertools import groupby

from storyc.diagnostics import Diagnostic, codes
from storyc.linting.rule import Rule
from storyc.linting.story import Shot, Story
from storyc.storyboard import Speech


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
    return frozenset(shot.panel.cast), frozenset(shot.panel.framing)


TALKING_HEADS = Rule(codes.TALKING_HEADS, _find, most=5)
