"""Script text on a terminal: what each character is shown as, and how many columns it takes.

A script may come from anywhere, so nothing in it reaches the terminal that could move the cursor, change the colour or turn
the direction of writing: such characters are shown by a visible symbol. Widths follow what terminals agree on.
"""

from itertools import accumulate
from unicodedata import category, east_asian_width

from msgspec import Struct

TAB_COLUMNS = 4
JOINER = "\u200d"
NON_JOINER = "\u200c"
EMOJI_STYLE = "\ufe0f"
KEYCAPS = frozenset("#*0123456789")
SKIN_TONES = range(0x1F3FB, 0x1F400)
HANGUL_TAILS = (range(0x1160, 0x1200), range(0xD7B0, 0xD800))
"""Vowels and final consonants that are drawn into the syllable before them."""
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Categories of characters that act on the text around them instead of being seen."""


class Shown(Struct, frozen=True, gc=False):
    """One line of a script as it is drawn."""

    cells: tuple[str, ...]
    """What stands for each character of the line; empty or without width where it joins the one before."""
    columns: tuple[int, ...]
    """The column from 0 where each character begins, and one past the last; never falls."""


def show(line: str, *, is_unicode: bool) -> Shown:
    """Return a line without its ending as it is drawn."""
    if line.isascii() and line.isprintable():
        return Shown(tuple(line), tuple(range(len(line) + 1)))
    cells = tuple(" " * TAB_COLUMNS if char == "\t" else visible(char, is_unicode=is_unicode) for char in line)
    widths = (_width(line, index) if cell == line[index] else len(cell) for index, cell in enumerate(cells))
    return Shown(cells, tuple(accumulate(widths, initial=0)))


def visible(text: str, *, is_unicode: bool) -> str:
    """Return a text with a symbol in the place of every character that would act on the screen instead of being seen."""
    return text if text.isprintable() else "".join(_symbol(char, is_unicode=is_unicode) for char in text)


def _symbol(char: str, *, is_unicode: bool) -> str:
    code = ord(char)
    if (
        char.isprintable()
        or char in (JOINER, NON_JOINER)
        or (category(char) not in UNSEEN and not _is_noncharacter(code))
    ):
        return char
    if is_unicode and code < 0x20:
        return chr(0x2400 + code)
    if is_unicode and code == 0x7F:
        return "\u2421"
    return f"<U+{code:04X}>"


def _is_noncharacter(code: int) -> bool:
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _width(line: str, index: int) -> int:
    """Return by how many columns a character that is shown as itself widens the line."""
    char = line[index]
    if char.isascii():
        return 1
    code = ord(char)
    before = line[index - 1] if index else ""
    kind = category(char)
    if char == EMOJI_STYLE:
        return int(_has_narrow_and_wide_style(before))
    is_drawn_into_the_one_before = (
        kind in ("Mn", "Me", "Cf")
        or any(code in tails for tails in HANGUL_TAILS)
        or (before == JOINER and kind == "So")
        or (code in SKIN_TONES and _is_picture(before))
    )
    return 0 if is_drawn_into_the_one_before else 1 + (east_asian_width(char) in "WF")


def _is_picture(char: str) -> bool:
    return bool(char) and category(char) == "So"


def _has_narrow_and_wide_style(char: str) -> bool:
    if not char or east_asian_width(char) in "WF":
        return False
    return char in KEYCAPS or category(char) in ("So", "Sm", "Po")
