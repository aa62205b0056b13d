from hypothesis import given
from hypothesis import strategies as st

from storyc.assembly.grid import COLUMNS, Cell, Shape, compose, count_tiers

SHAPES = st.lists(
    st.builds(
        Shape,
        ratio=st.floats(0.2, 5),
        weight=st.sampled_from([0.7, 1.0, 1.4]),
        is_alone=st.booleans(),
        is_tall=st.booleans(),
        opens=st.booleans(),
    ),
    max_size=25,
)
PLAIN = Shape(0.75)


@given(SHAPES)
def test_cells_fill_every_tier_to_the_last_column(shapes: list[Shape]) -> None:
    cells = compose(shapes)
    assert len(cells) == len(shapes)
    assert sum(cell.columns * cell.tiers for cell in cells) == COLUMNS * count_tiers(cells)
    waiting = list(cells)
    while waiting:
        if waiting[0].tiers == 2:
            tall, *beside = waiting[:3]
            assert [cell.columns + tall.columns for cell in beside] == [COLUMNS, COLUMNS]
            waiting = waiting[3:]
            continue
        columns = 0
        while columns < COLUMNS:
            columns += waiting.pop(0).columns
        assert columns == COLUMNS


@given(SHAPES)
def test_no_cell_is_too_narrow_for_words(shapes: list[Shape]) -> None:
    assert all(5 <= cell.columns <= COLUMNS for cell in compose(shapes))
    assert all(cell.is_solo == (cell.columns == COLUMNS) for cell in compose(shapes))


@given(SHAPES)
def test_who_asks_to_stand_alone_does(shapes: list[Shape]) -> None:
    assert all(cell.is_solo for shape, cell in zip(shapes, compose(shapes), strict=True) if shape.is_alone)


def test_equal_panels_get_equal_columns() -> None:
    assert compose([PLAIN] * 3) == (Cell(8), Cell(8), Cell(8))
    assert compose([PLAIN] * 4) == (Cell(12),) * 4


def test_pictures_of_one_tier_are_equally_high() -> None:
    portrait, landscape = compose([Shape(0.75), Shape(1.5)])
    assert (portrait.columns, landscape.columns) == (8, 16)


def test_a_scene_begins_a_tier() -> None:
    cells = compose([PLAIN, Shape(0.75, opens=True), PLAIN])
    assert cells == (Cell(24, is_solo=True), Cell(12), Cell(12))


def test_a_tall_panel_is_as_high_as_the_two_beside_it() -> None:
    assert compose([Shape(0.75, is_tall=True), PLAIN, PLAIN]) == (Cell(16, tiers=2), Cell(8), Cell(8))
    assert compose([Shape(0.375, is_tall=True), PLAIN, PLAIN]) == (Cell(12, tiers=2), Cell(12), Cell(12))
