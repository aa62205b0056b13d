"""How a screenplay, which has no pages, is laid out."""

import re

import pytest

from storyc.importing import import_text


def layout(story: str) -> list[int]:
    """Return how many panels each page has."""
    return [
        len(re.findall(r"^PANEL", page, re.MULTILINE)) for page in re.split(r"^PAGE .*$", story, flags=re.MULTILINE)[1:]
    ]


def scene(name: str, paragraphs: int) -> str:
    return (
        "\n\n".join((f"INT. {name} - DAY", *(f"Something happens, {name.lower()} {i}." for i in range(paragraphs))))
        + "\n\n"
    )


@pytest.mark.parametrize(
    ("paragraphs", "most", "pages"),
    [
        ([3], 6, [3]),
        ([6, 1], 6, [6, 1]),
        ([7], 6, [3, 4]),
        ([13], 6, [4, 4, 5]),
        ([2, 2], 1, [1, 1, 1, 1]),
        ([20], 20, [20]),
    ],
)
def test_a_scene_begins_a_page_and_its_panels_spread_evenly(paragraphs: list[int], most: int, pages: list[int]) -> None:
    text = "".join(scene(f"ROOM {chr(65 + place)}", many) for place, many in enumerate(paragraphs))
    assert layout(import_text(text, "fountain", panels_per_page=most).text) == pages


def test_what_is_said_stands_with_what_is_done_before_it() -> None:
    story = import_text("INT. A - DAY\n\nShe waits.\n\nADA\nYes.\n\nADA\nNo.\n\nHe leaves.\n", "fountain").text
    assert "PANEL 1\nShe waits.\n\nADA: Yes.\nADA: No.\n\nPANEL 2\nHe leaves.\n" in story


def test_a_long_talk_goes_on_over_several_panels() -> None:
    talk = "".join(f"ADA\nLine {number}.\n\n" for number in range(9))
    assert layout(import_text(f"INT. A - DAY\n\nShe talks.\n\n{talk}", "fountain").text) == [3]


def test_a_slugline_with_nothing_under_it_goes_to_the_next_page() -> None:
    story = import_text("INT. A - DAY\n\nINT. B - DAY\n\nRain.\n", "fountain").text
    assert layout(story) == [1]
    assert story.index("INT. A") < story.index("INT. B") < story.index("PANEL 1")


def test_what_a_screenwriting_program_adds_is_left_out() -> None:
    assert "ADA: Yes." in import_text("ADA (CONT'D)\nYes.\n", "fountain").text


def test_labels_are_words_in_a_screenplay() -> None:
    assert "!SIGN: no dogs." in import_text("SIGN: no dogs.\n", "fountain").text


def test_reserved_names_are_changed() -> None:
    story = import_text("EDITOR\nCut.\n\nPAGE\nYes, sir.\n", "fountain").text
    assert "THE EDITOR: Cut.\n" in story
    assert "THE PAGE: Yes, sir.\n" in story


def test_lines_of_a_lyric_are_one_caption() -> None:
    story = import_text(
        "INT. BAR - NIGHT\n\nRain.\n\n~Down in the harbour\n~\n~Down in the rain\n\n~\n", "fountain"
    ).text
    assert story.endswith("Rain.\n\nCAPTION (floating, sing)\nDown in the harbour\nDown in the rain\n")
