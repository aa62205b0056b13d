"""How long a panel is looked at."""

from re import findall

from .panel import Panel
from .text import Text, plain

_UNSPACED = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# compiled when they are first used: a check counts nothing, and this takes longer than to read its script
_CHARACTER = rf"[{_UNSPACED}]"
_WORD = rf"[^\W{_UNSPACED}]+(?:['’-][^\W{_UNSPACED}]+)*"

_LOOK_S = 2.0
_WORD_S = 0.28
_CHARACTER_S = 0.12


def count_words(text: Text) -> int:
    """Return the words of a text; where a script has no spaces, each character is one, as editors count them."""
    return sum(_words_and_characters(plain(text)))


def reading_s(panel: Panel) -> float:
    """Return about how long a reader stays at a panel: a look at the picture, and the words at an easy pace."""
    counted = [_words_and_characters(plain(item.text)) for item in panel.lettering]
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
    return len(findall(_WORD, letters)), 0 if letters.isascii() else len(findall(_CHARACTER, letters))
