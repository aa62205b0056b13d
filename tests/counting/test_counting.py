"""Numbers that have to agree with each other, whatever the story."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.counting import Amount, Statistics, count_story
from storyc.lowering import lower, units
from storyc.project import check_sources
from storyc.storyboard import Layout
from storyc.text import MemoryFiles
from storyc.wire import NEWEST
from tests.fuzz.fragments import FRAGMENTS, example_scripts

NAME = "main.story"
HEAD = "CAST\n\nMARA (the Captain): A pilot.\n\nMARA / young: A girl.\n\nTOBY: A boy.\n\nNOBODY: Unseen.\n\n"
LAYOUTS: Sequence[Layout] = ("auto", "pages", "book", "panels")


def counted(text: str, layout: Layout | None = None) -> Statistics | None:
    program = check_sources(NAME, MemoryFiles({NAME: text.encode("utf-8", "replace")}), {}).program
    if program is None:
        return None
    board = lower(program)
    return count_story(board, units(board, NEWEST, {}, None, layout).units)


def count(text: str, layout: Layout | None = None) -> Statistics:
    found = counted(HEAD + text, layout)
    assert found is not None
    return found


def assert_sums(found: Statistics) -> None:
    total = found.total
    for parts in (found.by_page, found.by_scene, found.by_place):
        amount = Amount()
        for part in parts:
            amount += part.amount
        assert (amount.panels, amount.balloons, amount.captions, amount.effects, amount.words) == (
            total.panels, total.balloons, total.captions, total.effects, total.words
        )  # fmt: skip
        assert amount.reading_s == pytest.approx(total.reading_s)
        if total.panels:
            assert sum(part.credits for part in parts) + found.clip_credits == found.credits


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("script", example_scripts(), ids=lambda path: path.stem)
def test_the_parts_of_an_example_are_the_whole(script: object, layout: Layout) -> None:
    assert hasattr(script, "read_text")
    found = counted(script.read_text("utf-8"), layout)
    if found is not None:
        assert_sums(found)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join))
def test_the_parts_of_any_text_are_the_whole(text: str) -> None:
    found = counted(text)
    if found is not None:
        assert_sums(found)


def test_a_scene_ends_where_the_slugline_changes() -> None:
    found = count(
        "PAGE 1\n\nPANEL 1\nDark.\n\nINT. CABIN - DAY\n\nPANEL 2\nRain.\n\nPAGE 2\n\nPANEL 1\nSnow.\n\n"
        "EXT. CABIN - NIGHT\n\nPANEL 2\nHail.\n"
    )
    assert [(scene.heading, scene.page, scene.last_page, scene.amount.panels) for scene in found.by_scene] == [
        ("", 1, 1, 1), ("INT. CABIN - DAY", 1, 2, 2), ("EXT. CABIN - NIGHT", 2, 2, 1)
    ]  # fmt: skip
    assert [(place.name, place.scenes, place.amount.panels) for place in found.by_place] == [
        ("", 1, 1),
        ("CABIN", 2, 3),
    ]


def test_a_person_is_one_in_all_looks() -> None:
    found = count(
        "PAGE 1\n\nPANEL 1\nMara waits.\n\nMARA: One two.\nMARA & TOBY: Three.\nCAPTION (MARA): Four five six.\n\n"
        "PANEL 2 [MARA: young]\nMara laughs.\n\nMARA: Seven.\nTOBY (off): Eight.\n"
    )
    people = [(one.name, one.panels, one.balloons, one.captions, one.words) for one in found.by_person]
    assert people == [("MARA", 2, 3, 1, 7), ("TOBY", 1, 2, 0, 2), ("NOBODY", 0, 0, 0, 0)]


def test_a_spread_is_two_pages() -> None:
    found = count("PAGE 1\n\nPANEL 1\nRain.\n\nPAGES 2-3\n\nPANEL 1\nSnow.\n")
    assert found.pages == 3
    assert [(page.page, page.last_page) for page in found.by_page] == [(1, 1), (2, 3)]


def test_what_is_asked_for_twice_is_paid_for_once() -> None:
    page = "\n\nPANEL 1\nRain.\n\nPANEL 2\nSnow.\n\n"
    found = count(f"PAGE 1{page}PAGE 2{page}", "pages")
    once = count(f"PAGE 1{page}", "pages")
    assert found.credits == once.credits > 0
    assert [one.credits for one in found.by_page] == [once.credits // 2] * 2


def test_clips_are_counted_apart() -> None:
    found = count("PAGE 1\n\nPANEL 1\nRain.\n\nCLIP drift [5s]\n\nIt moves.\n")
    assert found.clips == 1
    assert 0 < found.clip_credits < found.credits
