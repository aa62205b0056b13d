"""A panel's words, set into balloons and boxes over its picture."""

from collections.abc import Iterator, Sequence

from storyc.storyboard import Caption, InArt, Panel, Reading, Sfx, Speech, Title, plain

from .arranging import Spot, Wanted, arrange
from .boxes import box_strokes
from .curve import Curve
from .fitting import fit
from .frame import Frame, frame_of
from .geometry import Box
from .links import link
from .loose import turn_of
from .manner import Lettering, manner_of
from .model import Lettered, Placed, Problem, Stroke
from .notes import notes_in_corners
from .outlines import balloon, curve_of
from .pieces import is_right_to_left, printable
from .setting import set_lines
from .tails import tail_of, targets_of

_WRITTEN_DOWN = frozenset({"ja", "zh"})
_LEAST_PX = 24
"""Pictures with a shorter side have no room for letters."""


def letter_panel(panel: Panel, width_px: int, height_px: int, *, reading: Reading, language: str) -> Lettered:
    """Return the lettering of a panel over a picture of this size, and what found no good place in it.

    `language` is a BCP 47 tag, empty if nobody has said. Japanese and Chinese that are read from right to left are set in columns.
    """
    is_vertical = reading == "right-to-left" and language.lower().split("-")[0] in _WRITTEN_DOWN
    frame = frame_of(panel, width_px, height_px, reading)
    wanted = list(_wanted(panel, language, is_vertical=is_vertical))
    has_room = min(width_px, height_px) >= _LEAST_PX
    spots = arrange(wanted, frame) if has_room else [None] * len(wanted)
    problems = tuple(
        Problem(kind, panel.ordinal, panel.origin, _one_line(one.item))
        for one, spot in zip(wanted, spots, strict=True)
        if (kind := "no-room" if spot is None else spot.problem) is not None
    )
    found = [(one, spot) for one, spot in zip(wanted, spots, strict=True) if spot is not None]
    return Lettered(width_px, height_px, language, tuple(_placed(found, frame)), problems)


def _wanted(panel: Panel, language: str, *, is_vertical: bool) -> Iterator[Wanted]:
    for item in panel.items:
        if isinstance(item, Speech | Caption | Sfx | Title) and not isinstance(item, InArt):
            manner = manner_of(item, language)
            fitted = fit(item.text, manner, is_vertical=is_vertical)
            if fitted is not None:
                yield Wanted(item, manner, fitted)


def _one_line(item: Lettering) -> str:
    return " ".join(printable(plain(item.text)).split())


def _placed(found: Sequence[tuple[Wanted, Spot]], frame: Frame) -> Iterator[Placed]:
    curves = [
        curve_of(one.manner, spot.block, spot.box, spot.size_px) if isinstance(one.item, Speech) else None
        for one, spot in found
    ]
    for number, (one, spot) in enumerate(found):
        before = _joined_to(found, number)
        others = [other.box for at, (_, other) in enumerate(found) if at != number]
        strokes = _strokes(one, spot, frame, curves[number], others, is_linked=before is not None)
        here, there = curves[number], curves[before] if before is not None else None
        if here is not None and there is not None:
            strokes += link(there, here, spot.size_px, frame.size_px)
        is_rtl = is_right_to_left(plain(one.item.text))
        yield Placed(
            one.manner.kind,
            one.manner.looks,
            one.manner.voice,
            spot.size_px,
            spot.box,
            strokes,
            set_lines(one, spot, is_right_to_left=is_rtl),
            is_italic=one.manner.is_italic,
            is_flush=one.manner.is_flush and not one.fitted.is_vertical,
            is_vertical=one.fitted.is_vertical,
            direction="rtl" if is_rtl else "ltr",
            turn_degrees=turn_of(one.manner, is_vertical=one.fitted.is_vertical),
        )


def _joined_to(found: Sequence[tuple[Wanted, Spot]], number: int) -> int | None:
    """Return the number of the balloon that a balloon continues, None if it stands for itself."""
    item = found[number][0].item
    if not isinstance(item, Speech) or "joined" not in item.modifiers:
        return None
    return next((at for at in range(number - 1, -1, -1) if isinstance(found[at][0].item, Speech)), None)


def _strokes(
    one: Wanted, spot: Spot, frame: Frame, curve: Curve | None, others: Sequence[Box], *, is_linked: bool
) -> tuple[Stroke, ...]:
    if curve is not None and isinstance(one.item, Speech):
        is_to_edge = "off" in one.item.modifiers
        aims = targets_of(one.item, spot.box, frame, is_linked=is_linked)
        tails = [tail_of(curve, aim, spot.size_px, frame, others, is_to_edge=is_to_edge) for aim in aims]
        strokes = balloon(one.manner, curve, [tail for tail in tails if tail is not None], spot.size_px, frame.size_px)
        if "sing" in one.item.modifiers:
            strokes += notes_in_corners(spot.box, spot.size_px)
        return strokes
    if one.manner.outline == "box":
        return box_strokes(one.manner.looks, spot.box, frame.size_px)
    return ()
