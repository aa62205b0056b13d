"""A prompt -> what is to be drawn. Any text can be read, and never in more than linear time.

A prompt in sections (`[Visual Style]` … `[Constraints]`) is read field by field; of any other text the artist draws the
words. Texts and lists are cut where no writer would notice and a flood would hurt.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from msgspec.structs import replace

from .ages import age_in
from .brief import Brief, Person, Place
from .shots import names, people_in, read_pages

_SECTIONS = ("Visual Style", "Story", "Characters", "Panels", "Constraints")
_PROMPT_LIMIT = 1_000_000
_WHOLE_LIMIT = 4_000
_LINE_LIMIT = 20_000
_CAST_LIMIT = 60
_BYSTANDER_LIMIT = 3

_PERSON = re.compile(r"- ?(?P<name>[^:(]{1,120})(?:\(also (?P<aliases>[^)]*)\))?\s*:(?P<rest>.*)")
_AGE = re.compile(r"\bAge: (\d{1,3})\b")
_DRESS = re.compile(r"\bDress: (.*?)(?:\. (?=[A-Z][a-z]+: )|$)")


def read_brief(
    prompt: str, roles: Iterable[Mapping[str, object]] = (), locations: Iterable[Mapping[str, object]] = ()
) -> Brief:
    """Return what a prompt asks for, with the request's `comicRoles` and `comicLocations` as JSON objects."""
    sections = _sections(prompt[:_PROMPT_LIMIT])
    cast = _with_roles(list(islice(_people(sections.get("Characters", [])), _CAST_LIMIT)), roles)
    story = dict(_pairs(sections.get("Story", [])))
    whole = " ".join(prompt[:_WHOLE_LIMIT].split())
    return Brief(
        whole=whole,
        style=" ".join(sections.get("Visual Style", []))[:_WHOLE_LIMIT],
        title=story.get("Title", ""),
        premise=story.get("Premise", ""),
        cast=cast,
        places=tuple(_places(sections.get("Story", []), locations)),
        pages=read_pages(sections.get("Panels", []), cast),
        bystanders=(people_in(whole, cast) or tuple(person.name for person in cast))[:_BYSTANDER_LIMIT],
    )


def _sections(prompt: str) -> dict[str, list[str]]:
    """Return the lines of each section; nothing for a prompt that has none."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in prompt.splitlines():
        header = line.strip()[1:-1] if line.startswith("[") and line.rstrip().endswith("]") else ""
        if header in _SECTIONS:
            lines = found.setdefault(header, [])
        elif line.strip():
            lines.append(line[:_LINE_LIMIT])
    return found


def _pairs(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        label, colon, text = line.partition(":")
        if colon:
            yield (label.strip(), text.strip())


def _people(lines: Iterable[str]) -> Iterator[Person]:
    for line in lines:
        found = _PERSON.match(line[:_WHOLE_LIMIT])
        if not found:
            continue
        rest = found["rest"].strip()
        age, dress = _AGE.search(rest), _DRESS.search(rest)
        yield Person(
            name=found["name"].strip(),
            aliases=names(found["aliases"] or "", ","),
            description=rest[: dress.start()] if dress else rest,
            dress=dress[1] if dress else "",
            age=int(age[1]) if age else None,
        )


def _with_roles(people: list[Person], roles: Iterable[Mapping[str, object]]) -> tuple[Person, ...]:
    """Return the cast of the prompt, completed by what the request says of the same people and of others."""
    by_name = {person.name.casefold(): person for person in people}
    for role in islice(roles, _CAST_LIMIT):
        name = _said(role, "name")
        if not name:
            continue
        known = by_name.get(name.casefold(), Person(name))
        age = re.match(r"\d{1,3}", _said(role, "age"))
        said = (_said(role, key) for key in ("description", "role", "personality", "gender"))
        by_name[name.casefold()] = Person(
            name=known.name,
            aliases=known.aliases,
            description=known.description or " ".join(filter(None, said)),
            dress=known.dress or _said(role, "dress") or _said(role, "clothing"),
            age=known.age if known.age is not None else int(age[0]) if age else None,
        )
    return tuple(map(_with_age, by_name.values()))


def _with_age(person: Person) -> Person:
    return person if person.age is not None else replace(person, age=age_in(person.description))


def _said(item: Mapping[str, object], key: str) -> str:
    value = item.get(key)
    return str(value)[:_WHOLE_LIMIT].strip() if isinstance(value, str | int | float) else ""


def _places(story: Iterable[str], locations: Iterable[Mapping[str, object]]) -> Iterator[Place]:
    for location in islice(locations, _CAST_LIMIT):
        yield Place(_said(location, "name"), _said(location, "description"))
    for label, text in _pairs(story):
        if label == "Place":
            name, _, description = text.partition(":")
            yield Place(name.strip(), description.strip()[:_WHOLE_LIMIT])
