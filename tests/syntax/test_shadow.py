"""Comments and notes, wherever they open and whether or not they are closed."""

import pytest

from storyc.syntax import Comment, NoteLine, Panel, Prose, Speech, parse
from storyc.text import Source

HEAD = "PANEL 1\n"


def read(text: str) -> tuple[list[object], list[str], list[str]]:
    """Return the lines of a panel without blank ones, the comments, and what is said."""
    outcome = parse(Source("a.story", HEAD + text))
    (panel,) = outcome.value.parts
    assert isinstance(panel, Panel)
    lines = [line for line in panel.lines if isinstance(line, Prose | Speech | NoteLine | Comment)]
    return (
        [line.text.replace("\0", "").strip() for line in lines],
        [comment.text for comment in outcome.value.comments],
        [said.code.name for said in outcome.diagnostics],
    )


@pytest.mark.parametrize(
    ("text", "lines", "comments"),
    [
        ("/* a */\n", [""], ["/* a */"]),
        ("/* a\n\nPANEL 2\nb */\nRain.\n", ["", "Rain."], ["/* a\n\nPANEL 2\nb */"]),
        ("/* a /* b */ c */\nRain.\n", ["", "Rain."], ["/* a /* b */ c */"]),
        ("/* a */ /* b */\n", [""], ["/* a */", "/* b */"]),
        ("/* a *//* b */\n", [""], ["/* a */", "/* b */"]),
        ("Rain. /* hard */\n", ["Rain."], ["/* hard */"]),
        ("Rain /* hard\nand long */ falls.\n", ["Rain  falls."], ["/* hard\nand long */"]),
        ("MARA: No. /* yes */\n", ["No."], ["/* yes */"]),
        ("\u3000/* a */\n", [""], ["/* a */"]),
        ("and/*or */\n", ["and/*or */"], []),
        ("https://a.b/*\n", ["https://a.b/*"], []),
        ("// /* a\nRain.\n", ["// /* a", "Rain."], []),
        ("//* a\nRain.\n", ["//* a", "Rain."], []),
        ("\\/* a\n", [], []),
        ("[[ /* a ]]\nRain.\n", ["/* a", "Rain."], []),
        ("/* [[ */\nRain.\n", ["", "Rain."], ["/* [[ */"]),
        ("/* a\n// b */ [[c\nd]]\n", ["[[c\x01d]]"], ["/* a\n// b */"]),
    ],
)
def test_comments(text: str, lines: list[str], comments: list[str]) -> None:
    assert read(text) == (lines, comments, [])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("[[a]]\n", ["a"]),
        ("[[a\nb]]\n", ["a\x01b"]),
        ("[[a\r\nb]]\r\n", ["a \x01b"]),
        ("[[PANEL 2\nPAGE 3\n]]\nRain.\n", ["PANEL 2\x01PAGE 3", "Rain."]),
        ("Rain. [[a\nb]] Sun.\n", ["Rain. [[a\x01b]] Sun."]),
        ("MARA: No. [[a\nb]]\n", ["No. [[a\x01b]]"]),
        ("// [[a\nb]]\n", ["// [[a", "b]]"]),
        ("\\[[a\nb]]\n", ["b]]"]),
        ("a \\[[b\nc]]\n", ["a \\[[b", "c]]"]),
    ],
)
def test_notes(text: str, lines: list[str]) -> None:
    assert [line.strip("\x01 ") for line in map(str, read(text)[0])] == lines
    assert read(text)[2] == []


@pytest.mark.parametrize(
    ("text", "lines", "code", "place"),
    [
        ("Rain.\n/* a\nPANEL 2\n", ["Rain.", ""], "unclosed-comment", "/*"),
        ("/* a /* b */\n", [""], "unclosed-comment", "/*"),
        ("[[a\nb\n\nRain.\n", ["[[a\x01b", "Rain."], "unclosed-note", "[["),
        ("Rain. [[a", ["Rain. [[a"], "unclosed-note", "[["),
        ("[[a\r\n \r\nRain.\r\n", ["[[a", "Rain."], "unclosed-note", "[["),
    ],
)
def test_what_nobody_closes_is_reported_where_it_opens(text: str, lines: list[str], code: str, place: str) -> None:
    source = Source("a.story", HEAD + text)
    found, _, codes = read(text)
    assert (found, codes) == (lines, [code])
    (said,) = parse(source).diagnostics
    assert source.slice(said.primary.span) == place


def test_control_characters_are_reported_once_with_all_their_places() -> None:
    outcome = parse(Source("a.story", f"{HEAD}a\0b\x01\0c\n"))
    (said,) = outcome.diagnostics
    assert said.code.name == "control-character"
    assert [(edit.span.start, edit.span.end) for edit in said.fixes[0].edits] == [(9, 10), (11, 13)]
    (panel,) = outcome.value.parts
    assert isinstance(panel, Panel)
    assert panel.lines == (Prose("a\ufffdb\ufffd\ufffdc", 0),)


def test_comments_stand_where_they_stand_in_the_text() -> None:
    source = Source("a.story", "PAGE 1 /* a\r\nb */\r\nRain. /* c */\r\n")
    assert [source.slice(comment.span) for comment in parse(source).value.comments] == ["/* a\r\nb */", "/* c */"]
