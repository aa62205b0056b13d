import pytest

from storyc.lsp.suggesting import suggestions
from tests.lsp.conftest import Look

HEAD = "Title: T\n\nINCLUDE cast\n\n"
PAGE = f"{HEAD}PAGE 1\n\nPANEL 1 [wide]\nRain.\n\nTOBY: Mara?\n\nMARA VOSS\nHere.\n\n"


def labels(look: Look, text: str) -> list[str]:
    """Return what is suggested where a text has a `|`."""
    return [one.label for one in suggestions(*look(text))]


def written(look: Look, text: str, label: str) -> str:
    """Return the text with what a suggestion writes."""
    view, offset = look(text)
    one = next(one for one in suggestions(view, offset) if one.label == label)
    return f"{view.script.text[: one.span.start]}{one.text}{view.script.text[one.span.end :]}"


def test_the_last_two_speakers_come_first_the_one_who_is_to_answer_before_the_other(look: Look) -> None:
    assert labels(look, f"{PAGE}|")[:4] == ["TOBY", "MARA VOSS", "NELL", "CAPTION"]
    assert labels(look, f"{PAGE}TOBY: Oh.\n\n|")[:2] == ["MARA VOSS", "TOBY"]


def test_a_name_replaces_what_was_typed_of_it(look: Look) -> None:
    assert written(look, f"{PAGE}Ma|", "MARA VOSS").endswith("\n\nMARA VOSS: ")
    assert written(look, f"{PAGE}Ma|: Hello.\n", "MARA VOSS").endswith("\n\nMARA VOSS: Hello.\n")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        (f"{PAGE}MARA (|", {"off", "whisper", "double-outline"}),
        (f"{PAGE}MARA (off, |", {"whisper"}),
        (f"{PAGE}MARA (off، |", {"whisper"}),
        (f"{PAGE}CAPTION (|", {"locale", "narrator", "MARA VOSS"}),
        (f"{PAGE}SFX (|", {"small", "large"}),
        (f"{PAGE}PANEL 2 [|", {"wide", "close-up", "inset", "same as", "NELL: 1987"}),
        (f"{PAGE}PANEL 2 [wide, inset |]", {"1"}),
        (f"{PAGE}PAGE 2 [|", {"splash", "spread", "preset:", "size:"}),
        (f"{PAGE}PAGE 2 [size: |", {"768x1024", "1024x1024"}),
        (f"{PAGE}CLIP drift [|", {"5s", "720p", "audio", "from panel 3"}),
        (f"{PAGE}EXT. |", {"THE PIER"}),
        (f"{PAGE}EXT. THE PIER - |", {"NIGHT"}),
        (f"{PAGE}EXT. THE PIER ― |", {"NIGHT"}),
        (f"{PAGE}Hello {{{{|", {"reader"}),
        (f"{PAGE}|", {"PANEL 2", "PAGE 2", "INT."}),
        ("Title: T\n|", {"Author", "Size", "Reading"}),
        ("Title: T\nReading: |", {"right-to-left"}),
        ("Title: T\n\nINCLUDE |", {"cast.story"}),
        ("CAST\n\nEVE: A cat.\n    |", {"age", "dress", "ref"}),
        ("CAST\n\nEVE: A cat.\n    ref: |", {"art/mara.png"}),
        ("STYLE\n\n|", {"art", "palette"}),
        (f"{HEAD}|", {"CAST", "LOCATIONS", "INCLUDE", "PAGE 1"}),
        ("ATTACHMENTS\n\n|", {"art/mara.png"}),
    ],
)
def test_what_may_follow(look: Look, typed: str, wanted: set[str]) -> None:
    assert wanted <= set(labels(look, typed))


@pytest.mark.parametrize(
    "typed", [f"{PAGE}The rain, and then|", f"{PAGE}somebody (|", f"{PAGE}MARA: Hello (|", "", f"{PAGE}\\{{{{|"]
)
def test_nothing_is_an_error(look: Look, typed: str) -> None:
    labels(look, typed)
