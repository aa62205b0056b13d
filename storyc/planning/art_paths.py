"""Where a build writes art, relative to the project."""

from typing import Final

from storyc.storyboard import PanelKey

ART_FOLDER: Final = "build/art"

_ENDINGS: Final = {
    "image/webp": "webp",
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "video/mp4": "mp4",
    "video/webm": "webm",
}


def panel_path(key: PanelKey, media_type: str) -> str:
    """Return where the art of a panel goes, relative to the root."""
    return f"{ART_FOLDER}/page-{key.page:03}-panel-{key.panel:02}.{_ENDINGS[media_type]}"


def clip_path(ordinal: int, media_type: str) -> str:
    """Return where a clip goes, relative to the root."""
    return f"{ART_FOLDER}/clip-{ordinal:02}.{_ENDINGS[media_type]}"


def take_path(sha256: str, media_type: str) -> str:
    """Return where art goes that is not shown in its panel's place, relative to the root."""
    return f"{ART_FOLDER}/takes/{sha256[:16]}.{_ENDINGS[media_type]}"
