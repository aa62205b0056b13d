"""Where the pictures of earlier purchases are, by what they show.

A panel that moved, or whose page was cut otherwise, is another request; its picture is still the one that was paid for.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from storyc.lowering import Depiction, Pieces, Shown, Unit
from storyc.storyboard import PanelKey

from .places import panel_key
from .states import Downloaded, Failed, InDoubt, Intended, StoredAsset, Submitted, Succeeded, UnitState


class Past(Struct, frozen=True):
    """What a plan can learn from earlier purchases, read only when it is needed."""

    depictions: Callable[[], Mapping[str, Depiction]]
    """What each purchase on record shows, by its key."""
    pieces: Pieces
    """The storyboard that is wanted, to be cut otherwise."""
    recover: Callable[[str], Unit | None] = lambda _key: None
    """Gives the unit of a purchase that nothing asks for any more; None if nothing tells which pictures it brings."""
    can_change: bool = True
    """Whether the service can be asked to change a generation."""
    pinned: AbstractSet[PanelKey] = frozenset()
    """Panels whose picture the writer chose; they keep it whatever the script says."""


class Comic(Struct):
    """A generation whose panels can be drawn again and which can be continued."""

    generation_id: str
    key: str
    """Of the purchase that began it, or of the earliest known that continued it."""
    terms: str
    places: list[Shown]
    """All that is known of it, in the order of its pages; pages count from 0 in the generation."""


class Picture(Struct, frozen=True, gc=False):
    """Art that is here."""

    key: str
    """Of its purchase."""
    asset: StoredAsset


class Holdings:
    """The pictures of all purchases, found by content."""

    def __init__(
        self, states: Mapping[str, UnitState], depictions: Mapping[str, Depiction], have: AbstractSet[str]
    ) -> None:
        """Look at every purchase once; `have` are the SHA-256 of the art in the store."""
        self.home: dict[str, Picture] = {}
        """Art that is here."""
        self.coming: dict[str, str] = {}
        """Keys of purchases that were paid for and whose art is not here."""
        self.doubtful: dict[str, str] = {}
        """Keys of purchases that may have been paid for."""
        self.comics: dict[str, Comic] = {}
        """By generation."""
        self.drawn_in: defaultdict[str, list[str]] = defaultdict(list)
        """Generations that have a place with this content."""
        self.gone: set[str] = set()
        """Generations that the service has forgotten."""
        for key in sorted(depictions):
            self._look(key, states.get(key), depictions[key], have)
        for comic in self.comics.values():
            comic.places.sort(key=lambda place: (place.page, place.panel))

    def _look(self, key: str, state: UnitState | None, depiction: Depiction, have: AbstractSet[str]) -> None:
        match state:
            case Downloaded():
                here = {(asset.page, asset.panel): asset for asset in state.assets if asset.sha256 in have}
            case Submitted() | Succeeded():
                here = {}
            case Intended() | InDoubt():
                for shown in depiction.shown:
                    self.doubtful.setdefault(shown.content, key)
                return
            case Failed(is_gone=True):
                self.gone.add(depiction.changes)
                return
            case _:
                return
        self._place(key, state, depiction)
        for shown in depiction.shown:
            asset = here.get((shown.page, shown.panel))
            if asset is not None:
                self.home.setdefault(shown.content, Picture(key, asset))
            else:
                self.coming.setdefault(shown.content, key)

    def _place(self, key: str, state: Submitted | Succeeded | Downloaded, depiction: Depiction) -> None:
        match depiction.operation, state:
            case "create", _:
                first_page = 0
            case "continue", Succeeded() | Downloaded():
                first_page = state.first_page
            case _:
                # a panel that was redrawn stands in somebody else's place, and where new pages begin is known when they are done
                return
        found = Comic(state.generation_id, key, depiction.terms, [])
        comic = self.comics.setdefault(state.generation_id, found)
        if first_page == 0:
            comic.key = key
        for shown in depiction.shown:
            comic.places.append(Shown(first_page + shown.page, shown.panel, shown.content))
            self.drawn_in[shown.content].append(state.generation_id)


def find_pictures(
    wanted: Sequence[Unit], states: Mapping[str, UnitState], have: AbstractSet[str], past: Past | None
) -> dict[PanelKey, Picture]:
    """Return the art that is here of all wanted panels, whatever it was bought for."""
    found: dict[PanelKey, Picture] = {}
    elsewhere: list[Unit] = []
    for unit in wanted:
        state = states.get(unit.key)
        if not isinstance(state, Downloaded):
            elsewhere.append(unit)
            continue
        for asset in state.assets:
            panel = panel_key(unit, asset.page, asset.panel)
            if panel is not None and asset.sha256 in have:
                found[panel] = Picture(unit.key, asset)
    if past is not None and elsewhere and (depictions := past.depictions()):
        home = Holdings(states, depictions, have).home
        for unit in elsewhere:
            for panel in unit.panels:
                if (held := home.get(past.pieces.content(panel))) is not None:
                    found[panel] = held
    return found
