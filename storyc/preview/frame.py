"""What a reader sees at one moment, in parts, each with the moment of its last change.

So whoever has seen one moment can be told the difference to another without anybody keeping what came between.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from msgspec import Struct


class Part(Struct, frozen=True, gc=False):
    """A part of the page."""

    html: str
    since: int
    """The revision that it came with."""


class Frame(Struct, frozen=True):
    """A page in parts."""

    revision: int
    parts: Mapping[str, Part]
    """By their ids, in the order of the page."""


class Changes(Struct, frozen=True):
    """What somebody lacks who has seen an earlier revision."""

    revision: str
    order: tuple[str, ...]
    """The ids of all parts."""
    changed: Mapping[str, str]
    """The HTML of those that are new or different."""


EMPTY: Final = Frame(0, MappingProxyType({}))


def advance(frame: Frame, parts: Mapping[str, str]) -> Frame:
    """Return the frame that has these parts now: the same one if nothing is different."""
    revision = frame.revision + 1
    found = {
        name: old if (old := frame.parts.get(name)) is not None and old.html == html else Part(html, revision)
        for name, html in parts.items()
    }
    if list(found) == list(frame.parts) and all(part.since < revision for part in found.values()):
        return frame
    return Frame(revision, found)


def changes_since(frame: Frame, revision: int, *, series: str) -> Changes:
    """Return what is new since a revision; `series` names the revisions of this run apart from those of others."""
    changed = {name: part.html for name, part in frame.parts.items() if part.since > revision}
    return Changes(f"{series}-{frame.revision}", tuple(frame.parts), changed)
