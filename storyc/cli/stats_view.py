"""Numbers of a story as text."""

from collections.abc import Iterator, Sequence
from unicodedata import combining, east_asian_width

from storyc.counting import Amount, Statistics
from storyc.storyboard import duration

_GAP = "  "


def write_statistics(statistics: Statistics) -> str:
    """Return the numbers of a story in lines for people: a sum, then a table by page, scene, character and place."""
    return "\n".join(_lines(statistics))


def _lines(statistics: Statistics) -> Iterator[str]:
    yield _summary(statistics)
    amounts = ("Panels", "Balloons", "Captions", "Words", "To read", "Credits")
    yield from _table(
        ("Page", *amounts),
        [(_pages(one.page, one.last_page), *_cells(one.amount, one.credits)) for one in statistics.by_page],
    )
    yield from _table(
        ("Scene", "Pages", *amounts),
        [
            (one.heading or "(no slugline)", _pages(one.page, one.last_page), *_cells(one.amount, one.credits))
            for one in statistics.by_scene
        ],
    )
    yield from _table(
        ("Character", "Panels", "Balloons", "Captions", "Words"),
        [
            (one.name, *map(_number, (one.panels, one.balloons, one.captions, one.words)))
            for one in statistics.by_person
        ],
    )
    yield from _table(
        ("Place", "Scenes", *amounts),
        [
            (one.name or "(no slugline)", _number(one.scenes), *_cells(one.amount, one.credits))
            for one in statistics.by_place
        ],
    )


def _summary(statistics: Statistics) -> str:
    total = statistics.total
    counted = (
        (statistics.pages, "page"),
        (total.panels, "panel"),
        (total.balloons, "balloon"),
        (total.captions, "caption"),
        (total.effects, "sound"),
        (statistics.clips, "clip"),
        (total.words, "word"),
        (statistics.credits, "credit"),
    )
    told = [f"{count:,} {word if count == 1 else f'{word}s'}" for count, word in counted if count]
    if total.panels:
        told.insert(-1 if statistics.credits else len(told), f"{duration(total.reading_s)} to read")
    clips = f" ({statistics.clip_credits:,} of them for clips)" if statistics.clip_credits else ""
    title = f"{_visible(statistics.title)}: " if statistics.title else ""
    return f"{title}{', '.join(told)}{clips}\n"


def _cells(amount: Amount, credits_: int) -> tuple[str, ...]:
    numbers = (amount.panels, amount.balloons, amount.captions, amount.words)
    return (*map(_number, numbers), duration(amount.reading_s), _number(credits_))


def _number(number: int) -> str:
    return f"{number:,}" if number else "-"


def _pages(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table and an empty one; nothing if it has no rows. The first column is words, the others numbers."""
    if not rows:
        return
    cells = [headings, *([_visible(row[0]), *row[1:]] for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        padding = [" " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
        numbers = (space + cell for cell, space in zip(row[1:], padding[1:], strict=True))
        yield _GAP.join((row[0] + padding[0], *numbers)).rstrip()
    yield ""


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(0 if combining(mark) else 2 if east_asian_width(mark) in "WF" else 1 for mark in text)


def _visible(text: str) -> str:
    """Return a text of a script without characters that would steer a terminal."""
    return "".join(mark if mark.isprintable() else "\ufffd" for mark in text)
