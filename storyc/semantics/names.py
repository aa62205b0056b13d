"""The names of a story, and how a writer may spell them."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct

from storyc.diagnostics import Label, Vocabulary
from storyc.syntax import find_number


def fold(name: str) -> str:
    """Return the spelling under which a name is looked up: any case, any white space, composed or not."""
    folded = " ".join(name.split()).casefold()
    return folded if folded.isascii() else unicodedata.normalize("NFC", folded)


def panel_spellings(number: str) -> frozenset[str]:
    """Return the ways to write a panel's number: `ONE` and `1` mean one panel, `3a` only `3a`."""
    folded = fold(number)
    found = None if folded[:1].isdigit() else find_number(folded)
    return frozenset((folded, str(found[0]))) if found and found[1] == len(folded) else frozenset((folded,))


class Spellings:
    """Finds the declared spelling that was meant by one that is not declared; made ready when it is first asked."""

    def __init__(self, declared: Iterable[str]) -> None:
        self._declared = declared

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_folded.values())

    @cached_property
    def _by_folded(self) -> dict[str, str]:
        return {fold(spelling): spelling for spelling in self._declared}

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self._by_folded)

    def find(self, spelling: str) -> str | None:
        """Return the spelling, as it was declared, that another one comes closest to; None if none is near."""
        near = self._vocabulary.closest(fold(spelling))
        return None if near is None else self._by_folded[near]


class Declared(Struct, frozen=True, gc=False):
    """A name and where it was declared."""

    name: str
    place: Label


class Names:
    """Names of one kind: canonical ones, and the aliases that stand for them."""

    def __init__(self) -> None:
        self._declared: dict[str, Declared] = {}

    def __contains__(self, name: str) -> bool:
        return fold(name) in self._declared

    def declare(self, spelling: str, declared: Declared) -> Declared | None:
        """Let a spelling stand for a name; return what it stands for already, then nothing changes."""
        return None if (known := self._declared.setdefault(fold(spelling), declared)) is declared else known

    def find(self, spelling: str) -> str | None:
        """Return the canonical name that a spelling stands for."""
        declared = self._declared.get(fold(spelling))
        return None if declared is None else declared.name

    def spellings(self) -> Iterable[str]:
        """Return every spelling, folded, in the order of declaration."""
        return self._declared.keys()


class Cast(Names):
    """Names of characters. A character may have looks: `EUGENE / 1984` is a look of `EUGENE`."""

    def __init__(self) -> None:
        super().__init__()
        self._base: dict[str, str] = {}
        self._looks: dict[str, dict[str, str]] = {}

    def declare_look(self, base: str, look: str, name: str) -> None:
        """Let `name` be how the character `base` looks in the look `look`."""
        self._base[name] = base
        self._looks.setdefault(base, {})[fold(look)] = name

    def base(self, name: str) -> str:
        """Return the character that a canonical name is a look of, or the name itself."""
        return self._base.get(name, name)

    def look(self, base: str, look: str) -> str | None:
        """Return the canonical name of a character's look."""
        return self._looks.get(base, {}).get(fold(look))

    def looks(self, base: str) -> Iterable[str]:
        """Return the looks of a character, folded."""
        return self._looks.get(base, {}).keys()
