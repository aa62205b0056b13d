"""As much of JSON Schema as decides whether a value may be sent.

Patterns and formats are left to the service: an expression from outside could keep this machine busy for ever.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from msgspec import Struct

_MAX_HOPS: Final = 16
_KINDS: Final[Mapping[type, frozenset[str]]] = {
    bool: frozenset({"boolean"}),
    int: frozenset({"integer", "number"}),
    float: frozenset({"number"}),
    str: frozenset({"string"}),
    list: frozenset({"array"}),
    dict: frozenset({"object"}),
}
_LEAST: Final = ("minimum", "minLength", "minItems")
_MOST: Final = ("maximum", "maxLength", "maxItems")


class Schema(Struct, frozen=True):
    """A place in the schema of a tool."""

    node: Mapping[str, Any]
    root: Mapping[str, Any]
    """What local references start from."""

    def beside(self, node: object) -> "Schema":
        """Return another place of the same document, where its references lead; one without rules if they lead nowhere."""
        for _ in range(_MAX_HOPS):
            if not isinstance(node, Mapping):
                break
            if not isinstance(node.get("$ref"), str):
                return Schema(node, self.root)
            node = self._target(node["$ref"])
        return Schema({}, self.root)

    def _target(self, reference: str) -> object:
        found: object = self.root
        for step in reference.removeprefix("#").strip("/").split("/"):
            found = found.get(step.replace("~1", "/").replace("~0", "~")) if isinstance(found, Mapping) else None
        return found

    def alternatives(self) -> "tuple[Schema, ...]":
        """Return the schemas of which a value has to fit one; empty if there is no choice."""
        options = [*_listed(self.node.get("anyOf")), *_listed(self.node.get("oneOf"))]
        return tuple(self.beside(option) for option in options)

    def properties(self) -> "Iterator[tuple[str, Schema]]":
        """Yield the fields of an object, also those of its only alternative that has any."""
        for owner in self.owners():
            named = owner.node.get("properties")
            if isinstance(named, Mapping):
                yield from ((str(name), self.beside(node)) for name, node in named.items())

    def required(self) -> tuple[str, ...]:
        """Return the fields that an object must have."""
        return tuple(
            name for owner in self.owners() for name in _listed(owner.node.get("required")) if isinstance(name, str)
        )

    def owners(self) -> "tuple[Schema, ...]":
        """Return the places that describe the fields of this object together."""
        parts = tuple(self.beside(part) for part in _listed(self.node.get("allOf")))
        choices = [option for option in self.alternatives() if isinstance(option.node.get("properties"), Mapping)]
        return (self, *parts, *(choices if len(choices) == 1 else ()))

    @property
    def is_open(self) -> bool | None:
        """Whether an object takes fields that it does not name; None if the schema does not say."""
        said = [owner.node["additionalProperties"] for owner in self.owners() if "additionalProperties" in owner.node]
        return None if not said else all(one is not False for one in said)

    def items(self) -> "Schema":
        """Return what each entry of a list has to be."""
        return self.beside(self.node.get("items"))

    def forced(self) -> tuple[Any, ...]:
        """Return the one value that a field may have, or has if nobody says anything; empty if there is none."""
        if "const" in self.node:
            return (self.node["const"],)
        if "default" in self.node:
            return (self.node["default"],)
        choices = _listed(self.node.get("enum"))
        return tuple(choices) if len(choices) == 1 else ()

    def complaint(self, value: object) -> str | None:
        """Return why a value cannot stand here, None if nothing speaks against it; what it holds is not looked at."""
        kinds = self.node.get("type")
        wanted = {kinds} if isinstance(kinds, str) else {kind for kind in _listed(kinds) if isinstance(kind, str)}
        if wanted and not wanted & _KINDS.get(type(value), frozenset()):
            return f"it takes {' or '.join(sorted(wanted))}"
        if "const" in self.node and self.node["const"] != value:
            return f"it takes {self.node['const']!r} only"
        choices = _listed(self.node.get("enum"))
        if choices and value not in choices:
            return f"it takes {', '.join(map(str, choices[:24]))}"
        return self._size_complaint(value)

    def _size_complaint(self, value: object) -> str | None:
        if isinstance(value, bool) or not isinstance(value, int | float | str | list):
            return None
        at = 0 if isinstance(value, int | float) else 1 if isinstance(value, str) else 2
        size = value if isinstance(value, int | float) else len(value)
        least, most = self.node.get(_LEAST[at]), self.node.get(_MOST[at])
        if isinstance(least, int | float) and size < least:
            return f"it takes no fewer than {least}"
        if isinstance(most, int | float) and size > most:
            return f"it takes no more than {most}"
        return None


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
