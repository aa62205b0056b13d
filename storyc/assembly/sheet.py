"""Where each panel lies on its page, as classes that a style sheet knows.

A page may not carry styles of its own: the document's policy lets one known style sheet through and nothing else.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from .grid import COLUMNS, Cell, Shape, compose

_MOST_TIERS = 40
"""Tiers of one page that are placed; whatever stands below follows in order."""
_MOST_HIGH = 900
"""Percent: beyond it a page is a strip, and to see it whole helps nobody."""


class Place(Struct, frozen=True, gc=False):
    """A panel's place on the sheet."""

    row: int
    """Its tier, from 1."""
    start: int
    """Its first column, from 1."""
    columns: int
    tiers: int = 1
    is_last: bool = False
    """Nobody stands below it."""
    inset: int = 0
    """Its number among those that lie in the same panel, from 1; 0 if it lies in none."""

    @property
    def classes(self) -> str:
        """Return the names of the rules that put it there."""
        end = self.start + self.columns - 1
        names = (
            (True, f"r{self.row}" if self.row <= _MOST_TIERS else ""),
            (True, f"s{self.start} c{self.columns}"),
            (self.tiers == 2, "two-tiers"),
            (self.inset > 0, "inset" if self.inset % 2 else "inset other-side"),
            (self.row == 1, "at-top"),
            (self.is_last, "at-bottom"),
            (self.start == 1, "at-start"),
            (end == COLUMNS, "at-end"),
        )
        return " ".join(name for holds, name in names if holds and name)


class Sheet(Struct, frozen=True, gc=False):
    """A page with its panels in place."""

    places: tuple[Place, ...]
    high_percent: int
    """Height over width, of the panels alone."""
    natural_px: int
    """Width at which the widest tier is as large as its art."""


def lay_out(shapes: Sequence[Shape], hosts: Mapping[int, int], widths_px: Sequence[int]) -> Sheet:
    """Return the places of a page's panels; `hosts` says in which panel another lies, by index."""
    standing = [index for index in range(len(shapes)) if index not in hosts]
    cells = dict(zip(standing, compose([shapes[index] for index in standing]), strict=True))
    places = dict(_placed(cells))
    rows = max((place.row + place.tiers - 1 for place in places.values()), default=0)
    places = {
        index: Place(place.row, place.start, place.columns, place.tiers, place.row + place.tiers - 1 == rows)
        for index, place in places.items()
    }
    lying: dict[int, int] = {}
    for index, host in sorted(hosts.items()):
        lying[host] = lying.get(host, 0) + 1
        there = places[host]
        places[index] = Place(there.row, there.start, there.columns, there.tiers, there.is_last, lying[host])
    return Sheet(
        places=tuple(places[index] for index in range(len(shapes))),
        high_percent=min(_MOST_HIGH, round(100 * sum(_heights(cells, places, shapes)))),
        natural_px=max((COLUMNS * widths_px[index] // cell.columns for index, cell in cells.items()), default=0),
    )


def size_class(width_px: int, height_px: int) -> str:
    """Return the name of the rule that says how large a picture is, before it is there."""
    return f"p{width_px}x{height_px}"


def rules(sheets: Iterable[Sheet], sizes_px: Iterable[tuple[int, int]]) -> str:
    """Return the style rules for every place that these sheets use, and for pictures of these sizes."""
    seen = tuple(sheets)
    places = [place for sheet in seen for place in sheet.places]
    rows = min(_MOST_TIERS, max((place.row for place in places), default=0))
    return "\n".join(
        (
            *(f".r{row} {{ --row: {row}; }}" for row in range(1, rows + 1)),
            *(f".s{start} {{ --start: {start}; }}" for start in sorted({place.start for place in places})),
            *(f".c{columns} {{ --columns: {columns}; }}" for columns in sorted({place.columns for place in places})),
            *(f".h{high} {{ --high: {high / 100:g}; }}" for high in sorted({sheet.high_percent for sheet in seen})),
            *(f".n{px} {{ --natural: {px}px; }}" for px in sorted({sheet.natural_px for sheet in seen})),
            *(
                f".{size_class(width, height)} {{ --wide: {width}px; --ratio: {width / height:.4g}; }}"
                for width, height in sorted(set(sizes_px))
            ),
        )
    )


def _placed(cells: Mapping[int, Cell]) -> Iterator[tuple[int, Place]]:
    row, start, left = 1, 1, 0
    for index, cell in cells.items():
        yield index, Place(row, start, cell.columns, cell.tiers)
        if cell.tiers == 2:
            left, start = cell.columns, cell.columns + 1
        elif start + cell.columns > COLUMNS:
            row, start, left = row + 1, 1 + left, 0
        else:
            start += cell.columns


def _heights(cells: Mapping[int, Cell], places: Mapping[int, Place], shapes: Sequence[Shape]) -> Iterator[float]:
    """Yield the height of each tier over the width of the page; a tall panel's beyond the tiers beside it comes last."""
    tiers: dict[int, float] = {}
    for index, cell in cells.items():
        high = cell.columns / COLUMNS / shapes[index].ratio
        if cell.tiers == 1:
            tiers[places[index].row] = max(tiers.get(places[index].row, 0.0), high)
    yield from tiers.values()
    for index, cell in cells.items():
        if cell.tiers == 2:
            row = places[index].row
            high = cell.columns / COLUMNS / shapes[index].ratio
            yield max(0.0, high - tiers.get(row, 0.0) - tiers.get(row + 1, 0.0))
