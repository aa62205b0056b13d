"""The storyboard as one HTML file: complete without scripts, styles or network, and safe to open from anywhere."""

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Literal

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from storyc.lettering import Problem
from storyc.planning import Art, Results
from storyc.storyboard import PanelKey, Storyboard, Text

from .counting import named_counts
from .inline import emphasised, lettered
from .markdown_text import file_link
from .overlay import Overlay
from .sheet import rules
from .view import Take
from .viewing import NO_TAKES, make_view
from .visible import visible

Theme = Literal["auto", "light", "dark"]
"""What the page opens in; its reader may choose another."""

ReadArt = Callable[[Art], bytes]
"""Fetches the bytes of a picture or a film."""

_PACKAGE = "storyc.assembly"
_PIECES_AT_ONCE = 256
_STYLES = (
    "tokens",
    "document",
    "bar",
    "cover",
    "transcript",
    "panel",
    "read",
    "board",
    "strip",
    "guided",
    "contact",
    "reference",
    "print",
)
"""The style sheets in the order of the cascade: what every view shares, the views, then paper."""


def to_html(
    board: Storyboard,
    results: Results,
    read_art: ReadArt,
    *,
    theme: Theme = "auto",
    takes: Mapping[PanelKey, Sequence[Take]] = NO_TAKES,
    art_root: str | None = None,
    source_link: str = "",
    on_problem: Callable[[Problem], None] = lambda _problem: None,
) -> str:
    """Return the storyboard page. What `read_art` raises goes through; see `html_parts`. Raises: ConfigError."""
    return "".join(
        html_parts(
            board,
            results,
            read_art,
            theme=theme,
            takes=takes,
            art_root=art_root,
            source_link=source_link,
            on_problem=on_problem,
        )
    )


def html_parts(
    board: Storyboard,
    results: Results,
    read_art: ReadArt,
    *,
    theme: Theme = "auto",
    takes: Mapping[PanelKey, Sequence[Take]] = NO_TAKES,
    art_root: str | None = None,
    source_link: str = "",
    on_problem: Callable[[Problem], None] = lambda _problem: None,
) -> Iterator[str]:
    """Yield the storyboard page piece by piece, each picture read only when its place comes.

    All art is inside the page, unless `art_root` says where the art's paths begin as seen from the page. `takes` is the
    art of each panel that was not chosen. `source_link` is a pattern with `{path}` and `{line}`. `on_problem` is told of words
    that were to be laid over the art and found no good place there. Raises: ConfigError.
    """

    def embed(art: Art) -> str:
        if art_root is not None:
            return file_link(art_root, art.path)
        return f"data:{art.media_type};base64,{b64encode(read_art(art)).decode('ascii')}"

    board_view = make_view(board, results, takes=takes, source_link=source_link)
    overlay = Overlay(board, on_problem)
    sizes_px = [(panel.width_px, panel.height_px) for page in board_view.pages for panel in page.panels]
    style = "\n".join((_style(), overlay.style, rules([page.sheet for page in board_view.pages], sizes_px)))
    script = _asset("storyboard.js")
    stream = _template().stream(
        board=board_view,
        counts=named_counts(board_view.counts, board_view.labels),
        t=board_view.labels,
        theme=theme,
        style=style,
        style_hash=_csp_hash(style),
        script=script,
        script_hash=_csp_hash(script),
        art_source="data:" if art_root is None else "data: 'self' file:",
        embed=embed,
        letter=overlay.svg,
    )
    stream.enable_buffering(_PIECES_AT_ONCE)
    return stream


def _csp_hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}"


@cache
def _style() -> str:
    return "\n".join(_asset(f"styles/{name}.css") for name in _STYLES)


@cache
def _asset(name: str) -> str:
    return files(_PACKAGE).joinpath(f"templates/{name}").read_text("utf-8")


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
    is_markup = hasattr(printed, "__html__")
    return visible(printed) if isinstance(printed, str) and not is_markup else printed


def _escape(typed: str) -> str:
    return escape(visible(typed))


def _lettered(text: Text) -> str:
    return lettered(text, _escape, "u")


def _emphasised(prose: str) -> str:
    return emphasised(prose, _escape)
