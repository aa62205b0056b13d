"""What `storyc doctor` finds."""

from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

from storyc.errors import StorycError

Level = Literal["ok", "warning", "problem"]
Checks = Iterator["Finding"]


class Finding(Struct, frozen=True):
    """One thing that was looked at."""

    level: Level
    name: str
    text: str
    """How it is."""
    advice: str | None = None
    """What to do about it; None if nothing is to be done."""


def ok(name: str, text: str) -> Finding:
    """Return that something is as it should be."""
    return Finding("ok", name, text)


def warning(name: str, text: str, advice: str) -> Finding:
    """Return that something may be meant so, or not."""
    return Finding("warning", name, text, advice)


def problem(name: str, text: str, advice: str | None = None) -> Finding:
    """Return that something does not work."""
    return Finding("problem", name, text, advice)


def guarded(name: str, look: Callable[[], Checks]) -> Checks:
    """Yield what a look finds; a failure of the world is one more finding."""
    try:
        yield from look()
    except StorycError as failure:
        yield problem(name, failure.message, failure.hint)
