"""The washes of a time of day."""

from msgspec import Struct

from .colours import Rgb
from .lexicon import Light


class Palette(Struct, frozen=True, gc=False):
    """The colours that a light gives to a scene."""

    sky: Rgb
    low_sky: Rgb
    far: Rgb
    near: Rgb
    ground: Rgb
    low_ground: Rgb
    wall: Rgb
    floor: Rgb
    glow: Rgb
    """Lamps and lit windows."""


PALETTES: dict[Light, Palette] = {
    "day": Palette(
        sky=(158, 206, 234),
        low_sky=(232, 242, 240),
        far=(160, 186, 198),
        near=(122, 150, 140),
        ground=(214, 204, 174),
        low_ground=(196, 184, 150),
        wall=(240, 228, 202),
        floor=(206, 178, 140),
        glow=(255, 246, 206),
    ),
    "night": Palette(
        sky=(26, 32, 62),
        low_sky=(70, 80, 122),
        far=(44, 52, 86),
        near=(30, 36, 62),
        ground=(60, 64, 90),
        low_ground=(44, 48, 72),
        wall=(104, 106, 136),
        floor=(78, 76, 102),
        glow=(255, 206, 116),
    ),
    "evening": Palette(
        sky=(112, 92, 148),
        low_sky=(252, 176, 112),
        far=(140, 98, 128),
        near=(96, 70, 98),
        ground=(168, 124, 110),
        low_ground=(138, 98, 96),
        wall=(232, 188, 148),
        floor=(178, 126, 100),
        glow=(255, 216, 128),
    ),
    "dawn": Palette(
        sky=(148, 178, 216),
        low_sky=(254, 220, 196),
        far=(176, 170, 190),
        near=(132, 132, 150),
        ground=(192, 184, 174),
        low_ground=(168, 158, 150),
        wall=(236, 220, 208),
        floor=(192, 166, 146),
        glow=(255, 232, 176),
    ),
    "plain": Palette(
        sky=(226, 230, 226),
        low_sky=(246, 241, 228),
        far=(208, 208, 200),
        near=(180, 182, 174),
        ground=(226, 218, 200),
        low_ground=(212, 203, 184),
        wall=(240, 233, 216),
        floor=(216, 200, 174),
        glow=(255, 240, 190),
    ),
}
