import pytest

from tests.linting.conftest import Opinions


def panel(prose: str) -> str:
    return f"PAGE 1\n\nPANEL 1\n{prose}\n"


@pytest.mark.parametrize(
    "prose",
    [
        "The camera pans across the cranes.",
        "Rain. Camera slowly pulls back.",
        "Zoom in on the handset.",
        "We zoom out to the whole city.",
        "The rail. Pan up to the lamp.",
        "Slow zoom on her eyes.",
        "A tracking shot along the quay.",
        "Pull back to reveal the whole pier.",
        "We dissolve to the morning.",
        "The camera follows\nher down the stairs.",
    ],
)
def test_a_camera_cannot_move(opinions: Opinions, prose: str) -> None:
    assert len(opinions(panel(prose), "camera-movement")) == 1


@pytest.mark.parametrize(
    "prose",
    [
        "Copper pans hang across the wall.",
        "She pans for gold.",
        "Bees zoom in and out of the hive.",
        "A camera on a tripod, its lens cracked.",
        "He follows her with a camera in his hand.",
        "Tracks in the snow lead to the crane.",
        "The colours fade towards the sea. He pulls back the curtain.",
        "She tilts her head to the light and pushes in the drawer.",
        "The camera shop, shuttered.",
        "Dolly, the tracking dog.",
    ],
)
def test_what_only_sounds_like_a_camera(opinions: Opinions, prose: str) -> None:
    assert not opinions(panel(prose), "camera-movement")


def test_clips_move(opinions: Opinions) -> None:
    script = panel("Rain.") + "\nCLIP drift [from panel 1]\n\nThe camera pans across the cranes.\n"
    assert not opinions(script, "camera-movement")


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("He runs, then falls.", 0),
        ("He runs, then jumps, then falls.", 1),
        ("He runs. Then he stops. A moment later, rain.", 1),
        ("He has been here since then. By then it was dark. Now and then a gull.", 0),
        ("Back then, the then-mayor; even then, and until then.", 0),
        ("The lengthening shadow of the theneb tree, athens, then.", 0),
        ("More rain than then, later than late, after noon.", 0),
        ("First he runs. After that he walks. Seconds later he sits.", 1),
    ],
)
def test_a_panel_is_one_moment(opinions: Opinions, prose: str, found: int) -> None:
    assert len(opinions(panel(prose), "several-moments")) == found


def test_what_is_found_is_shown_where_it_stands(opinions: Opinions) -> None:
    script = panel("The quay in RAIN. /* no */ The\nCamera Pans to the cranes.")
    (said,) = opinions(script, "camera-movement")
    span = said.primary.span
    assert script[span.start : span.end] == "Camera Pans"


def test_words_that_a_name_stands_for_are_shown_at_their_panel(opinions: Opinions) -> None:
    script = "DEFINE eye = The camera\n\n" + panel("{{eye}} pans left.")
    (said,) = opinions(script, "camera-movement")
    span = said.primary.span
    assert script[span.start : span.end] == "PANEL 1"
