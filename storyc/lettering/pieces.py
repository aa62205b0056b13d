"""Text into pieces that no line break divides.

In alphabets a piece is a word; East Asian writing may be divided beside any character, but for those that may not begin
or end a line (kinsoku). A word longer than any line is divided between its letters, without a hyphen.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from re import compile as regex
from unicodedata import bidirectional, category

from msgspec import Struct

from storyc.storyboard import Emphasis, Run, Text

from .letters import WIDTHS, Voice, is_east_asian, is_measured, width_em

_NO_OPENING = frozenset(
    "、。，．・：；？！」』）】〉》〕］｝〟゛゜々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…‥～〜’”»!?,.:;)]}%"
)
_NO_CLOSING = frozenset("「『（【〈《〔［｛〝‘“«([{¿¡")
SPACES_EM: Mapping[Voice, float] = {voice: width_em(" ", voice) for voice in WIDTHS}
"""How wide a space is."""
_LONGEST = 22
"""Letters of a word that are kept together."""
_PLAIN = regex(r"(?:[!-,.0-~’“”…]{1,21} (?! ))*[!-,.0-~’“”…]{1,21}")
_JOINERS = "\u200c\u200d\u200e\u200f"
_MOST_LETTERS = 4000
"""What goes beyond is not lettered: no panel has room for it."""


class Piece(Struct, frozen=True, gc=False):
    """Letters that stay on one line."""

    runs: tuple[Run, ...]
    length_em: float
    gap_em: float
    """Before it, if it does not begin a line; 0 if no space parts it from the piece before."""
    starts_line: bool
    """Whether the writer has broken the line before it."""
    is_measured: bool


def printable(text: str) -> str:
    """Return the text without what an SVG may not hold or a reader cannot see; white space but line ends as spaces."""
    if text.isprintable():
        return text
    return "".join(_shown(letter) for letter in text)


def _shown(letter: str) -> str:
    if letter == "\n" or letter in _JOINERS:
        return letter
    match category(letter):
        case "Zl" | "Zp":
            return "\n"
        case "Zs" | "Cc":
            return " " if letter.isspace() else ""
        case "Cf":
            return ""
        case "Cs":
            return "\ufffd"
        case "Cn" if ord(letter) & 0xFFFE == 0xFFFE:
            return "\ufffd"
        case _:
            return letter


def cut(
    text: Text, voice: Voice, *, is_vertical: bool = False, opening: str = "", closing: str = ""
) -> tuple[Piece, ...]:
    """Return the pieces of a text between `opening` and `closing`, in order; none if nothing of it can be seen."""
    if len(text) == 1 and not is_vertical and _PLAIN.fullmatch(text[0].text):
        return tuple(_words(f"{opening}{text[0].text}{closing}", text[0].emphasis, voice))
    letters = [(letter, run.emphasis) for run in text for letter in printable(run.text)][:_MOST_LETTERS]
    while letters and letters[-1][0].isspace():
        letters.pop()
    start = next((at for at, (letter, _) in enumerate(letters) if not letter.isspace()), len(letters))
    letters = letters[start:]
    if all(letter.isspace() or letter in _JOINERS for letter, _ in letters):
        return ()
    first, last = letters[0][1], letters[-1][1]
    letters = [*((mark, first) for mark in opening), *letters, *((mark, last) for mark in closing)]
    return tuple(_pieces(letters, voice, is_vertical=is_vertical))


def _words(text: str, emphasis: Emphasis, voice: Voice) -> Iterator[Piece]:
    """Yield the pieces of what is most often said: words with single spaces between them."""
    gap = 0.0
    for word in text.split(" "):
        yield Piece((Run(word, emphasis),), _word_em(word, voice), gap, starts_line=False, is_measured=True)
        gap = SPACES_EM[voice]


@lru_cache(maxsize=8192)
def _word_em(word: str, voice: Voice) -> float:
    return width_em(word, voice)


def _pieces(letters: list[tuple[str, Emphasis]], voice: Voice, *, is_vertical: bool) -> Iterator[Piece]:
    space_em = SPACES_EM[voice]
    held: list[tuple[str, Emphasis]] = []
    gap, breaks = False, False
    for letter, emphasis in letters:
        if letter.isspace():
            if held:
                yield _piece(held, voice, space_em * gap, breaks, is_vertical=is_vertical)
                held, gap, breaks = [], False, False
            gap = True
            breaks = breaks or letter == "\n"
            continue
        if held and (_may_part(held[-1][0], letter) or (len(held) >= _LONGEST and not _is_attached(letter))):
            yield _piece(held, voice, space_em * gap, breaks, is_vertical=is_vertical)
            held, gap, breaks = [], False, False
        held.append((letter, emphasis))
    if held:
        yield _piece(held, voice, space_em * gap, breaks, is_vertical=is_vertical)


def _piece(
    letters: list[tuple[str, Emphasis]], voice: Voice, gap_em: float, breaks: bool, *, is_vertical: bool
) -> Piece:
    runs: list[Run] = []
    held, emphasis = "", letters[0][1]
    for letter, its in letters:
        if its != emphasis:
            runs.append(Run(held, emphasis))
            held, emphasis = "", its
        held += letter
    runs.append(Run(held, emphasis))
    text = "".join(run.text for run in runs)
    length = column_em(text, voice) if is_vertical else width_em(text, voice)
    return Piece(tuple(runs), length, gap_em, breaks, is_measured(text, voice))


def column_em(text: str, voice: Voice) -> float:
    """Return how long letters are below each other: upright ones one em each, words of an alphabet turned on their side."""
    return float(len(text)) if is_upright(text) else width_em(text, voice)


def is_upright(text: str) -> bool:
    """Return whether a piece of a column stands upright: East Asian writing, and marks and numbers of up to two signs."""
    return any(map(is_east_asian, text)) or len(text) <= 2


def _may_part(before: str, after: str) -> bool:
    if after in _NO_OPENING or before in _NO_CLOSING or _is_attached(after) or before == "\u200d":
        return False
    return is_east_asian(before) or is_east_asian(after) or before in "-–—/" or _is_unspaced(before)


def _is_attached(letter: str) -> bool:
    return letter >= "\u0300" and (
        category(letter) in {"Mn", "Mc", "Me"} or letter in _JOINERS or 0x1F3FB <= ord(letter) <= 0x1F3FF
    )


def _is_unspaced(letter: str) -> bool:
    # Thai, Lao, Burmese and Khmer write no spaces between words, and we carry no dictionary.
    code = ord(letter)
    return 0x0E00 <= code <= 0x0EFF or 0x1000 <= code <= 0x109F or 0x1780 <= code <= 0x17FF


def is_right_to_left(text: str) -> bool:
    """Return whether the first letter that has a direction runs from right to left."""
    if text.isascii():
        return False
    for letter in text:
        match bidirectional(letter):
            case "R" | "AL":
                return True
            case "L":
                return False
            case _:
                continue
    return False
