"""The service as its different descriptions tell it.

Two official descriptions of the API disagree about picture sizes and default preset. `newest` is what the newest documentation and all
official clients agree on and is what storyc sends; `docs-page` and `model-card` follow one page each, for accounts that are served so.
"""

from fractions import Fraction
from re import compile as regex
from typing import Final, Literal, NamedTuple

DOCS_SIZES: Final = (
    "1024x1024",
    "512x768",
    "512x1024",
    "576x1024",
    "768x1024",
    "1024x768",
    "768x512",
    "1024x576",
    "1024x512",
)
"""Width x height in pixels; the documentation page and every official client."""

MODEL_CARD_SIZES: Final = (
    "512x512",
    "768x768",
    "1024x1024",
    "1024x1536",
    "1536x1024",
    "1024x1792",
    "1792x1024",
)
"""Width x height in pixels; the model card, which the official clients refuse but for one."""

ALL_SIZES: Final = (*DOCS_SIZES, *(size for size in MODEL_CARD_SIZES if size not in DOCS_SIZES))

PRESETS: Final = ("neutral", "render", "japanese_manga", "animeStyle", "comicBookStyle")
"""Preset ids that the vendor itself publishes; an account may know more."""

ProfileName = Literal["newest", "docs-page", "model-card"]


class Profile(NamedTuple):
    """One description of the service."""

    name: ProfileName
    sizes: tuple[str, ...]
    """Width x height in pixels; the first square one is the default."""
    preset: str
    """What the service draws when a request names no preset."""


NEWEST: Final = Profile("newest", DOCS_SIZES, "neutral")
PROFILES: Final[dict[str, Profile]] = {
    "newest": NEWEST,
    "docs-page": Profile("docs-page", DOCS_SIZES, "render"),
    "model-card": Profile("model-card", MODEL_CARD_SIZES, "neutral"),
}

_SIZE = regex(r"([1-9][0-9]{0,4})x([1-9][0-9]{0,4})")


def read_size(size: str) -> tuple[int, int] | None:
    """Return the width and the height of `768x1024` in pixels; None if it is not written like that."""
    match = _SIZE.fullmatch(size)
    return (int(match[1]), int(match[2])) if match else None


def nearest_size(width_px: int, height_px: int, sizes: tuple[str, ...] = DOCS_SIZES) -> str:
    """Return the size that distorts a picture least: nearest in aspect ratio, then in area, then first in the list."""

    def distance(size: str) -> tuple[Fraction, Fraction]:
        width, height = read_size(size) or (1, 1)
        return _stretch(width_px * height, height_px * width), _stretch(width_px * height_px, width * height)

    return min(sizes, key=distance)


def _stretch(one: int, other: int) -> Fraction:
    return Fraction(max(one, other), min(one, other))
