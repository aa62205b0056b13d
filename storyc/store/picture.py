"""What downloaded bytes are, found by decoding them: no name, header or word of a server is believed."""

from io import BytesIO
from typing import Final

from msgspec import Struct
from PIL import Image, ImageSequence, UnidentifiedImageError

from storyc.errors import ApiError

from .film import read_film

MAX_PIXELS: Final = 64 * 1024 * 1024
MAX_FRAMES: Final = 1000
MAX_ALL_PIXELS: Final = 4 * MAX_PIXELS
"""Of all frames: each is decoded, and a short file can hold so many large ones that it would take hours."""
_FORMATS: Final = ("WEBP", "PNG", "JPEG", "GIF")


class CorruptAssetError(ApiError):
    """Bytes that were served as art and are none."""


class Look(Struct, frozen=True, gc=False):
    """What a picture or a film is."""

    width_px: int
    height_px: int
    media_type: str


def read_look(content: bytes) -> Look:
    """Return what a picture or film is, after decoding every frame of a picture. Raises: CorruptAssetError.

    A film is checked by its container alone: the parts of that must fill the file, so one that was cut short is found.
    """
    film = read_film(content)
    if film is not None:
        return Look(film.width_px, film.height_px, film.media_type)
    try:
        return _decode(content)
    except CorruptAssetError:
        raise
    except UnidentifiedImageError as problem:
        raise CorruptAssetError("the art is no picture and no film that storyc knows") from problem
    except Exception as problem:  # what a decoder raises on hostile bytes is not a closed set
        raise CorruptAssetError(f"the art cannot be decoded: {problem}") from problem


def _decode(content: bytes) -> Look:
    with Image.open(BytesIO(content), formats=_FORMATS) as picture:
        pixels, frames = picture.width * picture.height, getattr(picture, "n_frames", 1)
        if pixels > MAX_PIXELS or frames > MAX_FRAMES or pixels * frames > MAX_ALL_PIXELS:
            raise CorruptAssetError(
                f"the art is too large: {picture.width}x{picture.height} pixels, frames: {frames:,}"
            )
        look = Look(picture.width, picture.height, str(picture.get_format_mimetype()))
        for frame in ImageSequence.Iterator(picture):
            frame.load()
    return look
