"""Collects what a story declares: its cast, places, props, style, definitions and attachments."""

import re
from collections.abc import Mapping

from msgspec import Struct

from storyc.diagnostics import Diagnostic, Label, codes
from storyc.syntax import Attachments, Block, Define, Document, Piece
from storyc.text import Span

from .entries import EntryField, EntryText, clean, misspelt_heading, nameless, read_entries
from .including import Placed
from .names import Cast, Declared, Names, Spellings, fold
from .saying import place, replacement, unknown_word
from .vocabulary import CAST_FIELDS, PLACE_FIELDS, RESERVED

# white space is looked at from its beginning only, or a long run of it would take for ever
_DASH = r"(?<!\s)\s++[-–—=]\s+|(?:(?<!\s)\s++)?[–—]\s*"


class Entity(Struct, frozen=True, gc=False):
    """A declared character, look, location or prop, as written."""

    document: Document
    name: str
    base: str
    """The character that it is a look of; the name itself if it is none."""
    aliases: tuple[str, ...]
    description: str
    fields: tuple[tuple[str, EntryField], ...]
    """By canonical key."""
    name_at: int


class Attached(Struct, frozen=True, gc=False):
    """A line of ATTACHMENTS."""

    document: Document
    text: str
    at: int


class Declarations:
    """Everything that is declared, in order, and the names by which it is found."""

    def __init__(self) -> None:
        self.cast = Cast()
        self.locations = Names()
        self.props = Names()
        self.people: list[Entity] = []
        self.places: list[Entity] = []
        self.things: list[Entity] = []
        self.style: list[tuple[str, str]] = []
        self.story: list[tuple[str, str]] = []
        self.constraints: list[tuple[str, str]] = []
        self.definitions: dict[str, str] = {}
        self.defined_at: dict[str, Label] = {}
        self.attachments: list[Attached] = []
        self.near_person = Spellings(person.name for person in self.people if person.base == person.name)
        self.near_place = Spellings(name for place in self.places for name in (place.name, *place.aliases))
        self.cast_end: Label | None = None
        """Where the last CAST block ends: a new entry could be written there."""


def collect(parts: tuple[Placed, ...], said: list[Diagnostic]) -> Declarations:
    """Return the declarations of a story; a file that is included twice declares once."""
    found = Declarations()
    early: list[tuple[Document, EntryText]] = []
    for placed in parts:
        if placed.is_repeat:
            continue
        document, part = placed.document, placed.part
        match part:
            case Block():
                _block(found, document, part, early, said)
            case Define():
                _define(found, document, part, said)
            case Attachments(lines=lines):
                found.attachments += (
                    Attached(document, clean(line.text), line.span.start)
                    for line in lines
                    if isinstance(line, Piece) and clean(line.text)
                )
            case _:
                pass
    for document, entry in early:
        _character(found, document, entry, said)
    return found


def _block(
    found: Declarations,
    document: Document,
    block: Block,
    early: list[tuple[Document, EntryText]],
    said: list[Diagnostic],
) -> None:
    """Take in the entries of a block; looks that stand before their character are left for later."""
    for entry in read_entries(document, block, said):
        if not entry.description and not entry.fields:
            line = place(document.source, entry.span.start, entry.span.end)
            text = entry.name if entry.has_colon else document.source.slice(entry.span)
            if (misspelt := misspelt_heading(text, line, is_entry=True)) is not None:
                said.append(misspelt)
                continue
        if (without_name := nameless(entry, document)) is not None:
            said.append(without_name)
            continue
        match block.keyword:
            case "CAST" | "CHARACTERS":
                base, slash, _ = entry.name.partition("/")
                if slash and base.strip() not in found.cast:
                    early.append((document, entry))
                else:
                    _character(found, document, entry, said)
                found.cast_end = _behind(document, entry)
            case "LOCATIONS":
                _entity(found.locations, found.places, document, entry, said)
            case "PROPS":
                _entity(found.props, found.things, document, entry, said)
            case "STYLE":
                found.style.append(_setting(entry))
            case "STORY":
                found.story.append(_setting(entry))
            case _:
                found.constraints.append(_setting(entry))


def _behind(document: Document, entry: EntryText) -> Label:
    end = max((entry.span.end, *(field.span.end for field in entry.fields)))
    return place(document.source, end, end)


def _setting(entry: EntryText) -> tuple[str, str]:
    """Return a field of STYLE, STORY or CONSTRAINTS; a line without a key is a note."""
    if not entry.has_colon:
        return "note", " ".join(part for part in (entry.name, entry.description) if part)
    more = [entry.description, *(f"{field.key}: {field.value}" for field in entry.fields)]
    return entry.name.lower(), " ".join(part for part in more if part)


def _character(found: Declarations, document: Document, entry: EntryText, said: list[Diagnostic]) -> None:
    name = " ".join(entry.name.split())
    label = place(document.source, entry.name_at, entry.name_at + len(entry.name))
    base, _, look = (part.strip() for part in name.partition("/"))
    if fold(name).upper() in RESERVED:
        said.append(
            Diagnostic(
                codes.RESERVED_NAME,
                f"`{name}` is a word of the language and cannot be anybody's name",
                label,
                helps=("give the character another name; aliases are free",),
            )
        )
        return
    if look:
        owner = found.cast.find(base)
        if owner is None:
            said.append(
                unknown_word(
                    codes.UNKNOWN_CHARACTER,
                    f"`{name}` is a look of `{base}`, who is not in the cast",
                    place(document.source, entry.name_at, entry.name_at + len(base), "nobody has this name yet"),
                    base,
                    found.near_person,
                    "the cast is",
                )
            )
            return
        name = f"{owner} / {look}"
        base = owner
    else:
        base = name
    if _declare(found.cast, name, entry, label, document, said):
        if look:
            found.cast.declare_look(base, look, name)
        fields = _fields(document, entry, CAST_FIELDS, said)
        aliases = tuple(alias for alias, _ in entry.aliases)
        found.people.append(Entity(document, name, base, aliases, entry.description, fields, entry.name_at))


def _entity(names: Names, entities: list[Entity], document: Document, entry: EntryText, said: list[Diagnostic]) -> None:
    name = " ".join(entry.name.split())
    label = place(document.source, entry.name_at, entry.name_at + len(entry.name))
    if _declare(names, name, entry, label, document, said):
        fields = _fields(document, entry, PLACE_FIELDS, said)
        aliases = tuple(alias for alias, _ in entry.aliases)
        entities.append(Entity(document, name, name, aliases, entry.description, fields, entry.name_at))


def _declare(
    names: Names, name: str, entry: EntryText, label: Label, document: Document, said: list[Diagnostic]
) -> bool:
    if not name:
        return False
    if not entry.has_colon and (dash := re.search(_DASH, entry.name)):
        at = Label(label.source, Span(label.span.start + dash.start(), label.span.start + dash.end()))
        helps = ("put a colon behind the name",)
        message = "without a colon this whole line is a name"
        said.append(
            Diagnostic(codes.NO_COLON, message, label, helps=helps, fixes=(replacement(at, ": ", "put a colon there"),))
        )
    declared = Declared(name, label)
    spellings = [(name, label)]
    spellings += [(alias, place(document.source, at, at + len(alias))) for alias, at in entry.aliases]
    for index, (spelling, where) in enumerate(spellings):
        known = names.declare(spelling, declared)
        if known is None or known is declared:
            continue
        said.append(
            Diagnostic(
                codes.DUPLICATE_NAME,
                f"`{spelling}` is declared twice",
                Label(where.source, where.span, "again here"),
                labels=(Label(known.place.source, known.place.span, f"stands for `{known.name}` since here"),),
                helps=("give one of them another name",) if index == 0 else ("remove the alias from one of them",),
            )
        )
        if index == 0:
            return False
    return True


def _fields(
    document: Document, entry: EntryText, known: Mapping[str, str], said: list[Diagnostic]
) -> tuple[tuple[str, EntryField], ...]:
    fields: list[tuple[str, EntryField]] = []
    for field in entry.fields:
        label = place(document.source, field.span.start, field.span.start + len(field.key))
        key = known.get(fold(field.key))
        if key is None:
            message = f"`{field.key}` is no field of `{entry.name}`; it is read as part of the description"
            said.append(unknown_word(codes.UNKNOWN_FIELD, message, label, field.key, known, "fields are"))
            whole = EntryField(field.key, f"{field.key}: {field.value}", field.span, field.value_at)
            fields.append(("description", whole))
            continue
        if key not in {"ref", "description"} and any(key == earlier for earlier, _ in fields):
            said.append(Diagnostic(codes.DUPLICATE_FIELD, f"`{field.key}` is said twice of `{entry.name}`", label))
            continue
        fields.append((key, field))
    return tuple(fields)


def _define(found: Declarations, document: Document, define: Define, said: list[Diagnostic]) -> None:
    label = place(document.source, define.name_at, define.name_at + len(define.name))
    name = define.name
    if not name:
        label = place(document.source, define.span.start, define.span.end)
        said.append(Diagnostic(codes.BAD_VALUE, "this defines nothing", label, helps=("write `DEFINE name = text`",)))
        return
    if (first := found.defined_at.get(name)) is not None:
        said.append(
            Diagnostic(
                codes.DUPLICATE_NAME,
                f"`{name}` is defined twice",
                Label(label.source, label.span, "again here"),
                labels=(Label(first.source, first.span, "first defined here"),),
                helps=("give one of them another name",),
            )
        )
        return
    found.defined_at[name] = label
    found.definitions[name] = clean(define.value)
