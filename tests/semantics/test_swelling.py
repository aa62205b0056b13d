"""However often a name is used, what it stands for never makes a story that no machine can hold."""

import tracemalloc
from collections.abc import Callable

import pytest

from storyc.project import check_sources
from storyc.semantics.interpolation import MAX_ADDED
from storyc.text import MemoryFiles

from .conftest import check, said

LONG = f"DEFINE long = {'r' * 9_000}\n\n"
PANEL = "PAGE 1\n\nPANEL 1\n"
MOST_BYTES = 40_000_000
"""Many times what the largest of these scripts takes, and a fraction of what it would take written out."""


@pytest.mark.parametrize(
    "script",
    [
        lambda count: LONG + PANEL + "{{long}} " * count,
        lambda count: LONG + PANEL + "{{long}}\n\n" * count,
        lambda count: LONG + "PAGE 1\n\nINT. " + "{{long}}" * count + " - NIGHT\n\nPANEL 1\nRain.\n",
        lambda count: LONG + "CAST\n\nMARA: " + "{{long}}" * count + "\n\n" + PANEL + "MARA: Hello.\n",
        lambda count: LONG + "STYLE\n\nart: " + "{{long}}" * count + "\n\n" + PANEL + "Rain.\n",
    ],
    ids=["panel", "panels", "slugline", "cast", "style"],
)
def test_a_story_that_swells_is_an_error_and_takes_no_room(script: Callable[[int], str]) -> None:
    files = MemoryFiles({"main.story": script(20_000).encode()})
    tracemalloc.start()
    try:
        (found,) = check_sources("main.story", files, {}).diagnostics
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert found.code.name == "swollen-story"
    assert peak_bytes < MOST_BYTES
    assert not check(script(100)).diagnostics


def test_the_use_that_is_too_much_is_the_place() -> None:
    most = MAX_ADDED // (9_000 - len("{{long}}"))
    text = LONG + PANEL + "{{long}} " * most
    assert said(text) == []
    line = text.count("\n") + 1
    assert said(text + "{{long}} {{long}}") == [f"swollen-story {line}:{most * 9 + 1} {{{{long}}}}"]


def test_short_names_may_be_used_without_end() -> None:
    assert said(f"DEFINE ship = Ansel\n\n{PANEL}" + "{{ship}} {{ship}}\n" * 20_000) == []


def test_definitions_count_as_uses_do() -> None:
    definitions = "".join(f"DEFINE n{number} = {{{{long}}}}\n" for number in range(200))
    (found,) = said(f"{LONG}{definitions}\n{PANEL}Rain.")
    assert found.startswith("swollen-story 114:8 n111")


def test_a_file_counts_as_often_as_it_is_read() -> None:
    rain = PANEL + "{{long}}\n"
    assert check(LONG + "INCLUDE rain\n\n" * 100, rain=rain).diagnostics == ()
    (found,) = check(LONG + "INCLUDE rain\n\n" * 200, rain=rain).diagnostics
    assert (found.code.name, found.primary.source) == ("swollen-story", "rain.story")


def test_what_the_build_gives_counts_and_what_comments_say_does_not() -> None:
    values = {"reader": "x" * (MAX_ADDED + 100)}
    for text, codes in (("{{reader}}", ["swollen-story"]), ("/* {{reader}} */ Rain.\n// {{reader}}", [])):
        files = MemoryFiles({"main.story": (PANEL + text).encode()})
        assert [found.code.name for found in check_sources("main.story", files, values).diagnostics] == codes
