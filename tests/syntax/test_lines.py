"""Every kind of line, and where it may stand."""

import pytest

from storyc.syntax import (
    Blank,
    BodyLine,
    Clip,
    Comment,
    Document,
    Forced,
    Literal,
    MoreSpeech,
    NoteLine,
    Page,
    Panel,
    Prose,
    RunningClip,
    Scene,
    Section,
    SectionLine,
    Slug,
    Speech,
    Synopsis,
    Transition,
    parse,
)
from storyc.text import Source, Span

HEAD = "PAGE 1\n\nPANEL 1\n"


def document(text: str) -> Document:
    return parse(Source("a.story", text)).value


def body(text: str) -> tuple[BodyLine, ...]:
    """Return the lines of a panel."""
    (page,) = document(HEAD + text).parts
    assert isinstance(page, Page)
    (panel,) = page.strip
    return panel.lines


def speech(label: str, text: str, how: str | None = None) -> Speech:
    return Speech(label, how, text, 0, 0, 0)


NOWHERE = Span(0, 0)


@pytest.mark.parametrize(
    ("line", "node"),
    [
        ("", Blank(0)),
        ("  \t\u3000", Blank(0)),
        ("Rain.", Prose("Rain.", 0)),
        ("\u3000\u3000雨。 ", Prose("雨。", 0)),
        ("// cut this", Comment("// cut this", 0)),
        ("MARA: No.", speech("MARA", "No.")),
        ("mara voss: no", speech("mara voss", "no")),
        ("MARA (off, burst) : Get *inside!*", speech("MARA", "Get *inside!*", "off, burst")),
        ("MARA ():", speech("MARA", "", "")),
        ("美咲（thought）：なんで？", speech("美咲", "なんで？", "thought")),
        ("美咲 & 狐: わあ：", speech("美咲 & 狐", "わあ：")),
        ("the mole: dark.", speech("the mole", "dark.")),
        (f"{'A' * 64}: long", speech("A" * 64, "long")),
        (f"{'A' * 65}: longer", Prose(f"{'A' * 65}: longer", 0)),
        ("12:30. The docks.", Prose("12:30. The docks.", 0)),
        ("https://example.com", Prose("https://example.com", 0)),
        ("See https://example.com", Prose("See https://example.com", 0)),
        ("ACT 2: rain", speech("ACT 2", "rain")),
        (": Not once.", MoreSpeech("Not once.", NOWHERE, 0)),
        ("：一度も。", MoreSpeech("一度も。", NOWHERE, 0)),
        ("! WIDE: the dock", Forced("WIDE: the dock", NOWHERE, 0)),
        ("\\PANEL 5 MISSING", Literal("PANEL 5 MISSING", NOWHERE, 0)),
        ("\\ indented", Literal(" indented", NOWHERE, 0)),
        ("[[small in frame]]", NoteLine("small in frame", NOWHERE, 0)),
        ("[[ a ] b ]]", NoteLine("a ] b", NOWHERE, 0)),
        ("[[a]] and [[b]]", Prose("[[a]] and [[b]]", 0)),
        ("== The light goes out.", Synopsis("The light goes out.", NOWHERE)),
        ("> SMASH CUT <", Transition("SMASH CUT", NOWHERE)),
        ("CUT TO:", Transition("CUT TO:", NOWHERE)),
        ("MATCH CUT TO:", Transition("MATCH CUT TO:", NOWHERE)),
        ("FADE TO BLACK.", Transition("FADE TO BLACK.", NOWHERE)),
        ("CUT TO: the pier", speech("CUT TO", "the pier")),
        ("INT. PILOT HOUSE - NIGHT", Slug("INT. PILOT HOUSE - NIGHT", False, NOWHERE, 0)),
        ("INT./EXT. CAR", Slug("INT./EXT. CAR", False, NOWHERE, 0)),
        ("I/E CAR", Slug("I/E CAR", False, NOWHERE, 0)),
        ("int. kitchen", Slug("int. kitchen", False, NOWHERE, 0)),
        ("int kitchen", Prose("int kitchen", 0)),
        ("INTERIOR", Prose("INTERIOR", 0)),
        (".UNDER WATER", Slug("UNDER WATER", True, NOWHERE, 0)),
        ("... and on", Prose("... and on", 0)),
        ("## Act Two", SectionLine(2, "Act Two", NOWHERE)),
        ("INCLUDE cast", Prose("INCLUDE cast", 0)),
        ("CAST", Prose("CAST", 0)),
        ("Pages turned slowly.", Prose("Pages turned slowly.", 0)),
        ("Panel 2 is offline.", Prose("Panel 2 is offline.", 0)),
        ("PANEL tension", Prose("PANEL tension", 0)),
    ],
)
def test_a_line_after_a_heading(line: str, node: BodyLine) -> None:
    if isinstance(node, SectionLine):
        _, section = document(f"{HEAD}{line}\n").parts
        assert isinstance(section, Section)
        assert section.heading == node
    else:
        assert body(line + "\n") == (node,)


@pytest.mark.parametrize(
    ("line", "node"),
    [
        ("INT. HOUSE, she reads.", Prose("INT. HOUSE, she reads.", 0)),
        (".HIDDEN", Slug("HIDDEN", True, NOWHERE, 0)),
        ("# 9 on the door", SectionLine(1, "9 on the door", NOWHERE)),
        ("CLIP 9 [x]", RunningClip("CLIP 9 [x]", 0)),
        ("Rain.", Prose("Rain.", 0)),
        ("MARA: No.", speech("MARA", "No.")),
        ("[[note]]", NoteLine("note", NOWHERE, 0)),
    ],
)
def test_a_line_right_under_prose(line: str, node: BodyLine) -> None:
    assert body(f"She waits.\n{line}\n") == (Prose("She waits.", 0), node)


def test_what_ends_a_panel() -> None:
    page, section = document(f"{HEAD}Rain.\n\nCLIP drift [5s]\nDrift.\nPANEL 2\nSun.\n\n# Act Two\n\nPANEL 3\n").parts
    assert isinstance(page, Page)
    assert [type(child) for child in page.strip] == [Panel, Clip, Panel]
    assert isinstance(section, Section)
    assert [type(part) for part in section.parts] == [Blank, Panel]


def test_headings_win_inside_a_paragraph() -> None:
    (page,) = document(f"{HEAD}Rain.\nPANEL 2\nSun.\n").parts
    assert isinstance(page, Page)
    assert len(page.strip) == 2


def test_a_panel_before_any_page_is_a_part_of_the_document() -> None:
    assert [type(part) for part in document("PANEL 1\nRain.\n").parts] == [Panel]


def test_text_before_the_first_page_is_kept() -> None:
    parts = document("Once.\n\nINT. HOUSE\nTwice.\nPAGE 1\n").parts
    assert [type(part) for part in parts] == [Prose, Blank, Scene, Page]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_make_no_difference(end: str) -> None:
    text = f"Title: T\n  more\n\nCAST\n\nMARA: A\n    pilot\n\n{HEAD}\n[[a]]\n\n/* c */ Rain.\nMARA: No.\n"
    assert document(text.replace("\n", end)).parts == document(text).parts


def test_places_count_carriage_returns() -> None:
    source = Source("a.story", "PAGE 1\r\n\r\nPANEL 1\r\nRain.\r\n")
    (page,) = parse(source).value.parts
    assert isinstance(page, Page)
    assert source.slice(page.strip[0].lines[0].span) == "Rain."


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_nothing_else_ends_a_line(separator: str) -> None:
    assert body(f"Rain.{separator}PANEL 2\n") == (Prose(f"Rain.{separator}PANEL 2", 0),)


@pytest.mark.parametrize("text", [" ", "PAGE 1", "CAST", "Title: T", "Rain.", "[[", "\\", "//", "DEFINE a = b"])
def test_the_last_line_needs_no_end(text: str) -> None:
    assert document(text).parts == document(f"{text}\n").parts


@pytest.mark.parametrize("text", ["", "/*", "/* */"])
def test_texts_without_any_line(text: str) -> None:
    assert [type(part) for part in document(text).parts] == [Comment] * bool(text)


def test_trees_are_equal_when_they_say_the_same_wherever_it_stands() -> None:
    assert body("Rain.\nMARA:  No.\n") == body("   Rain.\nMARA: No.\n")
    assert body("Rain.\n") != body("Sun.\n")
    assert hash(body("Rain.\n")) == hash(body(" Rain.\n"))
