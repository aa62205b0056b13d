"""Pages, panels, their numbers, tags and settings."""

import pytest

from tests.semantics.conftest import board, said


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ("PAGE 1 (2 PANELS)\nPANEL 1\nx", ["wrong-panel-count 1:9 2"]),
        ("PAGE 1 (1 panel)\nPANEL 1\nx", []),
        ("PAGE ONE – TWO PANELS\nPANEL 1\nx\nPANEL 2\nx", []),
        ("PAGE 1: 1 PANEL\nPANEL 1\nx", []),
        ("PAGE 1\nRain.", ["empty-page 1:1 PAGE 1"]),
        ("PANEL 1\nx", ["implicit-page 1:1 PANEL 1"]),
        ("PAGE 1\nPANEL 1", ["empty-panel 2:1 PANEL 1"]),
        ("PAGE 1\nPANEL 1 [silent]", ["empty-panel 2:1 PANEL 1 [silent]"]),
        ("PAGE 1\nPANEL 1\n[[note]]", ["empty-panel 2:1 PANEL 1"]),
        ("PAGE 1\nPANEL 1\nNOTE: note", ["empty-panel 2:1 PANEL 1"]),
        ("PAGE 1\nPANEL 1\n> CUT TO:", ["empty-panel 2:1 PANEL 1"]),
        ("PAGE 1\nPANEL 1\nARTIST: A hand.", []),
        ("PAGE 1\nPANEL 1: A hand.", []),
        ("PAGE 1\nPANEL 1\nx\nPANEL 3\nx\nPANEL 2\nx", ["out-of-order 6:7 2"]),
        ("PAGE 1\nPANEL 1\nx\nPANEL 2\nx\nPANEL 2a\nx\nPANEL 3\nx", []),
        ("PAGE 1\nPANEL 1\nx\nPAGE 2\nPANEL 2\nx", []),
        ("PAGE 2\nPANEL 1\nx\nPAGE 2\nPANEL 1\nx", ["out-of-order 4:6 2"]),
        ("PAGE 9\nPANEL 1\nx\nPAGE 1\nPANEL 1\nx", []),
        ("PAGES 2-3\nPANEL 1\nx", []),
        ("PAGES TWO & THREE\nPANEL 1\nx", []),
        ("PAGES 3-4\nPANEL 1\nx", ["spread-parity 1:7 3"]),
        ("Reading: rtl\n\nPAGES 3-4\nPANEL 1\nx", []),
        ("Reading: vertical\n\nPAGES 3-4\nPANEL 1\nx", []),
        ("PAGES 2-5\nPANEL 1\nx", ["page-range 1:7 2-5"]),
        ("PAGE 1\nPANEL 1 [wyde]\nx", ["unknown-tag 2:10 wyde"]),
        ("PAGE 1\nPANEL 1 [wide, spread]\nx", ["unknown-tag 2:16 spread"]),
        ("PAGE 1 [wide]\nPANEL 1\nx", ["unknown-tag 1:9 wide"]),
        ("PAGE 1 [size: 700x700]\nPANEL 1\nx", ["unsupported-size 1:15 700x700"]),
        ("PAGE 1 [size]\nPANEL 1\nx", ["bad-value 1:9 size"]),
        ("PAGE 1\nPANEL 1 [inset]\nx", ["bad-value 2:10 inset"]),
        ("PAGE 1\nPANEL 1 [seed x]\nx", ["bad-value 2:10 seed x"]),
        ("PAGE 1\nPANEL 1 [pin 3FA2c1]\nx", []),
        ("PAGE 1\nPANEL 1 [pin best]\nx", ["bad-value 2:10 pin best"]),
        ("PAGE 1\nPANEL 1 [pin]\nx", ["bad-value 2:10 pin"]),
        ("PAGE 1\nPANEL 1 [inset 7]\nx", ["unknown-panel 2:10 inset 7"]),
        ("PAGE 1\nPANEL ONE\nx\nPANEL 2 [same as 1, inset in panel one]\nx", []),
        ("PAGE 1\nPANEL 1 [same as 2]\nx\nPANEL 2\nx", []),
        ("PAGE 1\nPANEL 1 [wide\nx", ["unclosed-bracket 2:9 ["]),
        ("PAGE 1\nPANEL 1\n" + "x\nPANEL\n" * 20 + "x", ["too-many-panels 1:1 PAGE 1"]),
        ("", ["nothing-to-draw 1:1"]),
        ("Title: x", ["nothing-to-draw 1:1"]),
        ("CAST\n\nMARA: x", ["nothing-to-draw 1:1"]),
    ],
)
def test_what_is_said(script: str, found: list[str]) -> None:
    assert said(script) == found


@pytest.mark.parametrize(
    ("heading", "framing"),
    [
        ("[wide, LOW ANGLE , close up]", ("wide", "low angle", "close-up")),
        ("[wide] [cu]", ("wide", "close-up")),
        ("(wide, ots)", ("wide", "over-shoulder")),
        ("［wide、bleed］", ("wide", "bleed")),
        ("[wide, wide]", ("wide",)),
        ("[]", ()),
        ("[,,]", ()),
    ],
)
def test_framing(heading: str, framing: tuple[str, ...]) -> None:
    assert board(f"PAGE 1\nPANEL 1 {heading}\nx").pages[0].panels[0].framing == framing


def test_values_of_tags() -> None:
    page = board(
        "PAGE 1 [splash, preset: render, size: 512 x 768, layout: nine-panel grid]\n"
        "PANEL 1 [seed 7, pin beef, crooked, odd: tag]\nx\nPANEL 2a [same as panel 1, inset 1]\nx\n"
    ).pages[0]
    assert (page.kind, page.preset, page.size, page.layout) == ("splash", "render", "512x768", "nine-panel grid")
    one, two = page.panels
    assert (one.seed, one.pin, one.unknown_tags) == (7, "beef", ("crooked", "odd: tag"))
    assert (two.label, two.same_as, two.inset) == ("2a", "1", "1")


def test_a_spread_takes_two_numbers() -> None:
    story = board("PAGE 1\nPANEL 1\nx\nPAGES 2-3\nPANEL 1\nx\nPAGE\nPANEL\nx\nPAGE [spread]\nPANEL\nx\nPAGE\nPANEL\nx")
    assert [page.ordinal for page in story.pages] == [1, 2, 4, 5, 7]
    assert [page.label for page in story.pages] == ["1", "2-3", "", "", ""]


@pytest.mark.parametrize(
    ("slug", "place", "time"),
    [
        ("EXT. PIER - NIGHT", "PIER", "NIGHT"),
        ("EXT. PIER - NIGHT - RAIN", "PIER", "NIGHT - RAIN"),
        ("EXT. PIER — LATE NIGHT — RAIN", "PIER", "LATE NIGHT — RAIN"),
        ("INT. HOUSE - KITCHEN - DAY 2 (FLASHBACK)", "HOUSE - KITCHEN", "DAY 2 (FLASHBACK)"),
        ("INT. HOUSE - KITCHEN - NIGHT - CONTINUOUS", "HOUSE - KITCHEN", "NIGHT - CONTINUOUS"),
        ("INT. HOTEL - NIGHT CLUB - BAR", "HOTEL - NIGHT CLUB", "BAR"),
        ("INT. DAYCARE - HALL - 1984", "DAYCARE - HALL", "1984"),
        ("EXT. 港 - 夕方 - 雨", "港", "夕方 - 雨"),
        ("EXT. PIER", "PIER", ""),
    ],
)
def test_a_time_ends_the_place(slug: str, place: str, time: str) -> None:
    setting = board(f"PAGE 1\n\n{slug}\n\nPANEL 1\nx\n").pages[0].panels[0].setting
    assert setting is not None
    assert (setting.place, setting.time) == (place, time)


def test_settings_hold_until_the_next() -> None:
    story = board(
        """\
        LOCATIONS

        THE PIER - NORTH: x

        HOUSE: y

        INT. HOUSE - DAY

        PAGE 1

        PANEL 1
        x

        EXT. THE PIER - NORTH - NIGHT

        PANEL 2
        x

        PANEL 3

        INT./EXT. The Pier - North

        x

        PAGE 2

        PANEL 1
        x

        .SOMEWHERE ELSE

        PANEL 2
        x
        """
    )
    settings = [panel.setting for page in story.pages for panel in page.panels]
    assert [(one.interior, one.place, one.location, one.time) for one in settings if one] == [
        ("INT", "HOUSE", "HOUSE", "DAY"),
        ("EXT", "THE PIER - NORTH", "THE PIER - NORTH", "NIGHT"),
        ("INT/EXT", "The Pier - North", "THE PIER - NORTH", ""),
        ("INT/EXT", "The Pier - North", "THE PIER - NORTH", ""),
        ("", "SOMEWHERE ELSE", "", ""),
    ]


@pytest.mark.parametrize(
    ("slug", "found"),
    [
        ("EXT. THE HARBUOR - NIGHT", ["unknown-location 7:6 THE HARBUOR"]),
        ("EXT. the harbour - NIGHT", []),
        ("EXT. SOMEWHERE ELSE ENTIRELY - NIGHT", []),
        ("EXT. ", []),
    ],
)
def test_places_that_are_nearly_declared(slug: str, found: list[str]) -> None:
    assert said(f"LOCATIONS\n\nTHE HARBOUR: Cranes.\n\nPAGE 1\n\n{slug}\n\nPANEL 1\nRain.\n") == found


def test_sections_and_synopses() -> None:
    story = board(
        "# One\n\n## Inner\n\nPAGE 1\n\n= What happens.\n\nPANEL 1\nx\n\n= More.\n\n# Two\n\nPANEL 2\nx\n\nPAGE 2\n\nPANEL 1\nx\n"
    )
    assert [page.section for page in story.pages] == [("One", "Inner"), ("Two",)]
    assert [page.synopses for page in story.pages] == [("What happens.", "More."), ()]
    assert len(story.pages[0].panels) == 2
