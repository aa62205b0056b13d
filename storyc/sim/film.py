"""A shot as this machine can show it: a short silent film between the frames that it begins and ends with.

Length, shape and resolution are those of the order, and a stamp says that it is a draft; motion is a slow push into one frame, or frames that dissolve into each other. How
long it takes to make one is bounded: the larger the picture or the longer the shot, the fewer pictures a second.
"""

from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from typing import Final

from PIL import Image, ImageOps

from .artist import draw_panel, read_brief
from .film_webm import make_webm
from .state import Film
from .watermark import draft_stamp

FILM_MEDIA_TYPE: Final = "video/webm"
_RATIO: Final = (16, 9)
"""Also for `adaptive`: a shot without frames has nothing to adapt to."""
_MOST_A_SECOND: Final = 6
_MOST_PIXELS: Final = 24 * 1024 * 1024
"""Of all pictures of a film together: about a second's work."""
_MOST_STILLS: Final = 8
_PUSH: Final = 0.12
"""How far the camera moves in when there is only one frame."""


def draw_film(film: Film, frames: Sequence[bytes]) -> bytes:
    """Return a shot as WebM; frames that cannot be decoded are left out, and with none the artist draws one."""
    duration_s = film.options.duration
    size = _size(film.options.aspect_ratio, film.options.resolution)
    stills = [still for frame in frames[:_MOST_STILLS] if (still := _still(frame, size)) is not None]
    if not stills:
        drawn = _still(draw_panel(read_brief(film.prompt), 0, 0, size), size)
        assert drawn is not None, "the artist draws pictures"
        stills = [drawn]
    count = min(duration_s * _MOST_A_SECOND, _MOST_PIXELS // (size[0] * size[1]))
    pictures = _pushed(stills[0], count) if len(stills) == 1 else _dissolved(stills, count)
    plate = draft_stamp(min(size))
    corner = (size[0] - plate.width, size[1] - plate.height)
    stamped = [picture.copy() for picture in pictures]
    for picture in stamped:
        picture.paste(plate, corner, plate)
    return make_webm(stamped, duration_s * 1000)


def _size(aspect_ratio: str | None, resolution: str) -> tuple[int, int]:
    """Return even numbers of pixels, the shorter the one that names the resolution."""
    wide, _, high = (aspect_ratio or "").partition(":")
    ratio = (int(wide), int(high)) if wide.isdecimal() and high.isdecimal() else _RATIO
    scale = int(resolution.removesuffix("p")) / min(ratio)
    return 2 * round(ratio[0] * scale / 2), 2 * round(ratio[1] * scale / 2)


def _still(content: bytes, size: tuple[int, int]) -> Image.Image | None:
    try:
        with Image.open(BytesIO(content), formats=("WEBP", "PNG", "JPEG", "GIF")) as picture:
            return ImageOps.fit(picture.convert("RGB"), size)
    except Exception:  # noqa: BLE001  (what a decoder raises on hostile bytes is not a closed set)
        return None


def _pushed(still: Image.Image, count: int) -> list[Image.Image]:
    """Return a slow move towards the middle."""
    width, height = still.size
    pictures = [still]
    for step in range(1, count):
        inset = _PUSH / 2 * step / (count - 1)
        box = (width * inset, height * inset, width * (1 - inset), height * (1 - inset))
        pictures.append(still.resize(still.size, Image.Resampling.BILINEAR, box=box))
    return pictures


def _dissolved(stills: Sequence[Image.Image], count: int) -> list[Image.Image]:
    """Return the stills, each going over into the next; the film begins with the first and ends with the last."""
    steps = max(1, (count - 1) // (len(stills) - 1))
    pictures = [stills[0]]
    for before, after in pairwise(stills):
        pictures += [Image.blend(before, after, step / steps) for step in range(1, steps)]
        pictures.append(after)
    return pictures
