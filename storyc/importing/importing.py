"""The phase: a foreign text to the text of a `.story`."""

import re
from collections.abc import Iterator

from msgspec import Struct

from .arranging import arrange
from .draft import Draft, Finding
from .nicknames import find_nicknames
from .reading import DIALECTS
from .rows import tidy
from .writing import write_story

DEFAULT_PANELS_PER_PAGE = 6

_WORD = re.compile(r"[^\W_]+")


class Imported(Struct, frozen=True, gc=False):
    """A script that was carried over."""

    text: str
    """The `.story`; it always parses."""
    dialect: str
    findings: tuple[Finding, ...]
    """In the order of the lines; those about the whole come first."""


def import_text(text: str, dialect: str, *, panels_per_page: int = DEFAULT_PANELS_PER_PAGE) -> Imported:
    """Return any text as a `.story`, read as a dialect of DIALECTS, and all that its writer should look at.

    Every word of the text stands in the story or in a finding.
    """
    tidied = tidy(text)
    draft = Draft()
    DIALECTS[dialect].read(tidied, draft)
    find_nicknames(draft)
    arrange(draft, panels_per_page)
    story = write_story(draft)
    findings = sorted((*draft.findings, *_lost(tidied, story, draft)), key=lambda one: one.line)
    return Imported(story, dialect, tuple(findings))


def _lost(text: str, story: str, draft: Draft) -> Iterator[Finding]:
    """Yield the lines with words that stand neither in the story nor in what was found out about the line."""
    kept = _words(story)
    told: dict[int, str] = dict(draft.taken)
    for one in draft.findings:
        told[one.line] = f"{told.get(one.line, '')} {one.text}"
    for number, line in enumerate(text.split("\n"), 1):
        missing = _words(line) - kept
        if missing and missing - _words(told.get(number, "")):
            yield Finding("lost", number, "not all of this line was carried over", line.strip())


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
