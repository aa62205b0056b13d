"""Where assets become bytes. A picture is drawn when it is first fetched, and the last few are kept."""

from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock
from typing import Final

from .artist import draw_panel
from .film import FILM_MEDIA_TYPE, draw_film
from .sitting import understood
from .state import Asset, Film, Sketch, Upload
from .watermark import mark

PICTURE_MEDIA_TYPE: Final = "image/webp"
_KEPT: Final = 64


class Studio:
    """The artist's desk; several threads may work at it."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    @staticmethod
    def file_name(asset_id: str, asset: Asset | None) -> str:
        """Return what an asset is called in its URL; None is a file that is being taken right now."""
        return f"{asset_id}.{'webm' if isinstance(asset, Film) else 'webp'}"

    def make(self, asset_id: str, asset: Asset, assets: Mapping[str, Asset]) -> tuple[bytes, str]:
        """Return the bytes and the media type of an asset; `assets` are those that it may show."""
        match asset:
            case Upload(content):
                return content, "application/octet-stream"
            case Sketch():
                return self._drawn(asset_id, asset, assets), PICTURE_MEDIA_TYPE
            case Film():
                return self._drawn(asset_id, asset, assets), FILM_MEDIA_TYPE

    def _drawn(self, asset_id: str, asset: Sketch | Film, assets: Mapping[str, Asset]) -> bytes:
        with self._lock:
            if asset_id in self._kept:
                self._kept.move_to_end(asset_id)
                return self._kept[asset_id]
        content = _sketch(asset) if isinstance(asset, Sketch) else self._film(asset, assets)
        with self._lock:
            self._kept[asset_id] = content
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return content

    def _film(self, film: Film, assets: Mapping[str, Asset]) -> bytes:
        frames = [
            self.make(frame, assets[frame], assets)[0] for frame in film.frames if not isinstance(assets[frame], Film)
        ]
        return draw_film(film, frames)


def _sketch(sketch: Sketch) -> bytes:
    brief = understood(sketch.prompt, sketch.roles, sketch.locations)
    drawn = draw_panel(brief, sketch.page, sketch.panel, (sketch.width_px, sketch.height_px), seed=sketch.take)
    return mark(drawn) if sketch.is_marked else drawn
