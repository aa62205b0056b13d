"""How much there is to read, and how long a panel is looked at.

There is one rule for every count of words: a word is what stands between white space, dashes or dots and has a letter or a digit in it;
in scripts of East Asia that put no space between words, each character counts as one. Korean has spaces.
"""

from collections.abc import Iterable
from re import findall, sub

from .panel import Panel
from .text import Text, plain

_UNSPACED = r"\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
# compiled when they are first used: a check counts nothing, and this takes longer than to read its script
_CHARACTER = rf"(?![\W_])[{_UNSPACED}]"
_PARTING = rf"--+|\.\.+|[—–…{_UNSPACED}]+"
_WORD = r"[^\W_]\S*"

_LOOK_S = 2.0
_WORD_S = 0.28
_CHARACTER_S = 0.12


def count_words(text: Text | str) -> int:
    """Return the words of a text; where a script has no spaces, each character is one, as editors count them."""
    return sum(_words_and_characters(text if isinstance(text, str) else plain(text)))


def reading_s(panel: Panel) -> float:
    """Return about how long a reader stays at a panel: a look at the picture, and the words at an easy pace."""
    return panel_s(plain(item.text) for item in panel.lettering)


def panel_s(letterings: Iterable[str]) -> float:
    """Return about how long a reader stays at a panel in which these words are lettered."""
    counted = map(_words_and_characters, letterings)
    return _LOOK_S + sum(words * _WORD_S + characters * _CHARACTER_S for words, characters in counted)


def duration(seconds: float) -> str:
    """Return `6 s`, `4 min`, `1 h 5 min`."""
    if round(seconds) < 60:
        return f"{round(seconds)} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"


def _words_and_characters(letters: str) -> tuple[int, int]:
    return len(findall(_WORD, sub(_PARTING, " ", letters))), 0 if letters.isascii() else len(
        findall(_CHARACTER, letters)
    )
