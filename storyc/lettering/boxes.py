"""The boxes of captions."""

from collections.abc import Sequence

from .curve import move, number, pair, polygon, straight_path
from .geometry import Box
from .model import PEN, Stroke


def box_strokes(looks: Sequence[str], box: Box, unit_px: float) -> tuple[Stroke, ...]:
    """Return the strokes of a caption's box."""
    pen = PEN * unit_px * 0.75
    kind = looks[0]
    corners = [(box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)]
    match kind:
        case "locale":
            return (Stroke(polygon(corners), "plate"),)
        case "monologue":
            return (Stroke(_with_round_corners(box, 0.5 * unit_px), "tinted", pen),)
        case "editorial":
            rule = move(corners[0]) + straight_path([corners[1]])
            return (Stroke(polygon(corners), "remark"), Stroke(rule, "line", pen))
        case "narrator":
            return (Stroke(polygon(corners), "parchment", pen),)
        case _:
            return (Stroke(polygon(corners), "box", pen),)


def _with_round_corners(box: Box, radius: float) -> str:
    radius = min(radius, box.width / 2, box.height / 2)
    size = number(radius)
    arc = f"A{size} {size} 0 0 1 "
    return "".join(
        (
            move((box.left + radius, box.top)), straight_path([(box.right - radius, box.top)]),
            arc, pair((box.right, box.top + radius)), straight_path([(box.right, box.bottom - radius)]),
            arc, pair((box.right - radius, box.bottom)), straight_path([(box.left + radius, box.bottom)]),
            arc, pair((box.left, box.bottom - radius)), straight_path([(box.left, box.top + radius)]),
            arc, pair((box.left + radius, box.top)), "Z",
        )
    )  # fmt: skip
