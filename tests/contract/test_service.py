"""What scripts are checked against is what the wire says of the service."""

from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyc import wire
from storyc.semantics import service
from storyc.storyboard import Clip


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (service.SIZES, wire.DOCS_SIZES),
        (service.SIZES, wire.NEWEST.sizes),
        (service.MAX_PANELS, wire.MAX_PANELS),
        (service.MAX_AGE_YEARS, wire.MAX_AGE_YEARS),
        (service.MAX_UPLOAD_BYTES, wire.MAX_UPLOAD_BYTES),
        (service.MIN_CLIP_S, wire.MIN_CLIP_S),
        (service.MAX_CLIP_S, wire.MAX_CLIP_S),
        (service.RESOLUTIONS, wire.RESOLUTIONS),
        (frozenset(service.PRESETS), frozenset(wire.PRESETS)),
    ],
)
def test_limits_are_equal(ours: Any, theirs: Any) -> None:
    assert ours == theirs


def test_shapes_of_clips_are_those_that_all_descriptions_name() -> None:
    told = get_args(get_args(get_type_hints(Clip)["aspect_ratio"])[0])
    assert (*service.ASPECT_RATIOS, "adaptive") == told
    assert set(told) <= set(wire.ASPECT_RATIOS)


def test_resolutions_are_those_of_the_storyboard() -> None:
    assert get_args(get_type_hints(Clip)["resolution"]) == service.RESOLUTIONS


@given(width_px=st.integers(1, 9_999), height_px=st.integers(1, 9_999))
def test_the_nearest_size_has_the_shape_that_the_wire_finds(width_px: int, height_px: int) -> None:
    assert service.nearest_size(width_px, height_px) == wire.nearest_size(width_px, height_px)


@pytest.mark.parametrize("size", wire.ALL_SIZES)
def test_sizes_of_other_descriptions_have_the_same_nearest(size: str) -> None:
    width_px, height_px = (int(side) for side in size.split("x"))
    assert service.nearest_size(width_px, height_px) == wire.nearest_size(width_px, height_px)
