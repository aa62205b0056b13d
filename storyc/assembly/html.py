"""The storyboard as one HTML file: complete without scripts, styles or network, and safe to open from anywhere."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Literal

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from storyc.planning import Art, Results
from storyc.storyboard import Storyboard, Text

from .counting import named_counts
from .inline import emphasised, lettered
from .viewing import make_view
from .visible import visible

Theme = Literal["auto", "light", "dark"]
"""The reader's own choice, or one for everybody."""

ReadArt = Callable[[Art], bytes]
"""Fetches the bytes of a picture or a film."""

_PACKAGE = "storyc.assembly"
_PIECES_AT_ONCE = 256


def to_html(board: Storyboard, results: Results, read_art: ReadArt, *, theme: Theme = "auto") -> str:
    """Return the storyboard page with all art inside it. What `read_art` raises goes through."""
    return "".join(html_parts(board, results, read_art, theme=theme))


def html_parts(board: Storyboard, results: Results, read_art: ReadArt, *, theme: Theme = "auto") -> Iterator[str]:
    """Yield the storyboard page piece by piece, each picture read only when its place comes."""

    def embed(art: Art) -> str:
        return f"data:{art.media_type};base64,{b64encode(read_art(art)).decode('ascii')}"

    board_view = make_view(board, results)
    style = _style()
    stream = _template().stream(
        board=board_view,
        counts=named_counts(board_view.counts),
        theme=theme,
        style=style,
        style_hash=_csp_hash(style),
        embed=embed,
    )
    stream.enable_buffering(_PIECES_AT_ONCE)
    return stream


def _csp_hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}"


@cache
def _style() -> str:
    return files(_PACKAGE).joinpath("templates/storyboard.css").read_text("utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader(_PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.filters["lettered"] = _lettered
    environment.filters["emphasised"] = _emphasised
    return environment.get_template("storyboard.html")


def _finalize(printed: object) -> object:
    return visible(printed) if isinstance(printed, str) else printed


def _lettered(text: Text) -> str:
    return lettered(text, escape, "u")


def _emphasised(prose: str) -> str:
    return emphasised(prose, escape)
