"""Close looks at a thing: the card of an insert, and the eyes through which a point of view looks."""

from collections.abc import Callable
from math import cos, pi, sin

from .colours import INK, WHITE, mixed
from .geometry import Box, box_around, rounded
from .items import Item, item_in
from .scenery import Scenery


def draw_insert(scenery: Scenery, action: str) -> None:
    """Draw the first thing that the action names, large, on a spot of light."""
    canvas = scenery.canvas
    canvas.rectangle(scenery.picture, mixed(scenery.palette.wall, scenery.palette.near, 0.35))
    size = min(scenery.picture.width, scenery.picture.height) * 0.34
    center = scenery.at(0.5, 0.56)
    for spread, alpha in ((2.5, 60), (2.1, 70), (1.7, 90)):
        canvas.oval(
            box_around(center, size * spread * 1.1, size * spread), (*mixed(scenery.palette.glow, WHITE, 0.3), alpha)
        )
    for step in range(28):
        angle = 2 * pi * step / 28
        x, y = center
        canvas.line(
            [
                (x + size * 1.38 * cos(angle), y + size * 1.26 * sin(angle)),
                (x + size * 1.52 * cos(angle), y + size * 1.38 * sin(angle)),
            ],
            (*INK, 120),
            1.8,
        )
    canvas.oval(box_around((center[0], center[1] + size * 0.72), size * 1.5, size * 0.24), (*INK, 70))
    _DRAWN[item_in(action) or "box"](scenery, box_around(center, size * 1.3, size * 1.3))


def draw_viewpoint(scenery: Scenery) -> None:
    """Darken the edges: somebody is looking."""
    canvas, picture = scenery.canvas, scenery.picture
    ring = rounded(picture.grown(picture.width * 0.02, -picture.height * 0.01), 2.4, 72)
    # One outline around both: it enters the ring where the ring leaves the picture, so that no seam shows.
    around = ((1, 0.5), (1, 1), (0, 1), (0, 0), (1, 0), (1, 0.5))
    canvas.fill([*(picture.at(*corner) for corner in around), *ring, ring[0]], (*INK, 170))


def _box(scenery: Scenery, box: Box) -> None:
    side = (196, 96, 70)
    scenery.wash([box.at(0.05, 0.45), box.at(0.95, 0.45), box.at(0.9, 0.98), box.at(0.1, 0.98)], side, 3.2, INK)
    scenery.canvas.fill([box.at(0.08, 0.46), box.at(0.92, 0.46), box.at(0.9, 0.56), box.at(0.1, 0.56)], (*INK, 190))
    for x in (0.4, 0.56):
        scenery.canvas.oval(box_around(box.at(x, 0.51), box.width * 0.07, box.width * 0.05), (252, 214, 84))
    scenery.wash(
        [box.at(0.0, 0.4), box.at(0.3, 0.16), box.at(1.02, 0.22), box.at(0.98, 0.42)], mixed(side, WHITE, 0.2), 3.2, INK
    )
    scenery.stroke([box.at(0.5, 0.6), box.at(0.5, 0.96)], 5.0, (244, 226, 190))


def _phone(scenery: Scenery, box: Box) -> None:
    scenery.wash(
        [box.at(0.34, 0.16), box.at(0.68, 0.12), box.at(0.74, 0.94), box.at(0.4, 0.98)], (70, 76, 88), 3.2, INK
    )
    scenery.stroke([box.at(0.4, 0.15), box.at(0.34, -0.12)], 6.0, INK)
    scenery.wash(
        [box.at(0.41, 0.24), box.at(0.64, 0.21), box.at(0.66, 0.44), box.at(0.43, 0.47)], (164, 204, 188), 2.0, INK
    )
    for row in range(4):
        scenery.stroke([box.at(0.46, 0.56 + row * 0.08), box.at(0.67, 0.54 + row * 0.08)], 3.0, (30, 32, 40))
    _fingers(scenery, box)


def _fingers(scenery: Scenery, box: Box) -> None:
    for row in range(4):
        finger = rounded(box_around(box.at(0.74, 0.5 + row * 0.13), box.width * 0.34, box.height * 0.125), 2.8, 24)
        scenery.wash(finger, (232, 190, 156), 2.4, INK)
    scenery.wash(
        rounded(box_around(box.at(0.33, 0.6), box.width * 0.16, box.height * 0.34), 2.6, 24), (232, 190, 156), 2.4, INK
    )


def _hand(scenery: Scenery, box: Box) -> None:
    scenery.wash([box.at(0.3, 1.2), box.at(0.24, 0.6), box.at(0.74, 0.6), box.at(0.7, 1.2)], (232, 190, 156), 3, INK)
    _fingers(scenery, box)


def _letter(scenery: Scenery, box: Box) -> None:
    scenery.wash([box.at(0, 0.28), box.at(0.96, 0.18), box.at(1, 0.82), box.at(0.04, 0.92)], (250, 244, 226), 3, INK)
    scenery.stroke([box.at(0, 0.28), box.at(0.52, 0.6), box.at(0.96, 0.18)], 2.6, INK)
    scenery.canvas.dot(box.at(0.52, 0.6), box.width * 0.07, (196, 60, 54))


def _cup(scenery: Scenery, box: Box) -> None:
    handle = rounded(box_around(box.at(0.82, 0.62), box.width * 0.34, box.height * 0.36))
    scenery.canvas.line([*handle, handle[0]], INK, 8)
    scenery.wash(
        [box.at(0.16, 0.34), box.at(0.76, 0.34), box.at(0.7, 0.96), box.at(0.22, 0.96)], (236, 232, 222), 3, INK
    )
    scenery.wash(
        rounded(box_around(box.at(0.46, 0.34), box.width * 0.6, box.height * 0.14), 2, 30), (112, 72, 48), 3, INK
    )
    for x in (0.34, 0.46, 0.58):
        scenery.stroke(
            [box.at(x, 0.22), box.at(x + 0.04, 0.12), box.at(x - 0.03, 0.02), box.at(x + 0.02, -0.08)], 2.2, WHITE
        )


def _book(scenery: Scenery, box: Box) -> None:
    scenery.wash(
        [
            box.at(-0.04, 0.34),
            box.at(0.5, 0.42),
            box.at(1.04, 0.34),
            box.at(1.04, 0.92),
            box.at(0.5, 1),
            box.at(-0.04, 0.92),
        ],
        (150, 66, 62),
        3,
        INK,
    )
    scenery.wash(
        [box.at(0, 0.3), box.at(0.5, 0.38), box.at(1, 0.3), box.at(1, 0.86), box.at(0.5, 0.94), box.at(0, 0.86)],
        (250, 244, 226),
        2.6,
        INK,
    )
    scenery.stroke([box.at(0.5, 0.38), box.at(0.5, 0.94)], 2.4, INK)
    for row in range(5):
        for x in (0.08, 0.58):
            scenery.stroke([box.at(x, 0.44 + row * 0.08), box.at(x + 0.34, 0.46 + row * 0.08)], 1.8, (150, 146, 140))


def _key(scenery: Scenery, box: Box) -> None:
    ring = rounded(box_around(box.at(0.2, 0.5), box.width * 0.36, box.height * 0.36))
    for width, colour in ((20, INK), (13, (222, 178, 74))):
        scenery.canvas.line([*ring, ring[0], ring[1]], colour, width)
        scenery.canvas.line([box.at(0.38, 0.5), box.at(1, 0.5)], colour, width)
        for x in (0.82, 0.95):
            scenery.canvas.line([box.at(x, 0.5), box.at(x, 0.68)], colour, width)


def _torch(scenery: Scenery, box: Box) -> None:
    scenery.canvas.fill(
        [box.at(0.62, 0.3), box.at(0.86, 0.62), box.at(1.8, -0.2), box.at(1.2, -0.7)], (*scenery.palette.glow, 120)
    )
    scenery.wash([box.at(0.02, 0.86), box.at(0.5, 0.4), box.at(0.66, 0.58), box.at(0.18, 1.02)], (92, 98, 110), 3, INK)
    scenery.wash([box.at(0.46, 0.36), box.at(0.62, 0.22), box.at(0.9, 0.52), box.at(0.7, 0.66)], (190, 70, 60), 3, INK)


def _clock(scenery: Scenery, box: Box) -> None:
    scenery.wash(rounded(box, 2, 48), (240, 234, 216), 5, INK)
    for hour in range(12):
        angle, (x, y) = pi * hour / 6, box.center
        reach = box.width / 2
        scenery.canvas.line(
            [
                (x + reach * 0.8 * cos(angle), y + reach * 0.8 * sin(angle)),
                (x + reach * 0.92 * cos(angle), y + reach * 0.92 * sin(angle)),
            ],
            INK,
            3,
        )
    scenery.stroke([box.center, box.at(0.5, 0.18)], 5, INK)
    scenery.stroke([box.center, box.at(0.76, 0.62)], 6, INK)


def _blade(scenery: Scenery, box: Box) -> None:
    scenery.wash(
        [box.at(0.3, 0.62), box.at(0.92, -0.08), box.at(1.04, -0.02), box.at(0.42, 0.74)], (216, 222, 228), 3, INK
    )
    scenery.wash([box.at(0.2, 0.52), box.at(0.52, 0.84), box.at(0.46, 0.9), box.at(0.14, 0.58)], (196, 158, 76), 3, INK)
    scenery.wash([box.at(0.28, 0.68), box.at(0.38, 0.78), box.at(0.14, 1.06), box.at(0.02, 0.96)], (96, 60, 48), 3, INK)


def _flower(scenery: Scenery, box: Box) -> None:
    scenery.stroke([box.at(0.5, 0.4), box.at(0.46, 0.8), box.at(0.52, 1.2)], 7, (92, 140, 84))
    x, y = box.at(0.5, 0.36)
    for step in range(6):
        angle = pi * step / 3
        scenery.wash(
            rounded(
                box_around(
                    (x + box.width * 0.22 * cos(angle), y + box.height * 0.22 * sin(angle)),
                    box.width * 0.32,
                    box.height * 0.32,
                ),
                2,
                22,
            ),
            (240, 158, 184),
            2.6,
            INK,
        )
    scenery.canvas.oval(box_around((x, y), box.width * 0.22, box.height * 0.22), (244, 204, 92), INK, 2.4)


def _food(scenery: Scenery, box: Box) -> None:
    scenery.wash(
        rounded(box_around(box.at(0.5, 0.86), box.width * 1.2, box.height * 0.26), 2, 40), (244, 242, 236), 3, INK
    )
    scenery.wash(
        rounded(box_around(box.at(0.5, 0.6), box.width * 0.9, box.height * 0.5), 2.6, 36), (218, 160, 92), 3, INK
    )
    for x in (0.3, 0.45, 0.6):
        scenery.stroke([box.at(x, 0.46), box.at(x + 0.08, 0.66)], 3, (150, 96, 52))


_DRAWN: dict[Item, Callable[[Scenery, Box], None]] = {
    "box": _box,
    "phone": _phone,
    "letter": _letter,
    "cup": _cup,
    "book": _book,
    "key": _key,
    "torch": _torch,
    "clock": _clock,
    "hand": _hand,
    "blade": _blade,
    "flower": _flower,
    "food": _food,
}
