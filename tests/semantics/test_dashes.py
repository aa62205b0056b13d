"""A dash, or nothing, where the colon of a label belongs."""

import pytest

from storyc.diagnostics.applying import apply_fixes
from storyc.storyboard import Caption, Panel, Sfx, Speech, plain

from .conftest import CAST, check, in_panel
from .conftest import panel as panel_of


def mended(body: str) -> Panel:
    """Return the panel with all that is said about its lines mended."""
    head = f"{CAST}PAGE 1\n\nPANEL 1\n"
    checked = check(head + body)
    (text,) = apply_fixes(checked.sources, checked.diagnostics, unsafe=True).texts.values()
    return panel_of(text.removeprefix(head))


@pytest.mark.parametrize("dash", [" - ", " – ", "–", " — ", "—", " -- ", " ― "])
def test_a_label_with_a_dash_is_noticed_and_mended(dash: str) -> None:
    assert in_panel(f"Rain.\n\nSFX{dash}BOOM") == [f"no-colon 3:1 SFX{dash}".rstrip()]
    (sound,) = mended(f"SFX{dash}BOOM").items
    assert isinstance(sound, Sfx)
    assert plain(sound.text) == "BOOM"


@pytest.mark.parametrize("line", ["SFX BOOM", "SFX. BOOM", "SFX (door) - bang", "SFX (door) – bang", "CAP - words", "Caption – Later.",
                                  "TEXT (sign) - BAR", "EDITOR - Too long?", "CAP - Later: the docks."])  # fmt: skip
def test_every_label_is_known_wherever_a_line_begins(line: str) -> None:
    for before in ("", "Rain.\n", "Rain.\n\n", "MARA: Hello.\n", "MARA\nHello.\n"):
        assert [found.split()[0] for found in in_panel(before + line)] == ["no-colon"], before


def test_brackets_stay_with_their_label() -> None:
    (caption,) = mended("CAP (narrator) – Later.").items
    assert isinstance(caption, Caption)
    assert (caption.kind, plain(caption.text)) == ("narrator", "Later.")


@pytest.mark.parametrize("line", ["MARA - Hello.", "MARA – HELLO!", "MARA (off) - Hello.", "@MARA - Hello.", "THE CAPTAIN - “Hello.”",
                                  "MARA & TOBY - Hello.", "狐 - おなか", "MARA - Toby, no!", "MARA - ...what?"])  # fmt: skip
def test_a_name_of_the_cast_with_a_dash_is_noticed_and_mended(line: str) -> None:
    assert [found.split()[0] for found in in_panel(line)] == ["no-colon"]
    (speech,) = mended(line).items
    assert isinstance(speech, Speech)


def test_a_dialogue_in_dashes_is_noticed_line_for_line() -> None:
    body = "MARA - Hello.\nTOBY - Hello, Aunt\nMara.\nMARA - Rain again."
    assert [found.split()[1] for found in in_panel(body)] == ["1:1", "2:1", "4:1"]
    assert len(mended(body).items) == 3


@pytest.mark.parametrize(
    "line",
    [
        "MARA - thin, tall - looks up.",
        "MARA - Thin, Tall - looks up.",
        "MARA – thin and tall – looks up.",
        "MARA - squinting into the rain.",
        "MARA - TOBY behind her.",
        "MARA - CLOSE-UP.",
        "MARA—Go.",
        "Mara - Hello.",
        "mara – HELLO",
        "狐——金色の目がのぞく。",
        "NOBODY - Hello.",
        "Title-page lettering.",
        "text - small",
        "SFX-heavy.",
        "SFX of rain.",
        "SFX (rain) everywhere.",
        "Rain — more rain — and SFX - BOOM.",
        "!SFX - BOOM",
        "The\nMARA - Hello.",
    ],
)
def test_description_with_a_dash_is_description(line: str) -> None:
    assert not any(found.startswith("no-colon") for found in in_panel(line))
