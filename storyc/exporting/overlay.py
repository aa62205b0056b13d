"""Lettering that is laid over the art, as part of the picture: for outputs in which pictures are all that there is."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from re import compile as regex
from typing import Final

from PIL import Image

from storyc.lettering import Lettered, letter_panel, style_sheet, to_svg
from storyc.storyboard import Panel, PanelKey, Run, Speech

from .book import Book, Frame
from .scratch import scratch_folder
from .typesetter import fonts, typesetter

_POINTS_PER_INCH: Final = 72.0
_FAMILIES: Final = {"storyc hand": "Intuitive", "storyc loud": "Fredoka One", "storyc wide": "Noto Sans CJK JP"}
"""What the fonts are called that a page has inside it, in the packages that they are taken from."""
_ANY_OF: Final = regex(r":is\(([^)]*)\)")
_UNLINED: Final = ".lettering .lt-balloon { stroke: none; } .lettering .lt-balloon[stroke-width] { stroke: #111; }"
_HEAD_END: Final = regex(r"(?<=>)")


def letters_over(book: Book, frame: Frame, width_px: int, height_px: int) -> Image.Image | None:
    """Return the lettering of a panel for a picture of this size, None if it has none. Raises: UsageError without Typst."""
    svg = to_svg(_lettered(book, frame))
    if not svg:
        return None
    with scratch_folder() as room:
        (room / "letters.svg").write_text(_HEAD_END.sub(f"<style>{_rules()}</style>", svg, count=1), "utf-8")
        (room / "page.typ").write_text(
            f"#set page(width: {frame.width_px}pt, height: {frame.height_px}pt, margin: 0pt, fill: none)\n"
            '#image("letters.svg", width: 100%, height: 100%)\n',
            "utf-8",
        )
        png = typesetter().compile(
            str(room / "page.typ"),
            root=str(room),
            font_paths=fonts(),
            format="png",
            ppi=_POINTS_PER_INCH * width_px / frame.width_px,
        )
    with Image.open(BytesIO(png), formats=("PNG",)) as picture:
        letters = picture.convert("RGBA")
    size = (width_px, height_px)
    return letters if letters.size == size else letters.resize(size, Image.Resampling.LANCZOS)


def left_out(book: Book) -> Iterator[PanelKey]:
    """Yield the panels whose pictures have no room for all of their words."""
    for page in book.pages:
        for frame in book.frames(page):
            if frame.art is not None and any(one.kind == "no-room" for one in _lettered(book, frame).problems):
                yield frame.key


def _lettered(book: Book, frame: Frame) -> Lettered:
    size_px = frame.width_px, frame.height_px
    return letter_panel(frame.panel, *size_px, reading=book.board.reading, language=book.board.language)


@cache
def _rules() -> str:
    """Return the style of lettering, in the words that Typst's reader of SVG knows."""
    anybody = Panel(1, items=(Speech(("A",), (Run("A"),)),))
    style = "\n".join((*_known(style_sheet((anybody,), "")), _UNLINED))
    for name, family in _FAMILIES.items():
        style = style.replace(name, family)
    return style


def _known(style: str) -> Iterator[str]:
    for line in style.splitlines():
        selector, brace, rest = line.partition("{")
        if selector.startswith("@font-face") or ":not(" in selector:
            continue
        choice = _ANY_OF.search(selector)
        if choice is not None:
            before, after = selector[: choice.start()], selector[choice.end() :]
            selector = ", ".join(f"{before}{one.strip()}{after}" for one in choice[1].split(","))
        yield f"{selector}{brace}{rest}"
