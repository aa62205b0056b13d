"""What kind of film bytes are, told by the container that they are in."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from .mp4 import read_mp4
from .webm import read_webm

_READERS: Final[Mapping[str, Callable[[bytes], tuple[int, int] | None]]] = MappingProxyType(
    {"video/mp4": read_mp4, "video/webm": read_webm}
)


class Film(Struct, frozen=True, gc=False):
    """A whole film file."""

    width_px: int
    height_px: int
    media_type: str


def read_film(content: bytes) -> Film | None:
    """Return what a film shows; None if the bytes are something else, cut short, or have no picture track."""
    for media_type, read in _READERS.items():
        if (size := read(content)) is not None:
            return Film(*size, media_type)
    return None
