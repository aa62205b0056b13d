"""How tall somebody is, and who sits: what a few words of descriptions and actions say of bodies."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from .ages import CHILD
from .brief import Person
from .vocabulary import Vocabulary

_CHILD_SHARE: Final = 0.76
_SMALLEST_SHARE: Final = 0.6
_SMALL_CHILD: Final = 4
_HALF_GROWN: Final = 15
_BUILDS: Final = {
    1.12: "giant giantess towering hulking gigantic 巨人 大男",
    1.05: "tall lanky 長身 背の高い",
    0.92: "short petite small tiny little stocky squat 小柄 背の低い",
}
_SENTENCE: Final = re.compile(r"[^.!?。！？]+")
_SEAT: Final = re.compile(
    r"\b(?:sits?|sat|sitting|seated|perche[sd]|perching"
    r"|(?:on|in|at) (?:an?|the|his|her|their|its) (?:[a-z]+ ){0,2}(?:crate|chair|armchair|bench|stool|sofa|couch|throne|swing|barrel|suitcase))\b"
    r"|座|腰掛|腰かけ",
    re.IGNORECASE,
)
_SOMEBODY: Final = re.compile(r"\s*(?:she|he|they)\b", re.IGNORECASE)


def height_of(person: Person) -> float:
    """Return how tall somebody is, as a share of a grown person's height."""
    if person.age is not None and person.age <= CHILD:
        return _SMALLEST_SHARE if person.age <= _SMALL_CHILD else _CHILD_SHARE
    share = _builds().first(_HAIR.sub("", person.description)) or 1.0
    return share * 0.92 if person.age is not None and person.age <= _HALF_GROWN else share


def who_sits(action: str, people: Iterable[Person]) -> frozenset[str]:
    """Return the names of those who sit: who is named last before the word that says so, or who is meant by `she` when alone."""
    present = tuple(people)
    return frozenset(
        name
        for sentence in _SENTENCE.findall(action)
        if (seat := _SEAT.search(sentence)) and (name := _subject(sentence[: seat.start()], present))
    )


def _subject(before: str, people: tuple[Person, ...]) -> str:
    named = max(((at, person.name) for person in people for at in _mentions(person, before)), default=None)
    if named is not None:
        return named[1]
    return people[0].name if len(people) == 1 and _SOMEBODY.match(before) else ""


def _mentions(person: Person, text: str) -> Iterator[int]:
    folded = text.casefold()
    return (at for name in (person.name, *person.aliases) if name and (at := folded.rfind(name.casefold())) >= 0)


_HAIR: Final = re.compile(
    r"\b(?:long|short|small|little|tiny) (?:[\w-]+ ){0,2}(?:hair|beard|moustache|braids?|nose|eyes?|hands?)\b",
    re.IGNORECASE,
)


@cache
def _builds() -> Vocabulary[float]:
    return Vocabulary(_BUILDS)
