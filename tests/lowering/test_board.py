"""From program to storyboard: what golden scripts do not say better."""

from storyc.lowering import lower
from storyc.project import check_sources
from storyc.storyboard import Storyboard
from storyc.text import MemoryFiles


def board(script: str) -> Storyboard:
    checked = check_sources("main.story", MemoryFiles({"main.story": script.encode()}), {})
    assert checked.program is not None, checked.diagnostics
    return lower(checked.program)


def test_defaults() -> None:
    story = board("PAGE\n\nPANEL\nRain.\n")
    assert (story.size, story.preset, story.layout, story.reading) == ("1024x1024", "neutral", "auto", "left-to-right")
    assert (story.language, story.lettering, story.upscale, story.model, story.callback) == ("", "art", "", "", "")
    assert (story.pages[0].label, story.pages[0].panels[0].label) == ("", "")
    assert story.pages[0].panels[0].setting is None


def test_places_in_the_source() -> None:
    story = board("CAST\n\nMARA: x\n\nPAGE 1\n\nPANEL 1\nRain.\n\nPANEL 2\nRain.\n\nCLIP\n\nRain.\n")
    assert story.cast[0].origin.line == 3
    assert story.pages[0].origin.line == 5
    assert [panel.origin.line for panel in story.pages[0].panels] == [7, 10]
    assert story.clips[0].origin.line == 13


def test_a_look_that_is_in_force_speaks_and_appears() -> None:
    story = board(
        "CAST\n\nNELL: x\n\nNELL / 1987: y\n\nPAGE 1\n\nPANEL 1 [NELL: 1987]\nNell.\n\nNELL: Hello.\n\nCAPTION (NELL): x\n"
    )
    panel = story.pages[0].panels[0]
    assert panel.cast == ("NELL / 1987",)
    assert [getattr(item, "speakers", None) or getattr(item, "character", None) for item in panel.items] == [
        None, ("NELL / 1987",), "NELL / 1987",
    ]  # fmt: skip


def test_what_is_left_of_nothing_is_nothing() -> None:
    panel = board("CAST\n\nMARA: x\n\nPAGE 1\n\nPANEL 1\nRain.\n\n/* only */ [[a note]]\n").pages[0].panels[0]
    assert [type(item).__name__ for item in panel.items] == ["Action", "Note"]


def test_a_clip_is_prose() -> None:
    script = (
        "CAST\n\nMARA: x\n\nCLIP a [5s]\n\nThe lamp drifts.\n\nMARA: Hello *there*.\nSFX: KRSH\n\n> CUT TO:\nNOTE: no\n"
    )
    assert board(script).clips[0].prompt == 'The lamp drifts. MARA: "Hello there." Sound effect: "KRSH"'


def test_two_thousand_panels() -> None:
    pages = "".join(
        f"PAGE {page}\n\n" + "".join(f"PANEL {panel}\nRain {panel}.\n\n" for panel in range(1, 11))
        for page in range(1, 201)
    )
    story = board(pages)
    assert sum(len(page.panels) for page in story.pages) == 2_000
