"""Films are wound: a browser asks for parts of them."""

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyc.preview.ranges import part_of

if TYPE_CHECKING:
    from tests.preview.conftest import Shown


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("bytes=0-", range(10)),
        ("bytes=0-0", range(1)),
        ("bytes=3-5", range(3, 6)),
        ("bytes=3-99", range(3, 10)),
        ("bytes=-4", range(6, 10)),
        ("bytes=-99", range(10)),
    ],
)
def test_a_part_is_what_the_header_says(asked: str, part: range) -> None:
    assert part_of(asked, 10) == part


@pytest.mark.parametrize("asked", ["bytes=10-", "bytes=10-12", "bytes=-0"])
def test_there_may_be_nothing_of_a_part(asked: str) -> None:
    found = part_of(asked, 10)
    assert found is not None
    assert not found


@pytest.mark.parametrize("asked", ["", "bytes=", "bytes=-", "bytes=5-3", "bytes=0-1,3-4", "lines=0-1", "bytes=0-x"])
def test_what_is_not_understood_is_passed_over(asked: str) -> None:
    assert part_of(asked, 10) is None


@given(st.text(), st.integers(0, 100))
def test_no_header_reaches_beyond_the_file(asked: str, size_bytes: int) -> None:
    part = part_of(f"bytes={asked}", size_bytes)
    assert not part or 0 <= part.start < part.stop <= size_bytes


def test_parts_of_art_are_sent(shown: "Shown") -> None:
    address = shown.read().partition('<img src="')[2].partition('"')[0]
    whole = shown.ask(address)
    content = whole.read()
    assert whole.headers["accept-ranges"] == "bytes"
    part = shown.ask(address, range="bytes=4-9")
    assert (part.status, part.read()) == (206, content[4:10])
    assert part.headers["content-range"] == f"bytes 4-9/{len(content)}"
    assert shown.ask(address, range=f"bytes={len(content)}-").status == 416
    assert shown.ask(address, range="bytes=4-9", if_range='"of old"').status == 200
    assert shown.ask(address, range="bytes=4-9", if_range=whole.headers["etag"]).status == 206
