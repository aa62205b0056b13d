"""How text is measured and broken."""

from importlib import import_module
from importlib.resources import as_file, files

import pytest

from storyc.lettering import Placed
from storyc.lettering.faces import FACES
from storyc.lettering.letters import WIDTHS, Voice
from storyc.storyboard import Emphasis, Reading, Run, Speech
from tests.lettering.panels import caption, letter, say

open_font = import_module("fontTools.ttLib").TTFont  # it has no types
MONOLOGUE = "I know the rocks, I know the tides, and I know when somebody is lying to me about the light."


def lines(placed: Placed) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in placed.lines]


@pytest.mark.parametrize("voice", ["hand", "loud", "wide"])
def test_the_widths_are_those_of_the_fonts(voice: Voice) -> None:
    with as_file(files(FACES[voice].package).joinpath(FACES[voice].file)) as path, open_font(path, lazy=True) as font:
        glyphs, advances, unit = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
        actual = {letter: advances[glyphs[ord(letter)]][0] / unit for letter in WIDTHS[voice]}
    assert actual == pytest.approx(WIDTHS[voice], abs=0.0006)


def test_a_balloon_is_a_lozenge() -> None:
    (placed,) = letter(say("MARA", MONOLOGUE)).placed
    lengths = [line.length_px for line in placed.lines]
    assert len(lengths) >= 4
    assert lengths[0] < max(lengths) > lengths[-1]


def test_a_caption_is_wide_and_flush() -> None:
    (placed,) = letter(caption(MONOLOGUE)).placed
    assert placed.is_flush
    assert placed.box.width > 2 * placed.box.height


def test_words_are_not_divided() -> None:
    (placed,) = letter(say("MARA", MONOLOGUE)).placed
    assert " ".join(lines(placed)) == MONOLOGUE


def test_a_word_longer_than_any_line_is_divided() -> None:
    (placed,) = letter(say("MARA", "a" * 300)).placed
    assert "".join(lines(placed)) == "a" * 300
    assert len(placed.lines) > 1


def test_line_ends_of_the_script_are_kept() -> None:
    (placed,) = letter(say("MARA", "Row, row, row your boat\ngently\ndown the stream", "sing")).placed
    assert "gently" in lines(placed)


@pytest.mark.parametrize("reading", ["left-to-right", "right-to-left"])
def test_no_japanese_line_begins_or_ends_with_what_must_not(reading: Reading) -> None:
    text = "「えっ、あの東京タワーが……まさか、そんなことが「本当に」あるなんて!?」と、彼は言ったのだった。"
    (placed,) = letter(say("MARA", text), reading=reading, language="ja").placed
    found = lines(placed)
    assert "".join(found) == text
    assert len(found) > 2
    assert not [line for line in found if line[0] in "、。」!?っー…" or line[-1] == "「"]


def test_japanese_from_right_to_left_stands_in_columns() -> None:
    (placed,) = letter(say("MARA", "灯台の明かりが消えた。"), reading="right-to-left", language="ja").placed
    assert placed.is_vertical
    assert [line.x_px for line in placed.lines] == sorted((line.x_px for line in placed.lines), reverse=True)
    (other,) = letter(say("MARA", "灯台の明かりが消えた。"), language="ja").placed
    assert not other.is_vertical


def test_arabic_runs_from_right_to_left() -> None:
    first, second = letter(say("MARA", "انطفأ ضوء الميناء"), say("TOBY", "It went out")).placed
    assert (first.direction, second.direction) == ("rtl", "ltr")
    assert not any(line.is_measured for line in first.lines)
    assert all(line.is_measured for line in second.lines)


def test_emphasis_is_kept_across_lines() -> None:
    words = (Run("You "), Run("never once in forty years", Emphasis.BOLD), Run(" said so."))
    (placed,) = letter(Speech(("MARA",), words)).placed
    bold = [run.text.strip() for line in placed.lines for run in line.runs if Emphasis.BOLD in run.emphasis]
    assert " ".join(bold) == "never once in forty years"
    assert len(bold) > 1


def test_a_text_with_letters_that_the_hand_lacks_is_all_in_one_face() -> None:
    (placed,) = letter(say("MARA", "Zażółć gęślą jaźń")).placed
    assert placed.voice == "wide"
    (other,) = letter(say("MARA", "Déjà vu, señor…")).placed
    assert other.voice == "hand"
