"""Writes a draft as a `.story` script."""

import re
from collections.abc import Iterator

from .draft import (
    Comment,
    Draft,
    Element,
    Entry,
    Lettering,
    Note,
    PageStart,
    PanelStart,
    Prose,
    Remark,
    Section,
    Slug,
    Speech,
    Synopsis,
    Transition,
)
from .escaping import comment_text, inline, lettered_line, next_balloon, note_text, prose_line, spoken_line, value_lines
from .names import fold

_BLOCKS = ("STYLE", "STORY", "CAST", "LOCATIONS", "PROPS", "CONSTRAINTS")
_ENTITIES = ("CAST", "LOCATIONS", "PROPS")
"""Blocks in which each entry is a paragraph."""
_INDENT = "    "
_SLUG = re.compile(
    r"(?:INT\.?/EXT|EXT\.?/INT|I/E|INT|EXT|EST)(?:\.|(?=\s))|(?i:int\.?/ext|ext\.?/int|i/e|int|ext|est)\."
)


def write_story(draft: Draft) -> str:
    """Return the text of a draft whose elements stand in pages and panels."""
    names = {fold(name) for entry in draft.blocks.get("CAST", []) for name in (entry.name, *entry.aliases)}
    pieces = ["\n\n".join((*_title_page(draft), *_blocks(draft)))]
    before: Element | None = None
    for element in draft.elements:
        is_apart = before is None or not _stands_right_under(element, before)
        pieces += (
            "\n\n" if is_apart and (before or pieces[0]) else "\n" if before else "",
            "\n".join(_lines(element, names)),
        )
        before = element
    return f"{''.join(pieces)}\n"


def _title_page(draft: Draft) -> Iterator[str]:
    fields = []
    for key, value in draft.title.items():
        lines = value_lines(value)
        if len(lines) == 1:
            fields.append(f"{key}: {lines[0]}")
        elif lines:
            fields.append("\n".join((f"{key}:", *(f"{_INDENT}{line}" for line in lines))))
    if fields:
        yield "\n".join(fields)


def _blocks(draft: Draft) -> Iterator[str]:
    for heading in _BLOCKS:
        entries = draft.blocks.get(heading, [])
        if not entries:
            continue
        yield heading
        written = ["\n".join(_entry(entry)) for entry in entries]
        yield ("\n\n" if heading in _ENTITIES else "\n").join(written)


def _entry(entry: Entry) -> Iterator[str]:
    aliases = f" ({', '.join(entry.aliases)})" if entry.aliases else ""
    description = " ".join(value_lines(entry.description))
    yield f"{entry.name}{aliases}: {description}".rstrip()
    for key, value in entry.fields:
        yield f"{_INDENT}{key}: {' '.join(value_lines(value))}"


def _stands_right_under(element: Element, before: Element) -> bool:
    """Return whether an element needs no empty line above it."""
    match before, element:
        case PanelStart(), _:
            return True
        case Synopsis(), Synopsis():
            return True
        case (Speech() | Lettering(), Speech() | Lettering()):
            return _is_one_line(before) and _is_one_line(element)
        case _:
            return False


def _is_one_line(element: Element) -> bool:
    match element:
        case Speech(balloons=balloons, is_dual=is_dual):
            return not is_dual and all(
                len(one.lines) == 1 and not one.direction and not one.is_sung for one in balloons
            )
        case Lettering(lines=lines):
            return len(lines) == 1
        case _:
            return False


def _lines(element: Element, names: set[str]) -> Iterator[str]:
    match element:
        case PageStart():
            yield _page(element)
        case PanelStart(number=number, tags=tags):
            yield " ".join(part for part in ("PANEL", number, _tags(tags)) if part)
        case Slug(text=text):
            yield _slug(text)
        case Prose(lines=lines):
            last = len(lines) - 1
            for index, line in enumerate(lines):
                yield prose_line(line, names, is_first=index == 0, goes_on=index < last)
        case Speech():
            yield from _speech(element, names)
        case Lettering(label=label, how=how, lines=lines):
            yield from _labelled(f"{label}{_brackets(how)}", lines, names)
        case Remark(label=label, lines=lines):
            yield f"{label}: {' '.join(map(inline, lines))}"
        case Note(text=text):
            yield f"[[{note_text(text)}]]"
        case Comment(text=text):
            yield f"/* {comment_text(text)} */"
        case Synopsis(text=text):
            yield f"= {inline(text)}"
        case Section(depth=depth, text=text):
            yield f"{'#' * depth} {inline(text)}".rstrip()
        case Transition(text=text):
            yield f"> {inline(text)}"


def _page(page: PageStart) -> str:
    word = "PAGES" if page.last else "PAGE"
    number = f"{page.number}-{page.last}" if page.last else page.number
    count = f"({page.count} PANEL{'' if page.count.casefold() in {'1', 'one'} else 'S'})" if page.count else ""
    return " ".join(part for part in (word, number, count, _tags(page.tags)) if part)


def _tags(tags: tuple[str, ...]) -> str:
    return f"[{', '.join(tags)}]" if tags else ""


def _slug(text: str) -> str:
    # brackets at its end would choose somebody's look
    line = inline(text).replace("[", "(").replace("]", ")")
    return line if _SLUG.match(line) else f".{line.lstrip('. ')}"


def _brackets(how: tuple[str, ...]) -> str:
    return f" ({', '.join(map(inline, how))})" if how else ""


def _speech(speech: Speech, names: set[str]) -> Iterator[str]:
    label = f"{' & '.join(speech.speakers)}{_brackets(speech.how)}"
    if _is_one_line(speech):
        first, *others = speech.balloons
        yield f"{label}: {inline(first.lines[0])}"
        for other in others:
            yield f": {inline(other.lines[0])}"
        return
    yield f"{label}{' ^' if speech.is_dual else ''}"
    for index, balloon in enumerate(speech.balloons):
        if balloon.direction:
            yield f"({inline(balloon.direction)})"
        for place, line in enumerate(balloon.lines):
            if balloon.is_sung:
                yield f"~ {inline(line)}"
            elif index and not place and not balloon.direction and not speech.balloons[index - 1].is_sung:
                yield f": {next_balloon(line)}"
            else:
                yield spoken_line(line, names)


def _labelled(label: str, lines: tuple[str, ...], names: set[str]) -> Iterator[str]:
    if len(lines) == 1:
        yield f"{label}: {inline(lines[0])}"
        return
    yield label
    for line in lines:
        yield lettered_line(line, names)
