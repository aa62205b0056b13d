"""The labels of pages and books, in the languages of `labels.tsv`: a label a line, a language a column."""

from collections.abc import Iterable, Mapping
from functools import cache
from pkgutil import get_data
from typing import Final

FALLBACK: Final = "en"
_TRADITIONAL: Final = frozenset({"tw", "hk", "mo"})
"""Regions that write Chinese with the characters that were not simplified."""


class Labels:
    """The labels of one language."""

    def __init__(self, tag: str, words: Mapping[str, str]) -> None:
        self.tag = tag
        """A BCP 47 tag: of the labels, whatever the language of the story is."""
        self._words = words

    def __call__(self, label: str, /, **parts: str | int) -> str:
        """Return a label with its parts in their places; numbers are written as the language writes them."""
        said = {name: part if isinstance(part, str) else self.number(part) for name, part in parts.items()}
        return self._words[label].format(**said) if said else self._words[label]

    def is_in(self, language: str) -> bool:
        """Return whether the labels are in a language, a BCP 47 tag."""
        return _primary(language) == _primary(self.tag)

    def number(self, number: int) -> str:
        """Return a number as the language writes it."""
        return f"{number:,}".replace(",", self._words["thousands"])

    def listed(self, words: Iterable[str]) -> str:
        """Return `off, burst`."""
        return self("comma").join(words)

    def panels(self, count: int) -> str:
        """Return `1 panel`, `4 panels`."""
        return self("one_panel") if count == 1 else self("panel_count", count=count)

    def duration(self, seconds: float) -> str:
        """Return `6 s`, `4 min`, `1 h 5 min`."""
        if round(seconds) < 60:
            return self("seconds", count=round(seconds))
        hours, minutes = divmod(round(seconds / 60), 60)
        if not hours:
            return self("minutes", count=minutes)
        return self("hours_minutes", hours=hours, minutes=minutes) if minutes else self("hours", count=hours)


def labels_for(language: str) -> Labels:
    """Return the labels for a story in a language, a BCP 47 tag; in English if there are none in that one."""
    primary, *rest = language.lower().replace("_", "-").split("-")
    if primary == "zh":
        is_traditional = "hant" in rest or ("hans" not in rest and not _TRADITIONAL.isdisjoint(rest))
        primary = "zh-Hant" if is_traditional else "zh-Hans"
    return _table().get(primary) or _table()[FALLBACK]


def languages() -> tuple[str, ...]:
    """Return the tags of all languages that have labels."""
    return tuple(_table())


def _primary(language: str) -> str:
    return language.lower().replace("_", "-").split("-")[0]


@cache
def _table() -> Mapping[str, Labels]:
    content = get_data(__package__, "labels.tsv")
    assert content is not None, "the package has lost its labels"
    (_, *tags), *rows = (line.split("\t") for line in content.decode().splitlines() if line and line[0] != "#")
    return {tag: Labels(tag, {row[0]: row[column] for row in rows}) for column, tag in enumerate(tags, 1)}
