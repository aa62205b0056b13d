"""Formatting some lines only."""

from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.formatting import LineRange, format_source
from storyc.text import Source

SCRIPT = """\
title:  Range
cast
CAST
MARA:A pilot.
  age:34
TOBY:A boy.
  age:11
PAGE 1
PANEL 1
  Rain.
PANEL 2

  Snow.
PANEL 3
  Hail.
"""


def changed_lines(first: int, last: int) -> list[int]:
    """Return which lines of the script are not in what becomes of it."""
    after = format_source(Source("a.story", SCRIPT), LineRange(first, last)).split("\n")
    return [number for number, line in enumerate(SCRIPT.split("\n"), 1) if line not in after]


def test_only_the_part_that_is_touched_changes() -> None:
    assert changed_lines(5, 5) == [4, 5]
    assert changed_lines(9, 10) == [10]
    assert changed_lines(12, 12) == [13]
    assert changed_lines(14, 99) == [15]
    assert changed_lines(99, 100) == []


def test_the_space_before_a_part_belongs_to_it() -> None:
    after = format_source(Source("a.story", SCRIPT), LineRange(11, 11))
    assert "  Rain.\n\nPANEL 2\nSnow.\nPANEL 3\n  Hail.\n" in after


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 16), st.integers(0, 16))
def test_parts_of_a_script_are_formatted_as_the_whole_is(first: int, more: int) -> None:
    once = format_source(Source("a.story", SCRIPT), LineRange(first, first + more))
    whole = format_source(Source("a.story", SCRIPT))
    assert format_source(Source("a.story", once)) == whole


def test_all_lines_are_the_whole() -> None:
    source = Source("a.story", f"\n{SCRIPT}\n\n")
    assert format_source(source, LineRange(1, 99)) == format_source(source)


def test_a_range_of_nothing_is_nothing() -> None:
    assert format_source(Source("a.story", ""), LineRange(1, 2)) == ""
