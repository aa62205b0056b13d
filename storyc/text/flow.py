"""Lines of a paragraph, put together."""

from collections.abc import Iterable

_UNSPACED = (("\u2e80", "\u9fff"), ("\uac00", "\ud7af"), ("\uf900", "\ufaff"), ("\uff00", "\uffef"))
"""First and last characters of the blocks of East Asian scripts and their punctuation, which put no space between words."""


def flow(lines: Iterable[str]) -> str:
    """Return lines as one: with a space between them, but for lines of a script that has none between its words."""
    text = ""
    for line in lines:
        if line:
            text = f"{text}{_between(text[-1:], line[0])}{line}"
    return text


def _between(before: str, after: str) -> str:
    return "" if not before or (_is_unspaced(before) and _is_unspaced(after)) else " "


def _is_unspaced(character: str) -> bool:
    return not character.isascii() and any(first <= character <= last for first, last in _UNSPACED)
