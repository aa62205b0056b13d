"""Words into lines: measured, broken, and put into reading direction.

Sizes and widths are pixels of the finished picture. Letters are measured as large as they will be drawn, `scale` times
larger, so that what was measured is what appears.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from .bidi import in_visual_order
from .fonts import Face, Fonts, Voice
from .scripts import cleaned, direction
from .words import Word, cut_words, letter_by_letter, unbreakable

TEXT_LIMIT = 6000
"""Characters of one text that are looked at; the rest is counted."""
LINE_HEIGHT = 1.24
_BASELINE = 0.93
_SPACE = 0.3
_MOST_EVENED = 12
_LOOSER = (0.1, 0.7, 1.4, 2.4)
"""How much longer than even lines may be, in letters; the first that brings no line more is taken."""


class Run(Struct, frozen=True, gc=False):
    """Neighbouring letters of one font, `x_px` from the left end of their line, or from the top of their column."""

    text: str
    face: Face
    x_px: float
    is_shaped: bool = False


class Line(Struct, frozen=True, gc=False):
    """One line of letters."""

    runs: tuple[Run, ...]
    width_px: float
    """From its beginning to its end."""


class Block(Struct, frozen=True, gc=False):
    """Lines under each other, as wide as the widest; or columns beside each other, the first at the right."""

    lines: tuple[Line, ...]
    size_px: float
    width_px: float
    hidden: int = 0
    """How many characters are left out; the last line says so."""
    is_vertical: bool = False

    @property
    def line_height_px(self) -> float:
        """Return the distance between two baselines."""
        return self.size_px * LINE_HEIGHT

    @property
    def height_px(self) -> float:
        """Return the height of all lines, or of the longest column."""
        if self.is_vertical:
            return max((line.width_px for line in self.lines), default=0.0)
        return self.line_height_px * len(self.lines)

    @property
    def baseline_px(self) -> float:
        """Return the distance from the top of a line to its baseline."""
        return self.size_px * _BASELINE


class Typesetter:
    """Sets texts with the fonts it was given; what it has cut and measured is kept for the next size that is tried."""

    def __init__(self, fonts: Fonts, scale: int = 1) -> None:
        self.fonts = fonts
        self.scale = scale
        self._words: dict[tuple[str, Voice], tuple[Word, ...]] = {}
        self._widths: dict[tuple[str, int, float], float] = {}

    def block(
        self, text: str, size_px: float, max_width_px: float, *, voice: Voice = "hand", max_lines: int = 10_000
    ) -> Block:
        """Return the text in lines no wider than `max_width_px`, at most `max_lines` of them.

        A word wider than a line is divided. What does not fit is counted: the last line ends in `… (+N characters)`.
        """
        words = self.words(text, voice)
        beyond = max(0, len(text) - TEXT_LIMIT)
        lines = self._broken(words, size_px, max_width_px)
        if beyond == 0 and len(lines) <= max_lines:
            return self._block(lines, size_px)

        def cut_off(kept: int) -> list[list[Word]]:
            said = self.words(f"… (+{_letters(words[kept:]) + beyond} characters)", voice)
            return self._broken((*words[:kept], *said), size_px, max_width_px)

        fewest, most = 0, min(len(words), sum(map(len, lines[:max_lines])))
        while fewest < most:
            kept = (fewest + most + 1) // 2
            fewest, most = (kept, most) if len(cut_off(kept)) <= max_lines else (fewest, kept - 1)
        return self._block(cut_off(fewest), size_px, hidden=_letters(words[fewest:]) + beyond)

    def even_block(
        self, text: str, size_px: float, max_width_px: float, *, voice: Voice = "hand", max_lines: int = 10_000
    ) -> Block:
        """Return what `block` does, in as many lines that are about equally long: no last word stands alone."""
        block = self.block(text, size_px, max_width_px, voice=voice, max_lines=max_lines)
        if block.hidden or not 1 < len(block.lines) <= _MOST_EVENED:
            return block
        even_px = max(
            self.longest_px(text, size_px, voice) + 1, self.length_px(text, size_px, voice) / len(block.lines)
        )
        widths_px = (width for step in _LOOSER if (width := even_px + step * size_px) < max_width_px)
        tries = (self.block(text, size_px, width, voice=voice) for width in widths_px)
        return next((even for even in tries if len(even.lines) == len(block.lines)), block)

    def words(self, text: str, voice: Voice = "hand") -> tuple[Word, ...]:
        """Return the words of a text."""
        key = (text, voice)
        if key not in self._words:
            self._words[key] = tuple(cut_words(cleaned(text, TEXT_LIMIT), self.fonts, voice))
        return self._words[key]

    def longest_px(self, text: str, size_px: float, voice: Voice = "hand") -> float:
        """Return the width of the widest part of a text that no line break divides."""
        groups = unbreakable(self.words(text, voice))
        return max((sum(self._width(word, size_px) for word in group) for group in groups), default=0.0)

    def length_px(self, text: str, size_px: float, voice: Voice = "hand") -> float:
        """Return the width of a text on one line."""
        words = self.words(text, voice)
        spaces = sum(word.has_space for word in words)
        return sum(self._width(word, size_px) for word in words) + spaces * _SPACE * size_px

    def _broken(self, words: Sequence[Word], size_px: float, max_width_px: float) -> list[list[Word]]:
        lines: list[list[Word]] = []
        x = max_width_px + 1
        for group in self._narrow(unbreakable(words), size_px, max_width_px):
            width = sum(self._width(word, size_px) for word in group)
            gap = _SPACE * size_px if group[0].has_space else 0.0
            if x + gap + width <= max_width_px:
                lines[-1].extend(group)
                x += gap + width
            else:
                lines.append(list(group))
                x = width
        return lines

    def _narrow(self, groups: Iterable[list[Word]], size_px: float, max_width_px: float) -> Iterable[list[Word]]:
        for group in groups:
            if sum(self._width(word, size_px) for word in group) <= max_width_px:
                yield group
            else:
                yield from letter_by_letter(group)

    def _width(self, word: Word, size_px: float) -> float:
        return self._measured(word.text, word.face, size_px, is_shaped=word.is_shaped)

    def _measured(self, text: str, face: Face, size_px: float, *, is_shaped: bool) -> float:
        key = (text, id(face), size_px)
        if key not in self._widths:
            font = self.fonts.opened(face, size_px * self.scale, is_shaped=is_shaped)
            self._widths[key] = font.getlength(text) / self.scale
        return self._widths[key]

    def _block(self, lines: Sequence[Sequence[Word]], size_px: float, hidden: int = 0) -> Block:
        placed = tuple(self._placed(line, size_px) for line in lines)
        return Block(placed, size_px, max((line.width_px for line in placed), default=0.0), hidden)

    def _placed(self, words: Sequence[Word], size_px: float) -> Line:
        x = 0.0
        runs: list[Run] = []
        for word, has_gap in in_visual_order(words):
            if runs and not has_gap and _continues(runs[-1], word):
                last = runs.pop()
                text, start = last.text + word.text, last.x_px
            else:
                text, start = word.text, x + (_SPACE * size_px if has_gap else 0.0)
            runs.append(Run(text, word.face, start, word.is_shaped))
            x = start + self._measured(text, word.face, size_px, is_shaped=word.is_shaped)
        return Line(tuple(runs), x)


def _continues(run: Run, word: Word) -> bool:
    return run.face is word.face and run.is_shaped == word.is_shaped and direction(word.text) != "rtl"


def _letters(words: Sequence[Word]) -> int:
    return sum(len(word.text) + word.has_space for word in words)
