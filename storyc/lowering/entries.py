"""Cast, locations and props, each made ready once for all the requests that it appears in.

What the service may ignore is said twice: as a role or a location with its picture, and in words in the prompt.
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from storyc.storyboard import Caption, Character, Location, Panel, Prop, Reference, Speech, Storyboard
from storyc.wire import Attachment, ComicLocation, ComicRole

from .lines import one_line
from .links import attachment, link

_ENDS = (".", "!", "?", "…", "。", "！", "？", '"', "”", "」")


class Field(Struct, frozen=True, gc=False):
    """A named line of the prompt."""

    key: str
    text: str


class CharacterSheet(Struct, frozen=True, gc=False):
    """A character as requests know them."""

    name: str
    aliases: tuple[str, ...]
    description: str
    fields: tuple[Field, ...]
    line: str
    """All of it on one line."""
    role: ComicRole
    references: tuple[Reference, ...]
    attachments: tuple[Attachment, ...]
    """Pictures beyond the first, which is the role's."""


class LocationSheet(Struct, frozen=True, gc=False):
    """A location as requests know it."""

    field: Field
    location: ComicLocation
    references: tuple[Reference, ...]
    attachments: tuple[Attachment, ...]
    """Pictures beyond the first, which is the location's."""


class PropSheet(Struct, frozen=True, gc=False):
    """A prop as requests know it."""

    field: Field
    references: tuple[Reference, ...]
    attachments: tuple[Attachment, ...]


class Sheets(Struct, frozen=True, gc=False):
    """All entries of a board by name."""

    characters: Mapping[str, CharacterSheet]
    locations: Mapping[str, LocationSheet]
    props: Mapping[str, PropSheet]


class Appearing(Struct, frozen=True, gc=False):
    """The entries that some panels need, in the order in which the panels name them."""

    characters: tuple[CharacterSheet, ...]
    locations: tuple[LocationSheet, ...]
    props: tuple[PropSheet, ...]

    @property
    def sheets(self) -> tuple[CharacterSheet | LocationSheet | PropSheet, ...]:
        """Return all of them."""
        return (*self.characters, *self.locations, *self.props)

    @property
    def references(self) -> Iterator[Reference]:
        """Iterate over what the entries refer to."""
        return (reference for sheet in self.sheets for reference in sheet.references)

    @property
    def attachments(self) -> Iterator[Attachment]:
        """Iterate over the pictures that no role and no location carries."""
        return (picture for sheet in self.sheets for picture in sheet.attachments)


def make_sheets(board: Storyboard, digests: Mapping[str, str]) -> Sheets:
    """Return the sheets of everybody and everything in a board."""
    return Sheets(
        {character.name: _character(character, digests) for character in board.cast},
        {location.name: _location(location, digests) for location in board.locations},
        {prop.name: _prop(prop, digests) for prop in board.props},
    )


def everything(sheets: Sheets) -> Appearing:
    """Return all entries, in the order of their declaration."""
    return Appearing(tuple(sheets.characters.values()), tuple(sheets.locations.values()), tuple(sheets.props.values()))


def appearing(sheets: Sheets, panels: Iterable[Panel], *, is_lettered: bool) -> Appearing:
    """Return the entries that panels need.

    Those who only speak count where the words are drawn: a caption or a balloon may be drawn after its speaker. Where they are not
    drawn, a changed speech must leave the request as it is.
    """
    names: dict[str, None] = {}
    places: dict[str, None] = {}
    things: dict[str, None] = {}
    for panel in panels:
        for name in (*panel.cast, *_voices(panel)) if is_lettered else panel.cast:
            names[name] = None
        if panel.setting is not None:
            places[panel.setting.location] = None
        for thing in panel.props:
            things[thing] = None
    return Appearing(
        tuple(sheets.characters[name] for name in names if name in sheets.characters),
        tuple(sheets.locations[name] for name in places if name in sheets.locations),
        tuple(sheets.props[name] for name in things if name in sheets.props),
    )


def _voices(panel: Panel) -> list[str]:
    heard: list[str] = []
    for item in panel.items:
        if isinstance(item, Speech):
            heard += item.speakers
        elif isinstance(item, Caption) and item.character:
            heard.append(item.character)
    return heard


def _character(character: Character, digests: Mapping[str, str]) -> CharacterSheet:
    picture, more = character.references[:1], character.references[1:]
    fields = tuple(
        Field(key, one_line(text))
        for key, text in (
            ("Age", "" if character.age is None else str(character.age)),
            ("Gender", character.gender),
            ("Role", character.role),
            ("Personality", character.personality),
            ("Catchphrase", character.catchphrase),
            ("Dress", character.dress),
        )
        if text
    )
    also = f" (also {', '.join(character.aliases)})" if character.aliases else ""
    facts = (one_line(character.description), *(f"{field.key}: {field.text}" for field in fields))
    said = " ".join(_sentence(fact) for fact in facts if fact)
    return CharacterSheet(
        character.name,
        character.aliases,
        one_line(character.description),
        fields,
        one_line(f"{character.name}{also}: {said}" if said else f"{character.name}{also}"),
        ComicRole(
            name=character.name,
            image=link(picture[0], digests) if picture else None,
            age=character.age,
            gender=character.gender or None,
            role=character.role or None,
            personality=character.personality or None,
            catchphrase=character.catchphrase or None,
            dress=character.dress or None,
        ),
        character.references,
        tuple(attachment(reference, digests) for reference in more),
    )


def _location(location: Location, digests: Mapping[str, str]) -> LocationSheet:
    picture, more = location.references[:1], location.references[1:]
    return LocationSheet(
        _named("Place", location.name, location.description),
        ComicLocation(
            name=location.name,
            image=link(picture[0], digests) if picture else None,
            description=location.description or None,
        ),
        location.references,
        tuple(attachment(reference, digests) for reference in more),
    )


def _prop(prop: Prop, digests: Mapping[str, str]) -> PropSheet:
    return PropSheet(
        _named("Prop", prop.name, prop.description),
        prop.references,
        tuple(attachment(reference, digests) for reference in prop.references),
    )


def _named(key: str, name: str, description: str) -> Field:
    return Field(key, one_line(f"{name}: {description}" if description else name))


def _sentence(text: str) -> str:
    return text if text.endswith(_ENDS) else f"{text}."
