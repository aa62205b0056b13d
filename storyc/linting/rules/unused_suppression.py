"""Comments that keep nothing from being told."""

from collections.abc import Iterator

from storyc.diagnostics import Diagnostic, codes
from storyc.linting.rule import Rule
from storyc.linting.story import Story


def _find(_story: Story, _most: int) -> Iterator[Diagnostic]:
    """Whether a suppression is used is known only when all other rules have spoken, so `suppressions` finds them."""
    return iter(())


UNUSED_SUPPRESSION = Rule(codes.UNUSED_SUPPRESSION, _find)
