from collections.abc import Callable
from io import BytesIO
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from storyc.sim.artist import Brief, draw_panel, read_brief
from storyc.sim.artist.camera import camera_for
from storyc.sim.artist.fonts import Fonts
from storyc.sim.artist.panel import Plan, plan_panel


def picture(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


@pytest.mark.parametrize("size_px", [(768, 1024), (1024, 512), (512, 1024), (1792, 1024), (64, 64), (1, 1)])
def test_a_panel_is_webp_of_the_size_that_was_asked_for(harbour: Brief, size_px: tuple[int, int]) -> None:
    image = picture(draw_panel(harbour, 0, 1, size_px))
    assert (image.format, image.size) == ("WEBP", size_px)


def test_the_same_panel_has_the_same_bytes(harbour: Brief) -> None:
    for page, panel in ((0, 0), (0, 1), (0, 3), (1, 0)):
        assert draw_panel(harbour, page, panel, (384, 512)) == draw_panel(harbour, page, panel, (384, 512))


def test_another_panel_has_other_bytes(harbour: Brief) -> None:
    assert len({draw_panel(harbour, 0, panel, (192, 256)) for panel in range(4)}) == 4


def test_people_wear_their_declared_colours(harbour: Brief) -> None:
    colours = picture(draw_panel(harbour, 0, 3, (384, 512))).convert("RGB").getcolors(1 << 20)
    assert colours is not None
    assert {(244, 200, 48), (112, 108, 78)} <= {colour for _, colour in colours}


def test_without_lettering_only_the_letters_of_the_art_stay(harbour: Brief, fonts: Fonts) -> None:
    plan = plan_panel(harbour, 1, 0, (768, 1024), fonts, is_lettered=False)
    assert [item.lettering.kind for item in plan.letters.placed] == ["sign"]
    assert draw_panel(harbour, 1, 0, (192, 256)) != draw_panel(harbour, 1, 0, (192, 256), is_lettered=False)


def test_framing_decides_how_large_people_are(fonts: Fonts) -> None:
    def height(tag: str) -> float:
        prompt = f"[Panels]\nPage 1: 1 panel, read left to right.\n1. Objective: {tag}\n   In the picture: ANN"
        return plan_panel(read_brief(prompt), 0, 0, (768, 1024), fonts).stands[0].height_px

    assert height("establishing") < height("wide") < height("medium") < height("close-up")


def test_a_child_is_smaller(harbour: Brief, fonts: Fonts) -> None:
    heights = {stand.person.name: stand.height_px for stand in plan_panel(harbour, 0, 3, (768, 1024), fonts).stands}
    assert heights["TOBY"] < heights["MARA VOSS"]


def test_who_sits_is_lower_and_looks_different(panel_prompt: Callable[..., str], fonts: Fonts) -> None:
    def planned(action: str) -> Plan:
        prompt = panel_prompt("In the picture: ANN", f"Action: {action}", tags="wide")
        return plan_panel(read_brief(f"[Characters]\n- ANN: A pilot.\n\n{prompt}"), 0, 0, (256, 256), fonts)

    standing, sitting = planned("ANN waits.").stands[0], planned("ANN sits.").stands[0]
    assert (standing.is_seated, sitting.is_seated) == (False, True)
    assert sitting.head[1] > standing.head[1]
    assert sitting.feet_y == standing.feet_y


def test_nobody_sits_out_of_sight(panel_prompt: Callable[..., str], fonts: Fonts) -> None:
    prompt = panel_prompt("In the picture: ANN", "Action: ANN sits.", tags="medium")
    for who in ("A pilot.", "A child."):
        plan = plan_panel(read_brief(f"[Characters]\n- ANN: {who}\n\n{prompt}"), 0, 0, (256, 256), fonts)
        assert plan.stands[0].face.bottom <= plan.sheet.picture.bottom


@pytest.mark.parametrize(("panel", "is_insert"), [(0, False), (2, True)])
def test_a_close_look_at_a_thing_is_an_insert(harbour: Brief, panel: int, is_insert: bool) -> None:
    assert camera_for(harbour.shot(0, panel)).is_insert is is_insert


@given(st.text(max_size=300), st.sampled_from([(96, 128), (200, 120), (40, 40)]))
@settings(deadline=None, max_examples=30)
def test_any_prompt_can_be_drawn(prompt: str, size_px: tuple[int, int]) -> None:
    assert picture(draw_panel(read_brief(prompt), 0, 0, size_px)).size == size_px


_TAGS = [
    "splash",
    "bleed",
    "borderless",
    "wide",
    "silent",
    "extreme close-up",
    "medium",
    "long",
    "low angle",
    "high angle",
    "over-shoulder",
    "pov",
    "reaction",
    "insert",
    "flashback",
]
_THINGS = "sea beach city shops forest mountains desert crane lighthouse ship railing lamp rain snow fog stars door plant desk shelf bed creature car lantern computer kite gulls cottage castle bridge bare"
_PROPS = ["phone", "letter", "cup", "book", "key", "torch", "clock", "hand", "knife", "flower", "bread", "lunchbox"]
_PEOPLE = "\n".join(
    f"- {name}: {name} with {extra}."
    for name, extra in [
        ("cat", "a hat"),
        ("robot", "a scarf"),
        ("ghost", "a crown"),
        ("rabbit", "glasses"),
        ("bear", "a cap"),
        ("dog", "an eyepatch"),
        ("bald", "a beard"),
        ("bun", "a moustache"),
        ("child", "a helmet"),
        ("woman of eighty", "a woollen hat"),
    ]
)


@pytest.mark.parametrize("tag", _TAGS)
@pytest.mark.parametrize("heading", ["EXT. X - NIGHT", "INT. X - DUSK", "EXT. X - DAY", "X"])
def test_every_framing_can_be_drawn_anywhere(tag: str, heading: str) -> None:
    prompt = f"[Characters]\n{_PEOPLE}\n\n[Panels]\nPage 1: 1 panel, read left to right.\n1. Objective: {tag}\n   Scene: {heading}\n   In the picture: cat, robot, ghost, rabbit, bear, dog, bald, bun, child, woman of eighty\n   Action: {_THINGS}. The child sits on a crate."
    assert picture(draw_panel(read_brief(prompt), 0, 0, (192, 256)))


@pytest.mark.parametrize("prop", _PROPS)
def test_every_prop_can_be_drawn(prop: str) -> None:
    assert picture(draw_panel(read_brief(f"[Panels]\n1. Objective: insert\n   Action: A {prop}."), 0, 0, (96, 128)))


def test_a_megabyte_takes_a_moment() -> None:
    started = process_time()
    brief = read_brief("\x00<b>“弁当 " * 150_000)
    draw_panel(brief, 19, 19, (768, 1024))
    brief = read_brief("[Panels]\nPage 1: 1 panel, read left to right.\n1. " + 'Dialogue: A: "' + "word " * 200_000)
    draw_panel(brief, 0, 0, (768, 1024))
    assert process_time() - started < 10
