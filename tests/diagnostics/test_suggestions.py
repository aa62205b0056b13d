from difflib import SequenceMatcher
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyc.diagnostics import Vocabulary, closest

LONGEST_S = 10
"""Many times what it takes, and less than comparing everything with everything would."""
CAST = ("MARA VOSS", "TOBY", "DR. CHO", "美咲", "Zoë")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("TOBBY", "TOBY"),  # a letter too many
        ("TBY", "TOBY"),  # too few
        ("TOPY", "TOBY"),  # a wrong one
        ("TBOY", "TOBY"),  # two swapped
        ("toby", "TOBY"),  # nothing but letter case
        ("Mara Vos", "MARA VOSS"),
        ("DR CHO", "DR. CHO"),
        ("zoe", "Zoë"),
        ("美佐", "美咲"),
        ("MARA", "MARA VOSS"),  # unfinished
    ],
)
def test_a_slip_is_recognised(typed: str, meant: str) -> None:
    assert closest(typed, CAST) == meant


@pytest.mark.parametrize("typed", ["", "X", "NARRATOR", "OTTO", "MA", "grandmother"])
def test_a_different_word_is_left_alone(typed: str) -> None:
    assert closest(typed, CAST) is None


def test_the_fewest_slips_win_over_an_earlier_word() -> None:
    assert closest("lettring", ["lighting", "lettering"]) == "lettering"


def test_of_equals_the_earliest_wins() -> None:
    assert closest("cat", ["bat", "rat"]) == "bat"
    assert closest("cat", ["rat", "bat"]) == "rat"


def test_a_slip_explains_better_than_an_unfinished_word() -> None:
    assert closest("wade", ["wade through", "wide"]) == "wide"


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=5))
def test_only_a_known_word_is_ever_suggested(typed: str, known: list[str]) -> None:
    suggested = closest(typed, known)
    assert suggested is None or suggested in known


@given(st.text(min_size=2, max_size=12), st.lists(st.text(max_size=12), max_size=5))
def test_a_known_word_is_suggested_for_itself(word: str, others: list[str]) -> None:
    suggested = closest(word, [*others, word])
    assert suggested is not None
    assert suggested.casefold() == word.casefold()


@given(st.text(alphabet="abcd", min_size=3, max_size=9), st.text(alphabet="abcd", min_size=3, max_size=9))
def test_what_is_suggested_shares_letters_with_what_was_typed(typed: str, known: str) -> None:
    if closest(typed, [known]) is not None:
        assert SequenceMatcher(None, typed, known).find_longest_match().size > 0


def test_many_unknown_words_take_time_in_proportion() -> None:
    names = [f"{first}{second}{third}" for first in "ABCDEFGH" for second in "IJKLMNOP" for third in "QRSTUVWXYZ"]
    vocabulary = Vocabulary(names)
    started = process_time()
    found = [vocabulary.closest(f"{name}{number}") for name in names for number in range(80)]
    assert process_time() - started < LONGEST_S
    assert found[0] == names[0]
    assert found[-1] is None
    assert vocabulary.closest(f"{names[0]}0") == names[0]  # what was found once is known


def test_a_word_of_a_book_is_no_slip() -> None:
    assert closest("a" * 1_000_000, ["a" * 999_999, "b"]) is None
