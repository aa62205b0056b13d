"""The vocabulary of the language with its meaning, as the tables of the language's guide have it."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from re import compile as regex
from typing import Final, get_args

from msgspec import Struct

from storyc.storyboard import Audience, CaptionKind

_HERE = Path(__file__).parents[1]
_PLACES = (_HERE.parent / "grammar" / "README.md", _HERE / "_grammar" / "README.md")
"""In a checkout, and where it is installed."""
_VALUED: Final = ("inset", "same as", "seed", "pin", "from panel", "to panel", "preset", "size", "layout")
"""Tags that take a value; the guide shows them with one."""
_CODE = regex(r"`([^`]+)`")
_LINK = regex(r"\[([^\]]*)\]\([^)]*\)")

LETTERING: Final = ("CAPTION", "CAP", "SFX", "TITLE", "TEXT")
REMARKS: Final = tuple(audience.upper() for audience in get_args(Audience))
RESERVED: Final = frozenset((*LETTERING, *REMARKS))
CAPTION_KINDS: Final = tuple(kind for kind in get_args(CaptionKind) if kind)


class Row(Struct, frozen=True, gc=False):
    """A row of a table."""

    words: tuple[str, ...]
    """What its first column spells out."""
    cells: tuple[str, ...]
    """The other columns, as Markdown without links."""

    @property
    def also(self) -> tuple[str, ...]:
        """Return what the second column spells out."""
        return tuple(_CODE.findall(self.cells[0])) if self.cells else ()


@cache
def _tables() -> Mapping[str, tuple[Row, ...]]:
    """Return the tables of the guide by the head of their first column; a later one of the same head goes on with the first."""
    path = next(path for path in _PLACES if path.is_file())
    found: dict[str, tuple[Row, ...]] = {}
    head = ""
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("|"):
            head = ""
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not head:
            head = cells[0]
        elif set(cells[0]) - set("-: "):
            words = tuple(_CODE.findall(cells[0]))
            found[head] = (*found.get(head, ()), Row(words, tuple(_LINK.sub(r"\1", cell) for cell in cells[1:])))
    return found


def rows(head: str) -> tuple[Row, ...]:
    """Return the rows of a table: `Key`, `Block`, `Tag` (of panels, then of clips), `Modifier`, `Label` or `You write`."""
    return _tables().get(head, ())


def meaning(head: str, word: str) -> str | None:
    """Return what a table says about a word, as Markdown; None if it is not in the table."""
    wanted = word.casefold()
    for row in rows(head):
        if any(wanted == spelled.casefold() for spelled in (*row.words, *(row.also if head == "Modifier" else ()))):
            told = row.cells[-1:] if head == "Modifier" else row.cells
            return f"**{word}** — {'; '.join(cell for cell in told if cell)}"
    return None


def tag_meaning(tag: str) -> str | None:
    """Return what the guide says about a tag of a page, a panel or a clip, whatever its value is; None if it says nothing."""
    plain = " ".join(tag.split())
    if (told := meaning("Tag", plain) or meaning("You write", f"[{plain}]")) is not None:
        return told
    begins = plain.casefold().replace(":", " ")
    for row in (*rows("Tag"), *rows("You write")):
        for word in row.words:
            if begins.startswith(f"{_stem(word.strip('[]').replace(':', ' '))} "):
                return f"`{word}` — {'; '.join(row.cells)}"
    return None


def panel_tags() -> Iterator[tuple[str, str]]:
    """Yield the tags of panels with their meaning; a value that they take is left out."""
    for row in _panel_rows():
        for word in row.words:
            if ":" not in word and word not in {"cu", "ecu", "ots"} and "shot" not in word:
                yield (f"{_stem(word)} " if _takes_value(word) else word), row.cells[-1]


def clip_tags() -> Iterator[tuple[str, str]]:
    """Yield the options of clips with their meaning."""
    clips = rows("Tag")[len(_panel_rows()) :]
    return ((word, row.cells[-1]) for row in clips for word in row.words)


def page_tags() -> Iterator[tuple[str, str]]:
    """Yield the tags of pages with their meaning."""
    for row in rows("You write"):
        for word in row.words:
            if word.startswith("[") and word.endswith("]") and word[1:2].islower():
                name, colon, _ = word[1:-1].partition(":")
                yield f"{name}{': ' if colon else ''}", row.cells[0]


def modifiers() -> Iterator[tuple[str, str]]:
    """Yield the modifiers of balloons with their meaning."""
    return ((row.words[0], row.cells[-1]) for row in rows("Modifier"))


def _panel_rows() -> tuple[Row, ...]:
    found = rows("Tag")
    first = next((index for index, row in enumerate(found) if "5s" in row.words), len(found))
    return found[:first]


def _takes_value(word: str) -> bool:
    return word.startswith(_VALUED)


def _stem(word: str) -> str:
    """Return a tag without its value."""
    return next((stem for stem in _VALUED if word.startswith(f"{stem} ")), word)
