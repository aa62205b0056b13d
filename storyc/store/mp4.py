"""The outside of an MP4 file: enough to know that it is one, that it is whole, and how large its picture is."""

from collections.abc import Iterator
from struct import unpack_from

_HEADER_BYTES = 8
_LARGE_HEADER_BYTES = 16
_SIZE_AT_THE_END_BYTES = 8
"""A track header ends with width and height, each 16.16 fixed point."""


def read_mp4(content: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels; None if the bytes are something else, cut short, or have no picture track."""
    if content[4:8] != b"ftyp":
        return None
    top = _boxes(content, 0, len(content))
    if top is None or b"mdat" not in {kind for kind, _, _ in top}:
        return None
    sizes = [size for kind, start, end in top if kind == b"moov" for size in _track_sizes(content, start, end)]
    return max(sizes, key=lambda size: size[0] * size[1], default=None)


def _boxes(content: bytes, start: int, end: int) -> list[tuple[bytes, int, int]] | None:
    """Return kind and content span of the boxes that fill a span; None if they do not fill it exactly."""
    found = []
    while start < end:
        if end - start < _HEADER_BYTES:
            return None
        size, kind = unpack_from(">I4s", content, start)
        header = _HEADER_BYTES
        if size == 1 and end - start >= _LARGE_HEADER_BYTES:
            header = _LARGE_HEADER_BYTES
            (size,) = unpack_from(">Q", content, start + _HEADER_BYTES)
        elif size == 0:
            size = end - start
        if size < header or start + size > end:
            return None
        found.append((kind, start + header, start + size))
        start += size
    return found


def _track_sizes(content: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    for track_kind, track_start, track_end in _boxes(content, start, end) or ():
        if track_kind != b"trak":
            continue
        for kind, box_start, box_end in _boxes(content, track_start, track_end) or ():
            if kind == b"tkhd" and box_end - box_start >= _SIZE_AT_THE_END_BYTES:
                width, height = unpack_from(">II", content, box_end - _SIZE_AT_THE_END_BYTES)
                if width >> 16 and height >> 16:
                    yield width >> 16, height >> 16
