import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import features

from storyc.sim.artist.cmap import read_coverage
from storyc.sim.artist.fonts import Fonts, find_fonts, plain_face
from storyc.sim.artist.scripts import clusters, direction, substitute
from storyc.sim.artist.typeset import Block, Line, Typesetter


def words(line: Line) -> str:
    return " ".join(run.text for run in line.runs)


def lines(block: Block) -> list[str]:
    return [words(line) for line in block.lines]


def test_lines_break_at_spaces(fonts: Fonts) -> None:
    assert lines(Typesetter(fonts).block("one two three", 20, 85)) == ["one two", "three"]


def test_a_word_wider_than_a_line_is_divided(fonts: Fonts) -> None:
    block = Typesetter(fonts).block("abcdefghijklmnop", 20, 60)
    assert "".join(lines(block)) == "abcdefghijklmnop"
    assert block.width_px <= 60


def test_japanese_breaks_anywhere_but_before_closing_marks(fonts: Fonts) -> None:
    block = Typesetter(fonts).block("その弁当には、尻尾が生えていた。", 20, 120)
    assert len(block.lines) > 2
    assert not any(line[0] in "、。" for line in lines(block))


def test_japanese_has_a_font_without_the_network(fonts: Fonts) -> None:
    assert fonts.face_for("狐", "hand") is not None


@pytest.mark.skipif(not features.check("raqm"), reason="letters are shaped by raqm, which this Pillow lacks")
def test_right_to_left_words_stand_from_right_to_left(fonts: Fonts) -> None:
    assert lines(Typesetter(fonts).block("שלום עולם yes", 20, 900)) == ["yes עולם שלום"]
    assert lines(Typesetter(fonts).block("yes שלום עולם", 20, 900)) == ["yes עולם שלום"]


def test_what_no_font_has_is_said(english_fonts: Fonts) -> None:
    setter = Typesetter(english_fonts)
    assert lines(setter.block("Hi สวัสดี!", 20, 900)) == ["Hi [4 Thai letters]!"]
    assert lines(setter.block("漢字かな", 20, 900)) == ["[4 Japanese letters]"]
    assert lines(setter.block("😀", 20, 900)) == ["[grinning face]"]
    assert lines(setter.block("\ud800", 20, 900)) == ["[replacement character]"]


def test_accents_that_no_font_has_are_dropped(english_fonts: Fonts) -> None:
    assert lines(Typesetter(english_fonts).block("Olé — “façade”", 20, 900)) == ["Ole - “facade”"]


@given(st.text(max_size=60))
@settings(deadline=None, max_examples=60)
def test_every_letter_that_is_drawn_has_a_glyph(text: str) -> None:
    fonts = Fonts({"hand": [plain_face()], "loud": [plain_face()], "plain": [plain_face()]})
    for line in Typesetter(fonts).block(text, 20, 300).lines:
        for run in line.runs:
            assert run.face.covers(run.text)


@given(st.text(max_size=200), st.floats(6, 40), st.floats(50, 600))
@settings(deadline=None, max_examples=60)
def test_no_line_is_wider_than_asked(text: str, size_px: float, width_px: float) -> None:
    block = Typesetter(find_fonts()).block(text, size_px, width_px)
    for line in block.lines:
        assert line.width_px <= width_px + size_px or len(clusters(words(line))) == 1


@given(st.integers(1, 6), st.text("ab 漢。", min_size=80, max_size=400))
@settings(deadline=None, max_examples=40)
def test_what_does_not_fit_is_counted(max_lines: int, text: str) -> None:
    block = Typesetter(find_fonts()).block(text, 20, 240, max_lines=max_lines)
    whole = Typesetter(find_fonts()).block(text, 20, 240)
    assert block.hidden == 0 if len(whole.lines) <= max_lines else block.hidden > 0
    assert len(block.lines) <= max(max_lines, 2)
    if block.hidden:
        assert f"(+{block.hidden}" in " ".join(lines(block))


def test_a_flood_of_letters_is_counted(fonts: Fonts) -> None:
    assert Typesetter(fonts).block("語" * 100_000, 20, 300, max_lines=3).hidden > 99_000


def test_marks_stay_with_their_letter() -> None:
    assert clusters("e\u0301a👩‍🚀") == ["e\u0301", "a", "👩‍🚀"]


@pytest.mark.parametrize(("text", "way"), [("abc", "ltr"), ("שלום", "rtl"), ("…", ""), ("12", "ltr")])
def test_direction(text: str, way: str) -> None:
    assert direction(text) == way


@given(st.binary(max_size=300))
def test_a_damaged_font_covers_nothing(font: bytes) -> None:
    assert "a" not in read_coverage(font)


def test_coverage_is_what_the_font_says() -> None:
    coverage = plain_face().coverage
    assert all(chr(code) in coverage for code in range(32, 127))
    assert "漢" not in coverage


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("漢", "[1 Chinese letter]"),
        ("重い。", "[2 Japanese letters]"),
        ("☂☀", "[2 symbols]"),
        ("\ue000", "[1 unreadable sign]"),
        ("नमस्ते", "[4 Devanagari letters]"),
    ],
)
def test_a_substitute_names_scripts_and_counts(missing: str, said: str) -> None:
    assert substitute(clusters(missing)) == said
