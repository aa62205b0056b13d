"""How large a balloon must be for its words: the lines of a text, and the tightest outline about them.

All lengths are multiples of the size of the letters, so that a text is fitted once for every size.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from math import inf, log

from msgspec import Struct

from storyc.storyboard import Text

from .breaking import Breaker, Lines
from .letters import Voice, is_east_asian
from .manner import Manner, Outline
from .pieces import Piece, cut

EXPONENTS: dict[Outline, float] = {
    "plain": 2.35,
    "whisper": 2.35,
    "double": 2.35,
    "wavy": 2.5,
    "burst": 2.3,
    "cloud": 2.7,
    "jagged": 4.5,
    "square": 9.0,
}
"""How square an outline is; 2 is an ellipse."""
_RIMS: dict[Outline, float] = {"burst": 0.85, "cloud": 0.4, "jagged": 0.36, "wavy": 0.14, "double": 0.3, "none": 0.1}
"""How far spikes and bumps stand out of an outline."""
_SIDES: dict[Outline, tuple[float, float]] = {"box": (0.5, 0.34), "square": (0.42, 0.3), "none": (0.0, 0.0)}
"""Paper beside and above the words."""
_CURVED_SIDES = (0.34, 0.3)
_RATIOS = {"speech": 1.6, "caption": 3.2, "sfx": 4.0, "title": 3.6}
"""Width over height that letterers like."""
_COLUMN_RATIO = 0.68
_STRETCHES = (0.34, 0.46, 0.62, 0.8, 1.0, 1.2, 1.45, 1.75, 2.1, 2.6)
_MOST_LINES = 60


class Leading(Struct, frozen=True, gc=False):
    """How lines stand above each other."""

    pitch: float
    """From baseline to baseline."""
    ascent: float
    descent: float


class Block(Struct, frozen=True, gc=False):
    """A text in lines, and the outline that holds it."""

    lines: Lines
    lengths: tuple[float, ...]
    half_width: float
    """Of the outline, without what stands out of it."""
    half_height: float
    rim: float

    @property
    def width(self) -> float:
        """Return the width of all it covers."""
        return 2 * (self.half_width + self.rim)

    @property
    def height(self) -> float:
        """Return the height of all it covers."""
        return 2 * (self.half_height + self.rim)


class Fitted(Struct, frozen=True, gc=False):
    """A text, ready to be placed."""

    pieces: tuple[Piece, ...]
    leading: Leading
    is_vertical: bool
    blocks: tuple[Block, ...]
    """From the most pleasant on."""


@lru_cache(maxsize=2048)
def fit(text: Text, manner: Manner, *, is_vertical: bool, is_narrow: bool = False) -> Fitted | None:
    """Return a text with the outlines that suit it, or None if nothing of it can be seen.

    With `is_narrow` the outlines are those for places where a pleasant one has no room, with more lines than it wants.
    """
    pieces = cut(text, manner.voice, is_vertical=is_vertical, opening=manner.opening, closing=manner.closing)
    if not pieces:
        return None
    leading = _leading(pieces, manner.voice, is_vertical=is_vertical)
    breaker = Breaker(pieces)
    ratio = _COLUMN_RATIO if is_vertical else _RATIOS[manner.kind]
    is_lozenge = EXPONENTS.get(manner.outline, 9.0) < 4 and not is_vertical
    scored: dict[Lines, tuple[float, Block]] = {}
    for count in _counts(breaker, ratio, leading.pitch, is_vertical=is_vertical, is_narrow=is_narrow):
        lines = breaker.lines(count, is_lozenge=is_lozenge)
        if lines is not None and lines not in scored:
            block = _block(lines, breaker, leading, manner.outline, ratio, is_vertical=is_vertical)
            scored[lines] = (_badness(block, ratio), block)
    blocks = sorted(scored.values(), key=lambda found: found[0])
    return Fitted(pieces, leading, is_vertical, tuple(block for _, block in blocks))


def _counts(breaker: Breaker, ratio: float, pitch: float, *, is_vertical: bool, is_narrow: bool) -> Sequence[int]:
    """Return how many lines are worth a try: about as many as make the ratio, or more of them."""
    length = breaker.length_em + 2
    ideal = (length * ratio / pitch if is_vertical else length / pitch / ratio) ** 0.5
    least = min(max(breaker.fewest, round(ideal) - 1, 1), breaker.most)
    counts = (least + 3, least + 4, *(int((least + 4) * share) for share in (1.3, 1.7, 2.3)))
    most = max(_MOST_LINES, breaker.fewest)
    return [count for count in (counts if is_narrow else range(least, least + 3)) if count <= most]


def _block(
    lines: Lines, breaker: Breaker, leading: Leading, outline: Outline, ratio: float, *, is_vertical: bool
) -> Block:
    lengths = tuple(breaker.length(start, end) for start, end in lines)
    corners = _column_corners(lengths, leading) if is_vertical else _line_corners(lengths, leading)
    rim = _RIMS.get(outline, 0.0)
    exponent = EXPONENTS.get(outline)
    if exponent is None:
        beside, above = _SIDES[outline]
        half_width, half_height = max(x for x, _ in corners), max(y for _, y in corners)
    else:
        beside, above = _SIDES.get(outline, _CURVED_SIDES)
        half_width, half_height = _tightest(corners, exponent, ratio)
    return Block(lines, lengths, half_width + beside, half_height + above, rim)


def _line_corners(lengths: Sequence[float], leading: Leading) -> list[tuple[float, float]]:
    height = leading.pitch * (len(lengths) - 1) + leading.ascent + leading.descent
    return [
        (
            length / 2,
            max(
                abs(number * leading.pitch - height / 2),
                abs(number * leading.pitch + leading.ascent + leading.descent - height / 2),
            ),
        )
        for number, length in enumerate(lengths)
    ]


def _column_corners(lengths: Sequence[float], leading: Leading) -> list[tuple[float, float]]:
    """Return the corners of columns: all begin equally high, so the longest says how low each side of the outline is."""
    longest = max(lengths)
    width = leading.pitch * (len(lengths) - 1) + 1.0
    return [(width / 2, longest / 2)]


def _tightest(corners: Sequence[tuple[float, float]], exponent: float, ratio: float) -> tuple[float, float]:
    """Return half the width and height of the best outline that has all corners inside."""
    best, found = inf, (0.0, 0.0)
    raised = [(x**exponent, y**exponent) for x, y in corners]
    for stretch, narrowing in _stretches(exponent):
        half_height = max([x * narrowing + y for x, y in raised]) ** (1 / exponent)
        area = half_height * half_height * stretch * (1 + 0.12 * log(stretch / ratio) ** 2)
        if area < best:
            best, found = area, (stretch * half_height, half_height)
    return found


@cache
def _stretches(exponent: float) -> tuple[tuple[float, float], ...]:
    return tuple((stretch, stretch**-exponent) for stretch in _STRETCHES)


def _badness(block: Block, ratio: float) -> float:
    off = log(block.half_width / block.half_height / ratio)
    return block.half_width * block.half_height * (1 + (0.45 if off > 0 else 0.8) * off * off)


def _leading(pieces: Sequence[Piece], voice: Voice, *, is_vertical: bool) -> Leading:
    if is_vertical:
        return Leading(1.3, 0.5, 0.5)
    letters = [letter for piece in pieces for run in piece.runs for letter in run.text]
    if any(map(is_east_asian, letters)):
        return Leading(1.3, 0.86, 0.12)
    if voice == "wide" or not all(piece.is_measured for piece in pieces):
        return Leading(1.28, 0.8, 0.26)
    return Leading(1.02, 0.74, 0.2) if voice == "loud" else Leading(1.12, 0.73, 0.2)
