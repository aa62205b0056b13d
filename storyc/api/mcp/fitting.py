"""From a request of the API to the arguments of a tool, by the schema that the tool shows.

What the service's tools take is published nowhere, so fields are found by their names, in any spelling and wherever the schema puts
them. What cannot be said, or what has to be said and is not known, is refused before anything is sent: a comic that leaves out half of
what was asked for costs as much as the right one.
"""

from collections.abc import Mapping
from typing import Any, Final

from msgspec import Struct

from storyc.api.errors import UnfitError, printable
from storyc.wire import CreateComic

from .schema import Schema

_MAX_DEPTH: Final = 12
_GROUP_DEPTH: Final = 2
_MAX_LOOKS: Final = 20_000
_MAX_SLOTS: Final = 2_000
"""A schema that leads back into itself would otherwise never be read to its end."""
_MAX_SHOWN: Final = 60
_OTHER_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "id": ("generationid", "comicid", "jobid", "artworkid"),
    "dress": ("clothing",),
}
"""What a field is called elsewhere."""
_HARMLESS: Final[Mapping[str, object]] = {"preset": "neutral"}
"""Values that ask for nothing."""
_SILENT: Final = frozenset({"callbackUrl"})
"""Fields that change nothing of what is drawn."""


def plain(name: str) -> str:
    """Return a name without what camels and snakes do to it."""
    return "".join(character for character in name if character.isalnum()).lower()


_WIRE_NAMES: Final = frozenset(plain(name) for name in CreateComic.model_fields)


class Slot(Struct, frozen=True):
    """Where a field goes."""

    path: tuple[str, ...]
    schema: Schema


class Fitter:
    """One tool and its schema."""

    def __init__(self, tool: str, input_schema: Mapping[str, Any]) -> None:
        self._tool = tool
        self._schema = Schema({}, input_schema).beside(input_schema)
        self._looks = 0

    def arguments(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return the arguments that say what the fields of a request say. Raises: UnfitError."""
        return self._object(fields, self._schema, "", 0)

    def _object(self, fields: Mapping[str, Any], schema: Schema, place: str, depth: int) -> dict[str, Any]:
        slots = _slots(schema)
        is_free = not slots if schema.is_open is None else schema.is_open
        if depth and schema.is_open is None:
            # inside an argument the rule of JSON Schema holds: what is not forbidden may be said
            is_free = True
        said: dict[str, Any] = {}
        for name, value in fields.items():
            here = f"{place}.{name}" if place else name
            if (slot := _find(slots, name)) is not None:
                _put(said, slot.path, self._value(value, slot.schema, here, depth + 1))
            elif isinstance(value, Mapping) and all(_find(slots, inner) for inner in value):
                for inner, part in value.items():
                    found = slots[_found_name(slots, inner)]
                    _put(said, found.path, self._value(part, found.schema, f"{here}.{inner}", depth + 1))
            elif is_free:
                said[name] = value
            elif name not in _SILENT and _HARMLESS.get(name) != value:
                raise self._unfit(here, "takes no such argument")
        self._complete(said, schema, place, depth)
        return said

    def _value(self, value: Any, schema: Schema, place: str, depth: int) -> Any:
        self._looks += 1
        if depth > _MAX_DEPTH or self._looks > _MAX_LOOKS:
            raise self._unfit(place, "nests its arguments too deeply")
        alternatives = schema.alternatives()
        problems: list[UnfitError] = []
        for option in alternatives:
            try:
                return self._value(value, option, place, depth + 1)
            except UnfitError as problem:
                problems.append(problem)
        if problems:
            raise problems[0]
        if (complaint := schema.complaint(value)) is not None:
            shown = printable(str(value)[:_MAX_SHOWN])
            raise self._unfit(place, f"does not take {shown!r}: {printable(complaint)[:400]}")
        if isinstance(value, Mapping):
            return self._object(value, schema, place, depth)
        if isinstance(value, list):
            return [self._value(entry, schema.items(), f"{place}[{at}]", depth + 1) for at, entry in enumerate(value)]
        return value

    def _complete(self, said: dict[str, Any], schema: Schema, place: str, depth: int) -> None:
        """Fill in what must be said and can only be said in one way."""
        named = dict(schema.properties())
        for name in schema.required():
            here = f"{place}.{name}" if place else name
            within = named.get(name, Schema({}, {}))
            if name not in said:
                forced = within.forced()
                if not forced:
                    raise self._unfit(here, "needs an argument that storyc knows nothing of")
                said[name] = forced[0]
        for name, inner in said.items():
            if depth < _GROUP_DEPTH and name in named and plain(name) not in _WIRE_NAMES and isinstance(inner, dict):
                self._complete(inner, named[name], f"{place}.{name}" if place else name, depth + 1)

    def _unfit(self, place: str, why: str) -> UnfitError:
        return UnfitError(
            f"the tool `{self._tool}` {why} (`{printable(place)[:200]}`); nothing was sent",
            hint="--backend api asks the service without its tools",
        )


def _slots(schema: Schema) -> dict[str, Slot]:
    """Return where fields go, by plain name: to the object itself, or into a group that is no field of a request."""
    slots: dict[str, Slot] = {}
    groups: list[tuple[tuple[str, ...], Schema]] = [((), schema)]
    for _ in range(_GROUP_DEPTH + 1):
        deeper: list[tuple[tuple[str, ...], Schema]] = []
        for path, group in groups[:_MAX_SLOTS]:
            for name, inner in group.properties():
                slots.setdefault(plain(name), Slot((*path, name), inner))
                if plain(name) not in _WIRE_NAMES:
                    deeper.append(((*path, name), inner))
        groups = deeper
    return slots


def _find(slots: Mapping[str, Slot], name: str) -> Slot | None:
    return slots.get(_found_name(slots, name))


def _found_name(slots: Mapping[str, Slot], name: str) -> str:
    names = (plain(name), *_OTHER_NAMES.get(name, ()))
    return next((one for one in names if one in slots), names[0])


def _put(said: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    *groups, last = path
    for group in groups:
        said = said.setdefault(group, {})
    said[last] = value
