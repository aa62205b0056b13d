import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyc.storyboard import Emphasis, Panel, Run, Speech, count_words, reading_s


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("...", 0),
        ("—", 0),
        ("Forty years, and it never went out.", 7),
        ("It's a well-known song -- isn't it?", 6),
        ("No--wait. Wait…what? He...", 5),
        ("It is 3:12 a.m., or 1,000 years B.C.", 8),
        ("The sea—black—waits.", 4),
        ("line\nafter line", 3),
        ("snake_case", 1),
        ("Élan, naïveté; œuvre", 3),
        ("हिन्दी में", 2),
        ("Привет, мир", 2),
        ("안녕 세상 ㅋㅋㅋ", 3),
        ("なんで動いてるの？", 8),
        ("……重い。", 2),
        ("ｺﾞｺﾞｺﾞ・コーヒー", 10),
        ("𠮷野家", 3),
        ("Page 3 を見て", 5),
    ],
)
def test_words_are_counted_as_they_are_read(text: str, words: int) -> None:
    assert count_words(text) == words
    assert count_words((Run(text, Emphasis.BOLD),)) == words


@given(st.text(), st.text())
def test_a_space_between_two_texts_neither_makes_nor_takes_a_word(one: str, other: str) -> None:
    assert count_words(f"{one} {other}") == count_words(one) + count_words(other)


def test_more_to_read_takes_longer() -> None:
    def panel_of(text: str) -> Panel:
        return Panel(1, items=(Speech(("X",), (Run(text),)),))

    silent, few, many = (reading_s(panel_of(text)) for text in ("", "Not once.", "Not once in forty years."))
    assert silent < few < many
