from hypothesis import given
from hypothesis import strategies as st

from storyc.assembly.grid import COLUMNS, Cell, Shape, compose

SHAPES = st.lists(
    st.builds(
        Shape,
        ratio=st.floats(0.2, 5),
        weight=st.sampled_from([0.7, 1.0, 1.4]),
        is_alone=st.booleans(),
        is_tall=st.booleans(),
    ),
    max_size=25,
)
PLAIN = Shape(0.75)


@given(SHAPES)
def test_cells_fill_every_tier_to_the_last_column(shapes: list[Shape]) -> None:
    cells = compose(shapes)
    assert len(cells) == len(shapes)
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
def test_no_cell_is_too_narrow_for_a_balloon(shapes: list[Shape]) -> None:
    assert all(5 <= cell.columns <= COLUMNS for cell in compose(shapes))


@given(SHAPES)
def test_who_asks_to_stand_alone_does(shapes: list[Shape]) -> None:
    assert all(cell == Cell(COLUMNS) for shape, cell in zip(shapes, compose(shapes), strict=True) if shape.is_alone)


def test_a_page_comes_near_the_shape_of_paper() -> None:
    assert compose([PLAIN] * 3) == (Cell(24), Cell(12), Cell(12))
    assert compose([PLAIN] * 4) == (Cell(12),) * 4
    assert compose([PLAIN] * 9) == (Cell(8),) * 9


def test_a_page_that_is_full_takes_the_rest_in_small_tiers() -> None:
    wide = Shape(0.75, is_alone=True)
    assert compose([wide, PLAIN, PLAIN, PLAIN]) == (Cell(24), Cell(8), Cell(8), Cell(8))


def test_pictures_of_one_tier_are_equally_high() -> None:
    portrait, landscape = compose([Shape(0.75), Shape(1.5), *[Shape(0.75)] * 6])[:2]
    assert portrait.columns * 2 == landscape.columns


def test_a_tall_panel_is_as_high_as_the_two_beside_it() -> None:
    assert compose([Shape(0.75, is_tall=True), PLAIN, PLAIN]) == (Cell(16, tiers=2), Cell(8), Cell(8))
    assert compose([Shape(0.375, is_tall=True), PLAIN, PLAIN]) == (Cell(12, tiers=2), Cell(12), Cell(12))


def test_a_tall_panel_without_two_to_stand_beside_is_one_of_many() -> None:
    assert all(cell.tiers == 1 for cell in compose([PLAIN, Shape(0.75, is_tall=True), PLAIN]))
