"""What stands in the heading of a page, a panel or a clip."""

import pytest

from storyc.syntax import Clip, Heading, Number, Page, Panel, find_number, parse
from storyc.text import Source

UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
         "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = {word: value for value, word in enumerate(UNITS, 1)} | {
    f"{ten}{joint}{unit}": 10 * tens + units
    for tens, ten in enumerate(TENS, 2)
    for joint in ("-", " ", "")
    for units, unit in enumerate(("", *UNITS[:9]))
    if unit or not joint
}


def heading(line: str) -> Heading:
    (part,) = parse(Source("a.story", line)).value.parts
    assert isinstance(part, Page | Panel | Clip)
    return part.heading


def value(number: Number | None) -> int | None:
    return None if number is None else number.value


def tags(line: str) -> list[tuple[str, str | None]]:
    return [(tag.name, tag.value) for tag in heading(line).tags]


@pytest.mark.parametrize(("word", "number"), WORDS.items())
def test_number_words(word: str, number: int) -> None:
    assert value(heading(f"PAGE {word}").number) == number
    assert value(heading(f"Panel {word.upper()}").number) == number
    assert find_number(word) == (number, len(word))


@pytest.mark.parametrize(
    ("line", "number", "written"),
    [
        ("PAGE 7", 7, "7"),
        ("PANEL 3a", 3, "3a"),
        ("PAGE 12B", 12, "12B"),
        ("PANEL 007:", 7, "007"),
        ("PANEL ３", 3, "３"),
        (f"PAGE {'9' * 5000}", 999_999_999, "9" * 5000),
    ],
)
def test_digits(line: str, number: int, written: str) -> None:
    found = heading(line).number
    assert found is not None
    assert (found.value, found.written) == (number, written)


@pytest.mark.parametrize("line", ["PAGE", "Page:", "PANEL", "PANEL [wide]", "PANEL (wide)", "PANEL. Rain."])
def test_a_heading_needs_no_number(line: str) -> None:
    assert heading(line).number is None


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("PAGES 2-3", 2, 3),
        ("PAGES 2 – 3 [spread]", 2, 3),
        ("PAGES TWO & THREE", 2, 3),
        ("Pages two and three", 2, 3),
        ("PAGES 2 to 3", 2, 3),
        ("PAGES 2/3", 2, 3),
        ("PAGE 1 - 3 PANELS", 1, None),
        ("PAGE 1 - 3 is a door", 1, 3),
        ("PANEL 2-3", 2, None),
    ],
)
def test_ranges(line: str, first: int, last: int | None) -> None:
    found = heading(line)
    assert (value(found.number), value(found.last)) == (first, last)


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("PAGE ONE (FIVE PANELS)", 5),
        ("PAGE 1 (5 panels)", 5),
        ("PAGE 1（5 panels）", 5),
        ("PAGE 1 – 5 PANELS", 5),
        ("PAGE 1 - ONE PANEL", 1),
        ("PAGES 2-3 [spread] (1 panel)", 1),
        ("PAGE 1 (splash)", None),
        ("PAGE 1 (5 panels, more or less)", None),
    ],
)
def test_counts(line: str, count: int | None) -> None:
    assert value(heading(line).count) == count


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("PANEL 1 [wide, low angle, bleed]", [("wide", None), ("low angle", None), ("bleed", None)]),
        ("PANEL 1 [wide][bleed]", [("wide", None), ("bleed", None)]),
        ("PANEL 1 - [wide]", [("wide", None)]),
        ("PANEL 1 (close-up)", [("close-up", None)]),
        ("PANEL 1 ［wide、bleed］", [("wide", None), ("bleed", None)]),
        ("PAGE 9 [preset: render]", [("preset", "render")]),
        ("PAGE 12 [EUGENE：1984, layout : a: b]", [("EUGENE", "1984"), ("layout", "a: b")]),
        ("PANEL 1 [, ,wide,]", [("wide", None)]),
        ("PANEL 1 [: x]", []),
        ("PANEL 1 [wide /* or tall */, bleed]", [("wide", None), ("bleed", None)]),
        ("PANEL 1 [[not tags]]", []),
        ("PANEL 1 [[a note]] [wide]", [("wide", None)]),
        ("PANEL 1 /* old */ [wide]", [("wide", None)]),
        ("CLIP drift [5s, 16:9, seed 12345]", [("5s", None), ("16", "9"), ("seed 12345", None)]),
    ],
)
def test_tags(line: str, expected: list[tuple[str, str | None]]) -> None:
    assert tags(line) == expected


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("PANEL 1: Rain.", "Rain."),
        ("PANEL 1. Rain.", "Rain."),
        ("PANEL 1 – Rain.", "Rain."),
        ("PANEL 1 [wide]: Rain [heavy].", "Rain [heavy]."),
        ("PANEL 1 [wide] Rain.", "Rain."),
        ("PANEL 1： 雨。", "雨。"),
        ("PANEL 1:", None),
        ("PANEL 1 - [wide] -", None),
    ],
)
def test_the_text_that_a_heading_opens(line: str, text: str | None) -> None:
    opened = heading(line).text
    assert (opened.text if opened else None) == text


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("CLIP", None),
        ("CLIP [5s]", None),
        ("CLIP drift", "drift"),
        ("CLIP first-light [5s]", "first-light"),
        ("CLIP 美咲.2: run", "美咲.2"),
        ("CLIP a. Rain", "a"),
    ],
)
def test_names_of_clips(line: str, name: str | None) -> None:
    found = heading(line).name
    assert (found.text if found else None) == name


def test_a_clip_of_two_words_is_prose() -> None:
    (part,) = parse(Source("a.story", "CLIP first-light goes out")).value.parts
    assert not isinstance(part, Clip)


@pytest.mark.parametrize(("line", "mark"), [("PANEL 1 [wide", "]"), ("PANEL 1 (wide", ")"), ("PAGE 1 （5", ")")])
def test_brackets_that_nobody_closes(line: str, mark: str) -> None:
    source = Source("a.story", f"{line}\n{line}\n")
    first, second = parse(source).diagnostics
    assert first.code.name == second.code.name == "unclosed-bracket"
    assert source.slice(first.primary.span) in "[(（"
    assert second.primary.span.start == first.primary.span.start + len(line) + 1
    assert first.fixes[0].edits[0].text == mark
    assert first.fixes[0].edits[0].span.start == len(line)


def test_equal_headings_share_their_words_but_not_their_places() -> None:
    source = Source("a.story", "PANEL 1 [wide]\nPANEL 1 [wide]\n")
    one, other = (part for part in parse(source).value.parts if isinstance(part, Panel))
    assert one.heading == other.heading
    assert one.heading.words is other.heading.words
    for panel in (one, other):
        number, (tag,) = panel.heading.number, panel.heading.tags
        assert number is not None
        assert source.slice(number.span) == "1"
        assert source.slice(tag.span) == "wide"
        assert source.slice(panel.heading.span) == "PANEL 1 [wide]"
    assert one.heading.span != other.heading.span


def test_all_places_of_a_heading() -> None:
    source = Source("a.story", "  PAGES 2-3 [size : 512x768, splash] (5 PANELS): Rain.\n")
    (page,) = parse(source).value.parts
    assert isinstance(page, Page)
    found = page.heading
    pieces = (found.number, found.last, *found.tags, found.count, found.text, found)
    assert [source.slice(piece.span) for piece in pieces if piece] == [
        "2", "3", "size : 512x768", "splash", "5", "Rain.", source.text.strip(),
    ]  # fmt: skip
