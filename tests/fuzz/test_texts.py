from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.text import Source
from tests.fuzz.fragments import FRAGMENTS, cut_texts, example_scripts, random_texts
from tests.fuzz.laws import NAME, assert_compiles, assert_lossless

texts = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join)


@settings(max_examples=300, deadline=None)
@given(texts | st.text())
def test_a_tree_has_all_of_a_text_in_its_order(text: str) -> None:
    assert_lossless(Source(NAME, text))


@pytest.mark.parametrize("script", example_scripts(), ids=lambda path: path.stem)
def test_a_tree_has_all_of_an_example_however_it_is_cut(script: Path) -> None:
    for text in cut_texts(Random(1), script.read_text("utf-8"), cuts=20):
        assert_lossless(Source(NAME, text))


def test_random_texts_go_through_all_that_runs_offline() -> None:
    for text in random_texts(Random(1), count=300):
        assert_compiles(text)
