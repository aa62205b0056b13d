"""Finds who and what is in a picture: named in its description, or heard in it."""

import re
from collections.abc import Iterable, Mapping

from storyc.semantics import fold
from storyc.storyboard import Character, Prop, Speech

_UNSEEN = frozenset(("off", "radio"))


class Finder:
    """Finds names in prose: any of the declared spellings, as a whole word, with a capital where it is declared so.

    A name written in capitals, `MARA`, is found as `Mara` too, but not as `mara`, which may be an ordinary word. With
    `in_any_case` it is found however it is written, as things are, which are seldom capitalised in a sentence.
    """

    def __init__(self, spellings: Mapping[str, str], *, in_any_case: bool = False) -> None:
        self._names = {fold(spelling): name for spelling, name in spellings.items()}
        self._starts_upper = {fold(spelling): spelling[:1].isupper() and not in_any_case for spelling in spellings}
        by_length = sorted(spellings, key=lambda spelling: (-len(spelling), spelling))
        self._pattern = (
            re.compile("|".join(_whole_word(spelling) for spelling in by_length), re.IGNORECASE) if by_length else None
        )

    def find(self, text: str) -> Iterable[str]:
        """Yield the names in a text, in order, perhaps more than once."""
        if self._pattern is None:
            return
        for found in self._pattern.finditer(text):
            folded = fold(found[0])
            name = self._names.get(folded)
            if name is not None and (found[0][0].isupper() or not self._starts_upper[folded]):
                yield name


def _whole_word(spelling: str) -> str:
    r"""Return a pattern for a spelling; letters of a script without spaces have no `\b` between them."""
    inner = r"\s+".join(re.escape(word) for word in spelling.split())
    start = r"\b" if spelling[0].isalnum() and spelling[0].isascii() else ""
    end = r"\b" if spelling[-1].isalnum() and spelling[-1].isascii() else ""
    return f"{start}{inner}{end}"


def people_finder(cast: Iterable[Character]) -> Finder:
    """Return what finds the characters of a story; a look is found by its own aliases."""
    spellings: dict[str, str] = {}
    for character in cast:
        is_look = " / " in character.name
        for spelling in (() if is_look else (character.name,)) + character.aliases:
            spellings.setdefault(spelling, character.name)
    return Finder(spellings)


def prop_finder(props: Iterable[Prop]) -> Finder:
    """Return what finds the props of a story."""
    return Finder({spelling: prop.name for prop in props for spelling in (prop.name, *prop.aliases)}, in_any_case=True)


def is_seen(speech: Speech) -> bool:
    """Return whether whoever says this is in the picture."""
    return not _UNSEEN.intersection(speech.modifiers)
