"""What holds for every text whatever."""

from random import Random
from re import findall

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.diagnostics import has_errors
from storyc.formatting import are_same, draw_the_same, format_source
from storyc.lowering import lower, units
from storyc.project import Checked, check_sources
from storyc.syntax import parse
from storyc.text import MemoryFiles, Source
from storyc.wire import NEWEST
from tests.formatting.messy import make_messy
from tests.fuzz.fragments import FRAGMENTS, cut_texts, example_scripts

NAME = "main.story"
SCRIPTS = [path.read_text("utf-8") for path in example_scripts()]

fragments = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join)
real = st.builds(make_messy, st.sampled_from(SCRIPTS), st.integers().map(Random), st.sampled_from((0.05, 0.3)))
texts = fragments | real | st.text()
each_end = pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=repr)


def formatted(text: str) -> str:
    return format_source(Source(NAME, text))


def checked(text: str) -> Checked:
    return check_sources(NAME, MemoryFiles({NAME: text.encode("utf-8", "replace")}), {})


def assert_laws(text: str) -> None:
    after = formatted(text)
    outcome = parse(Source(NAME, text))
    if has_errors(outcome.diagnostics):
        assert after == text
        return
    document = parse(Source(NAME, after))
    assert are_same(outcome.value, document.value)
    assert not document.diagnostics or len(document.diagnostics) == len(outcome.diagnostics)
    assert formatted(after) == after
    assert not after or after[-1] in "\r\n"


@settings(max_examples=400, deadline=None)
@given(texts)
def test_the_tree_stays_and_twice_is_once(text: str) -> None:
    assert_laws(text)


@settings(max_examples=150, deadline=None)
@given(texts)
def test_what_is_drawn_and_what_is_wrong_stays(text: str) -> None:
    before, after = checked(text), checked(formatted(text))
    assert sorted(said.code.number for said in before.diagnostics) == sorted(
        said.code.number for said in after.diagnostics
    )
    assert (before.program is None) == (after.program is None)
    if before.program is not None and after.program is not None:
        assert draw_the_same(lower(before.program), lower(after.program))


@pytest.mark.parametrize("script", SCRIPTS, ids=[path.stem for path in example_scripts()])
def test_the_keys_of_the_requests_stay(script: str) -> None:
    keys = []
    for text in (script, formatted(make_spaced(script))):
        program = checked(text).program
        keys.append([unit.key for unit in units(lower(program), NEWEST, {}).units] if program else [])
    assert keys[0] == keys[1]


def make_spaced(script: str) -> str:
    """Return a script with its headings in small letters and white space where it means nothing."""
    lines = (
        line.lower() if line.startswith(("PAGE", "PANEL")) and "[" not in line else line for line in script.split("\n")
    )
    return "\n".join(f"{line} " if line else "\t\n" for line in lines)


@pytest.mark.parametrize("script", SCRIPTS, ids=[path.stem for path in example_scripts()])
def test_the_examples_are_formatted(script: str) -> None:
    assert formatted(script) == script


@pytest.mark.parametrize("script", example_scripts(), ids=lambda path: path.stem)
def test_an_example_however_it_is_cut(script: object) -> None:
    assert hasattr(script, "read_text")
    for text in cut_texts(Random(1), script.read_text("utf-8")[:3_000], cuts=10):
        assert_laws(text)


@settings(max_examples=60, deadline=None)
@given(real)
def test_comments_and_notes_stay_in_order(text: str) -> None:
    marks = r"(?m)^[^\S\n]*//[^\n]*|/\*[^*]*\*/|\[\[[^\]]*\]\]"
    before, after = ([" ".join(mark.replace("[[", "[[ ").replace("]]", " ]]").split()) for mark in findall(marks, one)]
                     for one in (text, formatted(text)))  # fmt: skip
    assert before == after


@settings(max_examples=60, deadline=None)
@given(real)
def test_words_stay_in_order(text: str) -> None:
    before, after = ([word for line in one.split("\n") if not line.lstrip().upper().startswith(("PAGE", "PANEL"))
                      for word in findall(r"\w+", line)] for one in (text, formatted(text)))  # fmt: skip
    assert before == after


@each_end
def test_line_ends_stay(line_end: str) -> None:
    text = SCRIPTS[0].replace("\n", line_end)
    assert formatted(text) == text
    spaced = f"{line_end}{line_end}PAGE 1{line_end}PANEL 1  {line_end}Rain."
    assert formatted(spaced) == f"PAGE 1{line_end}{line_end}PANEL 1{line_end}Rain.{line_end}"


def test_line_ends_of_several_systems_stay_where_they_are() -> None:
    assert formatted("PAGE 1\r\nPANEL 1\nRain.\rSnow.") == "PAGE 1\r\n\r\nPANEL 1\nRain.\rSnow.\r\n"


def test_a_mark_in_the_text_does_not_become_one_of_the_file() -> None:
    assert formatted("  \ufeffPAGE 1 is old.") == " \ufeffPAGE 1 is old.\n"


@pytest.mark.parametrize("text", ["", "\n", " \r\n\t\n"], ids=repr)
def test_nothing_is_nothing(text: str) -> None:
    assert formatted(text) == ""


@pytest.mark.parametrize("text", ["page 1\n/* x", "page 1\n[[ x", "page 1\npanel 1 [wide\n", "page 1 \0"], ids=repr)
def test_a_broken_script_stays_as_it_is(text: str) -> None:
    assert formatted(text) == text


def test_white_space_at_the_end_goes_where_it_means_nothing() -> None:
    text = make_messy(SCRIPTS[2], Random(3), 0.2)
    spaced = [line for line in formatted(text).split("\n") if line != line.rstrip()]
    assert not spaced
    assert formatted("PAGE 1\n\nPANEL 1\nShe reads: \n") == "PAGE 1\n\nPANEL 1\nShe reads:\n"
