"""No script takes longer to check than in proportion to its length."""

import sys
from collections.abc import Callable
from time import process_time
from types import FrameType
from typing import Any

import pytest

from storyc.project import check_sources
from storyc.text import MemoryFiles

PANEL = "PAGE 1\n\nPANEL 1\n"
CAST = "CAST\n\nMARA: A pilot.\n\n"
FEW, MANY = 100, 800
LENGTH = 60_000
LONGEST_S = 5
"""Many times what the slowest takes, and less than any would take if it looked at all others for each character."""


def repeat(count: int, piece: str) -> str:
    return "\n\n".join(piece.replace("#", f"n{number}") for number in range(count))


def check(text: str) -> None:
    check_sources("main.story", MemoryFiles({"main.story": text.encode()}), {})


def calls(text: str) -> int:
    """Return how many functions are called to check a text, built-in ones included: the same number on any machine."""
    count = 0

    def on_event(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(on_event)
    try:
        check(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "script",
    [
        lambda count: PANEL + repeat(count, "{{#}} /* a comment */"),
        lambda count: PANEL + repeat(count, "{{#}}").replace("\n\n", " "),
        lambda count: PANEL + repeat(count, "// {{#}}"),
        lambda count: "DEFINE all = " + repeat(count, "{{#}}").replace("\n\n", "") + "\n\n" + repeat(count, "DEFINE # = x"),
        lambda count: repeat(count, "DEFINE # = x") + "\n\nDEFINE all = " + repeat(count, "{{#}}").replace("\n\n", ""),
        lambda count: CAST + repeat(count, "CAST\n\nMARA / #: x"),
        lambda count: "CAST\n\n" + repeat(count, "#: x") + "\n\n" + repeat(count, "CAST\n\n# / WET: x"),
        lambda count: "CAST\n\nMARA:\n" + "    dress: yellow\n" * count + "\n" + PANEL,
        lambda count: "CAST\n\nMARA:\n    dress: yellow\n" + "    and more\n" * count + "\n" + PANEL,
        lambda count: CAST + PANEL + repeat(count, "#\nwords"),
        lambda count: CAST + PANEL + repeat(count, "CAPTION (#): words"),
        lambda count: CAST + PANEL + repeat(count, "MARA (#): words"),
        lambda count: CAST + PANEL + repeat(count, "# & #: words"),
        lambda count: "PAGE 1\n\n" + repeat(count, "PANEL [same as 1, #]\nRain."),
        lambda count: PANEL + "Rain.\n\n" + repeat(count, "CLIP # [from panel 1]\n\nRain."),
        lambda count: repeat(count, PANEL + "Rain.") + "\n\n" + repeat(count, "CLIP # [from page 1 panel 1]\n\nRain."),
        lambda count: CAST + PANEL + repeat(count, "MARA - A # - B"),
        lambda count: CAST + repeat(count, "[[#]]: words"),
        lambda count: CAST + repeat(count, "STRIP 1") + "\n\n" + PANEL + repeat(count, "TIER 2"),
        lambda count: "DEFINE a = " + "words " * 50 + "\n\n" + PANEL + "{{a}} " * count,
    ],
    ids=[
        "undefined-names-and-comments", "undefined-names-on-a-line", "names-in-comments", "definition-of-later-ones",
        "definition-of-earlier-ones", "looks-of-one", "looks-of-many", "fields", "lines-of-a-field", "cues", "captions",
        "modifiers", "speakers-together", "tags", "clips", "clips-of-many-pages", "dashes", "entries-without-names", "headings-elsewhere",
        "uses-of-one-name",
    ],
)  # fmt: skip
def test_work_grows_with_the_number_of_things(script: Callable[[int], str]) -> None:
    check(script(FEW))  # what is made once is no part of the work
    assert calls(script(MANY)) < 1.2 * MANY / FEW * calls(script(FEW))


@pytest.mark.slow
@pytest.mark.parametrize(
    "beginning",
    [PANEL, PANEL + "{{", PANEL + "{{x", CAST + PANEL + "MARA: ", CAST + PANEL + "MARA (", "CAST\n\nMARA: ", "Title: ",
     "PAGE 1\n\nEXT. A", "PAGE 1 [", PANEL + "SFX", PANEL + "SFX (", CAST + PANEL + "MARA - ", "CAST\n\n[[a]]: ", "CAST\n\nSTRIP 1"],
    ids=ascii,
)  # fmt: skip
def test_hostile_lines(beginning: str) -> None:
    for piece in (
        " ",
        "{{",
        "{{x ",
        "{{x}}",
        "[[a]] ",
        "[[",
        "*a",
        "_*a **b",
        "a,",
        "A & ",
        " -",
        " - ",
        "–",
        "– a ",
        " [",
        "「",
        "1. ",
        "/* a */ ",
    ):
        started = process_time()
        check(beginning + piece * (LENGTH // len(piece)) + "x")
        assert process_time() - started < LONGEST_S, piece
