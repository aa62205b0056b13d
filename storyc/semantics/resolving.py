"""The phase: documents to one story whose names are known."""

from collections.abc import Mapping

from msgspec import Struct

from storyc.diagnostics import Diagnostic, Outcome
from storyc.syntax import Document
from storyc.text import Files, MemoryFiles

from .declaring import Declarations, collect
from .including import Placed, in_order

NO_FILES = MemoryFiles({})


class Resolved(Struct, frozen=True):
    """All parts of a story in reading order, and what it declares."""

    documents: Mapping[str, Document]
    """By name; the main document first."""
    parts: tuple[Placed, ...]
    declared: Declarations


def resolve(documents: Mapping[str, Document], files: Files = NO_FILES) -> Outcome[Resolved]:
    """Return the story that begins with the first document, and what is wrong with its includes and declarations.

    `files` are those that an include of a missing file may mean instead.
    """
    said: list[Diagnostic] = []
    parts = in_order(documents, files, said)
    return Outcome(Resolved(documents, parts, collect(parts, said)), tuple(said))
