"""Somebody who looks like nobody in particular."""

from collections.abc import Iterator

from storyc.diagnostics import Diagnostic, codes
from storyc.linting.rule import Rule
from storyc.linting.story import Shot, Story


def _find(story: Story, _most: int) -> Iterator[Diagnostic]:
    """The model draws from words or a picture; of who has neither, it makes up another face each time."""
    vague = {
        person.name: person
        for person in story.board.cast
        if not (person.description or person.dress or person.references)
    }
    seen: dict[str, Shot] = {}
    if vague:
        for shot in story.shots:
            for name in shot.panel.cast:
                if name in vague:
                    seen.setdefault(name, shot)
    for name, shot in seen.items():
        yield Diagnostic(
            codes.UNDESCRIBED_CHARACTER,
            f"CAST does not say what `{name}` looks like",
            story.at_entry(vague[name].origin),
            (story.at_panel(shot, "is drawn here for the first time"),),
            ("describe face, figure and clothes behind the colon, or give a picture with `ref:`",),
        )


UNDESCRIBED_CHARACTER = Rule(codes.UNDESCRIBED_CHARACTER, _find)
