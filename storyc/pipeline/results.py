"""From what is on record to what a storyboard shows."""

from collections.abc import Mapping, Sequence

from storyc.lowering import Unit
from storyc.planning import Art, Downloaded, Results, StoredAsset, UnitState, panel_key, spent_credits
from storyc.storyboard import PanelKey

from .outputs import clip_path, panel_path


def make_results(units: Sequence[Unit], record: Mapping[str, UnitState], *, is_draft: bool) -> Results:
    """Return the art of every panel and clip that is at home, with the paths that it is written to."""
    panels: dict[PanelKey, Art] = {}
    clips: dict[int, Art] = {}
    for unit in units:
        state = record.get(unit.key)
        if not isinstance(state, Downloaded):
            continue
        for asset in state.assets:
            key = panel_key(unit, asset.page, asset.panel)
            if unit.clip is not None:
                clips[unit.clip] = _art(asset, clip_path(unit.clip, asset.media_type))
            elif key is not None:
                panels[key] = _art(asset, panel_path(key, asset.media_type))
    return Results(panels, clips, is_draft, 0 if is_draft else spent_credits(units, record))


def _art(asset: StoredAsset, path: str) -> Art:
    return Art(asset.sha256, path, asset.width_px, asset.height_px, asset.media_type)
