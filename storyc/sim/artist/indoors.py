"""A room in perspective and what stands in it."""

from collections.abc import Callable

from .colours import INK, WHITE, mixed
from .geometry import Box, box_around, rounded
from .lexicon import Thing
from .palette import PALETTES
from .scenery import Scenery


def draw_indoors(scenery: Scenery) -> None:
    """Draw the walls, floor and ceiling, a window that shows the light outside, and the furniture."""
    canvas, palette = scenery.canvas, scenery.palette
    top = scenery.horizon - 0.42
    low = scenery.horizon + 0.12
    back = scenery.box(0.2, top, 0.8, low)
    canvas.rectangle(scenery.picture, palette.wall)
    canvas.fill(
        [
            scenery.at(0, 1),
            scenery.at(1, 1),
            scenery.at(1, low + 0.14),
            (back.right, back.bottom),
            (back.left, back.bottom),
            scenery.at(0, low + 0.14),
        ],
        palette.floor,
    )
    canvas.fill(
        [
            scenery.at(0, 0),
            scenery.at(0, top - 0.14),
            (back.left, back.top),
            (back.left, back.bottom),
            scenery.at(0, low + 0.14),
        ],
        (*mixed(palette.wall, INK, 0.5), 46),
    )
    canvas.fill(
        [
            scenery.at(0, -0.2),
            scenery.at(1, -0.2),
            scenery.at(1, top - 0.14),
            (back.right, back.top),
            (back.left, back.top),
            scenery.at(0, top - 0.14),
        ],
        (*WHITE, 60),
    )
    for corner, edge in (
        ((back.left, back.top), scenery.at(0, top - 0.14)),
        ((back.right, back.top), scenery.at(1, top - 0.14)),
        ((back.left, back.bottom), scenery.at(0, low + 0.14)),
        ((back.right, back.bottom), scenery.at(1, low + 0.14)),
    ):
        scenery.stroke([corner, edge], 2.0)
    scenery.stroke(
        [
            (back.left, back.top),
            (back.right, back.top),
            (back.right, back.bottom),
            (back.left, back.bottom),
            (back.left, back.top),
        ],
        2.0,
    )
    for foot in (-0.6, -0.1, 0.35, 0.65, 1.1, 1.6):
        scenery.stroke([back.at(0.5 + (foot - 0.5) * 0.42, 1), scenery.at(foot, 1.05)], 1.2, (*scenery.ink, 90))
    _window(scenery, back)
    for thing, draw in _FURNITURE.items():
        if thing in scenery.things:
            draw(scenery, back)


def _window(scenery: Scenery, back: Box) -> None:
    outside = PALETTES[scenery.light]
    pane = Box(*back.at(0.14, 0.14), *back.at(0.58, 0.56))
    scenery.canvas.gradient(pane, outside.sky, outside.low_sky)
    if scenery.light == "night":
        for _ in range(10):
            scenery.canvas.dot(
                pane.at(scenery.hand.between(0.05, 0.95), scenery.hand.between(0.05, 0.8)),
                1.3 * scenery.canvas.unit,
                WHITE,
            )
    frame = mixed(outside.floor, INK, 0.25)
    for points in (
        [pane.at(0, 0), pane.at(1, 0), pane.at(1, 1), pane.at(0, 1), pane.at(0, 0)],
        [pane.at(0.5, 0), pane.at(0.5, 1)],
        [pane.at(0, 0.48), pane.at(1, 0.48)],
    ):
        scenery.stroke(points, 5.0, frame)
    scenery.stroke([pane.at(-0.08, 1.04), pane.at(1.08, 1.04)], 7.0, frame)
    scenery.canvas.fill(
        [pane.at(0.08, 0.42), pane.at(0.3, 0.06), pane.at(0.42, 0.06), pane.at(0.2, 0.42)], (255, 255, 255, 50)
    )


def _door(scenery: Scenery, back: Box) -> None:
    door = Box(*back.at(0.68, 0.24), *back.at(0.92, 1))
    scenery.wash(
        [door.at(0, 1), door.at(0, 0), door.at(1, 0), door.at(1, 1)],
        mixed(scenery.palette.floor, (112, 72, 46), 0.5),
        2.4,
    )
    for top, bottom in ((0.08, 0.44), (0.54, 0.92)):
        scenery.stroke(
            [
                door.at(0.18, bottom),
                door.at(0.18, top),
                door.at(0.82, top),
                door.at(0.82, bottom),
                door.at(0.18, bottom),
            ],
            1.4,
        )
    scenery.canvas.dot(door.at(0.16, 0.52), 4 * scenery.canvas.unit, scenery.palette.glow)


def _plant(scenery: Scenery, back: Box) -> None:
    pot = box_around(back.at(0.36, 0.52), back.width * 0.09, back.height * 0.08)
    leaf = mixed((84, 140, 78), scenery.palette.wall, 0.15)
    for lean in (-1.2, -0.8, -0.4, 0, 0.4, 0.8, 1.2):
        tip = (pot.center[0] + lean * pot.width * 0.9, pot.top - pot.height * (1.7 - abs(lean) * 0.7))
        scenery.stroke([(pot.center[0], pot.top), ((pot.center[0] + tip[0]) / 2, tip[1]), tip], 4.0, leaf)
    scenery.wash([pot.at(0, 0), pot.at(1, 0), pot.at(0.8, 1), pot.at(0.2, 1)], (190, 110, 76))


def _desk(scenery: Scenery, _: Box) -> None:
    table = scenery.box(0.06, scenery.horizon + 0.2, 0.46, scenery.horizon + 0.42)
    wood = mixed((146, 100, 64), scenery.palette.floor, 0.35)
    scenery.wash(
        [table.at(0, 0.24), table.at(0.2, 0), table.at(1, 0), table.at(0.86, 0.24)], mixed(wood, WHITE, 0.15), 2.2
    )
    scenery.wash([table.at(0, 0.24), table.at(0.86, 0.24), table.at(0.86, 0.36), table.at(0, 0.36)], wood, 2.2)
    for leg in (0.05, 0.78):
        scenery.wash([table.at(leg, 0.36), table.at(leg + 0.05, 0.36), table.at(leg + 0.05, 1), table.at(leg, 1)], wood)


def _shelf(scenery: Scenery, back: Box) -> None:
    for row in range(3):
        y = 0.16 + row * 0.2
        x = 0.66
        while x < 0.94:
            width, height = scenery.hand.between(0.02, 0.045), scenery.hand.between(0.1, 0.16)
            book = Box(*back.at(x, y + 0.17 - height), *back.at(x + width, y + 0.17))
            colour = scenery.hand.pick(((170, 80, 70), (84, 120, 132), (196, 158, 88), (104, 128, 92), (126, 96, 134)))
            scenery.canvas.rectangle(book, mixed(colour, scenery.palette.wall, 0.25), scenery.ink, 1.2)
            x += width
        scenery.stroke([back.at(0.64, y + 0.17), back.at(0.97, y + 0.17)], 4.0, mixed(scenery.palette.floor, INK, 0.3))


def _bed(scenery: Scenery, _: Box) -> None:
    bed = scenery.box(0.5, scenery.horizon + 0.12, 1.0, scenery.horizon + 0.4)
    scenery.wash(
        [bed.at(0.05, 0.3), bed.at(1, 0.3), bed.at(1, 1), bed.at(0, 1)],
        mixed((126, 150, 178), scenery.palette.wall, 0.3),
        2.2,
    )
    scenery.wash(rounded(box_around(bed.at(0.85, 0.3), bed.width * 0.3, bed.height * 0.3), 3), WHITE)
    scenery.stroke([bed.at(0.02, 0.55), bed.at(1, 0.5)], 2.0)


def _lamp(scenery: Scenery, back: Box) -> None:
    center = back.at(0.5, 0.02)
    scenery.stroke([(center[0], scenery.picture.top), center], 2.0)
    shade = box_around(center, back.width * 0.2, back.height * 0.09)
    scenery.canvas.fill(
        [shade.at(0.1, 1), shade.at(0.9, 1), back.at(0.95, 1.1), back.at(0.05, 1.1)], (*scenery.palette.glow, 46)
    )
    scenery.wash(
        [shade.at(0.3, 0), shade.at(0.7, 0), shade.at(1, 1), shade.at(0, 1)],
        mixed((84, 120, 110), scenery.palette.near, 0.3),
        2.0,
    )


def _machine(scenery: Scenery, back: Box) -> None:
    case = Box(*back.at(0.62, 0.3), *back.at(0.96, 0.78))
    scenery.wash(
        [case.at(0, 1), case.at(0, 0), case.at(1, 0), case.at(1, 1)],
        mixed((120, 128, 140), scenery.palette.wall, 0.3),
        2.2,
    )
    scenery.canvas.rectangle(Box(*case.at(0.1, 0.1), *case.at(0.9, 0.5)), (52, 84, 84), INK, 1.4)
    wave = [
        case.at(0.14 + 0.72 * step / 12, 0.3 + (0.1 if step % 3 == 1 else -0.08 if step % 3 == 2 else 0))
        for step in range(13)
    ]
    scenery.canvas.line(wave, (132, 232, 190), 1.8)
    for step, colour in enumerate(((222, 84, 66), (240, 196, 84), (110, 190, 120), (220, 220, 214))):
        scenery.canvas.dot(case.at(0.2 + 0.2 * step, 0.72), 5 * scenery.canvas.unit, colour)


_FURNITURE: dict[Thing, Callable[[Scenery, Box], None]] = {
    "door": _door,
    "shelf": _shelf,
    "machine": _machine,
    "lamp": _lamp,
    "plant": _plant,
    "bed": _bed,
    "desk": _desk,
}
