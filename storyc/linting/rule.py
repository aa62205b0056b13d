"""What a rule is."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from msgspec import Struct

from storyc.diagnostics import Code, Diagnostic

from .story import Story

Find: TypeAlias = Callable[[Story, int], Iterator[Diagnostic]]
"""Yields what a rule finds in a story, given the most that it lets pass."""


class Rule(Struct, frozen=True):
    """One opinion: its code, and the function that holds it."""

    code: Code
    find: Find
    most: int | None = None
    """What it lets pass as long as a project does not say otherwise; None if nothing can be counted."""
    is_on: bool = True
    """Whether it speaks without being asked to."""
