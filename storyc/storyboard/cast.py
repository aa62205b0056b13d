"""Who and what appears: characters, locations, props, and the files that show them."""

from msgspec import Struct

from .origin import Origin


class Reference(Struct, frozen=True, gc=False):
    """A picture, document, video or sound that the script points at."""

    target: str
    """An https URL, or a path relative to the project root."""
    is_local: bool
    kind: str = ""
    """What the writer called it (`product`, `sketch`, …); empty if nothing."""
    origin: Origin = Origin()


class Character(Struct, frozen=True, gc=False):
    """A member of the cast, in one look."""

    name: str
    """The canonical name, as declared; a look is `EUGENE / 1984`."""
    aliases: tuple[str, ...] = ()
    description: str = ""
    age: int | None = None
    """Years, 0 to 150."""
    gender: str = ""
    role: str = ""
    personality: str = ""
    catchphrase: str = ""
    dress: str = ""
    references: tuple[Reference, ...] = ()
    origin: Origin = Origin()


class Location(Struct, frozen=True, gc=False):
    """A place of the story."""

    name: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    references: tuple[Reference, ...] = ()
    origin: Origin = Origin()


class Prop(Struct, frozen=True, gc=False):
    """A thing that matters enough to look the same every time."""

    name: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    references: tuple[Reference, ...] = ()
    origin: Origin = Origin()
