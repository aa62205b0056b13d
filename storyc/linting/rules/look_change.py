"""Somebody who changes in the middle of a scene."""

from collections.abc import Iterator

from storyc.diagnostics import Diagnostic, codes
from storyc.linting.rule import Rule
from storyc.linting.story import Shot, Story, base


def _find(story: Story, _most: int) -> Iterator[Diagnostic]:
    """Nobody changes clothes between two panels; a memory is told by its tag, and a picture of both looks means both."""
    if not any(" / " in person.name for person in story.board.cast):
        return
    for scene in story.scenes:
        if scene[0].panel.setting is None:
            continue
        worn: dict[tuple[str, bool], tuple[str, Shot]] = {}
        for shot in scene:
            is_memory = "flashback" in shot.panel.framing
            looks = {base(name): name for name in shot.panel.cast}
            if len(looks) < len(shot.panel.cast):
                continue
            for person, look in looks.items():
                before = worn.get((person, is_memory))
                if before is not None and before[0] != look:
                    yield Diagnostic(
                        codes.LOOK_CHANGE,
                        f"`{person}` changes from `{before[0]}` to `{look}` inside a scene",
                        story.at_panel(shot),
                        (story.at_panel(before[1], f"still `{before[0]}` here"),),
                        ("begin a scene with a slugline between them, or tag the memory `[flashback]`",),
                    )
                worn[person, is_memory] = look, shot


LOOK_CHANGE = Rule(codes.LOOK_CHANGE, _find)
