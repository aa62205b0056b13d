"""The letters that this machine can draw.

Fonts are asked in one order: those that come with the package, Pillow's own, then the machine's. The machine's are read
only for a character that the others lack, so the same script looks the same everywhere, and nothing is scanned for English
or Japanese.
"""

import sys
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from os import environ
from pathlib import Path
from threading import Lock
from typing import Literal

from msgspec import Struct
from PIL import ImageFont, features

from .cmap import Coverage, read_coverage
from .scripts import is_invisible, needs_shaping

Voice = Literal["hand", "loud", "plain"]
"""How letters look: the hand of balloons, the display letters of effects and titles, the plain ones of notes."""

_HAND = ("font_intuitive", "files/Intuitive.ttf", 1.0)
_LOUD = ("font_fredoka_one", "files/FredokaOne-Regular.ttf", 1.0)
_EAST_ASIAN = ("noto_cjk_sans_jp_regular", "NotoSansCJKjp-Regular.otf", 0.92)
_PACKAGED = {"hand": (_HAND, _EAST_ASIAN), "loud": (_LOUD, _EAST_ASIAN), "plain": (_EAST_ASIAN,)}
_SANS = (
    "noto",
    "dejavusans",
    "liberationsans",
    "arial",
    "segoeui",
    "helvetica",
    "freesans",
    "droidsans",
    "roboto",
    "leelaw",
)
_STYLED = ("bold", "bd", "italic", "ita", "oblique", "mono", "serif", "black", "thin", "light", "condensed", "narrow")
_SYSTEM_FONT_LIMIT = 1500
_FONT_BYTES_LIMIT = 64 * 2**20


class Face(Struct, frozen=True, gc=False):
    """A font file, or a face of a collection."""

    source: str | bytes
    """Its path, or the file itself."""
    coverage: Coverage
    index: int = 0
    scale: float = 1.0
    """What its size is multiplied by to look as large as its neighbours."""

    def covers(self, text: str) -> bool:
        """Return whether it has a glyph for every character that needs one."""
        return all(character in self.coverage or is_invisible(character) for character in text)


class Fonts:
    """The faces in the order in which they are asked, and the sizes already opened."""

    def __init__(self, packaged: dict[Voice, Sequence[Face]], others: Iterator[Face] | None = None) -> None:
        self._packaged = packaged
        self._unread = others or iter(())
        self._others: list[Face] = []
        self._opened: dict[tuple[int, float, bool], ImageFont.FreeTypeFont] = {}
        self._known: dict[tuple[Voice, str], Face | None] = {}
        self.can_shape = features.check("raqm")
        """Whether Pillow can set letters that depend on their neighbours, and columns."""
        self._reading = Lock()  # panels are drawn in threads, and one generator serves them all

    def face_for(self, text: str, voice: Voice) -> Face | None:
        """Return the first face that has all of a cluster or a word, or None.

        Letters that need shaping have none where Pillow lacks raqm: unshaped Arabic is worse than a substitute.
        """
        key = (voice, text)
        if key not in self._known:
            if len(self._known) > 20_000:
                self._known.clear()
            self._known[key] = self._find(text, voice)
        return self._known[key]

    def _find(self, text: str, voice: Voice) -> Face | None:
        if not self.can_shape and any(map(needs_shaping, text)):
            return None
        for face in (*self._packaged[voice], *self._others):
            if face.covers(text):
                return face
        with self._reading:
            for face in self._unread:
                self._others.append(face)
                if face.covers(text):
                    return face
        return None

    def opened(self, face: Face, size_px: float, *, is_shaped: bool) -> ImageFont.FreeTypeFont:
        """Return the face at a size, ready to measure and draw."""
        key = (id(face), size_px, is_shaped)
        if key not in self._opened:
            if len(self._opened) > 256:
                self._opened.clear()
            source = BytesIO(face.source) if isinstance(face.source, bytes) else face.source
            engine = ImageFont.Layout.RAQM if is_shaped else ImageFont.Layout.BASIC
            self._opened[key] = ImageFont.truetype(
                source, max(1.0, size_px * face.scale), index=face.index, layout_engine=engine
            )
        return self._opened[key]


@cache
def find_fonts() -> Fonts:
    """Return the fonts of this machine, found once and kept for the life of the process."""
    last = plain_face()
    packaged: dict[Voice, Sequence[Face]] = {
        "hand": (*_packaged_faces("hand"), last),
        "loud": (*_packaged_faces("loud"), last),
        "plain": (*_packaged_faces("plain"), last),
    }
    return Fonts(packaged, system_faces())


@cache
def plain_face() -> Face:
    """Return the face that Pillow carries: plain English letters, and there on every machine."""
    default = ImageFont.load_default(12)
    source = default.font_bytes if isinstance(default, ImageFont.FreeTypeFont) else b""
    return Face(source, read_coverage(source), scale=0.95)


def _packaged_faces(voice: Voice) -> Iterator[Face]:
    for package, file, scale in _PACKAGED[voice]:
        spec = find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            path = Path(folder, file)
            if path.is_file():
                yield Face(str(path), read_coverage(path.read_bytes()), scale=scale)


def system_faces() -> Iterator[Face]:
    """Yield the faces installed on this machine, upright text faces first; files that cannot be read are passed over."""
    found = (
        path
        for folder in _system_folders()
        if folder.is_dir()
        for path in folder.rglob("*")
        if path.suffix.lower() in {".ttf", ".otf", ".ttc"}
    )
    for path in sorted(found, key=_plainness)[:_SYSTEM_FONT_LIMIT]:
        try:
            font = path.read_bytes() if path.stat().st_size <= _FONT_BYTES_LIMIT else b""
            ImageFont.truetype(BytesIO(font), 12)
        except OSError:
            continue
        yield Face(str(path), read_coverage(font), scale=0.92)


def _plainness(path: Path) -> tuple[bool, bool, str]:
    stem = path.stem.lower()
    return (any(mark in stem for mark in _STYLED), not stem.startswith(_SANS), str(path))


def _system_folders() -> tuple[Path, ...]:
    home = Path(environ.get("HOME") or environ.get("USERPROFILE") or "/")
    match sys.platform:
        case "darwin":
            return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
        case "win32":
            return (
                Path(environ.get("WINDIR", "C:/Windows"), "Fonts"),
                Path(environ.get("LOCALAPPDATA", str(home)), "Microsoft/Windows/Fonts"),
            )
        case _:
            return (
                Path("/usr/share/fonts"),
                Path("/usr/local/share/fonts"),
                home / ".local/share/fonts",
                home / ".fonts",
            )
