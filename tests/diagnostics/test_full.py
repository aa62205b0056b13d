"""Whole messages, as a writer sees them."""

from textwrap import dedent
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyc.diagnostics import Code, Diagnostic, Edit, Fix, Label, Severity
from storyc.diagnostics.rendering import Look
from storyc.diagnostics.rendering.full import render
from storyc.text import Source, Span

UNKNOWN = Code("SC0201", "unknown-character", Severity.ERROR, "", "")
COUNT = Code("SC0301", "panel-count", Severity.WARNING, "", "")
PLAIN = Look(is_unicode=False)


def label(source: Source, words: str, text: str = "") -> Label:
    start = source.text.index(words)
    return Label(source.name, Span(start, start + len(words)), text)


def shown(diagnostic: Diagnostic, *sources: Source, look: Look = PLAIN) -> str:
    """Return a message without the closing summary."""
    message, _, _ = render([diagnostic], {source.name: source for source in sources}, look).rpartition("\n\n")
    return message


def message(text: str) -> str:
    return dedent(text).strip("\n")


def test_one_place_in_one_line() -> None:
    script = Source("harbour.story", "\n" * 40 + "TOBBY (whisper)\nAunt Mara.\n")
    said = Diagnostic(
        UNKNOWN,
        "nobody called `TOBBY` is in the cast",
        label(script, "TOBBY", "speaks here"),
        helps=("did you mean `TOBY`?",),
        fixes=(
            Fix("replace `TOBBY` by `TOBY`", (Edit(script.name, label(script, "TOBBY").span, "TOBY"),)),
            Fix("add `TOBBY` to the cast", (), is_safe=False),
        ),
    )
    assert shown(said, script) == message("""
        error[SC0201 unknown-character]: nobody called `TOBBY` is in the cast
         --> harbour.story:41:1
        41 | TOBBY (whisper)
           | ^^^^^ speaks here
           = help: did you mean `TOBY`?
           = fix: replace `TOBBY` by `TOBY`
           = fix: add `TOBBY` to the cast
    """)
    assert shown(said, script, look=Look()) == message("""
        error[SC0201 unknown-character]: nobody called `TOBBY` is in the cast
           ╭▸ harbour.story:41:1
        41 │ TOBBY (whisper)
           │ ━━━━━ speaks here
           ├ help: did you mean `TOBY`?
           ├ fix: replace `TOBBY` by `TOBY`
           ╰ fix: add `TOBBY` to the cast
    """)


def test_other_places_in_the_same_line_near_it_far_from_it_and_in_another_file() -> None:
    script = Source("main.story", "PAGE 1 (2 PANELS)\n\nPANEL 1\nRain.\n\nPANEL 2\n\nPANEL 3\nMARA & TOBBY: Run!\n")
    cast = Source("cast.story", "CAST\n\nTOBY: a boy\n")
    said = Diagnostic(
        COUNT,
        "page 1 says 2 panels and has 3",
        label(script, "PANEL 3", "one too many"),
        labels=(
            label(cast, "TOBY", "he is in it"),
            label(script, "2 PANELS", "said here"),
            label(script, "PAGE", "this page"),
            label(script, "TOBBY", "last words"),
            label(script, "PANEL 2"),
        ),
    )
    assert shown(said, script, cast) == message("""
        warning[SC0301 panel-count]: page 1 says 2 panels and has 3
         --> main.story:8:1
         1 | PAGE 1 (2 PANELS)
           | ---- this page
           |         -------- said here
         ...
         6 | PANEL 2
           | -------
         7 |
         8 | PANEL 3
           | ^^^^^^^ one too many
         9 | MARA & TOBBY: Run!
           |        ----- last words
         ::: cast.story:3:1
         3 | TOBY: a boy
           | ---- he is in it
    """)


def test_a_place_over_several_lines() -> None:
    script = Source("draft.story", "PAGE 1\n\n  MARA: /* cut\n  the cafe\nscene */ Rain.\n")
    said = Diagnostic(COUNT, "cut", label(script, "/* cut\n  the cafe\nscene */", "all of this"))
    assert shown(said, script) == message("""
        warning[SC0301 panel-count]: cut
         --> draft.story:3:9
         3 |   MARA: /* cut
           |         ^^^^^^
         4 |   the cafe
           | ^^^^^^^^^^
         5 | scene */ Rain.
           | ^^^^^^^^ all of this
    """)


def test_the_middle_of_a_long_place_is_left_out() -> None:
    script = Source("draft.story", "/* first\nsecond\n" + "more\n" * 994 + "last\n")
    said = Diagnostic(COUNT, "this comment is never closed", Label(script.name, Span(0, len(script.text)), "open"))
    assert shown(said, script) == message("""
        warning[SC0301 panel-count]: this comment is never closed
          --> draft.story:1:1
          1 | /* first
            | ^^^^^^^^
          2 | second
            | ^^^^^^
          ...
        997 | last
            | ^^^^ open
    """)


def test_places_between_characters_and_at_the_ends() -> None:
    script = Source("end.story", "PAGE 1\n\nPANEL 1")
    for offset, line, column in ((0, 1, 0), (6, 1, 6), (7, 2, 0), (len(script.text), 3, 7)):
        said = Diagnostic(COUNT, "here", Label(script.name, Span(offset, offset)))
        assert shown(said, script).splitlines()[2:] == [
            f" {line} | {script.text.splitlines()[line - 1]}".rstrip(),
            f"   | {' ' * column}^",
        ]


def test_a_line_end_is_marked_behind_its_line() -> None:
    script = Source("end.story", "PAGE 1\r\nPANEL 1")
    assert shown(Diagnostic(COUNT, "here", Label(script.name, Span(6, 8))), script).endswith(
        " 1 | PAGE 1\n   |       ^"
    )


def test_a_place_that_begins_behind_a_line_is_shown_in_the_next() -> None:
    script = Source("end.story", "MARA\n\nTOBY: hi")
    said = Diagnostic(COUNT, "here", label(script, "\n\nTOBY", "these"))
    assert shown(said, script) == message("""
        warning[SC0301 panel-count]: here
         --> end.story:1:5
         3 | TOBY: hi
           | ^^^^ these
    """)


def test_an_empty_file_has_a_place() -> None:
    said = Diagnostic(COUNT, "no pages", Label("empty.story", Span(0, 0)))
    assert shown(said, Source("empty.story", "")).splitlines()[1:] == [" --> empty.story:1:1", " 1 |", "   | ^"]


@pytest.mark.parametrize(
    ("line", "words", "below"),
    [
        ("\tTOBBY\t(whisper)", "(whisper)", "             ^^^^^^^^^"),
        ("👩\u200d🚀: TOBBY", "TOBBY", "    ^^^^^"),
        ("👩\u200d🚀: TOBBY", "👩\u200d🚀", "^^"),
        ("👩\u200d🚀: TOBBY", "🚀", "^^"),
        ("Cafe\u0301 TOBBY", "TOBBY", "     ^^^^^"),
        ("Cafe\u0301 TOBBY", "\u0301", "   ^"),
        ("美咲（thought）：なんで動いてるの？", "なんで", "                 ^^^^^^"),
        ("全角\u3000TOBBY", "TOBBY", "      ^^^^^"),
        ("مَرْحَبًا TOBBY", "TOBBY", "      ^^^^^"),
    ],
)
def test_carets_stand_under_the_characters_they_mean(line: str, words: str, below: str) -> None:
    script = Source("wide.story", line)
    assert shown(Diagnostic(COUNT, "here", label(script, words)), script).splitlines()[-1] == f"   | {below}"


def test_a_hostile_script_cannot_drive_the_terminal() -> None:
    script = Source("evil\x1b]0;owned\x07.story", "\x1b[2J\u202eTOBBY\x9b31m: hi\x07\n")
    said = Diagnostic(
        UNKNOWN,
        "nobody called `\x1b[8mTOBBY` is in the cast",
        label(script, "TOBBY", "\x1b[5mhere"),
        helps=("did you mean `\x07`?",),
    )
    assert shown(said, script, look=Look()) == message("""
        error[SC0201 unknown-character]: nobody called `␛[8mTOBBY` is in the cast
           ╭▸ evil␛]0;owned␇.story:1:6
         1 │ ␛[2J<U+202E>TOBBY<U+009B>31m: hi␇
           │             ━━━━━ ␛[5mhere
           ╰ help: did you mean `␇`?
    """)


def test_a_long_line_is_cut_around_the_place() -> None:
    script = Source("long.story", "x" * 500 + " TOBBY " + "y" * 500)
    rows = shown(Diagnostic(COUNT, "here", label(script, "TOBBY", "who?")), script, look=Look(width_columns=25))
    assert rows.splitlines()[-2:] == [" 1 │ …xxxxxxxxx TOBBY yyyyyyyyy…", "   │            ━━━━━ who?"]
    ascii_rows = shown(
        Diagnostic(COUNT, "here", label(script, "TOBBY", "who?")), script, look=Look(is_unicode=False, width_columns=25)
    )
    assert ascii_rows.splitlines()[-2:] == [" 1 | ...xxxxxxxxx TOBBY yyyyyyyyy...", "   |              ^^^^^ who?"]


def test_both_ends_of_a_long_line_are_reached() -> None:
    script = Source("long.story", "FIRST" + "x" * 500 + "LAST")
    look = Look(width_columns=10)
    first = shown(Diagnostic(COUNT, "here", label(script, "FIRST")), script, look=look)
    last = shown(Diagnostic(COUNT, "here", label(script, "LAST")), script, look=look)
    assert first.splitlines()[-2:] == [" 1 │ FIRSTxxxxx…", "   │ ━━━━━"]
    assert last.splitlines()[-2:] == [" 1 │ …xxxxxxLAST", "   │        ━━━━"]


def test_a_place_longer_than_the_room_is_shown_from_its_beginning() -> None:
    script = Source("long.story", "Rain. " + "x" * 500)
    cut = shown(Diagnostic(COUNT, "here", label(script, "x" * 500, "long")), script, look=Look(width_columns=20))
    assert cut.splitlines()[-2:] == [f" 1 │ …ain. {'x' * 15}…", f"   │ {' ' * 6}{'━' * 15} long"]


def test_colours_add_nothing_but_colours() -> None:
    script = Source("harbour.story", "TOBBY: hi\nMARA: hi\n")
    said = Diagnostic(UNKNOWN, "who?", label(script, "TOBBY", "he"), (label(script, "MARA", "she"),), ("look",))
    colored = shown(said, script, look=Look(is_colored=True))
    plain = colored
    for code in ("1;31", "1;34", "1", "32", "0"):
        assert f"\x1b[{code}m" in plain
        plain = plain.replace(f"\x1b[{code}m", "")
    assert plain == shown(said, script, look=Look())


def test_the_last_line_counts() -> None:
    script = Source("a.story", "x")
    other = Source("b.story", "x")
    sources = {"a.story": script, "b.story": other, "c.story": Source("c.story", "")}
    said = [Diagnostic(COUNT, "w", label(script, "x")), *[Diagnostic(UNKNOWN, "e", label(other, "x"))] * 2]
    assert render(said, sources, PLAIN).endswith("\n\n2 errors, 1 warning in 2 files\n")
    assert render(said[:1], sources, PLAIN).endswith("\n\n1 warning in 1 file\n")
    assert not render([], sources, PLAIN)


@given(st.text(), st.data(), st.booleans(), st.integers(1, 30))
def test_any_place_of_any_text_can_be_shown(text: str, data: st.DataObject, is_unicode: bool, width: int) -> None:
    script = Source("any.story", text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    said = Diagnostic(COUNT, text, Label(script.name, Span(start, end), text), helps=(text,))
    rows = shown(said, script, look=Look(is_unicode=is_unicode, width_columns=width))
    assert ("━" if is_unicode else "^") in rows
    assert not any(category(char) in ("Cc", "Cs") for char in rows.replace("\n", ""))
