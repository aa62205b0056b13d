import pytest

from storyc.assembly.alt import describe
from storyc.assembly.counting import count
from storyc.assembly.direction import text_direction
from storyc.assembly.markdown_text import file_link, inline, paragraph
from storyc.planning import Results
from storyc.storyboard import Action, Page, Panel, Run, Setting, Speech, Storyboard, duration, reading_s

LONG = "Rain " * 60


@pytest.mark.parametrize(
    ("panel", "alt"),
    [
        (Panel(1, items=(Action("MARA at the rail, squinting into the rain. More."),)), "MARA at the rail, squinting into the rain."),
        (Panel(1, items=(Action("Rain."), Action("The harbour at night, from above."))), "Rain. The harbour at night, from above."),
        (Panel(1, items=(Action("夕暮れの商店街。提灯が灯りはじめる。看板には「稲荷屋」とある。人が多い。"),)), "夕暮れの商店街。提灯が灯りはじめる。看板には「稲荷屋」とある。"),
        (Panel(1, items=(Action(LONG),)), LONG[:199].strip() + "…"),
        (Panel(1, items=(Action("海" * 300),)), "海" * 200 + "…"),
        (Panel(1, cast=("MARA",), framing=("wide",), setting=Setting("EXT. PIER")), "MARA. wide. EXT. PIER"),
        (Panel(7), "Panel 7"),
    ],
)  # fmt: skip
def test_alternative_text_is_the_beginning_of_the_prose(panel: Panel, alt: str) -> None:
    assert describe(panel) == alt


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
