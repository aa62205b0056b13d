"""Lettered text: what stands in a balloon, with its emphasis."""

from enum import Flag, auto

from msgspec import Struct


class Emphasis(Flag):
    """How a run of letters is drawn."""

    NONE = 0
    ITALIC = auto()
    BOLD = auto()
    UNDERLINE = auto()


class Run(Struct, frozen=True, gc=False):
    """Letters that are drawn alike. A run may hold line breaks; it is never empty."""

    text: str
    emphasis: Emphasis = Emphasis.NONE


Text = tuple[Run, ...]


def plain(text: Text) -> str:
    """Return the letters alone, line breaks kept."""
    return text[0].text if len(text) == 1 else "".join([run.text for run in text])
