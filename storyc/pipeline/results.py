"""From what is on record to what a storyboard shows."""

from collections.abc import Mapping, Sequence
from typing import Final

from storyc.lowering import Unit
from storyc.planning import (
    Art,
    Downloaded,
    Picture,
    Results,
    StoredAsset,
    UnitState,
    clip_path,
    panel_path,
    spent_credits,
)
from storyc.storyboard import PanelKey

_NO_PINS: Final[Mapping[PanelKey, StoredAsset]] = {}


def make_results(
    units: Sequence[Unit],
    record: Mapping[str, UnitState],
    pictures: Mapping[PanelKey, Picture],
    pinned: Mapping[PanelKey, StoredAsset] = _NO_PINS,
    *,
    folder: str,
    is_draft: bool,
) -> Results:
    """Return the art of every panel and clip that is at home, with the paths that a build in a folder writes it to.

    `pictures` is what `find_pictures` found for the units. What is `pinned` is shown instead of a panel's own.
    """
    chosen = {panel: found.asset for panel, found in pictures.items()} | dict(pinned)
    panels = {panel: make_art(asset, panel_path(folder, panel, asset.media_type)) for panel, asset in chosen.items()}
    clips: dict[int, Art] = {}
    for unit in units:
        state = record.get(unit.key)
        if unit.clip is not None and isinstance(state, Downloaded):
            clips[unit.clip] = make_art(state.assets[0], clip_path(folder, unit.clip, state.assets[0].media_type))
    keys = {unit.key for unit in units} | {found.key for found in pictures.values()}
    return Results(panels, clips, is_draft, 0 if is_draft else spent_credits(keys, record))


def make_art(asset: StoredAsset, path: str) -> Art:
    """Return what is shown of stored art that is written to a path."""
    return Art(asset.sha256, path, asset.width_px, asset.height_px, asset.media_type)
