import pytest

from tests.linting.conftest import Opinions

CAST = "CAST\n\nMARA VOSS (Mara): A pilot.\n\nTOBY: A boy.\n\nNELL: White hair.\n\nNELL / 1987 (young Nell): Dark plait.\n\n"


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("ANN:", 1),
        ("ANN:\n    age: 11\n    role: cook", 1),
        ("ANN: Tall.", 0),
        ("ANN:\n    dress: a red coat", 0),
        ("ANN:\n    ref: https://example.com/ann.png", 0),
    ],
)
def test_whoever_is_drawn_is_described(opinions: Opinions, entry: str, found: int) -> None:
    assert len(opinions(f"CAST\n\n{entry}\n\nPAGE 1\n\nPANEL 1\nAnn waits.\n", "undescribed-character")) == found


def test_a_voice_needs_no_face(opinions: Opinions) -> None:
    assert not opinions("CAST\n\nANN:\n\nPAGE 1\n\nPANEL 1\nRain.\n\nANN (off): Hello.\n", "undescribed-character")


@pytest.mark.parametrize(
    ("panels", "found"),
    [
        (["PANEL 1\nNell.", "PANEL 2 [NELL: 1987]\nNell."], 1),
        (["PANEL 1\nNell.", "PANEL 2\nYoung Nell."], 1),
        (["PANEL 1\nNell.", "PANEL 2 [flashback, NELL: 1987]\nNell.", "PANEL 3\nNell."], 0),
        (["PANEL 1\nNell.", "INT. DESK - 1987\n\nPANEL 2 [NELL: 1987]\nNell."], 0),
        (["PANEL 1\nNell.", "PANEL 2\nNell looks at young Nell.", "PANEL 3\nNell."], 0),
        (["PANEL 1 [NELL: 1987]\nNell.", "PANEL 2 [NELL: 1987]\nNell."], 0),
    ],
)
def test_nobody_changes_inside_a_scene(opinions: Opinions, panels: list[str], found: int) -> None:
    script = f"{CAST}PAGE 1\n\nINT. DESK - NIGHT\n\n" + "\n\n".join(panels) + "\n"
    assert len(opinions(script, "look-change")) == found


def test_without_a_slugline_nobody_knows_where_a_scene_ends(opinions: Opinions) -> None:
    assert not opinions(f"{CAST}PAGE 1\n\nPANEL 1\nNell.\n\nPANEL 2 [NELL: 1987]\nNell.\n", "look-change")


@pytest.mark.parametrize(
    ("panel", "found"),
    [
        ("Mara at the rail.\n\nTOBY: Hello.", 1),
        ("Rain on the harbour.\n\nTOBY: Hello.", 1),
        ("Mara at the rail.\n\nMARA & TOBY: Hello.", 1),
        ("Toby at the rail.\n\nTOBY: Hello.", 0),
        ("Her hand on the lamp.\n\nMARA: Hello.", 0),
        ("Mara looks at them.\n\nTOBY: Hello.", 0),
        ("Mara at the rail.\n\nTOBY (off): Hello.", 0),
        ("Mara at the rail.\n\nTOBY (radio): Hello.", 0),
        ("Mara at the rail.\n\nTOBY (thought): Hello.", 0),
        ("TOBY: Hello.", 0),
        ("Mara at the rail.\n\nCAPTION (TOBY): Hello.", 0),
    ],
)
def test_who_speaks_is_named_in_the_scene(opinions: Opinions, panel: str, found: int) -> None:
    assert len(opinions(f"{CAST}PAGE 1\n\nEXT. PIER - NIGHT\n\nPANEL 1\n{panel}\n", "unseen-speaker")) == found


def test_who_was_named_in_the_place_before_is_there(opinions: Opinions) -> None:
    script = (
        f"{CAST}PAGE 1\n\nEXT. PIER - NIGHT\n\nPANEL 1\nToby and Mara.\n\nINT. HUT - NIGHT\n\nPANEL 2\nRain.\n\n"
        "EXT. PIER - NIGHT\n\nPANEL 3\nMara turns.\n\nTOBY: Hello.\n"
    )
    assert not opinions(script, "unseen-speaker")


@pytest.mark.parametrize(("name", "prose"), [("MARA VOSS", "Mara at the rail."), ("THE OLD MAN", "A man and a dog.")])
def test_a_part_of_a_name_is_enough(opinions: Opinions, name: str, prose: str) -> None:
    script = f"CAST\n\n{name}: Tall.\n\nTOBY: A boy.\n\nPAGE 1\n\nPANEL 1\n{prose}\n\n{name}: Hello.\n"
    assert not opinions(script, "unseen-speaker")


def test_a_description_that_may_be_in_any_language_says_nothing(opinions: Opinions) -> None:
    script = "CAST\n\nTOBY: Ein Junge.\n\nPAGE 1\n\nPANEL 1\nEr lehnt am Tor.\n\nTOBY: Hallo.\n"
    assert not opinions(script, "unseen-speaker")
    assert opinions(f"Title: A\nLanguage: en\n\n{script}", "unseen-speaker")


def test_other_languages_have_other_pronouns(opinions: Opinions) -> None:
    script = "Title: 狐\nLanguage: ja\n\nCAST\n\n狐: 子狐。\n\nPAGE 1\n\nPANEL 1\n金色の目がのぞく。\n\n狐: おなか、すいた。\n"
    assert not opinions(script, "unseen-speaker")


def test_a_plan_has_so_many_characters(opinions: Opinions) -> None:
    script = f"{CAST}PAGE 1\n\nPANEL 1\nMara and Toby.\n\nPANEL 2\nNell.\n"
    (said,) = opinions(script, "plan-characters", most=2)
    assert said.helps == ("they are `MARA VOSS`, `TOBY`, `NELL`",)
    assert not opinions(f"Title: Rain\nLayout: panels\n\n{script}", "plan-characters", most=2)
