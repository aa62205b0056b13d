"""Tells whether two storyboards ask for the same pictures: what their requests are made of is the same."""

from typing import Any

from msgspec import Struct

from storyc.storyboard import Origin, Storyboard

_LABELS = frozenset(("label", "inset", "same_as"))
"""Numbers as they were written, which no request repeats."""


def draw_the_same(one: Storyboard, other: Storyboard) -> bool:
    """Return whether nothing that is drawn or told to people differs but lines of the file and the case of numbers."""
    return _are_equal(one, other)


def _are_equal(one: Any, other: Any) -> bool:
    if isinstance(one, Origin):
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, Struct):
        return all(_fields_are_equal(name, getattr(one, name), getattr(other, name)) for name in one.__struct_fields__)
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(_are_equal, one, other))
    return bool(one == other)


def _fields_are_equal(name: str, one: Any, other: Any) -> bool:
    return one.casefold() == other.casefold() if name in _LABELS else _are_equal(one, other)
