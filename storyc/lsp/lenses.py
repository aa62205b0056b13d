"""What stands between the words of a script: above headings how much there is to read and what a build would do, behind balloons counts."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, Literal

from msgspec import Struct

from storyc.storyboard import duration
from storyc.syntax import Clip, Page, Panel, TitlePage
from storyc.text import Span

from .forecast import NOTHING, Fate, Forecast, Prospect
from .names import Names
from .pieces import Piece
from .tally import clip_credits, clip_s, counted, page_credits, page_panels, page_words, spoken
from .view import View

_FATES: Final[Mapping[Fate, str]] = {
    "kept": "kept",
    "coming": "paid for",
    "changed": "drawn again",
    "new": "new",
    "in doubt": "in doubt",
    "barred": "not bought",
}
"""Of the panels of a page, in this order."""


class Hint(Struct, frozen=True, gc=False):
    """A few words about a place."""

    span: Span
    text: str


class _Heading(Struct, frozen=True, gc=False):
    """The heading of a page, a panel or a clip, or the title page."""

    line: int
    """In its piece, from 0."""
    span: Span
    kind: Literal["title", "page", "panel", "clip"]
    text: str = ""
    """What there is to read."""
    credits: int = 0
    """What drawing it is expected to cost."""
    lines: tuple[int, ...] = ()
    """Where the panels of a page begin."""


def lenses(view: View, forecast: Forecast | None = None) -> Iterator[Hint]:
    """Yield what stands above headings: of the story what it costs, of pages and panels what is in them and what a build would do."""
    is_first = forecast is not None and view.script.name == forecast.inquiry.entry
    for index, (piece, start) in enumerate(view.script.placed()):
        known = NOTHING if forecast is None else forecast.of(view.script, index)
        for heading in view.ask(_headings, piece):
            span = Span(heading.span.start + start, heading.span.end + start)
            if is_first and forecast is not None and (told := _story(forecast)):
                yield Hint(span, told)
            is_first = False
            if words := " · ".join(filter(None, (heading.text, _prospect(heading, known, forecast)))):
                yield Hint(span, words)


def hints(view: View, first_line: int, last_line: int) -> Iterator[Hint]:
    """Yield the number of words behind each balloon, caption and sound of some lines, both counted."""
    for piece, start in view.script.placed(first_line, last_line):
        for part in piece.parts:
            panels = page_panels(part) if isinstance(part, Page) else (part,) if isinstance(part, Panel) else ()
            for panel in panels:
                for one in spoken(panel.lines, view.names):
                    line = view.script.position(start + one.end)[0]
                    if one.words and first_line <= line <= last_line:
                        yield Hint(Span(start + one.end, start + one.end), counted(one.words, "word"))


def _headings(piece: Piece, names: Names) -> tuple[_Heading, ...]:
    return tuple(_found(piece, names))


def _found(piece: Piece, names: Names) -> Iterator[_Heading]:
    for part in piece.parts:
        match part:
            case TitlePage(span=span):
                yield _Heading(0, Span(span.start, span.start), "title")
            case Page(heading=heading, strip=strip):
                lines = tuple(_line(piece, child.heading.span) for child in page_panels(part))
                text = _amounts((len(lines), "panel"), (page_words(part, names), "word"))
                yield _Heading(_line(piece, heading.span), heading.span, "page", text, page_credits(part), lines)
                for child in strip:
                    yield _child(piece, child, names)
            case Panel() | Clip():
                yield _child(piece, part, names)
            case _:
                pass


def _child(piece: Piece, part: Panel | Clip, names: Names) -> _Heading:
    span = part.heading.span
    if isinstance(part, Clip):
        return _Heading(_line(piece, span), span, "clip", f"{clip_s(part)} s", clip_credits(part))
    said = tuple(spoken(part.lines, names))
    text = _amounts((len(said), "balloon"), (sum(one.words for one in said), "word")) or "silent"
    return _Heading(_line(piece, span), span, "panel", text)


def _amounts(*amounts: tuple[int, str]) -> str:
    """Return numbers with what they count, those that are not 0."""
    return " · ".join(counted(count, what) for count, what in amounts if count)


def _line(piece: Piece, span: Span) -> int:
    return piece.source.position(span.start).line - 1


def _prospect(heading: _Heading, known: Mapping[int, Prospect], forecast: Forecast | None) -> str:
    has_record = forecast is not None and forecast.has_record
    match heading.kind:
        case "title":
            return ""
        case "page":
            return _page(heading, [known[line] for line in heading.lines if line in known], has_record=has_record)
        case "clip":
            found = known.get(heading.line)
            if found is None or not has_record:
                return f"about {heading.credits if found is None else found.credits:,} credits"
            return prospect_words(found, has_record=True, made="filmed")
        case "panel":
            found = known.get(heading.line)
            return "" if found is None else prospect_words(found, has_record=has_record)


def _page(heading: _Heading, found: list[Prospect], *, has_record: bool) -> str:
    """Return what a build would do with a page; without a record, what the page costs."""
    if not heading.lines:
        return ""
    if len(found) < len(heading.lines):
        return f"about {heading.credits:,} credits"
    if not has_record:
        return f"about {sum(one.credits for one in found):,} credits"
    fates = Counter(one.fate for one in found)
    told = ", ".join(f"{fates[fate]} {name}" for fate, name in _FATES.items() if fates[fate])
    credits_ = sum(one.credits for one in found)
    return f"{told}: {credits_:,} credits" if credits_ else told


def prospect_words(found: Prospect, *, has_record: bool, made: str = "drawn") -> str:
    """Return what a build would do with a panel or a clip; nothing if there is no record, because then all is new."""
    is_sketched = found.picture is not None and found.picture.is_sketch
    match found.fate:
        case "kept":
            return f"kept: {found.why}" if found.why else "kept"
        case "coming":
            return "paid for, the next build brings it home"
        case "in doubt":
            return "in doubt: perhaps it was paid for"
        case "barred":
            return f"not bought again: {found.why}" if found.why else "not bought again"
        case "changed":
            because = f": {found.why}" if found.why else ""
            return f"will be {made} again for {found.credits:,} credits{because}"
        case "new" if has_record:
            return f"new: {found.credits:,} credits{', sketch only' if is_sketched else ''}"
        case _:
            return "sketch only" if is_sketched else ""


def _story(forecast: Forecast) -> str:
    """Return what a story costs and how long a build would take."""
    if forecast.trouble:
        return forecast.trouble
    if not forecast.is_known:
        return ""
    # what is drawn from a brief has no panels yet
    whole = f"{counted(forecast.panels, 'panel')} · {duration(forecast.reading_s)} to read" if forecast.panels else ""
    if not forecast.requests:
        return " · ".join(filter(None, (whole, "nothing to buy" if forecast.has_record else "")))
    price = f"{forecast.price_credits:,} credits in {counted(forecast.requests, 'request')}"
    if forecast.has_record:
        price = f"a build would pay {price}"
    return " · ".join(filter(None, (whole, f"{price}, about {duration(forecast.expected_s)}")))
