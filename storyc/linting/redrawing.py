"""What a build would buy again, as far as linting wants to know it. Who has a ledger says it; a script alone never tells."""

from msgspec import Struct

from storyc.storyboard import PanelKey


class Rewording(Struct, frozen=True, gc=False):
    """One thing that a request says otherwise than the one that was bought."""

    field: str
    """What it is about: `Action`, `Dialogue`, a character."""
    old: str
    """Empty if there was nothing."""
    new: str
    """Empty if there is nothing any more."""


class Filming(Struct, frozen=True, gc=False):
    """A clip that is there and would be filmed again only because pictures that it begins or ends with are drawn again."""

    clip: int
    panels: frozenset[PanelKey]
    """Whose pictures these are."""
    price_credits: int


class Redrawing(Struct, frozen=True, gc=False):
    """Pictures that are there and would be bought again."""

    panels: tuple[PanelKey, ...]
    price_credits: int
    rewordings: tuple[Rewording, ...]
    """All that is different; empty if nobody knows."""
    films: tuple[Filming, ...] = ()
    """Clips that begin or end with these pictures."""
