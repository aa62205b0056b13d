"""What holds for any text whatever, in any dialect."""

import re
from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.diagnostics import Diagnostic
from storyc.importing import DIALECTS, detect, import_text
from storyc.project import check_sources
from storyc.text import MemoryFiles
from tests.fuzz.fragments import FRAGMENTS

FOREIGN = (
    "\nMARA\n", "\nTOM: ", "\nFox: ", "[Panels]\n", "[Characters]\n- ", "[Story]\nPlace: X: y\n", "1. Action: ",
    'Dialogue: A: "x"', "Objective: inset in panel 1", "Page 1: 2 panels", "@ fox\n", "## ", "# ", "### ", "- ", "> ",
    "* BAM (x)", "[3]", "---", "===", "(beat)\n", "~la", "^", "PAGE TWO\n", "\nPANEL 2: ", "\n**PAGE 1**\n",
    "Mara/whisper: ", "CHARACTERS\n\n", "FOX - a fox\n", "p\n", "P\n", "\nFADE IN:\n\n", "INT. X [MARA: 1984]\n",
    "CAPTION\n", "NOTE: ", "\n\n  \n", "SILENT", "NOTES:", "MARA FOX - 34, tall\n", "MARA FOX: ", "\n美咲「重い」", "ＳＥ：", "~\n", "\u00a0", "MARA CAPTION: ", "１コマ\n",
)  # fmt: skip
LONGEST_S = 5
"""Many times what all dialects take, and less than one that looks at such a run from each of its characters."""
WORDS = st.integers(0, 999).map("word{}".format)
pieces = st.sampled_from((*FRAGMENTS, *FOREIGN)) | WORDS
texts = st.lists(pieces, max_size=30).map("".join) | st.text()
dialects = st.sampled_from(sorted(DIALECTS))


def words(text: str) -> set[str]:
    return set(re.findall(r"word\d+", text.casefold()))


@settings(max_examples=400, deadline=None)
@given(texts, dialects, st.integers(1, 20))
def test_any_text_becomes_a_story_without_errors(text: str, dialect: str, panels_per_page: int) -> None:
    story = import_text(text, dialect, panels_per_page=panels_per_page).text
    checked = check_sources("imported.story", MemoryFiles({"imported.story": story.encode()}), {})
    assert not [said.message for said in checked.diagnostics if said.is_error], story


@settings(max_examples=400, deadline=None)
@given(texts, dialects)
def test_no_word_is_lost_without_being_told(text: str, dialect: str) -> None:
    imported = import_text(text, dialect)
    told = " ".join(one.text for one in imported.findings)
    assert words(text) <= words(imported.text) | words(told)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        WORDS | st.sampled_from(["\n", "\n\n", " ", "MARA\n", "MARA: ", "PAGE 1\n", "PANEL 1\n", ". ", "(off) "])
    ).map("".join)
)
def test_plain_words_stand_in_the_story(text: str) -> None:
    for dialect in ("fountain", "comic"):
        assert words(text) <= words(import_text(text, dialect).text)


@settings(max_examples=100, deadline=None)
@given(texts)
def test_any_text_seems_to_be_something(text: str) -> None:
    scores = detect(text)
    assert scores[0].dialect in DIALECTS
    assert [score.points for score in scores] == sorted((score.points for score in scores), reverse=True)


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("nothing", ["", "\n", " \n\n\t"])
def test_nothing_is_one_empty_panel(dialect: str, nothing: str, errors: Callable[[str], list[Diagnostic]]) -> None:
    story = import_text(nothing, dialect).text
    assert story == "PAGE 1\n\nPANEL 1\n"
    assert not errors(story)


@pytest.mark.slow
@pytest.mark.parametrize(
    "line", ["MARA{}: Hi.", "MARA{}\nHi.", "EXT. PIER{}- NIGHT", "PANEL 1 [wide{}low]", "{}", "Rain{}falls."]
)
def test_no_run_of_white_space_takes_long(line: str) -> None:
    text = f"PAGE 1\n\nPANEL 1\n\n{line.format(' ' * 60_000)}\n"
    started = process_time()
    for dialect in DIALECTS:
        import_text(text, dialect)
    assert process_time() - started < LONGEST_S
