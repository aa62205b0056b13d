"""Pictures in a PDF, put there after its type is set.

A typesetter holds every picture decoded until it is done, which for a long book is more than a machine has. So it is given a
stand-in of one pixel for each, and the stand-ins are replaced one at a time while the file is written.
"""

from collections.abc import Mapping
from pathlib import Path
from re import compile as regex
from typing import BinaryIO, Final

from msgspec import Struct
from PIL import Image

from .book import Book, Frame
from .picture import encoded, picture_of

PAPERS_PT: Final = {"a4": (595.276, 841.89), "letter": (612.0, 792.0)}
"""Width and height of a sheet, upright."""
_PRINT_DPI: Final = 300
_POINTS_PER_INCH: Final = 72
_MARK: Final = regex(rb"storyc picture (\d+)")
_SIZE: Final = regex(rb"/(Width|Height|Length) \d+")
_STREAM: Final = b"stream\n"
_STREAM_END: Final = b"\nendstream"


class _Wanted(Struct, frozen=True, gc=False):
    """A picture, and how large print needs it."""

    frame: Frame
    size_px: tuple[int, int]


class Pictures:
    """The pictures of one PDF: stand-ins in a folder for the typesetter, and what they stand for."""

    def __init__(self, book: Book, room: Path) -> None:
        self._book = book
        self._room = room
        self._wanted: list[_Wanted] = []

    def stand_in(self, frame: Frame, width_pt: float) -> str | None:
        """Return the file that stands for a panel's picture in print of this width; None if there is no picture yet."""
        if frame.art is None:
            return None
        width_px = max(1, min(frame.width_px, round(width_pt / _POINTS_PER_INCH * _PRINT_DPI)))
        number = len(self._wanted)
        self._wanted.append(_Wanted(frame, (width_px, max(1, round(width_px / frame.ratio)))))
        name = f"{number}.jpg"
        Image.new("RGB", (1, 1)).save(self._room / name, "JPEG", comment=f"storyc picture {number}")
        return name

    def write(self, printed: bytes, target: BinaryIO) -> None:
        """Write a PDF with the pictures in the place of their stand-ins. Raises: FileError."""
        before = _offsets(printed)
        ends = [*sorted(before.values())[1:], printed.rindex(b"\nxref") + 1]
        after: dict[int, int] = {}
        target.write(printed[: min(before.values())])
        for (number, start), end in zip(sorted(before.items(), key=lambda entry: entry[1]), ends, strict=True):
            after[number] = target.tell()
            target.write(self._object(printed[start:end]))
        table_at = target.tell()
        target.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(after) + 1))
        target.writelines(b"%010d 00000 n \n" % after[number] for number in sorted(after))
        target.write(printed[printed.rindex(b"trailer") : printed.rindex(b"startxref")])
        target.write(b"startxref\n%d\n%%%%EOF" % table_at)

    def _object(self, content: bytes) -> bytes:
        head, stream, body = content.partition(_STREAM)
        mark = _MARK.search(body) if b"/Subtype/Image" in head else None
        if mark is None:
            return content
        wanted = self._wanted[int(mark[1])]
        picture = encoded(picture_of(self._book, wanted.frame, wanted.size_px), "jpeg")
        sizes = {b"Width": wanted.size_px[0], b"Height": wanted.size_px[1], b"Length": len(picture)}
        head = _SIZE.sub(lambda found: b"/%s %d" % (found[1], sizes[found[1]]), head)
        return head + stream + picture + body[body.rindex(_STREAM_END) :]


def _offsets(printed: bytes) -> Mapping[int, int]:
    """Return where each object begins, by its number."""
    table = printed[printed.rindex(b"\nxref") : printed.rindex(b"trailer")].splitlines()[2:]
    return {number: int(line[:10]) for number, line in enumerate(table) if line.rstrip().endswith(b"n")}
