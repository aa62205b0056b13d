"""Paid art on its way home: fetched, decoded, stored and recorded before anybody looks at it."""

from asyncio import Semaphore, gather, to_thread
from collections.abc import Callable, Coroutine, Mapping
from typing import Final

from storyc.errors import ApiError
from storyc.lowering import Unit
from storyc.planning import Downloaded, RemoteAsset, StoredAsset, Succeeded, asset_count

from .desk import Desk
from .events import BuildEvent, Fetched, Finished, Refused
from .succession import Succession

_PICTURE_BYTES: Final = 64 * 1024 * 1024
_CLIP_BYTES: Final = 1024 * 1024 * 1024
_REPLACED: Final = "the service has only the picture that was drawn in its place later; bring it from where it was bought, or write `[seed 2]` for another"


class Homecoming:
    """Brings the art of finished units home, a few pictures at a time."""

    def __init__(self, desk: Desk, say: Callable[[BuildEvent], None]) -> None:
        self._client = desk.client
        self._ledger = desk.ledger
        self._store = desk.store
        self._say = say
        self._succession = Succession(desk.ledger)
        self._places = Semaphore(desk.pace.downloads)

    def bring(self, unit: Unit, state: Succeeded, have: tuple[StoredAsset, ...]) -> Coroutine[None, None, None]:
        """Return what fetches all that `have` lacks of a unit's art and records it. Awaiting it raises: FileError."""
        # what is drawn again from now on is not what the service has just told of
        return self._bring(unit, state, have, self._succession.successors(unit, state))

    async def _bring(
        self,
        unit: Unit,
        state: Succeeded,
        have: tuple[StoredAsset, ...],
        successors: Mapping[tuple[int, int], frozenset[str]],
    ) -> None:
        known = {(asset.page, asset.panel): asset for asset in have}
        kept = {place: asset for place, asset in known.items() if self._store.has(asset.sha256)}
        wanted = [asset for asset in state.assets if (asset.page, asset.panel) not in kept]
        fetched = await gather(*(self._fetch(unit, asset) for asset in wanted))
        replaced = 0
        for asset in fetched:
            if asset is None:
                continue
            place = asset.page, asset.panel
            expected_sha256 = known[place].sha256 if place in known else None
            if self._succession.is_successor(unit, asset, expected_sha256, successors):
                replaced += self._tell_replaced(unit, asset)
            else:
                kept[place] = asset
        assets = tuple(kept[place] for place in sorted(kept))
        if assets:
            self._ledger.record(
                unit.key, Downloaded(state.generation_id, state.price_credits, assets, state.first_page)
            )
        self._say(Finished(unit, max(0, asset_count(unit) - len(assets) - replaced)))

    def _tell_replaced(self, unit: Unit, asset: StoredAsset) -> int:
        """Tell that a picture is another than was bought, if anybody asks for it; return how many need not be missed."""
        if not unit.panels:
            return 1
        self._say(Refused(unit, asset.page, asset.panel, _REPLACED))
        return 0

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
