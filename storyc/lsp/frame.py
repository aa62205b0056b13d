"""How a script's texts and its pictures are shown in Markdown."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from msgspec import Struct

from .forecast import Picture
from .tally import counted

IMAGES: Final = (".png", ".jpg", ".jpeg", ".webp", ".gif")
_WIDTH_PX: Final = 320
_HEIGHT_PX: Final = 160
"""VS Code shows about 230 px of a card, and what is known of the picture stands under it."""
_LARGEST_BYTES: Final = 8 << 20
"""A larger picture is linked to: an editor would have to decode it while somebody points at a word."""
_DIGITS: Final = 12
_SIGNS: Final = "\\`*_{}[]<>#|"


class Frame(Struct, frozen=True):
    """What an editor can show."""

    is_sized: bool
    """Whether it takes the width of a picture behind its address; others show it as it is, or its address."""

    def art(self, picture: Picture, name: str) -> Iterator[str]:
        """Yield paragraphs about a panel's art: the picture, and what is known of it."""
        width_px = min(_WIDTH_PX, picture.width_px, max(1, _HEIGHT_PX * picture.width_px // max(picture.height_px, 1)))
        yield self.picture(_file(picture), name, width_px)
        facts = [f"{picture.width_px} × {picture.height_px}", f"`{picture.sha256[:_DIGITS]}`"]
        if picture.takes > 1:
            facts.append(counted(picture.takes, "take"))
        if picture.is_sketch:
            facts.append("a sketch, nothing was paid for it")
        if picture.is_replaced:
            facts.append("a build would put another in its place")
        yield ", ".join(facts)

    def picture(self, file: Path, name: str, width_px: int = _WIDTH_PX) -> str:
        """Return a picture, or a link to it if it is a very large file."""
        address = file.absolute().as_uri()
        if _size_bytes(file) > _LARGEST_BYTES:
            return f"[{name}]({address})"
        if self.is_sized:
            return f"![{name}]({address}|width={width_px})"
        # where no picture can be shown, its name is
        return f"![{name}: {plain(file.name)}]({address})"


def plain(text: str) -> str:
    """Return a text of a script so that Markdown shows it as it is."""
    return "".join(f"\\{sign}" if sign in _SIGNS else sign for sign in text if sign.isprintable())


def _file(picture: Picture) -> Path:
    """Return the file of a picture: the one that a build wrote if it is still that, because it has an ending that editors know."""
    try:
        is_written = _size_bytes(picture.output) <= _LARGEST_BYTES and picture.sha256 == _sha256(picture.output)
    except OSError:
        is_written = False
    return picture.output if is_written else picture.file


def _sha256(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def _size_bytes(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
