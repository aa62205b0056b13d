"""A lettered panel as SVG: outlines first, then the words, as text that can be selected, searched and translated."""

from collections.abc import Iterator
from html import escape
from re import compile as regex

from storyc.storyboard import Emphasis, Run

from .curve import number
from .model import Lettered, Line, Placed, Stroke
from .pieces import SPACES_EM, printable

_EMPHASIS = ((Emphasis.BOLD, "lt-bold"), (Emphasis.ITALIC, "lt-italic"), (Emphasis.UNDERLINE, "lt-under"))
_UPRIGHT = regex(r"(?<![!-~])[!-~]{1,2}(?![!-~])")
"""Numbers and marks of up to two signs: in a column they stand, while words lie on their side."""
_RIMS = {"sfx": 0.16, "title": 0.13, "caption": 0.16}
"""The breadth of the light line about letters that stand on the art itself, in multiples of their size."""


def to_svg(lettered: Lettered, *, is_hidden: bool = True) -> str:
    """Return an `<svg>` element that lies over the picture, styled by `style_sheet`; empty if nothing is lettered.

    With `is_hidden` screen readers pass it over, because the page says the words elsewhere, with their speakers.
    """
    if not lettered.placed:
        return ""
    language = f' lang="{_attribute(lettered.language)}"' if lettered.language else ""
    spoken = 'aria-hidden="true"' if is_hidden else 'role="group"'
    size = f"{lettered.width_px} {lettered.height_px}"
    shapes = "".join(_stroke(stroke) for placed in lettered.placed for stroke in placed.strokes)
    texts = "".join(_text(placed) for placed in lettered.placed)
    head = f'<svg class="lettering" viewBox="0 0 {size}" {spoken}{language} xmlns="http://www.w3.org/2000/svg">'
    drawn = f'<g class="lt-shapes" aria-hidden="true">{shapes}</g>' if shapes else ""
    return f"{head}{drawn}{texts}</svg>"


def _stroke(stroke: Stroke) -> str:
    pen = f' stroke-width="{number(stroke.width_px)}"' if stroke.width_px else ""
    dash = f' stroke-dasharray="{number(stroke.dash_px)} {number(stroke.dash_px * 0.75)}"' if stroke.dash_px else ""
    return f'<path class="lt-{stroke.look}"{pen}{dash} d="{stroke.path}"/>'


def _text(placed: Placed) -> str:
    names = ["lt-text", f"lt-{placed.voice}", f"lt-{placed.kind}", *(f"lt-{look}" for look in placed.looks)]
    names += [name for name, is_so in (("lt-columns", placed.is_vertical), ("lt-slanted", placed.is_italic)) if is_so]
    parts = [f'<text class="{" ".join(names)}" font-size="{number(placed.size_px)}"']
    if not placed.is_flush:
        parts.append(f' text-anchor="{"start" if placed.is_vertical else "middle"}"')
    if placed.direction == "rtl":
        parts.append(' direction="rtl"')
    if not placed.strokes and placed.kind in _RIMS:
        parts.append(f' stroke-width="{number(_RIMS[placed.kind] * placed.size_px)}"')
    if placed.turn_degrees:
        x, y = placed.box.center
        parts.append(f' transform="rotate({number(placed.turn_degrees)} {number(x)} {number(y)})"')
    return f"{''.join(parts)}>{''.join(_line(line, placed) for line in placed.lines)}</text>"


def _line(line: Line, placed: Placed) -> str:
    # The space that parts two lines belongs to the first, so that copied words stay apart; a centred line makes room for it.
    space_px = 0.0
    if line.has_space and not placed.is_flush and not placed.is_vertical:
        half = SPACES_EM[placed.voice] * placed.size_px / 2
        space_px = -half if placed.direction == "rtl" else half
    words = "".join(_runs(line, placed))
    if not line.is_measured:
        fit = f' textLength="{number(line.length_px)}" lengthAdjust="spacingAndGlyphs"'
        words = f"<tspan{fit}>{words}</tspan>"
    return f'<tspan x="{number(line.x_px + space_px)}" y="{number(line.y_px)}">{words}{" " if line.has_space else ""}</tspan>'


def _runs(line: Line, placed: Placed) -> Iterator[str]:
    for run in line.runs:
        names = [name for flag, name in _EMPHASIS if flag in run.emphasis]
        words = "".join(_standing(run)) if placed.is_vertical else _content(run.text)
        yield f'<tspan class="{" ".join(names)}">{words}</tspan>' if names else words


def _standing(run: Run) -> Iterator[str]:
    at = 0
    for found in _UPRIGHT.finditer(run.text):
        yield _content(run.text[at : found.start()])
        yield f'<tspan class="lt-upright">{_content(found[0])}</tspan>'
        at = found.end()
    yield _content(run.text[at:])


def _content(text: str) -> str:
    return escape(text, quote=False)


def _attribute(text: str) -> str:
    return escape(printable(text).replace("\n", " "), quote=True)
