"""The paper about the picture: its border, and the strip under it with number, place, time and action."""

from math import cos, radians, sin

from msgspec import Struct

from .brief import Shot
from .camera import Camera
from .canvas import Canvas
from .colours import INK, PAPER, Rgb, mixed
from .geometry import Box, Point, box_around
from .typeset import LINE_HEIGHT, Block, Typesetter

_PENCIL: Rgb = (96, 110, 140)
_STAMP: Rgb = (206, 72, 60)
_TILT = 7.0
_NOTE_PX = 16.5
_STRIP_SHARE = 0.14
"""The most of the sheet's height that the action takes."""
_WORDY_STRIP_SHARE = 0.3
"""The same for a panel without people and letters, whose words are all there is to see."""
_LEAST_PX = 96
"""The short side of the smallest sheet that has room for a strip."""
SEPIA: Rgb = (150, 112, 70)


class Sheet(Struct, frozen=True, gc=False):
    """The parts of the paper."""

    picture: Box
    strip: Box
    badge: Block
    slug: Block
    action: Block
    stamp: Block


def plan_sheet(shot: Shot, camera: Camera, size_px: tuple[int, int], unit: float, setter: Typesetter) -> Sheet:
    """Return where picture and strip lie. The strip is as high as its words, up to a share of the sheet."""
    width, height = size_px
    margin = 0.0 if camera.is_bleed else min(14 * unit, min(size_px) * 0.04)
    badge = setter.block(str(shot.number), 19 * unit, width * 0.24, voice="loud", max_lines=1)
    stamp = setter.block("DRAFT", 21 * unit, width * 0.3, voice="loud", max_lines=1)
    room = max(24 * unit, width - badge.width_px - stamp.width_px - 130 * unit)
    slug = setter.block(_slug(shot), 14 * unit, room, voice="loud", max_lines=1)
    share = _STRIP_SHARE if shot.letterings or shot.present else _WORDY_STRIP_SHARE
    lines = max(1, int(height * share / (_NOTE_PX * unit * LINE_HEIGHT)))
    words = " ".join(filter(None, (shot.action, *shot.notes)))
    action = setter.block(words, _NOTE_PX * unit, room, voice="plain", max_lines=lines)
    strip_height = max(38 * unit, slug.height_px + action.height_px + 16 * unit)
    if min(size_px) < _LEAST_PX or strip_height > height * 0.45:
        strip_height = margin
    picture = Box(margin, margin, width - margin, height - strip_height)
    return Sheet(picture, Box(0, picture.bottom, width, height), badge, slug, action, stamp)


def _slug(shot: Shot) -> str:
    scene = shot.scene
    where = ". ".join(filter(None, (scene.interior, scene.place)))
    return "  ".join(filter(None, (" - ".join(filter(None, (where, scene.time))), _framing(shot))))


def _framing(shot: Shot) -> str:
    return f"[{', '.join(shot.tags)}]" if shot.tags else ""


def draw_sheet(canvas: Canvas, sheet: Sheet, camera: Camera, omitted: int) -> None:
    """Draw the paper over everything that stands out of the picture, the border, and the strip."""
    picture, unit = sheet.picture, canvas.unit
    paper = mixed(PAPER, SEPIA, 0.16) if camera.is_flashback else PAPER
    for edge in (
        Box(0, 0, canvas.width_px, picture.top),
        Box(0, picture.top, picture.left, picture.bottom),
        Box(picture.right, picture.top, canvas.width_px, picture.bottom),
        Box(0, picture.bottom, canvas.width_px, canvas.height_px),
    ):
        if edge.width > 0 and edge.height > 0:
            canvas.rectangle(edge, paper)
    _draw_border(canvas, picture, camera, paper)
    _draw_strip(canvas, sheet, unit, omitted)


def _draw_border(canvas: Canvas, picture: Box, camera: Camera, paper: Rgb) -> None:
    unit = canvas.unit
    if camera.is_flashback:
        canvas.rectangle(picture, (*SEPIA, 44))
        radius = min(54 * unit, picture.width / 3, picture.height / 3)
        for step in range(max(1, round(radius * 0.42 / 3))):
            canvas.rectangle(picture.grown(radius * 0.42 - step * 3), None, paper, 4.0 / unit, radius * 1.42 - step * 3)
        canvas.rectangle(picture, None, SEPIA, 2.6, radius)
        canvas.rectangle(picture.grown(-6 * unit), None, (*SEPIA, 150), 1.6, radius - 6 * unit)
    elif camera.is_bleed:
        canvas.line([(picture.left, picture.bottom), (picture.right, picture.bottom)], INK, 2.0)
    elif not camera.is_borderless:
        canvas.rectangle(picture, None, INK, 5.0 if camera.is_splash else 3.2)


def _draw_strip(canvas: Canvas, sheet: Sheet, unit: float, omitted: int) -> None:
    strip, badge = sheet.strip, sheet.badge
    if strip.height < 30 * unit:
        return
    top = strip.top + 8 * unit
    plate = Box(16 * unit, top, 32 * unit + badge.width_px, top + badge.height_px + 4 * unit)
    canvas.rectangle(plate, INK, radius_px=7 * unit)
    canvas.letters(badge, plate.left + 8 * unit, plate.top + 2 * unit, PAPER)
    left = plate.right + 14 * unit
    canvas.letters(sheet.slug, left, top - unit, _PENCIL, is_centered=False)
    canvas.letters(sheet.action, left, top + sheet.slug.height_px + unit, INK, is_centered=False)
    if omitted:
        said = f"+{omitted} letterings without room"
        block = Typesetter(canvas.fonts, canvas.scale).block(said, 12 * unit, strip.width * 0.3, max_lines=1)
        canvas.letters(block, strip.right - block.width_px - 8 * unit, strip.bottom - block.height_px, _STAMP)
    _draw_stamp(canvas, sheet)


def _draw_stamp(canvas: Canvas, sheet: Sheet) -> None:
    """Draw the mark that nobody takes for finished art."""
    unit, strip = canvas.unit, sheet.strip
    block, center = sheet.stamp, (strip.right - 66 * unit, strip.top + strip.height / 2)
    turned = [
        _turned(corner, center)
        for corner in _corners(box_around(center, block.width_px + 18 * unit, block.height_px + 8 * unit))
    ]
    if all(0 < x < canvas.width_px and sheet.picture.bottom - 8 * unit < y < canvas.height_px for x, y in turned):
        canvas.fill(turned, PAPER)
        canvas.line([*turned, turned[0], turned[1]], _STAMP, 3.0)
        canvas.slanted_letters(block, center, _TILT, colour=_STAMP, rim=PAPER, rim_px=0.1)


def _corners(box: Box) -> tuple[Point, Point, Point, Point]:
    return (box.at(0, 0), box.at(1, 0), box.at(1, 1), box.at(0, 1))


def _turned(point: Point, center: Point) -> Point:
    across, down = point[0] - center[0], point[1] - center[1]
    angle = -radians(_TILT)
    return (center[0] + across * cos(angle) - down * sin(angle), center[1] + across * sin(angle) + down * cos(angle))
