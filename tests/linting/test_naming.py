import pytest

from storyc.diagnostics import apply_fixes
from storyc.text import Source
from tests.linting.conftest import MAIN, Opinions

DECLARED = """\
CAST

MARA VOSS (Mara): A pilot.

MARA VOSS / YOUNG (little Mara): A girl.

LOCATIONS

THE PIER (the mole): Of wood.

PROPS

LAMP: Of tin.

DEFINE shop = Rose

# Act

"""
NAMES = ["MARA VOSS", "MARA VOSS / YOUNG", "THE PIER", "LAMP", "shop"]


def unused(opinions: Opinions, body: str) -> list[str]:
    return [said.message.split("`")[1] for said in opinions(f"{DECLARED}{body}", "unused-name")]


@pytest.mark.parametrize(
    ("body", "used"),
    [
        ("PAGE 1\n\nPANEL 1\nRain.\n", []),
        ("PAGE 1\n\nPANEL 1\nMara lifts the lamp.\n", ["MARA VOSS", "LAMP"]),
        ("PAGE 1\n\nPANEL 1\nRain.\n\nMARA (off): Hello.\n", ["MARA VOSS"]),
        ("PAGE 1\n\nPANEL 1\nRain.\n\nCAPTION (MARA): Hello.\n", ["MARA VOSS"]),
        ("PAGE 1\n\nPANEL 1\nLittle Mara, six.\n", ["MARA VOSS", "MARA VOSS / YOUNG"]),
        ("PAGE 1\n\nEXT. THE MOLE - DAY\n\nPANEL 1\nRain.\n", ["THE PIER"]),
        ("PAGE 1\n\nAll of it on the mole.\n\nPANEL 1\nRain.\n", ["THE PIER"]),
        ("PAGE 1\n\nPANEL 1 [MARA: YOUNG]\nRain.\n", ["MARA VOSS", "MARA VOSS / YOUNG"]),
        ("PAGE 1\n\nPANEL 1\nThe {{ shop }}.\n", ["shop"]),
        ("PAGE 1\n\nPANEL 1\nRain.\n\nCLIP turn\n\nThe lamp turns.\n", ["LAMP"]),
    ],
)
def test_names_are_used_or_told_of(opinions: Opinions, body: str, used: list[str]) -> None:
    assert set(unused(opinions, body)) == set(NAMES) - set(used)


def test_a_story_without_pages_uses_nothing_yet(opinions: Opinions) -> None:
    assert not unused(opinions, "CLIP turn\n\nRain falls.\n")


def test_an_unused_name_can_be_taken_out(opinions: Opinions) -> None:
    script = (
        "CAST\n\nTOBY: A boy,\n    with a torch.\n    age: 11\n    // who was he?\n\n\nMARA: A pilot.\n\nDEFINE shop = Rose\n\n"
        "PAGE 1\n\nPANEL 1\nMara waits.\n"
    )
    said = opinions(script, "unused-name")
    assert not apply_fixes({MAIN: Source(MAIN, script)}, said).texts
    mended = apply_fixes({MAIN: Source(MAIN, script)}, said, unsafe=True)
    assert mended.texts[MAIN] == ("CAST\n\n    // who was he?\n\n\nMARA: A pilot.\n\nPAGE 1\n\nPANEL 1\nMara waits.\n")


def test_names_of_another_file_are_told_of_there(opinions: Opinions) -> None:
    script = "INCLUDE cast\n\nPAGE 1\n\nPANEL 1\nRain.\n"
    (said,) = opinions(script, "unused-name", cast="CAST\n\nTOBY: A boy.\n")
    assert said.primary.source == "cast.story"


@pytest.mark.parametrize(("panels", "found"), [(1, ["MARA", "LAMP"]), (2, [])])
def test_names_for_one_panel(opinions: Opinions, panels: int, found: list[str]) -> None:
    body = "".join(f"PANEL {number}\nMara lifts the lamp.\n\n" for number in range(1, panels + 1))
    said = opinions(f"CAST\n\nMARA: A pilot.\n\nPROPS\n\nLAMP: Of tin.\n\nPAGE 1\n\n{body}", "once-used-name")
    assert [one.message.split("`")[1] for one in said] == found
