"""Which pictures of a comic took the places of others.

Whoever asks for a comic gets the newest picture of each panel. A ledger that was there when each came home knows which is which; one
that only read of them in `story.lock` must not take the newest for what stood there before.
"""

from collections import defaultdict
from collections.abc import Mapping
from itertools import islice

from storyc.ledger import LedgerStore
from storyc.lowering import Unit
from storyc.planning import Downloaded, StoredAsset, Submitted, Succeeded
from storyc.wire import RegeneratePanel

Place = tuple[int, int]
"""A page and a panel on it, both from 0."""


class Succession:
    """The pictures that were drawn again, as far as is on record."""

    def __init__(self, ledger: LedgerStore) -> None:
        self._ledger = ledger
        self._redraws: defaultdict[str, list[tuple[str, Place]]] = defaultdict(list)
        """Keys and places in the generation, by generation."""
        self._seen = 0

    def successors(self, unit: Unit, state: Succeeded) -> Mapping[Place, frozenset[str]]:
        """Return what else was drawn in the places of a unit's pictures: the SHA-256 of it, as far as it is known, by places in the unit."""
        depictions, states = self._ledger.depictions(), self._ledger.states()
        for key, depiction in islice(depictions.items(), self._seen, None):
            if depiction.at is not None:
                self._redraws[depiction.changes].append((key, depiction.at))
        self._seen = len(depictions)
        found: defaultdict[Place, frozenset[str]] = defaultdict(frozenset)
        for key, (page, panel) in self._redraws.get(state.generation_id, ()):
            other = states.get(key)
            if key == unit.key or not isinstance(other, Submitted | Succeeded | Downloaded):
                continue
            assets = other.assets if isinstance(other, Downloaded) else ()
            known = frozenset(asset.sha256 for asset in assets)
            if not isinstance(unit.request, RegeneratePanel):
                found[page - state.first_page, panel] |= known
            elif (unit.request.page, unit.request.panel) == (page, panel):
                found[0, 0] |= known
        return found

    def is_successor(
        self,
        unit: Unit,
        stored: StoredAsset,
        expected_sha256: str | None,
        successors: Mapping[Place, frozenset[str]],
    ) -> bool:
        """Return whether a picture was drawn in a place later; `expected_sha256` is what was there, None if nobody knows. Raises: FileError."""
        others = successors.get((stored.page, stored.panel))
        if others is None or stored.sha256 == expected_sha256:
            return False
        if expected_sha256 is not None:
            return True
        if self._ledger.request(unit.key):
            # what was bought here comes home before anything is drawn in its place
            return False
        # of several that were drawn again nobody knows the newest, but what was there first is not it
        return stored.sha256 in others or not isinstance(unit.request, RegeneratePanel)
