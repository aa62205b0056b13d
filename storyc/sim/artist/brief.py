"""What the artist has understood of a prompt: who may appear, and the panels, page by page."""

from typing import Literal

from msgspec import Struct

LetteringKind = Literal["speech", "caption", "effect", "title", "sign"]


class Person(Struct, frozen=True, gc=False):
    """Someone who can be drawn."""

    name: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    dress: str = ""
    age: int | None = None


class Place(Struct, frozen=True, gc=False):
    """Somewhere that is described."""

    name: str
    description: str = ""


class Lettering(Struct, frozen=True, gc=False):
    """Words that stand in the picture."""

    kind: LetteringKind
    text: str
    speakers: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    """What stood in parentheses, lower case: `off`, `burst`, a kind of caption, the source of a sound."""


class Scene(Struct, frozen=True, gc=False):
    """Where and when."""

    interior: Literal["", "INT", "EXT"] = ""
    place: str = ""
    time: str = ""
    """As written: `NIGHT`, `CONTINUOUS`, 夕方."""
    running_time: str = ""
    """The last time that was named, for a scene that goes on: `NIGHT` under `CONTINUOUS`."""


class Shot(Struct, frozen=True, gc=False):
    """One panel."""

    page_label: str
    number: int
    """From 1 on every page."""
    tags: tuple[str, ...] = ()
    scene: Scene = Scene()
    present: tuple[str, ...] = ()
    """Names of those in the picture, in order."""
    action: str = ""
    notes: tuple[str, ...] = ()
    """What was meant for the artist and is no action."""
    letterings: tuple[Lettering, ...] = ()
    """In reading order."""
    is_right_to_left: bool = False


class PageBrief(Struct, frozen=True, gc=False):
    """One page, or the two of a spread."""

    label: str
    shots: tuple[Shot, ...] = ()
    is_right_to_left: bool = False


class Brief(Struct, frozen=True, gc=False):
    """A prompt, understood."""

    whole: str
    """The prompt itself, cut to what an artist would read."""
    style: str = ""
    title: str = ""
    premise: str = ""
    cast: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    pages: tuple[PageBrief, ...] = ()
    """Empty if the prompt is not in sections: then every panel shows the whole of it."""
    bystanders: tuple[str, ...] = ()
    """Names of those in the picture of a panel that the prompt does not spell out."""

    def shot(self, page: int, panel: int) -> Shot:
        """Return a panel by its place, both counted from 0; one that shows the story as a whole if it is not spelled out."""
        if page < len(self.pages) and panel < len(self.pages[page].shots):
            return self.pages[page].shots[panel]
        is_right_to_left = bool(self.pages) and self.pages[min(page, len(self.pages) - 1)].is_right_to_left
        return Shot(
            page_label=str(page + 1),
            number=panel + 1,
            action=self.premise or self.title if self.pages else self.whole,
            present=self.bystanders,
            is_right_to_left=is_right_to_left,
        )

    def only(self, page: int, panel: int) -> "Brief":
        """Return a brief of one panel, the first of its first page, with nothing in it that its picture does not show."""
        shot = self.shot(page, panel)
        named = {*shot.present, *(name for lettering in shot.letterings for name in lettering.speakers)}
        called = {self.person(name) for name in named}
        # a name may be somebody else's alias, and then the two are one for the artist
        shown = called | {self.person(person.name) for person in called}
        return Brief(
            whole="",
            cast=tuple(person for person in self.cast if person in shown),
            places=(self.place(shot.scene.place),),
            pages=(PageBrief(shot.page_label, (shot,), shot.is_right_to_left),),
        )

    def person(self, name: str) -> Person:
        """Return who goes by this name or alias, in any case; a stranger if nobody does."""
        wanted = name.casefold()
        for person in self.cast:
            if wanted == person.name.casefold() or wanted in (alias.casefold() for alias in person.aliases):
                return person
        return Person(name)

    def place(self, name: str) -> Place:
        """Return the place of this name, or one without a description."""
        wanted = name.casefold()
        return next((place for place in self.places if place.name.casefold() == wanted), Place(name))
