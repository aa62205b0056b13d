"""Where a build that has a folder to write to writes art."""

from typing import Final

from storyc.storyboard import PanelKey

_ART_FOLDER: Final = "art"

_ENDINGS: Final = {
    "image/webp": "webp",
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "video/mp4": "mp4",
    "video/webm": "webm",
}


def art_folder(folder: str) -> str:
    """Return the folder of all art in the folder of a build."""
    return f"{folder}/{_ART_FOLDER}"


def panel_path(folder: str, key: PanelKey, media_type: str) -> str:
    """Return where the art of a panel goes."""
    return f"{art_folder(folder)}/page-{key.page:03}-panel-{key.panel:02}.{_ENDINGS[media_type]}"


def clip_path(folder: str, ordinal: int, media_type: str) -> str:
    """Return where a clip goes."""
    return f"{art_folder(folder)}/clip-{ordinal:02}.{_ENDINGS[media_type]}"


def take_path(folder: str, sha256: str, media_type: str) -> str:
    """Return where art goes that is not shown in its panel's place."""
    return f"{art_folder(folder)}/takes/{sha256[:16]}.{_ENDINGS[media_type]}"
