"""Short forms of names: a list of characters has `MARA VOSS`, and the script calls her `MARA`."""

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from .draft import Draft, Prose

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_TITLES = frozenset(
    ("the", "and", "old", "young", "little", "big", "mr", "mrs", "ms", "miss", "dr", "doctor", "captain", "sir", "lady", "aunt", "uncle")
)  # fmt: skip
"""What several people of one script may be called."""
_SHORTEST = 3
_IN_SENTENCE = re.compile(r"[\w,] ")
"""Behind which a capital is no sign of a sentence that begins."""
_MOST_ALIKE = 50
"""People with a word of their names in common; a word that more have tells nothing."""


def find_owner(name: str, draft: Draft) -> str | None:
    """Return the only listed character whom a name can mean: it is spelled alike, or made of words of the longer name."""
    listed = _listed(draft)
    found = listed.get(_letters(name), [])
    words = set(_words(name))
    if not found and words:
        rarest = min((listed.get(word, []) for word in words), key=len)
        found = [one for one in rarest if words < set(_words(one))] if len(rarest) <= _MOST_ALIKE else []
    return found[0] if len(found) == 1 else None


def add_alias(draft: Draft, alias: str, name: str) -> None:
    """Give somebody of the cast of a draft another name."""
    cast = draft.blocks["CAST"]
    place = next(index for index, entry in enumerate(cast) if entry.name == name)
    cast[place] = replace(cast[place], aliases=(*cast[place].aliases, alias))
    draft.find("guessed", 0, f"`{alias}` is taken for `{name}` of the list of characters")


def find_nicknames(draft: Draft) -> None:
    """Give listed characters the short forms by which descriptions call them."""
    cast = draft.blocks.get("CAST", [])
    taken = {spelling.casefold() for entry in cast for spelling in (entry.name, *entry.aliases)}
    called = _called(draft)
    for name in [entry.name for entry in cast if " " in entry.name]:
        for word in _words(name):
            if word in called and word not in taken and find_owner(word, draft) == name:
                taken.add(word)
                add_alias(draft, called[word], name)


def _listed(draft: Draft) -> Mapping[str, list[str]]:
    """Return the names of characters that are described, by each of their words and by their letters alone; kept with the draft.

    Of who only speaks, nothing is known but the label.
    """
    cast = draft.blocks.get("CAST", [])
    for entry in cast[draft.listed_entries :]:
        if entry.description or entry.fields:
            for key in {*_words(entry.name), _letters(entry.name)}:
                draft.listed_names.setdefault(key, []).append(entry.name)
    draft.listed_entries = len(cast)
    return draft.listed_names


def _words(name: str) -> Iterator[str]:
    for word in _WORD.findall(name):
        if len(word) >= _SHORTEST and word.casefold() not in _TITLES:
            yield word.casefold()


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def _called(draft: Draft) -> Mapping[str, str]:
    """Return the words that descriptions write as names are written, by their small letters."""
    found: dict[str, str] = {}
    for element in draft.elements:
        for line in element.lines if isinstance(element, Prose) else ():
            for word in _WORD.finditer(line):
                is_inside = _IN_SENTENCE.match(line, max(0, word.start() - 2), word.start()) is not None
                if word[0].isupper() or (word[0][0].isupper() and is_inside):
                    found.setdefault(word[0].casefold(), word[0])
    return found
