"""Small art, quickly: what is drawn is not what these tests are about."""

from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO

from PIL import Image

from storyc.sim.film import FILM_MEDIA_TYPE, draw_film
from storyc.sim.state import Asset, Film, Upload
from storyc.sim.studio import PICTURE_MEDIA_TYPE, Studio


class SmallStudio(Studio):
    """Draws a small picture of its own for each asset, and one film for all."""

    def make(self, asset_id: str, asset: Asset, assets: Mapping[str, Asset]) -> tuple[bytes, str]:
        """Return the bytes and the media type of an asset."""
        match asset:
            case Upload():
                return super().make(asset_id, asset, assets)
            case Film():
                return _film(asset), FILM_MEDIA_TYPE
            case _:
                return picture(asset_id), PICTURE_MEDIA_TYPE


def picture(name: str) -> bytes:
    """Return a small picture in colours of a name's own; noise, so that it is long enough to be broken in the middle."""
    content = BytesIO()
    noise = b"".join(sha256(b"%d %s" % (line, name.encode())).digest() for line in range(24))
    Image.frombytes("L", (32, 24), noise).save(content, "WEBP", lossless=True)
    return content.getvalue()


_films: dict[str, bytes] = {}


def _film(film: Film) -> bytes:
    name = repr(film.options.resolution)
    if name not in _films:
        _films[name] = draw_film(film, [picture(name)])
    return _films[name]
