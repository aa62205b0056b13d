from itertools import pairwise
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from storyc.diagnostics.rendering.screen import TAB_COLUMNS, show, visible


@pytest.mark.parametrize(
    "text",
    [
        "plain ASCII",
        "稲荷屋：全角",
        "ｶﾀｶﾅ",
        "e\u0301toile, étoile",
        "👩\u200d🚀 and 👨\u200d👩\u200d👧\u200d👦",
        "👍🏽 ⛹🏽\u200d♀️ ❤️ ©️ ‼️ #️⃣ 1️⃣",
        "🇫🇷🇯🇵",
        "\ufe0f全️",
        "한국어 \u1112\u1161\u11ab",
        "مَرْحَبًا",
        "สวัสดี",
    ],
)
def test_a_line_is_as_wide_as_terminals_make_it(text: str) -> None:
    assert show(text, is_unicode=True).columns[-1] == wcswidth(text)


def test_nearly_every_character_is_as_wide_as_terminals_make_it() -> None:
    seen = [char for char in map(chr, range(0x20, 0x20000)) if category(char)[0] in "LMNPSZ" and category(char) != "Zl"]
    different = [char for char in seen if show(f"x{char}", is_unicode=True).columns[-1] != wcswidth(f"x{char}")]
    assert len(different) < 0.005 * len(seen)


def test_a_tab_takes_the_same_room_everywhere() -> None:
    assert show("\tPANEL\t1", is_unicode=True).columns[-1] == 2 * TAB_COLUMNS + len("PANEL1")


@pytest.mark.parametrize(
    ("text", "in_unicode", "in_ascii"),
    [
        ("\x1b[2Jgone", "␛[2Jgone", "<U+001B>[2Jgone"),
        ("a\x07\x7f", "a␇␡", "a<U+0007><U+007F>"),
        ("\x9b31m", "<U+009B>31m", "<U+009B>31m"),
        ("\u202egnp.exe", "<U+202E>gnp.exe", "<U+202E>gnp.exe"),
        ("a\u2028b", "a<U+2028>b", "a<U+2028>b"),
        ("\ud800", "<U+D800>", "<U+D800>"),
        ("\uffff", "<U+FFFF>", "<U+FFFF>"),
        ("👩\u200d🚀 می\u200cخواهم", "👩\u200d🚀 می\u200cخواهم", "👩\u200d🚀 می\u200cخواهم"),
    ],
)
def test_what_acts_on_a_screen_is_shown_instead(text: str, in_unicode: str, in_ascii: str) -> None:
    assert visible(text, is_unicode=True) == in_unicode
    assert visible(text, is_unicode=False) == in_ascii
    assert "".join(show(text, is_unicode=True).cells) == in_unicode


@given(st.text())
def test_nothing_shown_can_drive_a_terminal(text: str) -> None:
    for is_unicode in (True, False):
        shown = visible(text, is_unicode=is_unicode)
        assert not any(category(char) in ("Cc", "Cs", "Zl", "Zp") for char in shown)


@given(st.text())
def test_columns_never_fall_and_there_is_one_for_each_character(line: str) -> None:
    shown = show(line, is_unicode=True)
    assert len(shown.cells) == len(line) == len(shown.columns) - 1
    assert all(left <= right for left, right in pairwise(shown.columns))
