from hypothesis import given
from hypothesis import strategies as st

from storyc.sim.artist import Brief, read_brief
from storyc.sim.artist.brief import Lettering


def test_pages_and_panels_are_found(harbour: Brief) -> None:
    assert [(page.label, len(page.shots), page.is_right_to_left) for page in harbour.pages] == [
        ("1", 4, False),
        ("2", 1, True),
    ]


def test_fields_of_a_panel(harbour: Brief) -> None:
    shot = harbour.shot(0, 1)
    assert (shot.page_label, shot.number, shot.present) == ("1", 2, ("MARA VOSS",))
    assert shot.action == "MARA at the rail, collar up, squinting into the rain."
    assert (shot.scene.interior, shot.scene.place, shot.scene.time) == ("EXT", "THE HARBOUR", "NIGHT")
    assert shot.letterings == (
        Lettering("speech", "Forty years and it never went out.", ("MARA VOSS",)),
        Lettering("speech", "Not once.", ("MARA VOSS",), ("off", "burst")),
        Lettering("effect", "KRSSHHH", (), ("radio",)),
    )


def test_tags_are_those_of_the_objective(harbour: Brief) -> None:
    assert harbour.shot(0, 0).tags == ("wide", "establishing", "bleed")


def test_quotes_inside_lettering_belong_to_it(harbour: Brief) -> None:
    assert harbour.shot(0, 2).letterings[0].text == 'Mara? Tell me you can still "see" it.'


def test_who_is_only_heard_over_the_radio_is_not_in_the_picture(harbour: Brief) -> None:
    assert harbour.shot(0, 2).present == ()


def test_who_is_mentioned_or_speaks_is_in_the_picture_of_a_panel_without_a_list(harbour: Brief) -> None:
    assert harbour.shot(0, 3).present == ("TOBY", "MARA VOSS")


def test_two_speakers_share_a_balloon(harbour: Brief) -> None:
    assert harbour.shot(0, 3).letterings[1].speakers == ("TOBY", "MARA VOSS")


def test_a_scene_that_goes_on_keeps_its_time(harbour: Brief) -> None:
    scene = harbour.shot(1, 0).scene
    assert (scene.interior, scene.time, scene.running_time) == ("INT", "CONTINUOUS", "NIGHT")


def test_notes_titles_and_signs(harbour: Brief) -> None:
    shot = harbour.shot(1, 0)
    assert shot.notes == ("The creature fills the page.",)
    assert [(item.kind, item.modifiers) for item in shot.letterings] == [("title", ()), ("sign", ("sign",))]


def test_characters_with_aliases_age_and_dress(harbour: Brief) -> None:
    mara = harbour.person("the captain")
    assert (mara.name, mara.aliases, mara.age) == ("MARA VOSS", ("Mara", "the Captain"), 34)
    assert mara.dress == "oil-stained flight jacket."
    assert "grey hair" in mara.description


def test_places_of_the_story_and_of_the_request() -> None:
    brief = read_brief("[Story]\nPlace: PIER: Wet planks.", locations=[{"name": "Mole", "description": "Stone."}])
    assert (brief.place("pier").description, brief.place("mole").description) == ("Wet planks.", "Stone.")


def test_roles_complete_the_cast_of_the_prompt() -> None:
    roles: list[dict[str, object]] = [
        {"name": "toby", "dress": "red cape", "age": "11 years"},
        {"name": "Ida", "clothing": "green hat", "age": 70},
        {"age": 3},
    ]
    brief = read_brief("[Characters]\n- TOBY: A boy.", roles)
    assert [(person.name, person.dress, person.age) for person in brief.cast] == [
        ("TOBY", "red cape", 11),
        ("Ida", "green hat", 70),
    ]


def test_a_prompt_without_sections_is_the_action_of_every_panel() -> None:
    brief = read_brief("A fox runs\nthrough the snow.", [{"name": "Fox"}, {"name": "Owl"}])
    assert brief.shot(3, 7).action == "A fox runs through the snow."
    assert brief.shot(3, 7).present == ("Fox",)
    assert (brief.shot(3, 7).page_label, brief.shot(3, 7).number) == ("4", 8)


def test_a_panel_beyond_the_prompt_shows_the_story(harbour: Brief) -> None:
    assert harbour.shot(5, 0).action == "The Harbour Light"


def test_a_spread_has_one_label() -> None:
    brief = read_brief("[Panels]\nPage 2-3, a spread: 1 panel, read left to right.\n1. Action: Sea.")
    assert brief.pages[0].label == "2-3"


def test_words_without_a_label_are_action() -> None:
    assert read_brief("[Panels]\n1. A cat sits.\n   It waits.").shot(0, 0).action == "A cat sits. It waits."


@given(st.text(max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    read_brief(text).shot(0, 0)


_LINES = st.sampled_from(
    [
        "Page 1: 2 panels, read left to right.",
        "1. Action: x",
        '   Dialogue: A & B (off): "x',
        "   Caption (",
        "- A (also",
        "[Panels]",
        "[Characters]",
        "   Scene: EXT. ",
        '   Dialogue: "',
    ]
)


@given(st.lists(_LINES | st.text(max_size=40), max_size=12))
def test_any_lines_can_be_read(lines: list[str]) -> None:
    brief = read_brief("\n".join(lines))
    assert all(page.shots for page in brief.pages)


def test_a_flood_is_cut() -> None:
    brief = read_brief("[Panels]\n" + "Page 1: 1 panel, read left to right.\n" * 500 + "1. Action: x\n" * 20_000)
    assert sum(len(page.shots) for page in brief.pages) <= 60
