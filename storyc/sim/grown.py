"""A mapping that never changes and can still be grown cheaply: what is added shares what was there.

Entries lie in layers, each more than twice as large as the next. A small layer is copied into its neighbour when it has grown, so adding
one entry costs a copy of few, and looking one up costs as many steps as there are layers, about the logarithm of the size.
"""

from collections.abc import Iterator, Mapping
from typing import TypeVar

_ValueT = TypeVar("_ValueT")


class Grown(Mapping[str, _ValueT]):
    """A frozen mapping; newer layers hide older ones."""

    __slots__ = ("_layers",)

    def __init__(self, layers: tuple[Mapping[str, _ValueT], ...] = ()) -> None:
        self._layers = layers

    def also(self, entries: Mapping[str, _ValueT]) -> "Grown[_ValueT]":
        """Return this mapping with more entries, which replace those of the same key."""
        layers, newest = list(self._layers), dict(entries)
        while layers and len(layers[-1]) <= 2 * len(newest):
            newest = {**layers.pop(), **newest}
        return Grown((*layers, newest))

    def __getitem__(self, key: str) -> _ValueT:
        for layer in reversed(self._layers):
            if key in layer:
                return layer[key]
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(key for layer in self._layers for key in layer))

    def __len__(self) -> int:
        return sum(1 for _ in self)
