"""The outline of a script and what can be folded in it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from storyc.semantics import clean
from storyc.storyboard import duration
from storyc.syntax import Attachments, Block, Clip, Define, Entry, Include, Page, Panel, Part, Prose, Section, TitlePage
from storyc.text import Span

from .forecast import NOTHING, Forecast, Prospect
from .names import Names
from .pieces import Piece
from .script import Script
from .tally import clip_credits, clip_s, counted, page_credits, page_panels, page_words, panel_reading_s, spoken
from .view import View

SymbolKind = Literal[
    "title", "block", "person", "place", "thing", "setting", "section", "page", "panel", "clip", "name", "file"
]
_ENTRY_KINDS: dict[str, SymbolKind] = {"CAST": "person", "CHARACTERS": "person", "LOCATIONS": "place", "PROPS": "thing"}
_LONGEST_DETAIL = 60
Stands = TypeVar("Stands", bound=Part)


class Symbol(Struct, frozen=True):
    """An entry of an outline."""

    name: str
    detail: str
    kind: SymbolKind
    whole: Span
    heading: Span
    children: "tuple[Symbol, ...]" = ()
    credits: int = 0
    """What it costs if nothing of it is there; only of pages and clips."""


class Fold(Struct, frozen=True, gc=False):
    """Lines that can be folded into the first of them, from 0, the last included."""

    first: int
    last: int
    kind: Literal["region", "comment"] = "region"


def symbols(view: View, forecast: Forecast | None = None) -> tuple[Symbol, ...]:
    """Return the outline of a script in the order of the text: pages with their panels, blocks with their entries, sections."""
    found: list[Symbol] = []
    for index, (piece, start) in enumerate(view.script.placed()):
        known = NOTHING if forecast is None else forecast.of(view.script, index)
        entries = (_priced(symbol, piece, known) for symbol in view.ask(_symbols, piece))
        found += (_moved(symbol, start) for symbol in entries)
    if forecast is not None and forecast.is_known and found and view.script.name == forecast.inquiry.entry:
        found[0] = replace(found[0], detail=_summed(found[0].detail, forecast))
    return tuple(found)


def folds(script: Script) -> tuple[Fold, ...]:
    """Return what can be folded, in the order of the text."""
    found: list[Fold] = []
    for piece, start in script.placed():
        comments = [comment.span for comment in piece.document.comments]
        spans = [*((span, "region") for span in _foldable(piece)), *((span, "comment") for span in comments)]
        for span, kind in spans:
            first, last = script.position(start + span.start)[0], script.position(start + _trimmed(piece, span))[0]
            if last > first:
                found.append(Fold(first, last, "comment" if kind == "comment" else "region"))
    return tuple(sorted(found, key=lambda fold: (fold.first, -fold.last)))


def _symbols(piece: Piece, names: Names) -> tuple[Symbol, ...]:
    found = (_symbol(part, end, names) for part, end in _reaching(tuple(piece.parts), len(piece.text)))
    return tuple(symbol for symbol in found if symbol is not None)


def _symbol(part: Part, end: int, names: Names) -> Symbol | None:
    span = part.span
    match part:
        case TitlePage(fields=fields):
            title = next(
                (field.lines[0].text for field in fields if field.key.casefold() == "title" and field.lines), ""
            )
            return Symbol(title or "Title page", counted(len(fields), "key"), "title", span, span)
        case Block(keyword=keyword, entries=entries):
            kind = _ENTRY_KINDS.get(keyword, "setting")
            children = tuple(_entry(entry, kind) for entry in entries)
            return Symbol(keyword, counted(len(children), "entry").replace("entrys", "entries"), "block",
                          Span(span.start, max(span.end, _last(part))), span, children)  # fmt: skip
        case Attachments():
            return Symbol("ATTACHMENTS", "", "block", Span(span.start, _last(part)), span)
        case Include(path=path):
            return Symbol(f"INCLUDE {path}", "", "file", span, span)
        case Define(name=name, value=value):
            return Symbol(name or "DEFINE", value, "name", span, span)
        case Section(heading=heading):
            return Symbol(heading.title or "#", "", "section", heading.span, heading.span)
        case Page():
            panels = page_panels(part)
            seconds = sum(panel_reading_s(panel, names) for panel in panels)
            amounts = counted(len(panels), "panel"), counted(page_words(part, names), "word"), duration(seconds)
            children = tuple(_child(child, names) for child in part.strip)
            return Symbol(_name(part), ", ".join(amounts), "page", Span(span.start, max(end, span.end)),
                          part.heading.span, children, page_credits(part))  # fmt: skip
        case Panel() | Clip():
            return _child(part, names)
        case _:
            return None


def _child(part: Panel | Clip, names: Names) -> Symbol:
    said = tuple(spoken(part.lines, names))
    prose = next((line.text for line in part.lines if isinstance(line, Prose) and clean(line.text)), "")
    opened = part.heading.text.text if part.heading.text else ""
    shown = " ".join(clean(opened or prose).split())
    detail = shown if len(shown) <= _LONGEST_DETAIL else f"{shown[: _LONGEST_DETAIL - 1]}…"
    if isinstance(part, Clip):
        detail = f"{clip_s(part)} s · {detail}"
        return Symbol(_name(part), detail, "clip", part.span, part.heading.span, credits=clip_credits(part))
    if said:
        detail = f"{counted(sum(one.words for one in said), 'word')} · {detail}"
    return Symbol(_name(part), detail, "panel", part.span, part.heading.span)


def _name(part: Page | Panel | Clip) -> str:
    heading = part.heading
    if isinstance(part, Clip):
        return f"Clip {heading.name.text}" if heading.name else "Clip"
    what = "Page" if isinstance(part, Page) else "Panel"
    if heading.number is None:
        return what
    last = f"-{heading.last.written}" if heading.last else ""
    return f"{what} {heading.number.written}{last}"


def _entry(entry: Entry, kind: SymbolKind) -> Symbol:
    end = max((entry.span.end, *(line.span.end for line in entry.lines)))
    detail = clean(entry.text or "")
    shown = detail if len(detail) <= _LONGEST_DETAIL else f"{detail[: _LONGEST_DETAIL - 1]}…"
    return Symbol(clean(entry.name) or "?", shown, kind, Span(entry.span.start, end),
                  Span(entry.name_at, entry.name_at + len(entry.name)))  # fmt: skip


def _last(part: Block | Attachments) -> int:
    ends = [line.span.end for line in part.lines]
    if isinstance(part, Block):
        ends += [max((entry.span.end, *(line.span.end for line in entry.lines))) for entry in part.entries]
    return max(ends, default=part.span.end)


def _foldable(piece: Piece) -> Iterator[Span]:
    for part, end in _reaching(tuple(piece.parts), len(piece.text)):
        match part:
            case Page(strip=strip, span=span):
                yield Span(span.start, end)
                yield from (Span(child.span.start, behind) for child, behind in _reaching(strip, end))
            case Panel(span=span) | Clip(span=span):
                yield Span(span.start, end)
            case Block(span=span) | Attachments(span=span):
                yield Span(span.start, max(span.end, _last(part)))
            case TitlePage(span=span):
                yield span
            case _:
                pass


def _reaching(parts: Sequence[Stands], end: int) -> Iterator[tuple[Stands, int]]:
    """Yield parts, each with the place where the next one begins, or the end of them all."""
    return zip(parts, (*(part.span.start for part in parts[1:]), end), strict=False)


def _trimmed(piece: Piece, span: Span) -> int:
    """Return where the last text of a span ends."""
    return span.start + len(piece.text[span.start : span.end].rstrip())


def _priced(symbol: Symbol, piece: Piece, known: Mapping[int, Prospect]) -> Symbol:
    """Return an entry with what it costs: what a build would pay for it if that is known, else what it costs as new."""
    if symbol.kind == "clip":
        clip = known.get(_line(piece, symbol))
        return replace(symbol, detail=f"{_price(symbol.credits if clip is None else clip.credits)}, {symbol.detail}")
    if symbol.kind != "page":
        return symbol
    children = tuple(_priced(child, piece, known) for child in symbol.children)
    found = [known.get(_line(piece, child)) for child in symbol.children if child.kind == "panel"]
    is_known = all(one is not None for one in found)
    credits_ = sum(one.credits for one in found if one is not None) if is_known else symbol.credits
    return replace(symbol, detail=f"{symbol.detail}, {_price(credits_)}", children=children)


def _summed(detail: str, forecast: Forecast) -> str:
    """Return the first line of an outline with the sum of the story."""
    amounts = counted(forecast.panels, "panel"), duration(forecast.reading_s), _price(forecast.price_credits)
    return " · ".join(filter(None, (", ".join(amounts), detail)))


def _price(credits_: int) -> str:
    return f"{credits_:,} credits" if credits_ else "nothing to pay"


def _line(piece: Piece, symbol: Symbol) -> int:
    return piece.source.position(symbol.heading.start).line - 1


def _moved(symbol: Symbol, by: int) -> Symbol:
    def span(old: Span) -> Span:
        return Span(old.start + by, old.end + by)

    # an editor refuses an outline in which a heading is not inside of what it heads
    whole = Span(min(symbol.whole.start, symbol.heading.start), max(symbol.whole.end, symbol.heading.end))
    children = tuple(_moved(child, by) for child in symbol.children)
    return replace(symbol, whole=span(whole), heading=span(symbol.heading), children=children)
