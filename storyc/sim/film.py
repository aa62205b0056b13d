"""A shot as this machine can show it: a short animated WebP of the frames that it begins and ends with.

There is no film encoder here, and a file that calls itself MP4 and is none would be a lie, so what is served is `image/webp`, which
every browser plays. Length and shape are those of the order; sound and motion are left to the reader.
"""

from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from typing import Final

from PIL import Image, ImageOps

from .artist import draw_panel, read_brief
from .state import Film

_SHORT_SIDE_PX: Final = 360
"""A draft is looked at in a page, whatever resolution is ordered."""
_RATIO: Final = (16, 9)
_BLENDS: Final = 6
"""Pictures between two frames."""
_PUSH: Final = 0.12
"""How far the camera moves in when there is only one frame."""


def draw_film(film: Film, frames: Sequence[bytes]) -> bytes:
    """Return a shot as animated WebP; frames that cannot be decoded are left out, and with none the artist draws one."""
    size = _size(film.options.aspect_ratio)
    stills = [still for frame in frames if (still := _still(frame, size)) is not None]
    if not stills:
        drawn = _still(draw_panel(read_brief(film.prompt), 0, 0, size), size)
        assert drawn is not None, "the artist draws pictures"
        stills = [drawn]
    pictures = _pushed(stills[0]) if len(stills) == 1 else _blended(stills)
    content = BytesIO()
    pictures[0].save(
        content,
        "WEBP",
        save_all=True,
        append_images=pictures[1:],
        duration=film.options.duration * 1000 // len(pictures),
        loop=0,
        quality=60,
        method=0,
    )
    return content.getvalue()


def _size(aspect_ratio: str | None) -> tuple[int, int]:
    wide, _, high = (aspect_ratio or "").partition(":")
    ratio = (int(wide), int(high)) if wide.isdecimal() and high.isdecimal() else _RATIO
    scale = _SHORT_SIDE_PX / min(ratio)
    return round(ratio[0] * scale), round(ratio[1] * scale)


def _still(content: bytes, size: tuple[int, int]) -> Image.Image | None:
    try:
        with Image.open(BytesIO(content), formats=("WEBP", "PNG", "JPEG", "GIF")) as picture:
            return ImageOps.fit(picture.convert("RGB"), size)
    except Exception:  # noqa: BLE001  (what a decoder raises on hostile bytes is not a closed set)
        return None


def _pushed(still: Image.Image) -> list[Image.Image]:
    """Return a slow move towards the middle."""
    width, height = still.size
    pictures = []
    for step in range(_BLENDS + 1):
        inset = _PUSH / 2 * step / _BLENDS
        box = (width * inset, height * inset, width * (1 - inset), height * (1 - inset))
        pictures.append(still.resize(still.size, Image.Resampling.BILINEAR, box=box))
    return pictures


def _blended(stills: Sequence[Image.Image]) -> list[Image.Image]:
    """Return the stills with each dissolving into the next."""
    pictures = [stills[0]]
    for before, after in pairwise(stills):
        pictures += [Image.blend(before, after, step / (_BLENDS + 1)) for step in range(1, _BLENDS + 1)]
        pictures.append(after)
    return pictures
