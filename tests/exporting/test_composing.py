"""Laws of finished pages: nothing overlaps, nothing is cut, nothing leaves the page, and panels are read in order."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyc.exporting.composing import Place, compose

ratios = st.lists(st.floats(0.3, 4.0), min_size=1, max_size=20)
WIDTH, HEIGHT, GUTTER = 600.0, 900.0, 10.0
NEAR = 1e-6


def is_apart(one: Place, other: Place) -> bool:
    return (
        one.x + one.width <= other.x + NEAR
        or other.x + other.width <= one.x + NEAR
        or one.y + one.height <= other.y + NEAR
        or other.y + other.height <= one.y + NEAR
    )


@given(ratios, st.booleans(), st.booleans())
def test_panels_keep_their_shape_and_stay_on_the_page(wanted: list[float], is_mirrored: bool, is_strip: bool) -> None:
    places = compose(wanted, WIDTH, HEIGHT, GUTTER, is_right_to_left=is_mirrored, is_strip=is_strip)
    assert len(places) == len(wanted)
    for ratio, place in zip(wanted, places, strict=True):
        assert place.width / place.height == pytest.approx(ratio)
        assert -NEAR <= place.x <= place.x + place.width <= WIDTH + NEAR
        assert -NEAR <= place.y <= place.y + place.height <= HEIGHT + NEAR


@given(ratios)
def test_no_panel_lies_on_another(wanted: list[float]) -> None:
    places = compose(wanted, WIDTH, HEIGHT, GUTTER)
    assert all(is_apart(one, other) for number, one in enumerate(places) for other in places[:number])


@given(ratios)
def test_the_next_panel_is_beside_or_below(wanted: list[float]) -> None:
    for before, after in pairwise(compose(wanted, WIDTH, HEIGHT, GUTTER)):
        is_beside = after.y == pytest.approx(before.y) and after.x >= before.x + before.width
        assert is_beside or after.y >= before.y + before.height


@given(ratios)
def test_right_to_left_is_the_mirror_image(wanted: list[float]) -> None:
    places = compose(wanted, WIDTH, HEIGHT, GUTTER)
    for place, mirrored in zip(places, compose(wanted, WIDTH, HEIGHT, GUTTER, is_right_to_left=True), strict=True):
        assert mirrored.x == pytest.approx(WIDTH - place.x - place.width)
        assert mirrored.y == place.y


@pytest.mark.parametrize(("count", "tiers"), [(1, [1]), (4, [2, 2]), (6, [2, 2, 2]), (9, [3, 3, 3])])
def test_pages_of_equal_panels_look_like_pages(count: int, tiers: list[int]) -> None:
    places = compose([1.0 if count == 6 else 2 / 3] * count, WIDTH, HEIGHT, GUTTER)
    tops = [round(place.y) for place in places]
    assert [tops.count(top) for top in dict.fromkeys(tops)] == tiers


def test_a_strip_is_one_below_the_other() -> None:
    places = compose([1.5, 0.5, 1.0], WIDTH, HEIGHT, GUTTER, is_strip=True)
    assert len({round(place.y) for place in places}) == 3


def test_an_empty_page_is_empty() -> None:
    assert compose([], WIDTH, HEIGHT, GUTTER) == ()
