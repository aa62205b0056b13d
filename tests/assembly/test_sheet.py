from hypothesis import given
from hypothesis import strategies as st

from storyc.assembly.grid import COLUMNS, Shape
from storyc.assembly.sheet import Place, lay_out, rules

SHAPES = st.lists(
    st.builds(Shape, ratio=st.floats(0.3, 3), is_alone=st.booleans(), is_tall=st.booleans()), min_size=1, max_size=20
)
PLAIN = Shape(0.75)


def covered(place: Place) -> set[tuple[int, int]]:
    rows = range(place.row, place.row + place.tiers)
    columns = range(place.start, place.start + place.columns)
    return {(row, column) for row in rows for column in columns}


@given(SHAPES)
def test_panels_cover_the_sheet_once(shapes: list[Shape]) -> None:
    places = lay_out(shapes, {}, [768] * len(shapes)).places
    fields = [field for place in places for field in covered(place)]
    rows = max(row for row, _ in fields)
    assert sorted(fields) == [(row, column) for row in range(1, rows + 1) for column in range(1, COLUMNS + 1)]
    assert {place.row + place.tiers - 1 for place in places if place.is_last} == {rows}


@given(SHAPES)
def test_places_follow_each_other_in_reading_order(shapes: list[Shape]) -> None:
    places = lay_out(shapes, {}, [768] * len(shapes)).places
    assert [(place.row, place.start) for place in places] == sorted((place.row, place.start) for place in places)


def test_an_inset_lies_in_its_panel() -> None:
    host, inset, other, second = lay_out([PLAIN] * 4, {1: 0, 3: 0}, [768] * 4).places
    assert covered(inset) == covered(host) == covered(second) != covered(other)
    assert (host.inset, inset.inset, second.inset) == (0, 1, 2)
    assert "inset" not in host.classes
    assert "other-side" in second.classes


def test_the_height_is_that_of_the_tiers() -> None:
    assert lay_out([Shape(2.0, is_alone=True), Shape(1.0), Shape(1.0)], {}, [100] * 3).high_percent == 100
    assert lay_out([Shape(1.0, is_tall=True), Shape(2.0), Shape(2.0)], {}, [100] * 3).high_percent == 50


def test_the_natural_width_shows_the_widest_tier_as_large_as_its_art() -> None:
    assert lay_out([PLAIN] * 4, {}, [768] * 4).natural_px == 1536
    assert lay_out([], {}, []).natural_px == 0


def test_there_is_a_rule_for_every_class_that_places() -> None:
    sheet = lay_out([PLAIN] * 7, {2: 1}, [768] * 7)
    known = {line.split()[0].removeprefix(".") for line in rules([sheet], [(768, 1024)]).splitlines()}
    names = {name for place in sheet.places for name in place.classes.split() if name[1:].isdigit()}
    assert names <= known
    assert f"h{sheet.high_percent}" in known
    assert f"n{sheet.natural_px}" in known
    assert "p768x1024" in known
