"""The lines of a text at their places."""

from storyc.storyboard import Emphasis, Run

from .arranging import Spot, Wanted
from .fitting import Fitted
from .model import Line
from .pieces import Piece

_FLUSH_PADDING = 0.5


def set_lines(one: Wanted, spot: Spot, *, is_right_to_left: bool) -> tuple[Line, ...]:
    """Return the lines of a lettering, anchored in the middle, or at the side where its letters begin if it is flush."""
    if one.fitted.is_vertical:
        return _columns(one.fitted, spot)
    size, leading = spot.size_px, one.fitted.leading
    count = len(spot.block.lines)
    height = (leading.pitch * (count - 1) + leading.ascent + leading.descent) * size
    x, middle = spot.box.center
    if one.manner.is_flush:
        x = spot.box.right - _FLUSH_PADDING * size if is_right_to_left else spot.box.left + _FLUSH_PADDING * size
    baseline = middle - height / 2 + leading.ascent * size
    return tuple(
        _line(one.fitted, spot, number, x, baseline + number * leading.pitch * size) for number in range(count)
    )


def _columns(fitted: Fitted, spot: Spot) -> tuple[Line, ...]:
    size, pitch = spot.size_px, fitted.leading.pitch
    x, middle = spot.box.center
    first = x + pitch * (len(spot.block.lines) - 1) / 2 * size
    top = middle - max(spot.block.lengths) / 2 * size
    return tuple(
        _line(fitted, spot, number, first - number * pitch * size, top) for number in range(len(spot.block.lines))
    )


def _line(fitted: Fitted, spot: Spot, number: int, x: float, y: float) -> Line:
    start, end = spot.block.lines[number]
    pieces = fitted.pieces[start:end]
    return Line(
        _joined(pieces),
        x,
        y,
        spot.block.lengths[number] * spot.size_px,
        all(piece.is_measured for piece in pieces),
        end < len(fitted.pieces) and (fitted.pieces[end].gap_em > 0),
    )


def _joined(pieces: tuple[Piece, ...]) -> tuple[Run, ...]:
    """Return the runs of a line; a space between two pieces is drawn like the letters before it."""
    runs: list[Run] = []
    for number, piece in enumerate(pieces):
        if number and piece.gap_em:
            _add(runs, " ", runs[-1].emphasis)
        for run in piece.runs:
            _add(runs, run.text, run.emphasis)
    return tuple(runs)


def _add(runs: list[Run], text: str, emphasis: Emphasis) -> None:
    if runs and runs[-1].emphasis == emphasis:
        runs[-1] = Run(runs[-1].text + text, emphasis)
    else:
        runs.append(Run(text, emphasis))
