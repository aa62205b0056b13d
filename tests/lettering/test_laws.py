from itertools import combinations
from xml.etree.ElementTree import fromstring

from hypothesis import example, given, settings
from hypothesis import strategies as st

from storyc.lettering import Lettered, Placed, letter_panel, to_svg
from storyc.lettering.pieces import printable
from storyc.storyboard import InArt, Lettering, Panel, Reading, Run, Speech, plain
from tests.lettering.panels import items, languages, panels, plain_captions, plain_speeches, readings, say

SVG = "{http://www.w3.org/2000/svg}"
sides = st.integers(1, 2200)


def squeezed(text: str) -> str:
    return "".join(text.split())


def words(placed: Placed) -> str:
    return "".join(run.text for line in placed.lines for run in line.runs)


def kept(item: Lettering) -> str:
    """Return the letters of an item that can be shown at all; nothing if none of them can be seen."""
    letters = squeezed(printable(plain(item.text)))
    return letters if letters.strip("\u200c\u200d\u200e\u200f") else ""


@settings(max_examples=100, deadline=None)
@given(panels, sides, sides, readings, languages)
def test_lettering_stays_in_the_picture_and_off_other_lettering_or_that_is_said(
    panel: Panel, width_px: int, height_px: int, reading: Reading, language: str
) -> None:
    lettered = letter_panel(panel, width_px, height_px, reading=reading, language=language)
    for placed in lettered.placed:
        box = placed.box
        assert 0 <= box.left < box.right <= width_px
        assert 0 <= box.top < box.bottom <= height_px
    covering = sum(problem.kind == "covers" for problem in lettered.problems)
    overlapping = {
        later
        for (_, one), (later, other) in combinations(enumerate(lettered.placed), 2)
        if one.box.overlap(other.box) > 0.01
    }
    assert (covering > 0) >= bool(overlapping)
    assert all((problem.panel, problem.origin) == (panel.ordinal, panel.origin) for problem in lettered.problems)


@settings(max_examples=100, deadline=None)
@given(panels, readings, languages)
def test_lines_stay_inside_their_balloons(panel: Panel, reading: Reading, language: str) -> None:
    for placed in letter_panel(panel, 1024, 768, reading=reading, language=language).placed:
        if placed.turn_degrees:
            continue
        box = placed.box.grown(0.5)
        for line in placed.lines:
            if placed.is_vertical:
                assert box.left <= line.x_px - placed.size_px / 2
                assert line.x_px + placed.size_px / 2 <= box.right
                assert box.top <= line.y_px <= line.y_px + line.length_px <= box.bottom
            else:
                left = line.x_px - line.length_px * anchor(placed)
                assert box.left <= left <= left + line.length_px <= box.right
                assert box.top <= line.y_px - 0.7 * placed.size_px
                assert line.y_px <= box.bottom


def anchor(placed: Placed) -> float:
    """Return what share of a line stands before the place where it is anchored."""
    if not placed.is_flush:
        return 0.5
    return 1.0 if placed.direction == "rtl" else 0.0


@settings(max_examples=100, deadline=None)
@given(panels, readings)
def test_words_are_neither_lost_nor_moved(panel: Panel, reading: Reading) -> None:
    lettered = letter_panel(panel, 1024, 768, reading=reading, language="en")
    wanted = [kept(item) for item in panel.lettering if not isinstance(item, InArt)]
    found = iter(squeezed(words(placed)) for placed in lettered.placed)
    left_out = [squeezed(problem.text) for problem in lettered.problems if problem.kind == "no-room"]
    for text in filter(None, wanted):
        if left_out and left_out[0] == text:
            left_out.pop(0)
        else:
            assert text in next(found)
    assert not list(found)


@settings(max_examples=100, deadline=None)
@given(panels, readings)
def test_balloons_are_read_in_their_order_or_that_is_said(panel: Panel, reading: Reading) -> None:
    lettered = letter_panel(panel, 1024, 768, reading=reading, language="en")
    if any(problem.kind in {"covers", "out-of-turn"} for problem in lettered.problems):
        return
    flow = [placed for placed in lettered.placed if placed.kind in {"speech", "caption"}]
    for earlier, later in combinations(flow, 2):
        one, other = earlier.box, later.box
        assert other.bottom > one.top
        is_back = other.left >= one.right if reading == "right-to-left" else other.right <= one.left
        if is_back:
            assert other.top >= one.bottom - 0.11 * min(one.height, other.height)


@settings(max_examples=150, deadline=None)
@given(panels, readings, languages, st.booleans())
@example(Panel(1, items=(say("A", "</text><script>&amp;\x00\x1b[1m\ufffe\ud800"),)), "left-to-right", "en", True)
def test_svg_is_xml_whatever_is_said(panel: Panel, reading: Reading, language: str, is_hidden: bool) -> None:
    lettered = letter_panel(panel, 1024, 768, reading=reading, language=language)
    svg = to_svg(lettered, is_hidden=is_hidden)
    if not lettered.placed:
        assert svg == ""
        return
    root = fromstring(svg.encode())
    texts = list(root.iter(f"{SVG}text"))
    assert [squeezed("".join(text.itertext())) for text in texts] == [squeezed(words(each)) for each in lettered.placed]
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {"svg", "g", "path", "text", "tspan"}
    assert not [name for element in root.iter() for name in element.attrib if name == "style" or name.startswith("on")]


@settings(max_examples=40, deadline=None)
@given(st.lists(items, max_size=5).map(tuple), readings, languages)
def test_the_same_panel_gives_the_same_bytes(found: tuple[Lettering, ...], reading: Reading, language: str) -> None:
    def drawn(ordinal: int) -> str:
        return to_svg(letter_panel(Panel(ordinal, items=found), 768, 1024, reading=reading, language=language))

    assert drawn(1) == drawn(2)


@settings(max_examples=40, deadline=None)
@given(panels, readings)
def test_a_larger_picture_of_the_same_shape_is_lettered_alike(panel: Panel, reading: Reading) -> None:
    small = letter_panel(panel, 512, 384, reading=reading, language="en")
    large = letter_panel(panel, 1024, 768, reading=reading, language="en")
    assert shape(small) == shape(large)


def shape(lettered: Lettered) -> list[list[str]]:
    """Return the lines of each balloon."""
    return [["".join(run.text for run in line.runs) for line in placed.lines] for placed in lettered.placed]


def test_an_empty_text_is_nothing() -> None:
    panel = Panel(1, items=(Speech(("MARA",), (Run(" \u200b\x07 "),)),))
    assert letter_panel(panel, 512, 512, reading="vertical", language="").placed == ()


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.one_of(plain_speeches, plain_captions), max_size=4).map(tuple),
    st.sampled_from([(1024, 1024), (768, 1024), (1024, 768), (1280, 720), (720, 1280)]),
    readings,
)
def test_what_a_panel_usually_holds_finds_good_places(
    found: tuple[Lettering, ...], size_px: tuple[int, int], reading: Reading
) -> None:
    panel = Panel(1, cast=("MARA", "TOBY"), items=found)
    assert letter_panel(panel, *size_px, reading=reading, language="en").problems == ()
