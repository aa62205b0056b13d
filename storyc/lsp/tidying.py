"""Formatting, as the smallest edit that an editor can make of it."""

from storyc.formatting import LineRange, format_source
from storyc.text import Source, Span

from .script import Script


def tidied(script: Script, first_line: int | None = None, last_line: int | None = None) -> tuple[Span, str] | None:
    """Return what to write where for the canonical form of a script, or of some lines, from 0; None if it is as it should be."""
    if not script.text.strip():
        return None
    lines = None if first_line is None or last_line is None else LineRange(first_line + 1, last_line + 1)
    old, new = script.text, format_source(Source(script.name, script.text), lines)
    if old == new:
        return None
    start = _alike(old, new)
    end = min(_alike(old[::-1], new[::-1]), min(len(old), len(new)) - start)
    return Span(start, len(old) - end), new[start : len(new) - end]


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike; found by halving, because texts are long."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    return low
