"""Words in columns, as Japanese and Chinese balloons have them: from top to bottom, the first column at the right."""

from collections.abc import Sequence

from .scripts import clusters, is_wide
from .typeset import LINE_HEIGHT, Block, Line, Run, Typesetter
from .words import Word

_SPACE = 0.5
_LONGEST_ACROSS = 2


def is_upright(text: str) -> bool:
    """Return whether letters of a column stand below each other: East Asian writing."""
    return any(map(is_wide, text))


def is_across(text: str) -> bool:
    """Return whether letters stand side by side in the place of one: numbers and marks of up to two signs."""
    return len(text) <= _LONGEST_ACROSS and not is_upright(text)


class ColumnSetter(Typesetter):
    """Sets texts in columns. Letters of alphabets lie on their side."""

    def _width(self, word: Word, size_px: float) -> float:
        """Return how long a word is along its column."""
        if is_upright(word.text):
            return len(clusters(word.text)) * size_px * word.face.scale
        return size_px if is_across(word.text) else super()._width(word, size_px)

    def _block(self, lines: Sequence[Sequence[Word]], size_px: float, hidden: int = 0) -> Block:
        placed = tuple(self._placed(line, size_px) for line in lines)
        return Block(placed, size_px, len(placed) * size_px * LINE_HEIGHT, hidden, is_vertical=True)

    def _placed(self, words: Sequence[Word], size_px: float) -> Line:
        y = 0.0
        runs: list[Run] = []
        for word in words:
            y += _SPACE * size_px if word.has_space and runs else 0.0
            runs.append(Run(word.text, word.face, y, word.is_shaped))
            y += self._width(word, size_px)
        return Line(tuple(runs), y)
