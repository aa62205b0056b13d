"""The names of a story as an editor needs them: what each stands for, and where it was declared."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from re import Match, Pattern, escape
from re import compile as regex
from typing import Literal

from msgspec import Struct

from storyc.diagnostics import Label
from storyc.semantics import Resolved, fold
from storyc.text import Span

from .extract import Extract
from .guide import RESERVED

NameKind = Literal["character", "place", "prop", "definition"]
_KINDS: tuple[NameKind, ...] = ("character", "place", "prop")
_WRITTEN: tuple[NameKind, ...] = ("character", "prop")
"""Who and what is in a picture because a description says so."""
_SHORTEST = 2


class Named(Struct, frozen=True, gc=False):
    """Somebody or something that has a name."""

    kind: NameKind
    name: str
    base: str
    """The character that it is a look of; the name itself if it is none."""
    aliases: tuple[str, ...]
    description: str
    fields: tuple[tuple[str, str], ...]
    place: Label
    """Where the name is declared; without a source if the project's settings give it."""


class Names:
    """All names of a story, found under every spelling."""

    def __init__(self, named: tuple[Named, ...]) -> None:
        self.all = named
        self._found: dict[NameKind, dict[str, Named]] = {"character": {}, "place": {}, "prop": {}, "definition": {}}
        for one in named:
            for spelling in (one.name, *one.aliases):
                # the text of a definition's name counts as it is
                self._found[one.kind].setdefault(spelling if one.kind == "definition" else fold(spelling), one)

    @cached_property
    def spellings(self) -> frozenset[tuple[str, str, str]]:
        """Return every spelling as it is declared, with its kind and whose it is."""
        return frozenset((one.kind, spelling, one.base) for one in self.all for spelling in (one.name, *one.aliases))

    @cached_property
    def _in_capitals(self) -> Mapping[str, NameKind]:
        spelled = (
            (one.kind, spelling) for kind in _WRITTEN for one in self.of(kind) for spelling in (one.name, *one.aliases)
        )
        return {
            spelling: kind
            for kind, spelling in reversed(tuple(spelled))
            if spelling.isupper() and len(spelling) >= _SHORTEST
        }

    @cached_property
    def _any_in_capitals(self) -> Pattern[str] | None:
        longest_first = sorted(self._in_capitals, key=len, reverse=True)
        return regex(rf"(?<!\w)(?:{'|'.join(map(escape, longest_first))})(?!\w)") if longest_first else None

    def written(self, text: str) -> Iterator[tuple[Match[str], NameKind]]:
        """Yield where characters and props stand in capitals in a text, as they do in descriptions."""
        for found in () if self._any_in_capitals is None else self._any_in_capitals.finditer(text):
            yield found, self._in_capitals[found[0]]

    def find(self, kind: NameKind, spelling: str) -> Named | None:
        """Return what a spelling stands for."""
        return self._found[kind].get(spelling if kind == "definition" else fold(spelling))

    def speakers(self, label: str) -> bool:
        """Return whether a label is a name of the cast, or several joined by `&`."""
        parts = label.replace("＆", "&").split("&")
        return self.find("character", label) is not None or all(self.find("character", part) for part in parts)

    def is_label(self, label: str) -> bool:
        """Return whether what stands before a colon is somebody, or a word of the language."""
        if self.speakers(label) or (label.upper() in RESERVED and not label[:1].islower()):
            return True
        return label[:1] == "@" or label.isupper() or (label[:1] == "{" and label.endswith("}}"))

    def is_cue(self, name: str) -> bool:
        """Return whether this alone above other words is somebody, or a word of the language."""
        return name in RESERVED or self.speakers(name)

    def of(self, kind: NameKind) -> Iterator[Named]:
        """Yield all of a kind in the order of their declaration."""
        return (one for one in self.all if one.kind == kind)


def read_names(resolved: Resolved, extracts: Mapping[str, Extract], values: Mapping[str, str]) -> Names:
    """Return the names of a story, with their places in its scripts."""
    declared = resolved.declared

    def place(source: str, start: int, end: int) -> Label:
        extract = extracts.get(source)
        span = Span(start, end)
        return Label(source, span if extract is None else extract.whole(span))

    found = [
        Named(
            kind, entity.name, entity.base, entity.aliases, entity.description,
            tuple((key, field.value) for key, field in entity.fields),
            place(entity.document.source.name, entity.name_at, entity.name_at + len(entity.name)),
        )
        for kind, entities in zip(_KINDS, (declared.people, declared.places, declared.things), strict=True)
        for entity in entities
    ]  # fmt: skip
    for name, text in declared.definitions.items():
        label = declared.defined_at[name]
        found.append(
            Named("definition", name, name, (), text, (), place(label.source, label.span.start, label.span.end))
        )
    given = [Named("definition", name, name, (), text, (), Label("", Span(0, 0)))
             for name, text in values.items() if name not in declared.definitions]  # fmt: skip
    return Names((*found, *given))
