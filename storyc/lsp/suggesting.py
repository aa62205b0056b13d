"""What a writer may want to type next, by what stands before the cursor on its line."""

from collections.abc import Callable, Iterable, Iterator
from re import IGNORECASE, Match, Pattern
from re import compile as regex
from typing import Final, Literal

from msgspec import Struct

from storyc.highlighting import CUE, Role, roles
from storyc.syntax import COMMAS, DASHES, Attachments, Block, Clip, Page, Panel, TitlePage
from storyc.text import Span

from .guide import CAPTION_KINDS, LETTERING, REMARKS, clip_tags, meaning, modifiers, page_tags, panel_tags, rows
from .shelf import files_below
from .view import View

SuggestionKind = Literal["person", "place", "word", "value", "file", "name", "heading"]
_IMAGES: Final = (".png", ".jpg", ".jpeg", ".webp", ".gif")
_CODE = regex(r"`([^`]+)`")
_VALUE_TAG = regex(r"(preset|size)\s*:\s*([^,]*)\Z", IGNORECASE)
_PANEL_TAG = regex(r"(inset|same as|from panel|to panel)\s+(\w*)\Z", IGNORECASE)


class Suggestion(Struct, frozen=True, gc=False):
    """A text that may stand in a span."""

    label: str
    kind: SuggestionKind
    span: Span
    """What it replaces."""
    text: str
    """What is written there."""
    detail: str = ""


class _Place(Struct, frozen=True):
    """Where something is typed."""

    view: View
    offset: int
    before: str
    """The line up to the cursor."""

    def back(self, typed: str) -> Span:
        """Return the span of what is typed already."""
        return Span(self.offset - len(typed), self.offset)


_Find = Callable[[_Place, Match[str]], Iterator[Suggestion]]


def suggestions(view: View, offset: int) -> tuple[Suggestion, ...]:
    """Return what may be typed at a place, the likeliest first; nothing where only the writer can know."""
    line, _ = view.script.position(offset)
    start = view.script.line_span(line).start
    place = _Place(view, offset, view.script.text[start:offset])
    for shape, find in _SHAPES:
        found = shape.search(place.before)
        if found is not None:
            return _distinct(find(place, found))
    return _distinct(_at_the_margin(place))


# ---- inside a line


def _definitions(place: _Place, found: Match[str]) -> Iterator[Suggestion]:
    closing = "" if place.view.script.text[place.offset : place.offset + 2] == "}}" else "}}"
    for one in place.view.names.of("definition"):
        yield Suggestion(one.name, "name", place.back(found[1]), f"{one.name}{closing}", one.description)


def _tags(place: _Place, found: Match[str]) -> Iterator[Suggestion]:
    keyword, typed = found[1].upper(), found[2].lstrip()
    if valued := _VALUE_TAG.match(typed):
        yield from _words(place, _title_values(valued[1]), valued[2].lstrip(), "value")
        return
    if numbered := _PANEL_TAG.match(typed):
        yield from _words(place, ((number, "") for number in _panel_numbers(place)), numbered[2], "value")
        return
    tags = clip_tags() if keyword == "CLIP" else panel_tags() if keyword == "PANEL" else page_tags()
    yield from _words(place, tags, typed, "word")
    if keyword != "CLIP":
        for one in place.view.names.of("character"):
            if one.base != one.name:
                look = one.name.partition("/")[2].strip()
                yield Suggestion(
                    f"{one.base}: {look}", "person", place.back(typed), f"{one.base}: {look}", one.description
                )


def _modifiers(place: _Place, found: Match[str]) -> Iterator[Suggestion]:
    label, typed = found[1].strip(), found[2].lstrip()
    if label.upper() in {"CAPTION", "CAP"}:
        yield from _words(place, ((kind, "") for kind in CAPTION_KINDS), typed, "word")
        yield from _people(place, typed)
    elif label.upper() == "SFX":
        yield from _words(place, (("small", "small letters"), ("large", "large letters")), typed, "word")
    elif place.view.names.speakers(label.removeprefix("@")):
        yield from _words(place, modifiers(), typed, "word")


def _places(place: _Place, found: Match[str]) -> Iterator[Suggestion]:
    for one in place.view.names.of("place"):
        yield Suggestion(one.name, "place", place.back(found[1]), one.name, one.description)


def _times(place: _Place, found: Match[str]) -> Iterator[Suggestion]:
    yield from _words(
        place, ((time, "") for time in ("DAY", "NIGHT", "DAWN", "DUSK", "CONTINUOUS", "LATER")), found[1], "value"
    )


def _scripts(place: _Place, found: Match[str]) -> Iterator[Suggestion]:
    for path in files_below(place.view.root, (".story",), beside=place.view.script.name):
        if path != place.view.script.name.rpartition("/")[2]:
            yield Suggestion(path, "file", place.back(found[1]), path)


def _pictures(place: _Place, found: Match[str]) -> Iterator[Suggestion]:
    for path in files_below(place.view.root, _IMAGES, beside=place.view.script.name):
        yield Suggestion(path, "file", place.back(found[1]), path)


# ---- at the beginning of a line


def _title_value(place: _Place, found: Match[str]) -> Iterator[Suggestion]:
    if isinstance(_part(place), TitlePage):
        yield from _words(place, _title_values(found[1]), found[2], "value")


def _field(place: _Place, found: Match[str]) -> Iterator[Suggestion]:
    part = _part(place)
    if isinstance(part, Block):
        row = next((row for row in rows("Block") if part.keyword in row.words), None)
        for key in () if row is None else _CODE.findall(row.cells[-1]):
            yield Suggestion(key, "word", place.back(found[1]), f"{key}: ", "")


def _at_the_margin(place: _Place) -> Iterator[Suggestion]:
    """Yield what may begin a line: in a panel somebody who speaks, elsewhere what declares and divides."""
    typed = place.before
    if not all(sign.isalnum() or sign in " .@'-_" for sign in typed):
        return
    part = _part(place)
    match part:
        case TitlePage():
            yield from (Suggestion(word, "word", place.back(typed), f"{word}: ", _plain("Key", word)) for row in rows("Key")
                         for word in row.words)  # fmt: skip
            return
        case Attachments():
            yield from (Suggestion(path, "file", place.back(typed), path)
                        for path in files_below(place.view.root, (*_IMAGES, ".pdf"), beside=place.view.script.name))  # fmt: skip
            return
        case Block(keyword="STYLE" | "STORY" | "CONSTRAINTS" as keyword):
            row = next(row for row in rows("Block") if keyword in row.words)
            yield from (Suggestion(key, "word", place.back(typed), f"{key}: ") for key in _CODE.findall(row.cells[-1]))
        case Page(strip=strip) if strip and place.offset > _start(place) + strip[0].span.start:
            yield from _speakers(place, typed)
            yield from _next_panel(place, typed)
        case Panel():
            yield from _speakers(place, typed)
        case Page():
            yield from _next_panel(place, typed)
    yield from _divisions(place, typed)


def _speakers(place: _Place, typed: str) -> Iterator[Suggestion]:
    """Yield names to speak next: the one who spoke before the last, the last, then the others."""
    recent = _recent_speakers(place)
    names = [one for one in place.view.names.of("character") if one.base == one.name]
    order = {name: index for index, name in enumerate(recent)}
    after = place.view.script.text[place.offset : place.offset + 1]
    colon = "" if after in {":", "("} else ": "
    for one in sorted(names, key=lambda one: order.get(one.name, len(order))):
        yield Suggestion(one.name, "person", place.back(typed.removeprefix("@")), f"{one.name}{colon}", one.description)
    for label in (*LETTERING, *REMARKS):
        yield Suggestion(
            label,
            "word",
            place.back(typed),
            f"{label}{colon}",
            _plain("Label", label) or _plain("You write", f"{label}:"),
        )


def _recent_speakers(place: _Place) -> list[str]:
    """Return who spoke before a place on its page: the last but one first, because people take turns."""
    found: list[str] = []
    part, start = _part(place), _start(place)
    for panel in part.strip if isinstance(part, Page) else (part,):
        for line, role in roles(panel.lines, place.view.names) if isinstance(panel, Panel | Clip) else ():
            if start + line.span.start >= place.offset - len(place.before):
                break
            cue = CUE.match(str(getattr(line, "text", ""))) if role is Role.CUE else None
            label = getattr(line, "label", "") if role is Role.LABEL else cue[2] if cue else ""
            one = place.view.names.find("character", str(label).removeprefix("@")) if label else None
            if one is not None:
                found = [*(name for name in found if name != one.base), one.base]
    last = found[:-3:-1]
    return [*reversed(last), *found[-3::-1]]


def _next_panel(place: _Place, typed: str) -> Iterator[Suggestion]:
    part, start = _part(place), _start(place)
    if isinstance(part, Page):
        above = [
            panel
            for panel in part.strip
            if isinstance(panel, Panel) and start + panel.span.start < place.offset - len(typed)
        ]
        heading = f"PANEL {len(above) + 1}"
        yield Suggestion(heading, "heading", place.back(typed), f"{heading}\n", "the next panel")


def _divisions(place: _Place, typed: str) -> Iterator[Suggestion]:
    pages = sum(isinstance(part, Page) for piece, start in place.view.script.placed() if start < place.offset for part in piece.parts
                if start + part.span.start < place.offset - len(typed))  # fmt: skip
    yield Suggestion(
        f"PAGE {pages + 1}", "heading", place.back(typed), f"PAGE {pages + 1}\n\nPANEL 1\n", "the next page"
    )
    for slug in ("INT. ", "EXT. "):
        yield Suggestion(slug.strip(), "word", place.back(typed), slug, "where and when")
    part = _part(place)
    if not isinstance(part, Page | Panel | Clip):
        for row in rows("Block"):
            yield Suggestion(row.words[0], "heading", place.back(typed), f"{row.words[0]}\n\n", row.cells[0])
        yield Suggestion("INCLUDE", "word", place.back(typed), "INCLUDE ", "another file in this place")
        yield Suggestion("DEFINE", "word", place.back(typed), "DEFINE ", "a name for words")


# ---- what is known


def _people(place: _Place, typed: str) -> Iterator[Suggestion]:
    return (Suggestion(one.name, "person", place.back(typed), one.name, one.description)
            for one in place.view.names.of("character"))  # fmt: skip


def _words(place: _Place, words: Iterable[tuple[str, str]], typed: str, kind: SuggestionKind) -> Iterator[Suggestion]:
    return (Suggestion(word.strip(), kind, place.back(typed), word, detail) for word, detail in words)


def _title_values(key: str) -> Iterator[tuple[str, str]]:
    row = next((row for row in rows("Key") if key.casefold() in (word.casefold() for word in row.words)), None)
    return ((value, "") for value in (_CODE.findall(row.cells[-1]) if row else ()))


def _panel_numbers(place: _Place) -> Iterator[str]:
    part = _part(place)
    for child in part.strip if isinstance(part, Page) else ():
        if isinstance(child, Panel) and child.heading.number is not None:
            yield child.heading.number.written


def _plain(head: str, word: str) -> str:
    return (meaning(head, word) or "").partition(" — ")[2].replace("`", "").replace("**", "")


def _start(place: _Place) -> int:
    return place.view.script.starts[_index(place)]


def _index(place: _Place) -> int:
    """Return the piece that the line belongs to: a line at its very end is not that of the next."""
    return place.view.script.piece_index(max(place.offset - len(place.before), 0))


def _part(place: _Place) -> object:
    """Return the part that a line belongs to: the last that begins before it."""
    found: object = None
    begin = place.offset - len(place.before) - _start(place)
    for part in place.view.script.pieces[_index(place)].parts:
        if part.span.start <= begin:
            found = part
    return found


def _distinct(found: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    return tuple({one.label: one for one in reversed(tuple(found))}.values())[::-1]


_SHAPES: tuple[tuple[Pattern[str], _Find], ...] = (
    (regex(r"\{\{\s*([^{}]*)\Z"), _definitions),
    (regex(r"\A\s*(PAGE|PANEL|CLIP)S?\b[^\[]*\[(?:[^\]]*,)?([^\],]*)\Z", IGNORECASE), _tags),
    (regex(r"\A\s*INCLUDE\s+(.*)\Z"), _scripts),
    (regex(r"\A\s+(?:ref|image)\s*:\s*(.*)\Z", IGNORECASE), _pictures),
    (regex(rf"\A\s*(?:INT\.?/EXT|EXT\.?/INT|I/E|INT|EXT|EST)[.\s].*\S\s+[{DASHES}]\s+(\w*)\Z", IGNORECASE), _times),
    (regex(r"\A\s*(?:INT\.?/EXT|EXT\.?/INT|I/E|INT|EXT|EST)[.\s]\s*(.*)\Z", IGNORECASE), _places),
    (regex(rf"\A\s*([^:：()（）\[\]]+?)\s*[(（](?:[^()（）]*[{COMMAS}])?([^()（）{COMMAS}]*)\Z"), _modifiers),
    (regex(r"\A([A-Za-z ]+):\s*(.*)\Z"), _title_value),
    (regex(r"\A[^\S\n]+(\w*)\Z"), _field),
)
"""What a line looks like up to the cursor, and who knows what may follow; the first that fits is asked."""
