"""Every label in every language, and none that nobody says."""

from pathlib import Path
from re import compile as regex
from string import Formatter
from typing import get_args

import pytest

from storyc import wording
from storyc.storyboard import Action, Caption, CaptionKind, Framing, Modifier, Page, Panel, Run, Setting, Sfx, Speech
from storyc.wording import NOTE_LABELS, describe, field_name, labels_for, languages, page_name, read_line, shot_words
from storyc.wording.naming import FRAMING_LABELS, LOOK_LABELS

LONG = "Rain " * 60
ROOM = Path(wording.__file__).parent
HEAD, *ROWS = [
    line.split("\t") for line in (ROOM / "labels.tsv").read_text("utf-8").splitlines() if line and line[0] != "#"
]
PUNCTUATION = {"thousands", "colon", "comma", "aside"}
FRENCH = {row[0]: row[HEAD.index("fr")] for row in ROWS}
WIDE = {row[0]: [row[HEAD.index(tag)] for tag in ("ja", "zh-Hans", "zh-Hant")] for row in ROWS}
QUOTED = regex(r"""["']([a-z_]+)["']""")


def holes(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row[0]))
def test_every_language_has_every_label_with_the_same_parts(row: list[str]) -> None:
    assert len(row) == len(HEAD)
    assert all(row)
    assert len({frozenset(holes(cell)) for cell in row[1:]}) == 1
    assert all(cell == cell.strip() for cell in row[1:] if row[0] not in PUNCTUATION)


@pytest.mark.parametrize("label", FRENCH)
def test_french_has_a_narrow_space_before_its_high_marks(label: str) -> None:
    assert regex(r"(?<!\u202f)[:;!?]").search(FRENCH[label]) is None
    assert regex(r"[ \u00a0][:;!?]|'|\"").search(FRENCH[label]) is None


@pytest.mark.parametrize("label", WIDE)
def test_chinese_and_japanese_have_wide_marks(label: str) -> None:
    assert all(regex(r"[:;!?,()]").search(cell) is None for cell in WIDE[label] if label != "thousands")


def test_no_label_is_there_twice() -> None:
    assert len({row[0] for row in ROWS}) == len(ROWS)


def test_every_label_is_said_somewhere() -> None:
    said: set[str] = set()
    for path in ROOM.parent.rglob("*"):
        if path.suffix in {".py", ".html"}:
            said.update(QUOTED.findall(path.read_text("utf-8")))
    assert {row[0] for row in ROWS} - said == set()


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        ("en-GB", "en"),
        ("DE", "de"),
        ("pt_BR", "pt"),
        ("ja-JP", "ja"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-Hant", "zh-Hant"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hans-HK", "zh-Hans"),
        ("ar", "en"),
        ("he", "en"),
        ("", "en"),
        ("und", "en"),
        ("x-private", "en"),
    ],
)
def test_a_story_has_the_labels_of_its_language_or_english_ones(language: str, tag: str) -> None:
    labels = labels_for(language)
    assert labels.tag == tag
    assert labels.is_in(language) == (language not in {"ar", "he", "", "und", "x-private"})


def test_the_languages_are_those_of_the_table() -> None:
    assert list(languages()) == HEAD[1:] == ["en", "de", "fr", "es", "it", "pt", "ja", "ko", "zh-Hans", "zh-Hant"]


def test_numbers_and_times_are_written_as_the_language_writes_them() -> None:
    assert labels_for("de")("some_of", some=1200, all=34567) == "1.200 von 34.567"
    assert labels_for("en").number(1234567) == "1,234,567"
    assert [labels_for("ja").duration(seconds) for seconds in (6, 240, 3600, 3900)] == [
        "6秒",
        "4分",
        "1時間",
        "1時間5分",
    ]
    assert [labels_for("fr").panels(count) for count in (1, 4)] == ["1 case", "4 cases"]


def test_braces_of_a_writer_are_letters() -> None:
    assert labels_for("en")("also", names="{0} {names}") == "also {0} {names}"


def test_every_word_of_the_vocabularies_has_a_label() -> None:
    assert FRAMING_LABELS.keys() == set(get_args(Framing))
    assert LOOK_LABELS.keys() == {*get_args(Modifier), *get_args(CaptionKind)} - {""}
    said = labels_for("en")
    for words in (FRAMING_LABELS, LOOK_LABELS):
        assert [said(label) for label in words.values()] == list(words)


def test_the_fields_that_the_language_knows_are_named_and_others_are_as_written() -> None:
    assert [field_name(key, labels_for("ja")) for key in ("palette", "premise", "weather")] == [
        "色彩",
        "前提",
        "Weather",
    ]


def test_pages_and_panels_have_names() -> None:
    panel = Panel(1, framing=("wide",), inset="2", same_as="3", unknown_tags=("odd",))
    assert page_name(Page(4, "spread"), labels_for("fr")) == "Pages 4–5"
    assert page_name(Page(4), labels_for("ja")) == "4ページ"
    assert list(shot_words(panel, labels_for("de"))) == [
        "breit",
        "eingesetzt in Panel 2",
        "Ausschnitt wie Panel 3",
        "odd",
    ]


def test_lines_say_who_and_how() -> None:
    english, german = labels_for("en"), labels_for("de")
    speech = read_line(Speech(("ANN", "BOB"), (Run("Us!"),), modifiers=("off",), is_dual=True))
    caption = read_line(Caption((Run("Later."),), kind="locale"))
    spoken = read_line(Caption((Run("Later."),), character="ANN", kind="spoken"))
    sound = read_line(Sfx((Run("BANG"),), source="door"))
    assert (speech.who(german), speech.how(german)) == ("ANN & BOB", "aus dem Off, gleichzeitig")
    assert speech.written_manner == ("off", "at the same time")
    assert (caption.who(german), caption.how(german)) == ("Blocktext", "Ort und Zeit")
    assert (spoken.who(english), spoken.how(english)) == ("ANN", "caption, spoken")
    assert (sound.who(english), sound.how(english)) == ("Sound", "door")


def test_what_a_writer_says_of_a_line_stays_as_written() -> None:
    japanese = labels_for("ja")
    speech = read_line(Speech(("美咲",), (Run("…"),), modifiers=("whisper", "off"), directions=("to herself",)))
    sound = read_line(Sfx((Run("…"),), source="radio", modifiers=("small",)))
    assert speech.how(japanese) == "ささやき、画面外、to herself"
    assert speech.aside(japanese) == "（ささやき、画面外、to herself）"
    assert speech.aside(labels_for("fr")) == " (chuchoté, hors champ, to herself)"
    assert sound.how(japanese) == "radio、小さい文字"
    assert read_line(Speech(("A",), (Run("…"),))).aside(japanese) == ""


def test_every_audience_has_a_label() -> None:
    assert {labels_for("en")(label) for label in NOTE_LABELS.values()} >= {"For the artist", "Note"}


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
    assert describe(panel, labels_for("")) == alt


def test_books_have_room_for_more_of_the_prose() -> None:
    panel = Panel(1, items=(Action("MARA at the rail, squinting into the rain. " * 20),))
    assert len(describe(panel, labels_for(""))) < 60
    assert 380 < len(describe(panel, labels_for(""), is_long=True)) <= 401
