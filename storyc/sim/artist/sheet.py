"""The paper about the picture: its border, and the strip under it with number, place, time and action."""

from math import cos, radians, sin

from msgspec import Struct

from .brief import Shot
from .camera import Camera
from .canvas import Canvas
from .colours import INK, PAPER, Rgb, mixed
from .geometry import Box, Point, box_around
from .typeset import Block, Typesetter

_PENCIL: Rgb = (96, 110, 140)
_STAMP: Rgb = (206, 72, 60)
_TILT = 7.0
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
    margin = 0.0 if camera.is_bleed else 14 * unit
    inset = 16 * unit
    badge = setter.block(f"{shot.page_label}.{shot.number}", 19 * unit, width * 0.24, voice="loud", max_lines=1)
    stamp_width = 112 * unit
    room = max(24 * unit, width - badge.width_px - stamp_width - 5 * inset)
    has_letters = bool(shot.letterings) or bool(shot.present)
    slug = setter.block(_slug(shot), 14 * unit, room, voice="loud", max_lines=1)
    most = max(1, int(height * (0.14 if has_letters else 0.3) / (17 * unit * 1.24)))
    words = " ".join(filter(None, (shot.action, *shot.notes)))
    action = setter.block(words, 16.5 * unit, room, voice="plain", max_lines=most)
    strip_height = max(36 * unit, slug.height_px + action.height_px + 16 * unit)
    if strip_height > height * 0.45:
        strip_height = height * 0.12
        slug = action = setter.block("", 10, 10)
    picture = Box(margin, margin, width - margin, height - strip_height)
    return Sheet(
        picture,
        Box(0, picture.bottom, width, height),
        badge,
        slug,
        action,
        setter.block("DRAFT", 21 * unit, width * 0.3, voice="loud", max_lines=1),
    )


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
    plate = Box(
        16 * unit, strip.top + 8 * unit, 32 * unit + badge.width_px, strip.top + 8 * unit + badge.height_px + 4 * unit
    )
    if plate.bottom <= strip.bottom and plate.right < strip.right:
        canvas.rectangle(plate, INK, None, 1, 7 * unit)
        canvas.letters(badge, plate.left + 8 * unit, plate.top + 2 * unit, PAPER)
    x, y = plate.right + 14 * unit, strip.top + 7 * unit
    canvas.letters(sheet.slug, x, y, _PENCIL, is_centered=False)
    canvas.letters(sheet.action, x, y + sheet.slug.height_px + 2 * unit, INK, is_centered=False)
    if omitted:
        said = f"+{omitted} letterings without room"
        canvas.letters(
            Typesetter(canvas.fonts, canvas.scale).block(said, 13 * unit, strip.width * 0.4, max_lines=1),
            x,
            strip.bottom - 18 * unit,
            _STAMP,
        )
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
