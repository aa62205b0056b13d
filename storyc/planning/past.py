"""From what is on record to what a plan can learn from it."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet

from storyc.lowering import Depiction, Lowered, Unit
from storyc.storyboard import PanelKey

from .holdings import Past
from .recovery import recover


def make_past(
    wanted: Lowered,
    depictions: Callable[[], Mapping[str, Depiction]],
    request: Callable[[str], bytes],
    *,
    can_change: bool = True,
    pinned: AbstractSet[PanelKey] = frozenset(),
) -> Past:
    """Return what a plan can learn from earlier purchases; `request` gives the requests on record, empty for none."""

    def recovered(key: str) -> Unit | None:
        depiction = depictions().get(key)
        return None if depiction is None else recover(key, request(key), depiction)

    return Past(depictions, wanted.pieces, recovered, can_change=can_change, pinned=pinned)
