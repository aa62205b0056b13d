"""One panel of an order, sketched without a service around it."""

from functools import lru_cache
from hashlib import sha256
from typing import Final

from msgspec import Struct, msgpack

from storyc.wire import ComicLocation, ComicRole, CreateComic, read_size

from .artist import Brief, draw_panel, read_brief

_SQUARE_PX: Final = (1024, 1024)


class Sitting(Struct, frozen=True, gc=False):
    """A panel that can be drawn."""

    name: str
    """What the picture shows, as 64 hexadecimal digits: equal names are equal pictures."""
    brief: Brief
    """Of this panel alone."""
    width_px: int
    height_px: int

    def draw(self) -> bytes:
        """Return the sketch as WebP, the one that the service would send."""
        return draw_panel(self.brief, 0, 0, (self.width_px, self.height_px))


def sit_for(order: CreateComic, page: int, panel: int) -> Sitting:
    """Return one panel of an order; page and panel count from 0."""
    width_px, height_px = read_size(order.size or "") or _SQUARE_PX
    brief = understood(order.prompt, order.comic_roles or (), order.comic_locations or ()).only(page, panel)
    name = sha256(msgpack.encode((brief, width_px, height_px))).hexdigest()
    return Sitting(name, brief, width_px, height_px)


@lru_cache(maxsize=32)
def understood(prompt: str, roles: tuple[ComicRole, ...], locations: tuple[ComicLocation, ...]) -> Brief:
    """Return a prompt as the artist reads it, once for all its panels."""
    return read_brief(prompt, [_object(role) for role in roles], [_object(location) for location in locations])


def _object(part: ComicRole | ComicLocation) -> dict[str, object]:
    return part.model_dump(mode="json", exclude_none=True)
