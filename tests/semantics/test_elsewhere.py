"""Labels, headings and brackets as other hands write them."""

import pytest

from storyc.storyboard import Speech

from .conftest import CAST, board, check, in_panel, panel, said


@pytest.mark.parametrize(
    ("label", "here"),
    [
        ("MARA V.O.", "MARA (V.O.)"),
        ("TOBY - OFF", "TOBY (OFF)"),
        ("CAPTION - MARA", "CAPTION (MARA)"),
        ("CAPTION 2", "CAPTION"),
        ("TEXT MESSAGE", "TEXT (MESSAGE)"),
        ("1. MARA", "MARA"),
        ("2. SFX", "SFX"),
        ("3 MARA V.O.", "MARA (V.O.)"),
        ("NARRATOR", "CAPTION (narrator)"),
        ("GERÄUSCH", "SFX"),
        ("COLOURIST", "COLORIST"),
        ("MARA UND TOBY", "MARA & TOBY"),
    ],
)
def test_a_label_of_another_hand_is_put_into_ours(label: str, here: str) -> None:
    (found,) = check(f"{CAST}PAGE 1\n\nPANEL 1\n{label}: Hm.\n").diagnostics
    assert f"`{here}`" in found.helps[0]
    assert found.fixes[0].edits[0].text == here


def test_brackets_are_not_put_before_brackets() -> None:
    (found,) = check(f"{CAST}PAGE 1\n\nPANEL 1\nTEXT MESSAGE (loud sign): Hm.\n").diagnostics
    assert "TEXT (" not in "".join(found.helps)


@pytest.mark.parametrize("line", ["MARA [off]: Hm.", "mara [OFF] : Hm.", "狐［off］：Hm.", "@Mara [off]: Hm."])
def test_square_brackets_behind_a_name_are_brackets(line: str) -> None:
    (speech,) = panel(line).items
    assert isinstance(speech, Speech)
    assert speech.modifiers == ("off",)


@pytest.mark.parametrize("line", ["The sign [in red]: KEEP OUT.", "Sign [red]: KEEP OUT.", "[[so: it is]] and more."])
def test_square_brackets_in_prose_are_prose(line: str) -> None:
    assert in_panel(line) == []


def test_a_name_may_end_with_brackets() -> None:
    script = (
        "CAST\n\nc++ [dev]: x\n\nPAGE 1\n\nPANEL 1\nc++ [dev]: a\n@c++ [dev]: b\n\nc++ [dev] (off): c\n\nc++ [dev]\nd\n"
    )
    speeches = board(script).pages[0].panels[0].items
    assert [speech.speakers for speech in speeches if isinstance(speech, Speech)] == [("c++ [dev]",)] * 4


@pytest.mark.parametrize(
    ("line", "here"),
    [
        ("ページ2", "PAGE 2"),
        ("コマ１", "PANEL １"),
        ("3コマ目", "PANEL 3"),
        ("第12頁", "PAGE 12"),
        ("SEITE 4 (3 PANELS)", "PAGE 4 (3 PANELS)"),
        ("VIÑETA 2", "PANEL 2"),
        ("صفحة ٢", "PAGE ٢"),
    ],
)
def test_a_heading_of_another_language_is_put_into_ours(line: str, here: str) -> None:
    (found,) = check(f"{CAST}PAGE 1\n\nPANEL 1\nRain.\n\n{line}\nMore.\n").diagnostics
    assert (found.code.name, found.fixes[0].edits[0].text) == ("not-a-heading", here)


@pytest.mark.parametrize(
    "line", ["Seite 4 fehlt.", "Página 4. Fin.", "CASE CLOSED", "The page 2", "4 men", "Case 3: solved.", "コマが回る"]
)
def test_prose_is_no_heading_of_another_language(line: str) -> None:
    assert "not-a-heading" not in "".join(in_panel(line))


def test_quoted_speech_is_noticed_where_the_name_is_known() -> None:
    assert in_panel("狐「おなか、すいた」\n\n雨「ざあざあ」\n\n狐は「いいえ」") == [
        "looks-like-dialogue 1:1 狐「おなか、すいた」"
    ]


def test_an_unknown_name_right_under_a_speech_is_noticed() -> None:
    assert in_panel("MARA: Here.\nDog: No.") == ["looks-like-dialogue 2:1 Dog"]
    assert in_panel("MARA: Here\nlisten: no.") == []


def test_a_direction_of_several_words_is_nothing_unusual() -> None:
    assert in_panel("MARA (to herself): Hm.") == []
    assert in_panel("MARA (off pannel): Hm.") == ["unknown-modifier 1:7 off pannel"]
    assert in_panel("MARA (aloud): Hm.") == ["unknown-modifier 1:7 aloud"]


def test_a_look_may_stand_before_its_character() -> None:
    story = board("CAST\n\nNELL / 1987 (young Nell): x\n\nNELL: y\n\nPAGE 1\n\nPANEL 1\nYoung Nell.\n")
    assert story.pages[0].panels[0].cast == ("NELL / 1987",)


def test_arabic_commas_separate() -> None:
    story = board("CAST\n\nالكابتن يوسف (يوسف، القبطان): x\n\nPAGE 1\n\nPANEL 1 [wide، tall]\nيوسف هنا.\n")
    assert story.pages[0].panels[0].cast == ("الكابتن يوسف",)
    assert story.pages[0].panels[0].framing == ("wide", "tall")


@pytest.mark.parametrize("dash", "-‐–—―−－")
def test_every_dash_stands_before_the_time(dash: str) -> None:
    setting = board(f"LOCATIONS\n\n坂道: x\n\nPAGE 1\n\nEXT. 坂道 {dash} 朝\n\nPANEL 1\nx\n").pages[0].panels[0].setting
    assert setting is not None
    assert (setting.location, setting.time) == ("坂道", "朝")


def test_a_title_page_that_begins_with_no_key_is_noticed() -> None:
    assert said("Titel: Regen\nAuthor: A\n\nPAGE 1\n\nPANEL 1\nx\n")[0] == "unknown-title-key 1:1 Titel"
    assert said("Written by: A\nTitle: Regen\n\nPAGE 1\n\nPANEL 1\nx\n")[0] == "unknown-title-key 1:1 Written by"
    assert said("Once: a king.\n\nPAGE 1\n\nPANEL 1\nx\n") == ["text-outside-page 1:1 Once: a king."]


def test_a_page_called_by_its_trade_name_is_a_spread() -> None:
    story = board("PAGES 2-3 (DOUBLE-PAGE SPREAD)\n\nPANEL 1\nx\n\nPAGE 4 [dps]\n\nPANEL 1\nx\n")
    assert [page.kind for page in story.pages] == ["spread", "spread"]


def test_unknown_tags_are_carried_on() -> None:
    story = board("PAGE 1 [moody, layot: x]\n\nEXT. PIER - NIGHT [rainy]\n\nPANEL 1 [dutch]\nx\n")
    page, setting = story.pages[0], story.pages[0].panels[0].setting
    assert setting is not None
    assert (page.unknown_tags, setting.unknown_tags) == (("moody", "layot: x"), ("rainy",))


def test_numbers_with_a_full_stop() -> None:
    script = (
        "PAGE 1\n\nPANEL 1.9\nx\n\nPANEL 1.10: y\n\nPANEL 2.5 men walk\n\nPAGE 1.5 (1 panel)\n\nPANEL [same as 1]\nx\n"
    )
    first, second = board(script).pages
    assert ([panel.label for panel in first.panels], second.label) == (["1.9", "1.10", "2"], "1.5")
    assert said(script) == []


def test_a_range_that_runs_backwards_is_turned() -> None:
    for written, turned in (("25-24", "24-25"), ("FIVE & FOUR", "FOUR & FIVE")):
        found = check(f"PAGES {written}\n\nPANEL 1\nx\n").diagnostics[0]
        assert (found.code.name, found.fixes[0].edits[0].text) == ("page-range", turned)


@pytest.mark.parametrize("entry", ["[[x]] (y)", "[[x]]: y", "/* x */ (y): z", "[[x]]:\n    age: 7", ": y", "：y"])
@pytest.mark.parametrize("block", ["CAST", "LOCATIONS", "PROPS", "STYLE", "STORY", "CONSTRAINTS"])
def test_an_entry_without_a_name_is_noticed(block: str, entry: str) -> None:
    checked = check(f"{block}\n\n{entry}\n\nPAGE 1\n\nPANEL 1\nRain.\n")
    assert [found.code.name for found in checked.diagnostics] == ["nameless-entry"]
    assert checked.program is not None
    program = checked.program
    assert (*program.cast, *program.locations, *program.style, *program.story, *program.constraints) == ()


@pytest.mark.parametrize("entry", ["() y", "[[a note]]", "[[a note]] /* and more */", "[[x]] NELL: y", "NELL [[x]]: y"])
def test_a_note_beside_a_name_is_nothing_unusual(entry: str) -> None:
    assert not check(f"CAST\n\n{entry}\n\nPAGE 1\n\nPANEL 1\nRain.\n").diagnostics


def test_a_note_before_a_colon_can_be_made_whole() -> None:
    (found,) = check("CAST\n\n[[ the captain ]]: tall\n\nPAGE 1\n\nPANEL 1\nRain.\n").diagnostics
    assert [edit.text for edit in found.fixes[0].edits] == ["[[the captain: tall]]"]


@pytest.mark.parametrize(
    ("line", "here"),
    [
        ("STRIP 1", "PAGE 1"),
        ("STRIP TWO (3 panels)", "PAGE TWO (3 panels)"),
        ("PG. 4", "PAGE 4"),
        ("SPREAD 2-3", "PAGES 2-3"),
        ("SPREAD 2", "PAGE 2 [spread]"),
        ("SPLASH PAGE 3", "PAGE 3 [splash]"),
        ("FRAME 3a", "PANEL 3a"),
        ("TIER 2", "// TIER 2"),
        ("ROW 1", "// ROW 1"),
        ("SCENE 4", "# SCENE 4"),
        ("CHAPTER II", "# CHAPTER II"),
        ("KAPITEL 3", "# KAPITEL 3"),
        ("第2話", "# 第2話"),
    ],
)
def test_what_stories_are_divided_into_elsewhere_is_put_into_ours(line: str, here: str) -> None:
    in_text = check(f"{CAST}PAGE 1\n\nPANEL 1\nRain.\n\n{line}\n\nMore.\n").diagnostics
    in_cast = check(f"{CAST}{line}\n\nPAGE 1\n\nPANEL 1\nRain.\n").diagnostics
    for found in (in_text, in_cast):
        assert [(one.code.name, one.fixes[0].edits[0].text) for one in found] == [("not-a-heading", here)]


def test_a_wordless_entry_called_like_a_heading_is_nobody_and_one_with_words_is_somebody() -> None:
    script = "CAST\n\n{}\n\nPAGE 1\n\nPANEL 1\nRain.\n"
    wordless, described = check(script.format("STRIP 1")).program, check(script.format("FRAME 7: A robot.")).program
    assert wordless is not None
    assert described is not None
    assert (wordless.cast, [one.name for one in described.cast]) == ((), ["FRAME 7"])


@pytest.mark.parametrize(
    "line", ["STRIP LIGHTS HUM", "ROW OF HOUSES", "ROW 12 IS EMPTY", "Row 12", "ACT NATURAL", "TIER"]
)
def test_prose_is_none_of_them(line: str) -> None:
    assert "not-a-heading" not in "".join(in_panel(f"Rain.\n\n{line}\n\nMore."))


def test_a_label_that_is_a_heading_elsewhere_is_one_here() -> None:
    (found,) = check(f"{CAST}PAGE 1\n\nPANEL 1\nRain.\n\nFRAME 2: More rain.\n").diagnostics
    assert (found.code.name, found.fixes[0].edits[0].text) == ("unknown-character", "PANEL 2")
