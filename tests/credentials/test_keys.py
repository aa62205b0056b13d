"""What is a key, and how little of it is shown."""

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.pretty import Pretty

from storyc.credentials import Key, read_key

KEYS = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=60)
SPACES = st.text("\t\r\n \x0b\x0c\u00a0\u2003\u3000\u2028", max_size=4)


@given(KEYS, SPACES, SPACES)
def test_a_key_is_found_between_any_spaces(key: str, before: str, after: str) -> None:
    assert read_key(f"{before}{key}{after}") == key
    assert read_key(f"\ufeff{key}\r\n") == key


@given(KEYS, KEYS, st.text("\t\n \u3000\x00\x1b\u200bé", min_size=1, max_size=3))
def test_what_holds_more_is_no_key(one: str, other: str, between: str) -> None:
    assert read_key(f"{one}{between}{other}") is None


@pytest.mark.parametrize("text", ["", " \u3000\r\n", "\ufeff", "k" * 4_097, "ｓｋ－ｋｅｙ", "sk-\udcff"])
def test_no_key(text: str) -> None:
    assert read_key(text) is None


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=12, max_size=60))
def test_a_key_shows_its_last_four_characters(secret: str) -> None:
    key = Key(secret, "environment", "LLAMAGEN_API_KEY")
    screen = StringIO()
    Console(file=screen, width=200).print(Pretty(key))
    assert key.masked == f"***{secret[-4:]}"
    for shown in (repr(key), f"{key}", screen.getvalue()):
        assert secret not in shown


def test_a_short_key_shows_nothing() -> None:
    assert Key("sk-paid", "environment", "LLAMAGEN_API_KEY").masked == "***"
