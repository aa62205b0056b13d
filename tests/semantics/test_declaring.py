"""Blocks, entries, names, looks and definitions."""

from collections.abc import Mapping

import pytest

from storyc.lowering import lower
from storyc.project import check_sources
from storyc.storyboard import Action
from storyc.text import MemoryFiles
from tests.semantics.conftest import board, check, said

END = "\n\nPAGE 1\n\nPANEL 1\nRain.\n"


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ("CAST\n\nMARA: x\n\nMARA: y", ["duplicate-name 5:1 MARA"]),
        ("CAST\n\nMARA: x\n\nmara: y", ["duplicate-name 5:1 mara"]),
        ("CAST\n\nMARA (Cap): x\n\nTOBY (cap): y", ["duplicate-name 5:7 cap"]),
        ("CAST\n\nMARA (Ma): x\n\nMA: y", ["duplicate-name 5:1 MA"]),
        ("CAST\n\nMARA (Mara, MARA, mara): x", []),
        ("LOCATIONS\n\nTHE PIER (pier): x\n\nPIER: y", ["duplicate-name 5:1 PIER"]),
        ("CAST\n\nMARA: x\n\nPROPS\n\nMARA'S LAMP: y", []),
        ("CAST\n\nSFX: x", ["reserved-name 3:1 SFX"]),
        ("CAST\n\nEditor: x", ["reserved-name 3:1 Editor"]),
        ("CAST\n\nTHE EDITOR: x", []),
        ("CAST\n\nEUGENE / old: x", ["unknown-character 3:1 EUGENE"]),
        ("CAST\n\nEUGENE: x\n\nEUGENE / old: y\n\neugene/OLD: z", ["duplicate-name 7:1 eugene/OLD"]),
        ("CAST\n\nMARA: x\n    persona: y", ["unknown-field 4:5 persona"]),
        ("CAST\n\nMARA: x\n    age: 5\n    age: 6", ["duplicate-field 5:5 age"]),
        ("CAST\n\nMARA: x\n    age: old", ["bad-value 4:10 old"]),
        ("CAST\n\nMARA: x\n    age: 151", ["bad-value 4:10 151"]),
        ("CAST\n\nMARA: x\n    age: 0", []),
        ("CAST\n\nMARA: x\ntall", ["unindented-continuation 4:1 tall"]),
        ("CAST\n\n    MARA: x", ["indented-entry 3:5 MARA: x"]),
        ("CAST\n\nANN - a girl", ["no-colon 3:1 ANN - a girl"]),
        ("CAST\n\nANN – a girl", ["no-colon 3:1 ANN – a girl"]),
        ("CAST\n\nJEAN-LUC", []),
        ("CAST:\n", ["not-a-heading 1:1 CAST:"]),
        ("cast\n", ["not-a-heading 1:1 cast"]),
        ("CAST\n\nMARA: x\n\nLOCATIONS:\n\nTHE PIER: y", ["not-a-heading 5:1 LOCATIONS:"]),
        ("CAST\n\nMARA: x\n\nStyle\n\nart: ink", ["not-a-heading 5:1 Style"]),
        ("DEFINE a = 1\nDEFINE a = 2", ["duplicate-name 2:8 a"]),
        ("DEFINE = 1", ["bad-value 1:1 DEFINE = 1"]),
        ("DEFINE a = {{a}}", ["endless-definition 1:8 a"]),
        ("DEFINE a = {{b}}\nDEFINE b = {{c}}\nDEFINE c = {{a}}", ["endless-definition 3:8 c"]),
        ("Once upon a time.\nIt rained.\n\nMore.", ["text-outside-page 1:1 Once upon a time.\nIt rained.", "text-outside-page 4:1 More."]),
        ("// remark\n\n= synopsis\n\n[[note]]", []),
    ],
)  # fmt: skip
def test_what_is_said(script: str, found: list[str]) -> None:
    assert said(script + END) == found


def test_a_definition_that_doubles_sixty_times_is_an_error_and_no_bomb() -> None:
    doubling = "".join(f"DEFINE a{number} = {{{{a{number + 1}}}}}{{{{a{number + 1}}}}}\n" for number in range(60))
    found = said(f"{doubling}DEFINE a60 = {'x' * 100}\n\nPAGE 1\n\nPANEL 1\n{{{{a0}}}}\n")
    assert found == ["endless-definition 54:8 a53"]


def test_entries() -> None:
    story = board(
        """\
        CAST

        MARA VOSS (Mara, the Captain): Harbour pilot,
            tall. [[or short?]]
            age: 34
            clothes: a jacket
                that is oil-stained
            ref: https://example.com/a.png
            ref: https://example.com/b.png
        Rudder in hand.

        MARA VOSS / young (little Mara):
            age: 9

        LOCATIONS
        THE PIER: Wood.

        STYLE
        art: ink
        and wash
        a mood

        STORY
        premise: It goes
            out.

        PAGE 1

        PANEL 1
        Rain.
        """
    )
    mara, young = story.cast
    assert (mara.name, mara.aliases) == ("MARA VOSS", ("Mara", "the Captain"))
    assert mara.description == "Harbour pilot, tall. Rudder in hand."
    assert (mara.age, mara.dress) == (34, "a jacket that is oil-stained")
    assert [one.target for one in mara.references] == ["https://example.com/a.png", "https://example.com/b.png"]
    assert (young.name, young.age, young.dress) == ("MARA VOSS / young", 9, "a jacket that is oil-stained")
    assert young.description == mara.description
    assert young.references == mara.references
    assert story.locations[0].description == "Wood."
    assert story.style == (("art", "ink and wash a mood"),)
    assert story.story == (("premise", "It goes out."),)


def values(script: str, data: Mapping[str, str]) -> str:
    checked = check_sources("main.story", MemoryFiles({"main.story": script.encode()}), data)
    assert checked.program is not None, checked.diagnostics
    panel = lower(checked.program).pages[0].panels[0]
    return " ".join(item.text for item in panel.items if isinstance(item, Action))


def test_definitions_are_put_in_everywhere() -> None:
    story = board(
        """\
        Title: The {{ship}}

        DEFINE ship = the {{name}}
        DEFINE name = *Rose*

        CAST

        MARA: Captain of {{ship}}.

        PAGE 1

        EXT. {{ship}} - NIGHT

        PANEL 1
        On {{ ship }}. \\{{ship}}

        MARA: {{ship}}!
        """
    )
    panel = story.pages[0].panels[0]
    assert story.credits.title == "The the *Rose*"
    assert story.cast[0].description == "Captain of the *Rose*."
    assert panel.setting is not None
    assert panel.setting.place == "the *Rose*"
    assert isinstance(panel.items[0], Action)
    assert panel.items[0].text == "On the *Rose*. {{ship}}"


def test_what_the_build_gives_wins_and_is_taken_as_it_is() -> None:
    script = "DEFINE who = nobody\n\nPAGE 1\n\nPANEL 1\nFor {{who}}.\n"
    assert values(script, {}) == "For nobody."
    assert values(script, {"who": "Ann"}) == "For Ann."
    assert values(script, {"who": "{{who}} {{else}}"}) == "For {{who}} {{else}}."


def test_what_the_build_gives_reaches_sluglines() -> None:
    script = "PAGE 1\n\nEXT. {{town}} - DAY\n\nPANEL 1\nRain.\n"
    checked = check_sources("main.story", MemoryFiles({"main.story": script.encode()}), {"town": "Ansel"})
    assert checked.program is not None
    setting = lower(checked.program).pages[0].panels[0].setting
    assert setting is not None
    assert setting.place == "Ansel"


def test_looks_hold_where_they_are_chosen() -> None:
    story = board(
        """\
        CAST

        NELL: x

        NELL / 1987 (young Nell): y

        NELL / 1960: z

        PAGE 1 [Nell: 1987]

        PANEL 1
        Nell.

        PANEL 2 [nell: 1960]
        Nell and young Nell.

        EXT. HOUSE - DAY [NELL: 1960]

        PANEL 3
        Nell.

        NELL: Hello.

        PAGE 2

        INT. HOUSE - DAY

        PANEL 1
        Nell.
        """
    )
    panels = [panel for page in story.pages for panel in page.panels]
    assert [panel.cast for panel in panels] == [
        ("NELL / 1987",), ("NELL / 1960", "NELL / 1987"), ("NELL / 1960",), ("NELL",),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("PAGE 1 [NELL: 1986]", ["unknown-look 7:15 1986"]),
        ("PAGE 1 [NELLY: 1987]", ["unknown-tag 7:9 NELLY"]),
        ("PAGE 1\n\nEXT. HOUSE - DAY [NELL: 1]", ["unknown-look 9:25 1"]),
        ("PAGE 1\n\nEXT. HOUSE - DAY [wide]", ["unknown-tag 9:19 wide"]),
    ],
)
def test_looks_that_are_none(tag: str, found: list[str]) -> None:
    assert said(f"CAST\n\nNELL: x\n\nNELL / 1987: y\n\n{tag}\n\nPANEL 1\nRain.\n") == found


def test_a_cast_that_is_included_twice_declares_once() -> None:
    script = "INCLUDE cast\nINCLUDE cast\n\nPAGE 1\n\nPANEL 1\nMARA: Hello.\n"
    assert check(script, cast="CAST\n\nMARA: x\n\nDEFINE a = 1\n").diagnostics == ()
