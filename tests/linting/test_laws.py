"""Opinions about any script: they never fail, point into the text, come in order, and their fixes break nothing."""

from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.diagnostics import apply_fixes
from storyc.linting import choose, lint, read_settings
from storyc.project import Checked, check_sources
from storyc.text import MemoryFiles
from tests.fuzz.fragments import FRAGMENTS, cut_texts, example_scripts

NAME = "fuzz.story"
EVERY = choose(read_settings({"rules": {"words-per-balloon": {"max": 1}, "several-moments": {"max": 0}}}), ["all"])
COMMENTS = ["/* storyc: ignore */", "\n// storyc: ignore silent-run\n", "/* storyc: ignore-file unused-name, x */"]

texts = st.lists(st.sampled_from([*FRAGMENTS, *COMMENTS]), max_size=30).map("".join)


def checked(text: str) -> Checked:
    return check_sources(NAME, MemoryFiles({NAME: text.encode("utf-8", "replace")}), {})


def assert_laws(text: str) -> None:
    story = checked(text)
    if story.program is None:
        return
    said = lint(story.program, story.documents, EVERY)
    for one in said:
        for label in (one.primary, *one.labels):
            assert 0 <= label.span.start <= label.span.end <= len(story.sources[label.source].text)
    assert all(one.primary.span.start <= other.primary.span.start for one, other in pairwise(said))
    mended = apply_fixes(story.sources, said).texts
    if NAME in mended:
        assert checked(mended[NAME]).program is not None


@settings(max_examples=200, deadline=None)
@given(texts)
def test_whatever_is_written(text: str) -> None:
    assert_laws(text)


@settings(max_examples=100, deadline=None)
@given(texts)
def test_whatever_is_written_behind_a_page(text: str) -> None:
    assert_laws(f"CAST\n\nMARA: A pilot.\n\nPAGE 1\n\nPANEL 1\nMara waits.\n\n{text}")


@pytest.mark.parametrize("script", example_scripts(), ids=lambda path: path.stem)
def test_examples_however_they_are_cut(script: Path) -> None:
    for text in cut_texts(Random(1), script.read_text("utf-8"), cuts=10):
        assert_laws(text)
