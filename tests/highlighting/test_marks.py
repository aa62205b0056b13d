from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pygments import lex

from storyc.highlighting import Highlight, find_highlights
from storyc.highlighting.lexer import StoryLexer
from storyc.text import Source

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/*.story"))
FIRST_LINES = "Title: A\n\nCAST\n\nNIA (the girl): Seven.\n    age: 7\n\n"


def marked(text: str) -> list[tuple[str, str]]:
    return [(text[mark.start : mark.end], mark.kind) for mark in find_highlights(Source("a.story", text))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("PAGE 2-3 [spread, preset: render]", [("PAGE", "heading"), ("spread", "tag"), ("preset: render", "tag")]),
        ("PANEL 1 [wide] // no comment", [("PANEL", "heading"), ("wide", "tag")]),
        ("Pages turned slowly.", []),
        ("PANEL 1\nNIA (off): Hi.", [("PANEL", "heading"), ("NIA", "speaker"), ("off", "modifier")]),
        ("PANEL 1\nthe mole: dark.", [("PANEL", "heading")]),
        ("PANEL 1\n\nNIA\n(small)\nHi.", [("PANEL", "heading"), ("NIA", "speaker"), ("small", "modifier")]),
        ("PANEL 1\n\nKRAKOOM\n\nHi.", [("PANEL", "heading")]),
        ("PANEL 1\n\nHi.\nNIA\nno cue", [("PANEL", "heading")]),
        ("PANEL 1\n!WIDE: sea", [("PANEL", "heading")]),
        ("PANEL 1\nsea /* a /* b */ c */ sky", [("PANEL", "heading"), ("/* a /* b */ c */", "comment")]),
        ("PANEL 1 [a /* b */, c]", [("PANEL", "heading"), ("a", "tag"), ("/* b */", "comment"), ("c", "tag")]),
        ("PANEL 1\nsea [[a\nb]]", [("PANEL", "heading"), ("[[a\nb]]", "note")]),
    ],
)
def test_what_a_line_shows(line: str, expected: list[tuple[str, str]]) -> None:
    assert marked(line) == expected


def test_a_title_page_and_a_cast() -> None:
    assert marked(FIRST_LINES) == [("Title", "key"), ("CAST", "block"), ("NIA", "name"), ("age", "key")]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*FIRST_LINES.split("\n"), "PAGE 1 [a", "PANEL (2)", "NIA", "(x)", "[[", "/*", "*/ a", "狐：", "\\x"]
        )
    )
)
def test_marks_stand_in_order_in_any_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    marks = find_highlights(Source("a.story", text))
    ends = [0, *(mark.end for mark in marks)]
    assert all(
        isinstance(mark, Highlight) and end <= mark.start < mark.end <= len(text)
        for end, mark in zip(ends, marks, strict=False)
    )


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_lexer_loses_nothing(path: Path) -> None:
    text = path.read_text("utf-8")
    assert "".join(token for _, token in lex(text, StoryLexer(stripnl=False))) == text
