"""What a prompt says, word for word."""

from collections.abc import Mapping
from typing import Final

import pytest
from msgspec.structs import replace

from storyc.errors import ConfigError
from storyc.lowering import units
from storyc.storyboard import (
    Action,
    Caption,
    Character,
    Credits,
    Emphasis,
    InArt,
    Location,
    Note,
    Page,
    Panel,
    Prop,
    Reference,
    Run,
    Setting,
    Sfx,
    Speech,
    Storyboard,
    Text,
    Title,
    Transition,
)
from storyc.wire import NEWEST, CreateComic

NO_FILES: Final[Mapping[str, str]] = {}


def said(letters: str) -> Text:
    return (Run(letters),)


HARBOUR = Setting("EXT. THE HARBOUR - NIGHT", "EXT", "THE HARBOUR", "THE HARBOUR", "NIGHT")
BOARD = Storyboard(
    credits=Credits(title="The Harbour Light"),
    size="768x1024",
    style=(("art", "high-contrast ink, neo-noir"), ("palette", "sodium orange on blue-black")),
    story=(("premise", "A light goes out."),),
    constraints=(("forbidden", "text outside balloons"), ("consistency", "one scar, left hand")),
    cast=(
        Character("TOBY", description="Mara's nephew, missing front tooth", age=11, dress="yellow raincoat"),
        Character(
            "MARA VOSS",
            ("Mara", "the Captain"),
            "Harbour pilot. Tall, burn scar\nacross the left hand.",
            34,
            dress="flight jacket",
        ),
        Character("DR. CHO"),
        Character("NOBODY"),
    ),
    locations=(Location("THE HARBOUR", description="Container harbour at night."), Location("CAFE")),
    props=(Prop("LANTERN", description="brass, dented"), Prop("FERN")),
    pages=(
        Page(
            7,
            label="ONE",
            synopses=("never sent",),
            section=("never sent",),
            layout="two tiers",
            description=("Rain on the whole page.",),
            notes=(Note("artist", "no borders"), Note("editor", "never sent")),
            panels=(
                Panel(
                    1,
                    "7",
                    ("wide", "establishing"),
                    ("dutch tilt",),
                    setting=HARBOUR,
                    props=("LANTERN",),
                    items=(
                        Action("The whole harbour.\nEvery lamp is lit."),
                        Transition("CUT TO:"),
                        Caption(said("Port Ansel. 3:12 a.m."), "locale"),
                    ),
                ),
                Panel(
                    2,
                    "8",
                    inset="7",
                    same_as="7",
                    setting=HARBOUR,
                    cast=("MARA VOSS",),
                    items=(
                        Speech(("MARA VOSS",), (Run("Forty years "), Run("never", Emphasis.BOLD), Run(' went "out".'))),
                        Speech(("MARA VOSS", "TOBY"), said("Not\nonce."), ("off", "burst"), ("hoarse",), is_dual=True),
                        Sfx(said("KRSSHHH"), "radio", ("large",)),
                        Title(said("THE HARBOUR LIGHT")),
                        InArt(said("稲荷屋"), "sign"),
                        Caption(said("That was the night."), "monologue", "DR. CHO"),
                        Note("colorist", "blue"),
                        Note("prompt", "35 mm"),
                        Note("letterer", "never sent"),
                        Note("editor", "never sent"),
                        Note("note", "never sent"),
                    ),
                ),
                Panel(3),
            ),
        ),
    ),
)
PROMPT = """\
[Visual Style]
Art: high-contrast ink, neo-noir
Palette: sodium orange on blue-black

[Story]
Title: The Harbour Light
Premise: A light goes out.
Place: THE HARBOUR: Container harbour at night.
Prop: LANTERN: brass, dented

[Characters]
- MARA VOSS (also Mara, the Captain): Harbour pilot. Tall, burn scar across the left hand. Age: 34. Dress: flight jacket.
- TOBY: Mara's nephew, missing front tooth. Age: 11. Dress: yellow raincoat.
- DR. CHO

[Panels]
Page 1: 3 panels, read left to right.
   Layout: two tiers
   Action: Rain on the whole page.
   Artist: no borders
1. Objective: wide, establishing, dutch tilt
   Scene: EXT. THE HARBOUR - NIGHT
   Action: The whole harbour. Every lamp is lit.
   Caption (locale): "Port Ansel. 3:12 a.m."
2. Objective: inset in panel 1, same framing as panel 1
   Scene: EXT. THE HARBOUR - NIGHT
   In the picture: MARA VOSS
   Dialogue: MARA VOSS: "Forty years never went "out"."
   Dialogue: MARA VOSS & TOBY (off, burst, hoarse, at the same time): "Not once."
   Sound effect (radio, large): "KRSSHHH"
   Title lettering: "THE HARBOUR LIGHT"
   Lettering in the art (sign): "稲荷屋"
   Caption (monologue, DR. CHO): "That was the night."
   Artist: blue
   Artist: 35 mm
3. Objective: as the artist likes

[Constraints]
Forbidden: text outside balloons
Consistency: one scar, left hand
Size: 768x1024"""


def order(board: Storyboard, template: str | None = None) -> CreateComic:
    request = units(board, NEWEST, NO_FILES, template).units[0].request
    assert isinstance(request, CreateComic)
    return request


def test_the_whole_prompt() -> None:
    assert order(BOARD).prompt == PROMPT


def test_who_appears_is_also_sent_as_roles_and_locations() -> None:
    body = order(BOARD).body()
    assert [role["name"] for role in body["comicRoles"]] == ["MARA VOSS", "TOBY", "DR. CHO"]
    assert body["comicRoles"][0] == {"name": "MARA VOSS", "age": 34, "dress": "flight jacket"}
    assert body["comicLocations"] == [{"name": "THE HARBOUR", "description": "Container harbour at night."}]


def test_overlay_leaves_the_words_out_and_room_for_them() -> None:
    prompt = order(replace(BOARD, lettering="overlay")).prompt
    assert "Lettering: draw no balloons" in prompt
    assert "稲荷屋" in prompt
    for absent in ("Dialogue", "Caption", "Sound effect", "Title lettering", "TOBY", "DR. CHO"):
        assert absent not in prompt


@pytest.mark.parametrize(
    ("page", "heading"),
    [
        (Page(4, "splash", panels=(Panel(1),)), "Page 1, a splash: 1 panel, read left to right."),
        (Page(4, "spread", panels=(Panel(1), Panel(2))), "Page 1, a spread: 2 panels, read left to right."),
    ],
)
def test_headings(page: Page, heading: str) -> None:
    assert heading in order(Storyboard(pages=(page,))).prompt.splitlines()


def test_reading_directions() -> None:
    board = Storyboard(pages=(Page(1, panels=(Panel(1),)),))
    assert "read right to left." in order(replace(board, reading="right-to-left")).prompt
    assert "read top to bottom." in order(replace(board, reading="vertical")).prompt


def test_a_minimal_prompt_has_two_sections() -> None:
    prompt = order(Storyboard(pages=(Page(1, panels=(Panel(1, items=(Action("Rain."),)),)),))).prompt
    assert prompt == (
        "[Panels]\nPage 1: 1 panel, read left to right.\n1. Action: Rain.\n\n[Constraints]\nSize: 1024x1024"
    )


def test_the_framing_of_a_panel_in_another_request_is_spelled_out() -> None:
    page = Page(
        1, panels=(Panel(1, "a", ("wide", "low angle")), Panel(2, "b", ("wide", "silent"), inset="a", same_as="a"))
    )
    prompts = [
        str(unit.request.body()["prompt"])
        for unit in units(Storyboard(pages=(page,)), NEWEST, NO_FILES, layout="panels").units
    ]
    assert "1. Objective: wide, silent, inset, low angle" in prompts[1].splitlines()


def test_a_brief_alone_is_one_request() -> None:
    board = replace(BOARD, pages=(), brief=Reference("https://example.com/brief.pdf", is_local=False))
    lowered = units(board, NEWEST, NO_FILES)
    body = lowered.units[0].request.body()
    assert (lowered.layout, lowered.why) == ("brief", "the story is in its brief")
    assert (
        "[Panels]\nFollow the attached brief: its pages, its panels and its words.\n\n[Constraints]" in body["prompt"]
    )
    assert body["promptUrl"] == "https://example.com/brief.pdf"
    assert not {"fixPanelNum", "pagination"} & body.keys()
    assert [role["name"] for role in body["comicRoles"]] == ["TOBY", "MARA VOSS", "DR. CHO", "NOBODY"]


def test_a_template_of_ones_own() -> None:
    template = """{{ title }} ({{ language or reading }}, {{ preset }}, {{ size }})
{% for character in characters %}
{{ character.name }}{% for field in character.fields %} {{ field.key }}={{ field.text }}{% endfor +%}
{% endfor %}
{% for panel in pages[0].panels %}{{ panel.number }}:{{ panel.lines | length }} {% endfor %}"""
    assert order(BOARD, template).prompt == (
        "The Harbour Light (left-to-right, neutral, 768x1024)\n"
        "MARA VOSS Age=34 Dress=flight jacket\nTOBY Age=11 Dress=yellow raincoat\nDR. CHO\n1:4 2:11 3:1 "
    )


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("\n\n{% if %}", "is wrong in line 3"),
        ("a\n{{ nothing_like_this }}", "fails in line 2: 'nothing_like_this' is undefined"),
        ("{{ pages.__class__.__mro__ }}", "fails in line 1: access to attribute"),
        ("\n{{ 1 / 0 }}", "fails in line 2: division by zero"),
        ("{% macro loop() %}{{ loop() }}{% endmacro %}\n{{ loop() }}", "fails in line"),
        ("{{ '' }}\n", "says nothing"),
        ("{{ pages.append(1) }}", "fails in line 1"),
    ],
)
def test_a_wrong_template_is_named_with_its_line(template: str, message: str) -> None:
    with pytest.raises(ConfigError) as failed:
        units(BOARD, NEWEST, NO_FILES, template)
    assert message in failed.value.message
