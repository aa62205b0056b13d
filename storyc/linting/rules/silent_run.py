"""Panels in a row without a word."""

from collections.abc import Iterator
from itertools import groupby

from storyc.diagnostics import Diagnostic, codes
from storyc.linting.rule import Rule
from storyc.linting.story import Shot, Story


def _find(story: Story, most: int) -> Iterator[Diagnostic]:
    """A silence that nobody asked for is often dialogue that nobody wrote; `[silent]` asks for it."""
    for is_mute, group in groupby(story.shots, _is_mute):
        if is_mute and len(run := list(group)) > most:
            labels = (story.at_panel(run[-1], "to here"),)
            message = f"{len(run)} panels in a row say nothing, more than {most}"
            helps = ("tag those that are meant to be `[silent]`",)
            yield Diagnostic(codes.SILENT_RUN, message, story.at_panel(run[0], "from here"), labels, helps)


def _is_mute(shot: Shot) -> bool:
    return "silent" not in shot.panel.framing and not shot.panel.lettering


SILENT_RUN = Rule(codes.SILENT_RUN, _find, most=6)
