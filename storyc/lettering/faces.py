"""The fonts of laid-over lettering, each cut down to the letters that a page needs."""

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from importlib.resources import as_file, files
from io import BytesIO

from msgspec import Struct

from .letters import Voice


class Source(Struct, frozen=True, gc=False):
    """Where a font comes from, and what a page calls it."""

    family: str
    package: str
    file: str


FACES: Mapping[Voice, Source] = {
    "hand": Source("storyc hand", "font_intuitive", "files/Intuitive.ttf"),
    "loud": Source("storyc loud", "font_fredoka_one", "files/FredokaOne-Regular.ttf"),
    "wide": Source("storyc wide", "noto_cjk_sans_jp_regular", "NotoSansCJKjp-Regular.otf"),
}
_LICENCE_NAMES = [0, 7, 13, 14]
"""Records of a font that say whose it is and on what terms: they stay in every part of it."""


@lru_cache(maxsize=16)
def face_with(face: Voice, letters: frozenset[str]) -> bytes:
    """Return a font, as WOFF, that has those of the letters that its source has."""
    source = FACES[face]
    cutting, fonts = import_module("fontTools.subset"), import_module("fontTools.ttLib")
    options = cutting.Options()
    options.hinting = face == "wide"  # to take them out of thousands of outlines takes longer than all the rest
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "vert", "vrt2"]
    options.name_IDs = _LICENCE_NAMES
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.drop_tables += ["FFTM", "LTSH", "VDMX", "hdmx", "DSIG", "gasp"]
    written = BytesIO()
    with (
        as_file(files(source.package).joinpath(source.file)) as path,
        fonts.TTFont(path, lazy=True, recalcBBoxes=False, recalcTimestamp=False) as font,
    ):
        subsetter = cutting.Subsetter(options)
        subsetter.populate(unicodes=sorted(map(ord, letters)))
        subsetter.subset(font)
        font.flavor = "woff"
        font.save(written)
    return written.getvalue()
