"""Finding known words in a text, in scripts that divide words with spaces and in those that do not."""

import re
from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")

_EAST_ASIAN = "\u2e80"
"""From this character on, words are not divided by spaces."""
_TEXT_LIMIT = 4000


class Vocabulary(Generic[Meaning]):
    """Words and what they mean; given as `meaning: "word word …"`. Latin words are found in the plural too."""

    def __init__(self, words: Mapping[Meaning, str]) -> None:
        given = {word: meaning for meaning, spelled in words.items() for word in spelled.casefold().split()}
        plurals = {f"{word}s": meaning for word, meaning in given.items() if word[0] < _EAST_ASIAN}
        self._meanings = {**plurals, **given}
        by_length = sorted(self._meanings, key=len, reverse=True)
        spaced = "|".join(re.escape(word) for word in by_length if word[0] < _EAST_ASIAN)
        unspaced = "|".join(re.escape(word) for word in by_length if word[0] >= _EAST_ASIAN)
        parts = (rf"(?<![^\W_])(?:{spaced})(?![^\W_])" if spaced else "", f"(?:{unspaced})" if unspaced else "")
        self._pattern = re.compile("|".join(filter(None, parts)) or "(?!)", re.IGNORECASE)

    def find(self, text: str) -> Iterator[tuple[Meaning, int]]:
        """Yield the meaning of each known word and where it ends, in order."""
        for found in self._pattern.finditer(text[:_TEXT_LIMIT].casefold()):
            yield (self._meanings[found[0]], found.end())

    def first(self, text: str) -> Meaning | None:
        """Return the meaning of the first known word, or None."""
        return next((meaning for meaning, _ in self.find(text)), None)
