"""The numbers of a story."""

from msgspec import Struct


class Amount(Struct, frozen=True, gc=False):
    """How much there is in some panels."""

    panels: int = 0
    balloons: int = 0
    captions: int = 0
    effects: int = 0
    words: int = 0
    """Of all lettering, titles and signs included."""
    reading_s: float = 0.0

    def __add__(self, other: "Amount") -> "Amount":
        """Return both together."""
        return Amount(
            self.panels + other.panels,
            self.balloons + other.balloons,
            self.captions + other.captions,
            self.effects + other.effects,
            self.words + other.words,
            self.reading_s + other.reading_s,
        )


class PageCount(Struct, frozen=True, gc=False):
    """A page, or the two pages of a spread."""

    page: int
    last_page: int
    amount: Amount
    credits: int


class SceneCount(Struct, frozen=True, gc=False):
    """Panels that follow one another under one slugline."""

    heading: str
    """The slugline; empty for panels before the first."""
    page: int
    last_page: int
    amount: Amount
    credits: int


class PersonCount(Struct, frozen=True, gc=False):
    """Somebody, in all looks together."""

    name: str
    panels: int
    """In which they are in the picture."""
    balloons: int
    captions: int
    """That are their words."""
    words: int


class PlaceCount(Struct, frozen=True, gc=False):
    """A place; all sluglines that name it, whatever the time."""

    name: str
    """As it is declared, or else as it is written; empty for panels before the first slugline."""
    scenes: int
    amount: Amount
    credits: int


class Statistics(Struct, frozen=True, gc=False):
    """The numbers of a story, in its order; people and places in the order in which they are met."""

    title: str
    pages: int
    """A spread is two."""
    total: Amount
    clips: int
    clip_credits: int
    credits: int
    """For everything, if nothing of it were there yet: an estimate."""
    by_page: tuple[PageCount, ...]
    by_scene: tuple[SceneCount, ...]
    by_person: tuple[PersonCount, ...]
    by_place: tuple[PlaceCount, ...]
