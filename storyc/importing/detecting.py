"""Tells which dialect a script is written in, by the marks that only one of them has."""

import re
from collections.abc import Mapping

from msgspec import Struct

from .rows import tidy

_FIRST_CHARACTERS = 200_000
"""Of a script; what it is written in shows long before."""
_M = re.MULTILINE


class Score(Struct, frozen=True, gc=False):
    """How much speaks for a dialect."""

    dialect: str
    points: int
    """Marks that were found, each times its weight."""


_WORD_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]*teen|[a-z]+ty)"
_MARKS: Mapping[str, tuple[tuple[int, re.Pattern[str]], ...]] = {
    "prompt": ((40, re.compile(r"^\[(?:Visual Style|Story|Characters|Panels|Constraints)\][ \t]*$", _M | re.IGNORECASE)),
               (3, re.compile(r"^ {3}(?:Scene|Action|Dialogue|Caption|Objective|In the picture)\b.*: ", _M))),
    "fountain": ((3, re.compile(r"^(?:INT|EXT|EST|I/E|INT\.?/EXT)[. ]", _M | re.IGNORECASE)), (2, re.compile(r"^[A-Z ]+TO:[ \t]*$", _M))),
    "comic": ((5, re.compile(rf"^[ \t]*+[*_#]*+[ \t]*+(?:PAGES?|Pages?)[ \t]+{_WORD_NUMBER}\b", _M | re.IGNORECASE)),
              (5, re.compile(rf"^[ \t]*+[*_#]*+[ \t]*+(?:PANEL|Panel)[ \t]+{_WORD_NUMBER}\b", _M | re.IGNORECASE)),
              (5, re.compile(r"^[0-9０-９]+[ \t]*(?:ページ|コマ)|^(?:ページ|コマ)[ \t]*[0-9０-９]+", _M))),
    "johnston": ((8, re.compile(r"^\*\*PAGES? \w+[^*]*\*\*[ \t]*$", _M | re.IGNORECASE)), (8, re.compile(r"^_PANEL \w+[^_]*_[ \t]*$", _M | re.IGNORECASE))),
    "beat": ((30, re.compile(r"^#.*\{\{[ \t]*serial\b", _M | re.IGNORECASE)), (6, re.compile(r"^\.Panel \d", _M))),
    "starc": ((7, re.compile(r"^# PAGE\b(?!.*\b(?:INT|EXT)\b)", _M)), (7, re.compile(r"^\.PANEL\b", _M))),
    "mangaplay": ((15, re.compile(r"^# PAGE \d+[ \t]+(?:INT|EXT)\b", _M | re.IGNORECASE)), (15, re.compile(r"^/\*[ \t]*PANEL \d+.*\*/[ \t]*$", _M | re.IGNORECASE)),
                  (6, re.compile(r"^SFX \S+|^TITLE .+\|", _M)), (7, re.compile(r"^Panel \d+ \[", _M))),
    "comic-writer": ((8, re.compile(r"^\t[A-Z][A-Z .'-]+(?: \([^()]*\))?: ", _M)), (2, re.compile(r"^P(?:age|anel) \d+[ \t]*$", _M))),
    "panels": ((10, re.compile(r"^\[\d{0,3}\](?=\s|$)", _M)), (4, re.compile(r"^---(?:\|---)?[ \t]*$", _M))),
    "serifu": ((4, re.compile(r"^- \S", _M)), (4, re.compile(r"^#{1,2} ?\d+[ \t]*$", _M)), (6, re.compile(r"^[^\s:/#*!-][^:/]{0,30}/[^:/]{1,20}: ", _M)),
               (4, re.compile(r"^(?::|/\w+:) \S", _M)), (4, re.compile(r"^\* \S+(?: \([^()]*\))?[ \t]*$", _M))),
    "csmd": ((9, re.compile(r"^## (?!#)", _M)), (6, re.compile(r"^@ \S", _M)), (4, re.compile(r"^(?:>>|<<) ?\S", _M))),
    "markdown": ((8, re.compile(r"^### ", _M)), (6, re.compile(r"^## (?!#)", _M)), (20, re.compile(r"^#{3,4} [\u2190-\u2bff\U0001f000-\U0001faff]", _M)),
                 (3, re.compile(r"^- \*\*", _M))),
    "moon-crystal": ((12, re.compile(r"^(?:P|p)(?: \d+)?[ \t]*$", _M)), (4, re.compile(r"^Description:", _M))),
}  # fmt: skip
_ONLY_WITH: Mapping[str, re.Pattern[str]] = {
    "csmd": re.compile(r"^(?:@|>|>>|<<) ?\S", _M),
    "markdown": re.compile(r"^#{3,4} \S", _M),
    "serifu": re.compile(r"^(?:[^\s:#*!-][^:]{0,40})?:|^\* ", _M),
    "panels": re.compile(r"^\[\d{0,3}\](?=\s|$)", _M),
    "moon-crystal": re.compile(r"^p(?: \d+)?[ \t]*$", _M),
    "fountain": re.compile(r"\A(?![\s\S]*?^[ \t]*+[*_#]*+[ \t]*+panel[ \t]+\d)", _M | re.IGNORECASE),
}
"""Without which the other marks of a dialect are somebody else's."""
_FALLBACK = "fountain"


def detect(text: str) -> tuple[Score, ...]:
    """Return what speaks for each dialect, the likeliest first; a text without any marks is a screenplay."""
    start = tidy(text[:_FIRST_CHARACTERS])
    scores = []
    for dialect, marks in _MARKS.items():
        needed = _ONLY_WITH.get(dialect)
        points = (
            0 if needed and not needed.search(start) else sum(weight * _count(mark, start) for weight, mark in marks)
        )
        scores.append(Score(dialect, points))
    best = sorted(scores, key=lambda one: (-one.points, one.dialect != _FALLBACK))
    return tuple(best)


def _count(mark: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in mark.finditer(text))
