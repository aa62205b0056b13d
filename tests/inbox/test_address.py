"""The address that the service is given."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyc.inbox import callback_url
from storyc.inbox.address import read_unit_key
from storyc.wire import CreateComic
from tests.inbox.letters import UNIT


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://hooks.test", f"https://hooks.test/?unit={UNIT}"),
        ("https://hooks.test/storyc", f"https://hooks.test/storyc?unit={UNIT}"),
        ("https://hooks.test/storyc?", f"https://hooks.test/storyc?unit={UNIT}"),
        ("http://127.0.0.1:8/a%20b/?token=x%26y&z", f"http://127.0.0.1:8/a%20b/?token=x%26y&z&unit={UNIT}"),
        ("https://hooks.test/?unit=7", f"https://hooks.test/?unit=7&unit={UNIT}"),
    ],
)
def test_a_unit_joins_what_is_there(url: str, expected: str) -> None:
    assert callback_url(url, UNIT) == expected
    assert CreateComic(prompt="x", callback_url=expected).callback_url == expected


@given(
    query=st.lists(st.tuples(st.text(), st.text()), max_size=4),
    path=st.text(alphabet="ab/%2F."),
    key=st.text(alphabet="0123456789abcdef", min_size=64, max_size=64),
)
def test_a_unit_is_found_again(query: list[tuple[str, str]], path: str, key: str) -> None:
    own = "&".join(f"{name.encode().hex()}={value.encode().hex()}" for name, value in query)
    made = urlsplit(callback_url(f"https://hooks.test:8443/{path}?{own}", key))
    assert read_unit_key(made.query) == key
    assert (made.scheme, made.netloc, made.path, made.fragment) == ("https", "hooks.test:8443", f"/{path}", "")
    assert parse_qsl(made.query)[:-1] == parse_qsl(own)


@pytest.mark.parametrize("query", ["", "unit=", "unit", f"unit={UNIT[1:]}", f"unit={UNIT.upper()}", f"unit={UNIT}0", f"Unit={UNIT}", f"unit={UNIT}%0A"])  # fmt: skip
def test_what_is_no_unit_is_none(query: str) -> None:
    assert read_unit_key(query) == ""
