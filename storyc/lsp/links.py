"""Files and addresses that a script names, to be opened."""

from re import compile as regex

from msgspec import Struct

from storyc.text import Span

from .navigation import Spot, file_of
from .view import View

_ADDRESS = regex(r"https?://[^\s<>\"'`]+[^\s<>\"'`.,;:!?)\]]", 2)


class Link(Struct, frozen=True, gc=False):
    """Something to open."""

    span: Span
    file: str | None
    """Relative to the project; None for an address."""
    address: str


def links(view: View) -> tuple[Link, ...]:
    """Return the files of the project that a script names and that are there, and the web addresses, in order."""
    found: list[Link] = []
    for piece, start in view.script.placed():
        for mark in view.marks(piece):
            spot = Spot(view.script, piece, mark, start)
            name = file_of(spot) if mark.kind == "file" else None
            if name is not None and (name in view.look.scripts or view.files.size_bytes(name) is not None):
                found.append(Link(spot.span, name, ""))
        if "://" in piece.text:
            found += (
                Link(Span(start + at.start(), start + at.end()), None, at[0]) for at in _ADDRESS.finditer(piece.text)
            )
    return tuple(sorted(found, key=lambda link: link.span.start))
