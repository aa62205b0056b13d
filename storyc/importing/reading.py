"""The dialects, and who reads each."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from .draft import Draft
from .rows import rows
from .script import ScriptReader


class Dialect(Struct, frozen=True, gc=False):
    """A way to write scripts."""

    name: str
    about: str
    read: Callable[[str, Draft], None]
    """Takes a tidy text in."""


def _screenplay(text: str, draft: Draft) -> None:
    ScriptReader(rows(text), draft, has_pages=False).read()


def _comic(text: str, draft: Draft) -> None:
    ScriptReader(rows(text), draft, has_pages=True).read()


DIALECTS: Mapping[str, Dialect] = {
    one.name: one
    for one in (
        Dialect("fountain", "a screenplay in Fountain, without pages or panels", _screenplay),
        Dialect("comic", "pages, panels and `NAME: words`, as most comics are written", _comic),
    )
}
