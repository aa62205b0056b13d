"""Every picture that was paid for, and the one that a writer chose."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from storyc.errors import ScriptError
from storyc.planning import Picture, StoredAsset
from storyc.storyboard import Panel, PanelKey, Storyboard

from .lockfile import Purchase, load_takes

_FEWEST_LETTERS: Final = 4
"""Of a digest, to name a take by."""

Slot = tuple[str, int, int]
"""A generation, a page of it and a panel on that page, both from 0."""


def find_takes(
    pictures: Mapping[PanelKey, Picture], purchases: Sequence[Purchase], has: Callable[[str], bool]
) -> dict[PanelKey, tuple[StoredAsset, ...]]:
    """Return all pictures that were ever drawn in the place of a panel's own, which is among them; each content once.

    `has` tells what is in the store: what is not there cannot be shown.
    """
    drawn: defaultdict[Slot, list[StoredAsset]] = defaultdict(list)
    slots: defaultdict[tuple[str, int, int], list[Slot]] = defaultdict(list)
    for one in purchases:
        for asset in one.assets:
            slot = _slot(one, asset)
            drawn[slot].append(asset)
            slots[one.key, asset.page, asset.panel].append(slot)
    found: dict[PanelKey, tuple[StoredAsset, ...]] = {}
    for panel, picture in pictures.items():
        own = picture.asset
        takes = (take for slot in slots[picture.key, own.page, own.panel] for take in drawn[slot] if has(take.sha256))
        found[panel] = tuple({take.sha256: take for take in (own, *takes)}.values())
    return found


def load_pinned(
    board: Storyboard, story_lock: Path, has: Callable[[str], bool], *, is_draft: bool
) -> dict[PanelKey, StoredAsset]:
    """Return the pictures that a writer chose, by the first letters of their SHA-256; `has` tells what is in the store.

    Sketches have no takes to choose from, and without a pin nothing is read.

    Raises: ScriptError for a pin that names nothing, several pictures, or one that is not in the store; FileError.
    """
    pins = {PanelKey(page.ordinal, panel.ordinal): panel for page in board.pages for panel in page.panels if panel.pin}
    if is_draft or not pins:
        return {}
    every = {asset.sha256: asset for one in load_takes(story_lock) for asset in one.assets}
    found: dict[PanelKey, StoredAsset] = {}
    for key, panel in pins.items():
        word = panel.pin.lower()
        named = [asset for digest, asset in every.items() if digest.startswith(word)]
        if len(named) != 1 or len(word) < _FEWEST_LETTERS:
            what = "names several pictures" if named else "names no picture that was paid for"
            raise _wrong(panel, what, "`storyc state takes` shows them; the first letters of the digest are enough")
        if not has(named[0].sha256):
            advice = "bring the picture from where it was bought, or take the pin away"
            raise _wrong(panel, "names a picture that is not in the store", advice)
        found[key] = named[0]
    return found


def _wrong(panel: Panel, what: str, hint: str) -> ScriptError:
    pin = f"pin {panel.pin}"
    return ScriptError(f"`[{pin}]` {what}", panel.origin.source, panel.origin.line, pin, hint=hint)


def _slot(purchase: Purchase, asset: StoredAsset) -> Slot:
    if purchase.depiction.at is not None:
        return purchase.generation_id, *purchase.depiction.at
    return purchase.generation_id, purchase.first_page + asset.page, asset.panel
