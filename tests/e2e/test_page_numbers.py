import pytest

from storyc.cli.arguments.page_numbers import find_pages, read_pages
from storyc.errors import UsageError
from tests.semantics.conftest import board


def test_pages_in_words() -> None:
    assert read_pages("3, 5-7") == {3, 5, 6, 7}
    assert read_pages("1") == {1}


@pytest.mark.parametrize("text", ["", "a", "1-", "-2", "7-5", "0", "1,,2", "²", "1-2-3", "99999999"])
def test_what_names_no_pages(text: str) -> None:
    with pytest.raises(UsageError):
        read_pages(text)


def test_either_page_of_a_spread_is_the_spread() -> None:
    story = board("PAGE 1\nPANEL 1\nx\nPAGES 2-3\nPANEL 1\nx\nPAGE 4\nPANEL 1\nx")
    assert find_pages(read_pages("3"), story) == find_pages(read_pages("2-3"), story) == {2}
    assert find_pages(read_pages("1,4"), story) == {1, 4}


def test_a_page_that_is_not_there() -> None:
    with pytest.raises(UsageError, match="there is no page 5") as caught:
        find_pages(read_pages("2-9"), board("PAGE 1\nPANEL 1\nx\nPAGE 2\nPANEL 1\nx\nPAGES 3-4\nPANEL 1\nx"))
    assert caught.value.hint == "the last one is 4"
