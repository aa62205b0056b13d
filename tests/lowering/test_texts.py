"""What becomes of the characters of a text."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyc.lowering.texts import join, lettered, notes_in, plain_text
from storyc.semantics import Words
from storyc.storyboard import Emphasis, Text

NAMES = {"ship": "the *Rose*", "odd": "[[x]] \\* {{ship}}"}
ITALIC, BOLD, UNDERLINE = Emphasis.ITALIC, Emphasis.BOLD, Emphasis.UNDERLINE


def shown(text: Text) -> list[str | tuple[str, Emphasis]]:
    return [run.text if run.emphasis == Emphasis.NONE else (run.text, run.emphasis) for run in text]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("plain", ["plain"]),
        ("", []),
        (
            "*i* **b** ***bi*** _u_",
            [("i", ITALIC), " ", ("b", BOLD), " ", ("bi", ITALIC | BOLD), " ", ("u", UNDERLINE)],
        ),
        ("**b *bi***", [("b ", BOLD), ("bi", BOLD | ITALIC)]),
        ("_*ui*_", [("ui", UNDERLINE | ITALIC)]),
        ("a * b * c", ["a * b * c"]),
        ("*open", ["*open"]),
        ("open*", ["open*"]),
        ("** **", ["** **"]),
        ("snake_case_name", ["snake_case_name"]),
        ("_one_two_", [("one_two", UNDERLINE)]),
        ("*over\nlines*", ["*over\nlines*"]),
        (r"\*no\* \_no\_", ["*no* _no_"]),
        (r"a \\ b \x", [r"a \ b \x"]),
        (r"*a \* b*", [("a * b", ITALIC)]),
        ("[[note]] after", ["after"]),
        ("before [[note]] after", ["before after"]),
        (r"\[[no note]]", ["[[no note]]"]),
        ("a \0\0\0 b", ["a b"]),
        ("a [[over\x01lines]] b", ["a b"]),
        ("{{ship}} and {{ ship }}", ["the ", ("Rose", ITALIC), " and the ", ("Rose", ITALIC)]),
        (r"\{{ship}}", ["{{ship}}"]),
        ("{{unknown}}", ["{{unknown}}"]),
        ("one  two", ["one two"]),
        ("one \0\ntwo", ["one\ntwo"]),
    ],
)
def test_lettering(text: str, runs: list[str | tuple[str, Emphasis]]) -> None:
    assert shown(lettered(text, NAMES)) == runs


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("*emphasis* stays **as** it _is_", "*emphasis* stays **as** it _is_"),
        (r"\*escapes\* go", "*escapes* go"),
        ("Rain. [[note]] More.", "Rain. More."),
        ("[[note]]", ""),
        ("On {{ship}}.", "On the *Rose*."),
        ("a \0\0 b", "a b"),
        ("{{odd}}", "[[x]] * {{ship}}"),
    ],
)
def test_prose(text: str, sent: str) -> None:
    assert plain_text(text, NAMES) == sent


@pytest.mark.parametrize(
    ("lines", "flowing"),
    [
        (("one", "two"), "one two"),
        (("夕暮れ。", "提灯"), "夕暮れ。提灯"),
        (("夕暮れ", "Rain"), "夕暮れ Rain"),
        (("한국어", "한국어"), "한국어 한국어"),
        (("one",), "one"),
    ],
)
def test_lines_flow_together(lines: tuple[str, ...], flowing: str) -> None:
    assert join(Words(lines, 0)) == flowing
    assert join(Words(lines, 0, keeps_lines=True)) == "\n".join(lines)


def test_notes_are_kept_for_people() -> None:
    assert notes_in("a [[one]] b [[two\x01lines]] [[]] [[ ]]") == ("one", "two lines")
    assert notes_in("none") == ()


@pytest.mark.parametrize("piece", ["*a ", "**a*", "_a *b ", "*_", "***", "{{", "[[", "\\"])
def test_long_texts_take_no_long_time(piece: str) -> None:
    """A tenth of a second for each is far off; trying every pair of marks takes minutes."""
    assert shown(lettered(piece * 3_000, {}))


@given(st.text(alphabet="ab *_\\[]{}\n\0\x01。", max_size=40))
def test_any_text_is_lettered(text: str) -> None:
    runs = lettered(text, NAMES)
    assert all(run.text for run in runs)
    assert "\0" not in "".join(run.text for run in runs)
    plain_text(text, NAMES)


@given(st.text(alphabet="ab c.,!?;", max_size=40))
def test_a_text_without_marks_is_what_it_says(text: str) -> None:
    assert "".join(run.text for run in lettered(text.strip(), {})).split() == text.split()


EMPHASIS = re.compile(
    r"""
    (?P<mark>\*{1,3}+|(?<![^\W_])_)(?=\S)
    (?P<text>[^\n]{0,999}?\S)
    (?P=mark)(?!\*|(?<=_)[^\W_])
    """,
    re.VERBOSE,
)
"""What emphasis is, said in one pattern; looking for it takes a thousand steps for each mark that nothing closes."""
STYLES = {"*": ITALIC, "**": BOLD, "***": BOLD | ITALIC, "_": UNDERLINE}


def letters(text: str, emphasis: Emphasis = Emphasis.NONE) -> list[tuple[str, Emphasis]]:
    found, at = [], 0
    for one in EMPHASIS.finditer(text):
        found += [(letter, emphasis) for letter in text[at : one.start()]]
        found += letters(one["text"], emphasis | STYLES[one["mark"]])
        at = one.end()
    return found + [(letter, emphasis) for letter in text[at:]]


@given(
    st.one_of(
        st.text("*_ab \n", max_size=40),
        st.builds(
            lambda mark, count: f"{mark}{'a' * count}{mark}", st.sampled_from(list(STYLES)), st.integers(990, 1010)
        ),
    )
)
def test_emphasis_is_what_its_pattern_says(text: str) -> None:
    text = re.sub(r" *\n *", "\n", re.sub(" +", " ", text)).strip()
    assert [(letter, run.emphasis) for run in lettered(text, {}) for letter in run.text] == letters(text)


LENGTH = 300_000
LONGEST_S = 5
"""Many times what the slowest takes, and a fraction of what any would take if each mark looked for its end by itself."""


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["*", "**a", " *a", "*a*", "_", " _a", "*_", "_*a **b", "a_ "])
def test_a_text_full_of_marks(piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    started = process_time()
    lettered(text, {})
    assert process_time() - started < LONGEST_S
