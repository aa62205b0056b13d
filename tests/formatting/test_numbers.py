"""New numbers: nothing that is drawn changes, and none is out of order afterwards."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.formatting import renumber
from storyc.formatting.numerals import write_number
from storyc.lowering import lower, units
from storyc.project import check_sources
from storyc.syntax import find_number, parse
from storyc.text import MemoryFiles, Source
from storyc.wire import NEWEST

NAME = "main.story"


def renumbered(text: str) -> str:
    return renumber(parse(Source(NAME, text)).value)


def keys(text: str) -> tuple[list[str], list[str]]:
    """Return the keys of a script's requests, and the codes of what is to be said about it."""
    checked = check_sources(NAME, MemoryFiles({NAME: text.encode()}), {})
    assert checked.program is not None, checked.diagnostics
    found = units(lower(checked.program), NEWEST, {}).units
    return [unit.key for unit in found], [said.code.name for said in checked.diagnostics]


def make_script(seed: int) -> str:
    """Return a script whose numbers were made by hand and by copying, with tags that name panels by them."""
    chance = Random(seed)
    lines: list[str] = []
    for _ in range(chance.randint(1, 4)):
        lines += [f"PAGE {chance.choice(('', '1', '3', 'TWO', '12'))}", ""]
        labels: list[str] = []
        for ordinal in range(1, chance.randint(2, 6)):
            label = chance.choice((str(chance.randint(1, 4)), "2a", "2b", "THREE", ""))
            labels.append(label or str(ordinal))
            named = chance.choice(
                (f" [inset {chance.choice(labels)}]", f" [same as: panel {chance.choice(labels)}]", "")
            )
            lines += [f"PANEL {label}".rstrip() + named, f"Picture {len(lines)}.", ""]
        lines += [f"CLIP c{len(lines)} [from panel {chance.choice(labels)}]", "", "It moves.", ""]
    return "\n".join(lines)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 100_000))
def test_tags_name_the_same_panels(seed: int) -> None:
    text = make_script(seed)
    before, _ = keys(text)
    after, said = keys(renumbered(text))
    assert before == after
    assert "out-of-order" not in said


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 100_000))
def test_twice_is_once(seed: int) -> None:
    once = renumbered(make_script(seed))
    assert renumbered(once) == once


def test_pages_have_the_places_that_they_are_given() -> None:
    text = "PAGE 1\n\nPANEL 1\nRain.\n\nPAGE 2\n\nPANEL 1\nRain.\n"
    document = parse(Source(NAME, text)).value
    assert renumber(document, {1: 10, 6: 12}) == text.replace("PAGE 1", "PAGE 10").replace("PAGE 2", "PAGE 12")


def test_a_range_that_is_no_spread_is_left_alone() -> None:
    text = "PAGES 2-5\n\nPANEL 1\nRain.\n"
    assert renumbered(text) == text


@pytest.mark.parametrize("value", [1, 9, 10, 19, 20, 21, 40, 99])
def test_words_are_read_as_they_are_written(value: int) -> None:
    word = write_number(value, "ONE")
    assert find_number(word) == (value, len(word))


@pytest.mark.parametrize(
    ("value", "like", "written"),
    [(12, "3", "12"), (12, "003", "012"), (100, "TWO", "100"), (12, "３", "１２"), (7, "٣", "٧"), (5, "10", "5")],
)
def test_numbers_are_written_like_others(value: int, like: str, written: str) -> None:
    assert write_number(value, like) == written
