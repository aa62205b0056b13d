"""Which characters a font file has, read from its `cmap` table; Pillow can draw a glyph but not say whether it exists.

Only formats 4 and 12 are read: every font that covers text carries one of them.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from struct import unpack_from

from msgspec import Struct

_OUTLINES = frozenset({b"glyf", b"CFF ", b"CFF2"})


class Coverage(Struct, frozen=True, gc=False):
    """A set of code points as sorted ranges; `starts[i]` to `ends[i]`, both included."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def __contains__(self, character: str) -> bool:
        """Return whether the font has a glyph for one character."""
        code = ord(character)
        at = bisect_right(self.starts, code) - 1
        return at >= 0 and code <= self.ends[at]


def read_coverage(font: bytes, index: int = 0) -> Coverage:
    """Return the characters of a font; none for a damaged file or for one that holds bitmaps only."""
    try:
        tables = _tables(font, index)
        if not _OUTLINES & tables.keys() or b"cmap" not in tables:
            return Coverage()
        return _merged(_ranges(font, tables[b"cmap"]))
    except (struct.error, IndexError):
        return Coverage()


def _tables(font: bytes, index: int) -> dict[bytes, int]:
    at = 0
    if font[:4] == b"ttcf":
        (at,) = unpack_from(">I", font, 12 + 4 * index)
    (count,) = unpack_from(">H", font, at + 4)
    records = (unpack_from(">4sIII", font, at + 12 + 16 * number) for number in range(count))
    return {tag: offset for tag, _, offset, _ in records}


def _ranges(font: bytes, cmap: int) -> list[tuple[int, int]]:
    (count,) = unpack_from(">H", font, cmap + 2)
    best, best_format = 0, 0
    for number in range(count):
        platform, encoding, offset = unpack_from(">HHI", font, cmap + 4 + 8 * number)
        (kind,) = unpack_from(">H", font, cmap + offset)
        is_unicode = platform == 0 or (platform == 3 and encoding in {1, 10})
        if is_unicode and kind in {4, 12} and kind > best_format:
            best, best_format = cmap + offset, kind
    match best_format:
        case 12:
            return list(_groups(font, best))
        case 4:
            return list(_segments(font, best))
        case _:
            return []


def _groups(font: bytes, at: int) -> Iterator[tuple[int, int]]:
    (count,) = unpack_from(">I", font, at + 12)
    for number in range(count):
        start, end, glyph = unpack_from(">III", font, at + 16 + 12 * number)
        yield (start + (glyph == 0), end)


def _segments(font: bytes, at: int) -> Iterator[tuple[int, int]]:
    (double_count,) = unpack_from(">H", font, at + 6)
    count = double_count // 2
    ends = unpack_from(f">{count}H", font, at + 14)
    starts = unpack_from(f">{count}H", font, at + 16 + 2 * count)
    deltas = unpack_from(f">{count}H", font, at + 16 + 4 * count)
    offsets_at = at + 16 + 6 * count
    offsets = unpack_from(f">{count}H", font, offsets_at)
    for number, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        if start == 0xFFFF:
            continue
        if offset == 0:
            yield (start, end)
            continue
        glyphs_at = offsets_at + 2 * number + offset
        for code in range(start, end + 1):
            (glyph,) = unpack_from(">H", font, glyphs_at + 2 * (code - start))
            if glyph and (glyph + delta) & 0xFFFF:
                yield (code, code)


def _merged(ranges: Iterable[tuple[int, int]]) -> Coverage:
    ordered = sorted((start, end) for start, end in ranges if start <= end)
    if not ordered:
        return Coverage()
    breaks = [number for number, (before, after) in enumerate(pairwise(ordered), 1) if after[0] > before[1] + 1]
    firsts, lasts = [0, *breaks], [*breaks, len(ordered)]
    starts = tuple(ordered[first][0] for first in firsts)
    return Coverage(
        starts,
        tuple(max(end for _, end in ordered[first:last]) for first, last in zip(firsts, lasts, strict=True)),
    )
