"""The outline of a script and what can be folded in it."""

from collections.abc import Iterator, Sequence
from typing import Literal, TypeVar

from msgspec import Struct

from storyc.semantics import clean
from storyc.syntax import Attachments, Block, Clip, Define, Entry, Include, Page, Panel, Part, Prose, Section, TitlePage
from storyc.text import Span

from .names import Names
from .pieces import Piece
from .script import Script
from .tally import counted, page_credits, page_panels, page_words, spoken
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


class Fold(Struct, frozen=True, gc=False):
    """Lines that can be folded into the first of them, from 0, the last included."""

    first: int
    last: int
    kind: Literal["region", "comment"] = "region"


def symbols(view: View) -> tuple[Symbol, ...]:
    """Return the outline of a script in the order of the text: pages with their panels, blocks with their entries, sections."""
    return tuple(_moved(found, start) for piece, start in view.script.placed() for found in view.ask(_symbols, piece))


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
            words = page_words(part, names)
            detail = (
                f"{counted(len(page_panels(part)), 'panel')}, {counted(words, 'word')}, {page_credits(part):,} credits"
            )
            children = tuple(_child(child, names) for child in part.strip)
            return Symbol(
                _name(part), detail, "page", Span(span.start, max(end, span.end)), part.heading.span, children
            )
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
    if said:
        detail = f"{counted(sum(one.words for one in said), 'word')} · {detail}"
    return Symbol(_name(part), detail, "panel" if isinstance(part, Panel) else "clip", part.span, part.heading.span)


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


def _moved(symbol: Symbol, by: int) -> Symbol:
    def span(old: Span) -> Span:
        return Span(old.start + by, old.end + by)

    # an editor refuses an outline in which a heading is not inside of what it heads
    whole = Span(min(symbol.whole.start, symbol.heading.start), max(symbol.whole.end, symbol.heading.end))
    children = tuple(_moved(child, by) for child in symbol.children)
    return Symbol(symbol.name, symbol.detail, symbol.kind, span(whole), span(symbol.heading), children)
