"""The outside of a WebM file: enough to know that it is one, that it is whole, and how large its picture is.

A file that was written while it was filmed may leave the length of its last elements open; where those end cannot be checked.
"""

from typing import Final

_EBML: Final = bytes.fromhex("1a45dfa3")
_DOC_TYPE: Final = bytes.fromhex("4282")
_SEGMENT: Final = bytes.fromhex("18538067")
_TRACKS: Final = bytes.fromhex("1654ae6b")
_TRACK: Final = bytes.fromhex("ae")
_VIDEO: Final = bytes.fromhex("e0")
_WIDTH_PX: Final = bytes.fromhex("b0")
_HEIGHT_PX: Final = bytes.fromhex("ba")
_CLUSTER: Final = bytes.fromhex("1f43b675")
_MOST_ID_BYTES: Final = 4
_MOST_LENGTH_BYTES: Final = 8

Span = tuple[int, int]


def read_webm(content: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels; None if the bytes are something else, cut short, or have no picture track."""
    if not content.startswith(_EBML):
        return None
    match _elements(content, (0, len(content))):
        case [(_, head), (identity, segment), *_] if identity == _SEGMENT:
            children = _elements(content, segment)
        case _:
            return None
    if children is None or _CLUSTER not in {identity for identity, _ in children}:
        return None
    doc_types = [content[start:end] for start, end in _within(content, [head], _DOC_TYPE)]
    if [doc_type.rstrip(b"\0") for doc_type in doc_types] != [b"webm"]:
        return None
    tracks = [span for identity, span in children if identity == _TRACKS]
    videos = _within(content, _within(content, tracks, _TRACK), _VIDEO)
    sizes = [(_number(content, video, _WIDTH_PX), _number(content, video, _HEIGHT_PX)) for video in videos]
    return max((size for size in sizes if all(size)), key=lambda size: size[0] * size[1], default=None)


def _within(content: bytes, parents: list[Span], wanted: bytes) -> list[Span]:
    """Return the content spans of the children with an id."""
    return [span for parent in parents for identity, span in _elements(content, parent) or () if identity == wanted]


def _number(content: bytes, parent: Span, wanted: bytes) -> int:
    """Return the number in the last child with an id, 0 if there is none."""
    return max((int.from_bytes(content[start:end]) for start, end in _within(content, [parent], wanted)), default=0)


def _elements(content: bytes, span: Span) -> list[tuple[bytes, Span]] | None:
    """Return id and content span of the elements that fill a span; None if they do not fill it exactly."""
    at, end = span
    found = []
    while at < end:
        id_bytes = 9 - content[at].bit_length()
        length_at = at + id_bytes
        if id_bytes > _MOST_ID_BYTES or length_at >= end:
            return None
        length_bytes = 9 - content[length_at].bit_length()
        start = length_at + length_bytes
        if length_bytes > _MOST_LENGTH_BYTES or start > end:
            return None
        most = (1 << 7 * length_bytes) - 1
        length = int.from_bytes(content[length_at:start]) & most
        if length == most:
            length = end - start  # left open: all that follows
        if start + length > end:
            return None
        found.append((content[at:length_at], (start, start + length)))
        at = start + length
    return found
