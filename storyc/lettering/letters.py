"""How wide letters are, so that a layout depends on no machine's fonts.

Three faces letter a comic: the hand of balloons, the loud one of effects and titles, and the wide one that has what the two
lack.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal
from unicodedata import category, east_asian_width, normalize

from .widths import HAND, LOUD, WIDE

Voice = Literal["hand", "loud", "wide"]
"""What letters look like; `wide` is for alphabets that the others do not have."""


def _read(table: str) -> dict[str, float]:
    rows = (row.split(" ") for row in table.strip().splitlines())
    return {chr(int(first, 16) + offset): int(width) / 1000 for first, *row in rows for offset, width in enumerate(row)}


_WIDE_WIDTHS = _read(WIDE)
WIDTHS: Mapping[Voice, Mapping[str, float]] = {
    "hand": _read(HAND),
    "loud": _read(LOUD),
    "wide": _WIDE_WIDTHS,
}
"""Widths of the letters that each face has, in multiples of the size."""
_GUESS = 0.56
"""The width of a letter that no table has, in scripts whose fonts are the reader's."""
_GUESSES: Mapping[str, float] = dict.fromkeys("اأإآٱدذرزوؤىיוןזג", 0.32) | dict.fromkeys("سشصضשםטמת", 0.72)
"""The same for letters that are much narrower or broader than that in every font."""


def width_em(text: str, voice: Voice) -> float:
    """Return how wide letters are that stand beside each other on one line."""
    widths = WIDTHS[voice]
    return sum(found if (found := widths.get(letter)) is not None else _width_elsewhere(letter) for letter in text)


def is_measured(text: Iterable[str], voice: Voice) -> bool:
    """Return whether every width is known rather than guessed."""
    widths = WIDTHS[voice]
    return all(letter in widths or letter in _WIDE_WIDTHS or is_full_width(letter) for letter in text)


@lru_cache(maxsize=4096)
def is_full_width(letter: str) -> bool:
    """Return whether a letter is as wide as it is high in every font: East Asian writing."""
    return east_asian_width(letter) in {"W", "F"} and not "\uac00" <= letter <= "\ud7a3"


@lru_cache(maxsize=4096)
def voice_for(text: str, wanted: Voice) -> Voice:
    """Return the voice for a text: `wanted`, or `wide` if that lacks a letter other than East Asian ones.

    A word with letters of two faces looks like a mistake, so all of it changes.
    """
    widths = WIDTHS[wanted]
    is_lacking = any(
        letter not in widths and category(letter)[0] in "LM" and not is_east_asian(letter) for letter in text
    )
    return "wide" if is_lacking else wanted


@lru_cache(maxsize=4096)
def is_east_asian(letter: str) -> bool:
    """Return whether lines may break beside a letter without a space."""
    code = ord(letter)
    return 0x2E80 <= code <= 0xA4CF or 0xF900 <= code <= 0xFAFF or 0xFE30 <= code <= 0xFFEF or code >= 0x20000


@lru_cache(maxsize=4096)
def _width_elsewhere(letter: str) -> float:
    if category(letter) in {"Mn", "Me", "Cf"}:
        return 0.0
    if is_full_width(letter):
        return 1.0
    if "\uac00" <= letter <= "\ud7a3":
        return 0.92
    if "\uff61" <= letter <= "\uffdc":
        return 0.5
    plain = normalize("NFD", letter)[0]
    return _WIDE_WIDTHS.get(letter, _WIDE_WIDTHS.get(plain, _GUESSES.get(letter, _GUESS)))
