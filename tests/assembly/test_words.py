import pytest

from storyc.assembly.counting import count
from storyc.assembly.direction import text_direction
from storyc.assembly.markdown_text import file_link, inline, paragraph
from storyc.planning import Results
from storyc.storyboard import Page, Panel, Run, Speech, Storyboard, duration, reading_s


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It's not the light-house.", 4),
        ("……重い。", 2),
        ("おなか、すいた。", 6),
        ("Misakiの弁当 2", 5),
        ("…", 0),
        ("naïve café", 2),
    ],
)
def test_words_are_counted_as_editors_count_them(text: str, words: int) -> None:
    panel = Panel(1, items=(Speech(("X",), (Run(text),)),))
    board = Storyboard(pages=(Page(1, "spread", panels=(panel,)),))
    counts = count(board, Results({}, {}, is_draft=False))
    assert (counts.words, counts.pages, counts.panels, counts.pictures) == (words, 2, 1, 0)


@pytest.mark.parametrize(
    ("language", "direction"),
    [("", "ltr"), ("en", "ltr"), ("ja", "ltr"), ("ar-EG", "rtl"), ("HE", "rtl"), ("az-Arab", "rtl"), ("ar-Latn", "ltr"), ("pa_Arab_PK", "rtl")],
)  # fmt: skip
def test_text_runs_as_its_script_does(language: str, direction: str) -> None:
    assert text_direction(language) == direction


def test_markdown_escapes_no_more_than_it_must() -> None:
    assert inline("Salt & pepper: (yes), 3 - 1 = 2. It's 'fine'!") == "Salt & pepper: (yes), 3 - 1 = 2. It's 'fine'!"
    assert inline("a|b\n&lt;") == r"a\|b \&lt;"
    assert paragraph("  12. The docks.") == r"12\. The docks."
    assert paragraph("- yes") == r"\- yes"
    assert paragraph(" \n") == ""


def test_a_link_to_a_file_cannot_leave_its_brackets() -> None:
    assert file_link("", "a b)(c.png") == "a%20b%29%28c.png"
    assert file_link("..", "javascript:x") == "../javascript%3Ax"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (59.4, "59 s"), (59.6, "1 min"), (3_599, "1 h"), (3_900, "1 h 5 min"), (7_200, "2 h")],
)
def test_time_is_said_as_people_say_it(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_words_take_longer_than_a_look() -> None:
    silent = reading_s(Panel(1))
    spoken = reading_s(Panel(1, items=(Speech(("X",), (Run("It never went out, not in forty years."),)),)))
    japanese = reading_s(Panel(1, items=(Speech(("X",), (Run("なんで動いてるの？"),)),)))
    assert silent < japanese < spoken < silent + 4
