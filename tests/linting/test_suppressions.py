from collections.abc import Sequence

import pytest

from storyc.diagnostics import Diagnostic, apply_fixes
from storyc.text import Source
from tests.linting.conftest import MAIN, Opinions

RAIN = "PAGE 1\n\nPANEL 1\nRain.\n"
SCRIPT = """\
Title: Rain

{file}

CAST

MARA: A pilot.

{entry}
TOBY: A boy. {in_entry}

# Act

{page}
PAGE 1 {heading}

{in_page}

PANEL 1
Mara runs, then jumps, then falls. {panel}

{second}
PANEL 2
Mara jumps, then falls, then runs.

{end}
"""
PLACES = ("file", "entry", "in_entry", "page", "heading", "in_page", "panel", "second", "end")
RULES = ("several-moments", "unused-name", "unused-suppression")


def script(**comments: str) -> str:
    return SCRIPT.format_map(dict.fromkeys(PLACES, "") | comments)


def names(said: Sequence[Diagnostic]) -> list[str]:
    return [one.code.name for one in said]


@pytest.mark.parametrize(
    ("where", "left"),
    [("file", 0), ("page", 0), ("heading", 0), ("in_page", 1), ("panel", 1), ("second", 1), ("end", 1)],
)
@pytest.mark.parametrize("form", ["/* {} */", "// {}"])
def test_a_comment_counts_for_what_it_stands_in_or_above(opinions: Opinions, where: str, left: int, form: str) -> None:
    if form[:2] == "//" and where in {"heading", "panel"}:
        form = "/* {} */"  # a line comment stands alone on its line
    text = script(**{where: form.format("storyc: ignore several-moments")})
    assert names(opinions(text, "several-moments", "unused-suppression")) == ["several-moments"] * left


@pytest.mark.parametrize("where", ["entry", "in_entry", "file"])
def test_a_comment_counts_for_an_entry(opinions: Opinions, where: str) -> None:
    assert not opinions(script(**{where: "/* storyc: ignore unused-name */"}), "unused-name", "unused-suppression")


@pytest.mark.parametrize("where", PLACES)
def test_a_file_is_meant_from_everywhere_in_it(opinions: Opinions, where: str) -> None:
    comment = "/* storyc: ignore-file several-moments, SC0511 -- it is all like this */"
    assert not opinions(script(**{where: comment}), *RULES)


def test_another_file_is_not_meant(opinions: Opinions) -> None:
    text = "INCLUDE cast\n\n// storyc: ignore-file unused-name\n\nPAGE 1\n\nPANEL 1\nRain.\n"
    said = opinions(text, "unused-name", "unused-suppression", cast="CAST\n\nTOBY: A boy.\n")
    assert names(said) == ["unused-suppression", "unused-name"]


@pytest.mark.parametrize(
    "comment",
    [
        "/* storyc: ignore */",
        "/* storyc:ignore several-moments*/",
        "/* storyc: IGNORE */",
        "/* storyc: ignore SC0514 because I say so */",
        "/* storyc: ignore -- because I say so */",
        "/* storyc: ignore unseen-speaker ,several-moments */",
        "/* a word before storyc: ignore Several-Moments\n   and after */",
    ],
)
def test_ways_to_write_it(opinions: Opinions, comment: str) -> None:
    assert len(opinions(script(panel=comment), "several-moments")) == 1


@pytest.mark.parametrize(
    "comment",
    [
        "[[storyc: ignore]]",
        "= storyc: ignore",
        "/* storyc: ignored */",
        "/* storyc: ignore-page */",
        "/* ignore */",
        "NOTE: storyc: ignore",
        "[[a note\n// storyc: ignore\nthat goes on]]",
    ],
)
def test_what_is_none(opinions: Opinions, comment: str) -> None:
    assert len(opinions(script(in_page=comment), *RULES)) == 3


def test_a_comment_that_hides_nothing_is_told_of_and_can_be_taken_out(opinions: Opinions) -> None:
    text = script(
        page="// storyc: ignore unused-name", panel="/* storyc: ignore unused-name */", entry="/* storyc: ignore */"
    )
    said = opinions(text, *RULES)
    idle = [one for one in said if one.code.name == "unused-suppression"]
    assert [one.message for one in idle] == ["there is nothing to ignore of `unused-name` here"] * 2
    mended = apply_fixes({MAIN: Source(MAIN, text)}, said)
    assert mended.texts[MAIN] == text.replace("// storyc: ignore unused-name\n", "").replace(
        " /* storyc: ignore unused-name */", ""
    )


def test_a_rule_that_is_off_needs_no_comment_and_gets_no_blame(opinions: Opinions) -> None:
    text = script(panel="/* storyc: ignore camera-movement */")
    assert not opinions(text, "unused-suppression")
    assert names(opinions(text, "unused-suppression", "camera-movement")) == ["unused-suppression"]


@pytest.mark.parametrize(
    ("word", "help_"), [("several-momnts", "did you mean `several-moments`?"), ("xyzzy", "explain")]
)
def test_a_rule_that_does_not_exist_is_told_of(opinions: Opinions, word: str, help_: str) -> None:
    said = [one for one in opinions(script(panel=f"/* storyc: ignore {word} */"), *RULES) if "no rule" in one.message]
    assert [help_ in one.helps[0] for one in said] == [True]


@pytest.mark.parametrize(
    "comment",
    [
        "/* the cafe was here; storyc: ignore unused-name */",
        "/* storyc: ignore unused-name\n   and the cafe */",
        "/* storyc: ignore unused-name, silent-run */",
        "/* storyc: ignore unused-name storyc: ignore silent-run */",
    ],
)
def test_a_comment_that_says_more_is_left_to_its_writer(opinions: Opinions, comment: str) -> None:
    said = opinions(script(panel=comment), *RULES, "silent-run")
    idle = [one for one in said if one.code.name == "unused-suppression"]
    assert idle
    assert not any(one.fixes for one in idle)


def test_a_thousand_comments_take_no_longer_than_they_are(opinions: Opinions) -> None:
    many = "".join("// storyc: ignore unused-name\n" for _ in range(1_000))
    panels = "".join(f"PANEL {number}\nRain.\n\n{many if number == 9 else ''}" for number in range(1, 20))
    said = opinions(f"PAGE 1\n\n{panels}", "unused-name", "unused-suppression")
    assert len(said) == 1_000


def test_windows_line_ends(opinions: Opinions) -> None:
    text = script(page="// storyc: ignore several-moments", entry="// storyc: ignore unused-name").replace("\n", "\r\n")
    assert not opinions(text, *RULES)
    old = text.replace("\r\n", "\r")
    assert not opinions(old, *RULES)


@pytest.mark.parametrize(
    ("text", "is_safe"),
    [
        ("Rain. {}\n", [True]),
        ("Rain.\n\n{}\n\nSnow.\n", [True]),
        ("Rain.\n{}\nSnow.\n", [True]),
        ("Rain.\n{}\n\nSnow.\n", [False]),
        ("Rain.\n\nARTIST: {}\nSnow.\n", [False]),
        ("Rain.\n\n{} PANEL 2 more\n", []),
    ],
)
def test_only_what_changes_nothing_is_taken_out_unasked(opinions: Opinions, text: str, is_safe: list[bool]) -> None:
    body = text.format("/* storyc: ignore silent-run */")
    (said,) = opinions(f"PAGE 1\n\nPANEL 1\n{body}", "silent-run", "unused-suppression")
    assert [fix.is_safe for fix in said.fixes] == is_safe


def test_the_first_line_is_left_alone_because_a_title_page_could_follow(opinions: Opinions) -> None:
    (said,) = opinions(f"// storyc: ignore silent-run\n\n{RAIN}", "silent-run", "unused-suppression")
    assert not said.fixes
