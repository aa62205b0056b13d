"""Paid art on its way home: fetched, decoded, stored and recorded before anybody looks at it."""

from asyncio import Semaphore, gather, to_thread
from collections.abc import Callable
from typing import Final

from storyc.errors import ApiError
from storyc.lowering import Unit
from storyc.planning import Downloaded, RemoteAsset, StoredAsset, Succeeded, asset_count

from .desk import Desk
from .events import BuildEvent, Fetched, Finished, Refused

_PICTURE_BYTES: Final = 64 * 1024 * 1024
_CLIP_BYTES: Final = 1024 * 1024 * 1024


class Homecoming:
    """Brings the art of finished units home, a few pictures at a time."""

    def __init__(self, desk: Desk, say: Callable[[BuildEvent], None]) -> None:
        self._client = desk.client
        self._ledger = desk.ledger
        self._store = desk.store
        self._say = say
        self._places = Semaphore(desk.pace.downloads)

    async def bring(self, unit: Unit, state: Succeeded, have: tuple[StoredAsset, ...]) -> None:
        """Fetch what `have` lacks of a unit's art and record all of it. Raises: FileError."""
        kept = {(asset.page, asset.panel): asset for asset in have if self._store.has(asset.sha256)}
        wanted = [asset for asset in state.assets if (asset.page, asset.panel) not in kept]
        fetched = await gather(*(self._fetch(unit, asset) for asset in wanted))
        kept.update({(asset.page, asset.panel): asset for asset in fetched if asset is not None})
        assets = tuple(kept[place] for place in sorted(kept))
        if assets:
            self._ledger.record(
                unit.key, Downloaded(state.generation_id, state.price_credits, assets, state.first_page)
            )
        self._say(Finished(unit, max(0, asset_count(unit) - len(assets))))

    async def _fetch(self, unit: Unit, asset: RemoteAsset) -> StoredAsset | None:
        limit_bytes = _PICTURE_BYTES if unit.clip is None else _CLIP_BYTES
        try:
            async with self._places:
                content = await self._client.download(asset.url, limit_bytes=limit_bytes)
                # decoding and syncing take longer than the network at times; the next request need not wait for them
                kept = await to_thread(self._store.keep, content)
        except ApiError as problem:
            self._say(Refused(unit, asset.page, asset.panel, problem.message))
            return None
        look = kept.look
        stored = StoredAsset(
            asset.page, asset.panel, asset.url, kept.sha256, look.width_px, look.height_px, look.media_type
        )
        self._say(Fetched(unit, stored))
        return stored
