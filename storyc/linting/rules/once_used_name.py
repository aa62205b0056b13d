"""Names that are declared for a single panel."""

from collections.abc import Iterator

from storyc.diagnostics import Diagnostic, codes
from storyc.linting.rule import Rule
from storyc.linting.story import Story
from storyc.linting.usage import find_uses


def _find(story: Story, _most: int) -> Iterator[Diagnostic]:
    """An entry is there to make many panels agree; places, which a whole scene shares, are not counted."""
    uses = find_uses(story)
    for what, entities in (("character", story.board.cast), ("prop", story.board.props)):
        for entity in entities:
            shots = uses.shots.get(entity.name, [])
            if len(shots) == 1 and not uses.is_mentioned(entity.name, entity.aliases):
                yield Diagnostic(
                    codes.ONCE_USED_NAME,
                    f"the {what} `{entity.name}` is used in one panel only",
                    story.at_entry(entity.origin),
                    (story.at_panel(shots[0], "here"),),
                    ("describe it in that panel, or let it come back",),
                )


ONCE_USED_NAME = Rule(codes.ONCE_USED_NAME, _find, is_on=False)
