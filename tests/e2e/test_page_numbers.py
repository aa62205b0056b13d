import pytest

from storyc.cli.page_numbers import read_pages
from storyc.errors import UsageError


def test_pages_in_words() -> None:
    assert read_pages("3, 5-7") == {3, 5, 6, 7}
    assert read_pages("1") == {1}


@pytest.mark.parametrize("text", ["", "a", "1-", "-2", "7-5", "0", "1,,2", "²", "1-2-3", "99999999"])
def test_what_names_no_pages(text: str) -> None:
    with pytest.raises(UsageError):
        read_pages(text)
