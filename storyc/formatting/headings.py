"""Writes the headings of pages, panels and clips."""

import re

from storyc.syntax import Clip, HeadingWords, Number, Page, Panel, Tag, parse
from storyc.text import Source

from .sameness import are_same

_WORD = re.compile(r"[^\W_]+")
_FULL_WIDTH = re.compile(r"[（）［］，、：]")
_COUNTED = {"panel", "panels"}
_KEYWORD_END = len("PANEL")
"""No keyword is longer, and what follows one without a number is a mark."""


class HeadingWriter:
    """Writes headings. A script repeats them, so what was written once is kept."""

    def __init__(self) -> None:
        self._written: dict[str, str] = {}

    def write(self, line: str, words: HeadingWords) -> str:
        """Return how a heading is to be written; one that holds more than its words say stays as it is."""
        written = self._written.get(line)
        if written is None:
            written = self._written[line] = _written(line, words)
        return written


def _written(line: str, words: HeadingWords) -> str:
    head = line if words.text is None else line[: words.text.text_at]
    if _FULL_WIDTH.search(head) or "[[" in head:
        return line
    keyword = "CLIP" if head[0] == "C" else "PANEL" if head[1:3].lower() == "an" else "PAGES" if words.last else "PAGE"
    name = words.name.text if words.name else ""
    opening = " ".join(filter(None, (keyword, name or _numbers(words), _count(words.count), _tags(words.tags))))
    candidate = opening if words.text is None else f"{opening}: {words.text.text}"
    return candidate if candidate == line or _says_as_much(candidate, line, words) else line


def _numbers(words: HeadingWords) -> str:
    if words.number is None:
        return ""
    first = _number(words.number)
    if words.last is None:
        return first
    last = _number(words.last)
    return f"{first}-{last}" if first[0].isdigit() and last[0].isdigit() else f"{first} & {last}"


def _number(number: Number) -> str:
    return number.written if number.written[0].isdigit() else number.written.upper()


def _count(count: Number | None) -> str:
    return "" if count is None else f"({_number(count)} {'PANEL' if count.value == 1 else 'PANELS'})"


def _tags(tags: tuple[Tag, ...]) -> str:
    return f"[{', '.join(map(_tag, tags))}]" if tags else ""


def _tag(tag: Tag) -> str:
    if not tag.value:
        return tag.name if tag.value is None else f"{tag.name}:"
    is_shape = tag.name.isdigit() and tag.value.isdigit()
    return f"{tag.name}:{tag.value}" if is_shape else f"{tag.name}: {tag.value}"


def _says_as_much(candidate: str, line: str, words: HeadingWords) -> bool:
    """Return whether a heading is read as another one is, and lacks none of its words, as a second count would be."""
    parts = parse(Source("", candidate)).value.parts
    if len(parts) != 1 or not isinstance(parts[0], Page | Panel | Clip):
        return False
    read = parts[0].heading.words
    return are_same(read, words) and _behind_numbers(candidate, read) == _behind_numbers(line, words)


def _behind_numbers(heading: str, words: HeadingWords) -> list[str]:
    """Return the words behind the number or the name of a heading in alphabetical order, but for `PANELS`."""
    named = words.last or words.number or words.name
    found = _WORD.findall(heading, named.span.end if named else _KEYWORD_END)
    return sorted(word for word in map(str.casefold, found) if word not in _COUNTED)
