"""The style sheet of laid-over lettering, with the letters that it needs inside as fonts."""

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from storyc.storyboard import Caption, Panel, Sfx, Speech, Title, plain

from .faces import FACES, face_with
from .letters import WIDTHS, Voice
from .manner import manner_of
from .pieces import printable


def style_sheet(panels: Iterable[Panel], language: str) -> str:
    """Return the CSS that `to_svg` counts on, with the letters of these panels as fonts; empty if nothing is lettered.

    A page with a content policy must allow `font-src data:`.
    """
    letters: dict[Voice, set[str]] = {"hand": set(), "loud": set(), "wide": set()}
    for panel in panels:
        for item in panel.items:
            if isinstance(item, Speech | Caption | Sfx | Title):
                manner = manner_of(item, language)
                letters[manner.voice].update(printable(plain(item.text)), manner.opening, manner.closing)
    if not any(letters.values()):
        return ""
    letters["wide"] |= (letters["hand"] - WIDTHS["hand"].keys()) | (letters["loud"] - WIDTHS["loud"].keys())
    return "".join((*(_font_face(face, frozenset(found)) for face, found in letters.items() if found), _rules()))


def _font_face(face: Voice, letters: frozenset[str]) -> str:
    font = b64encode(face_with(face, letters)).decode("ascii")
    return f'@font-face {{ font-family: "{FACES[face].family}"; src: url(data:font/woff;base64,{font}) format("woff"); }}\n'


@cache
def _rules() -> str:
    return files("storyc.lettering").joinpath("lettering.css").read_text("utf-8")
