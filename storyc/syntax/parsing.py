"""The phase: text to tree."""

from functools import cache

from storyc.diagnostics import Outcome
from storyc.text import Source

from .driver import run
from .lines import LINES
from .nodes import Nodes
from .shadow import make_shadow
from .tables import Tables, load_tables
from .tree import Document


@cache
def _tables() -> Tables:
    return load_tables()


def parse(source: Source) -> Outcome[Document]:
    """Return the tree of any text whatever, with what can be said before any name is known."""
    shadow = make_shadow(source)
    nodes = Nodes(source)
    parts = run(_tables(), shadow.text, LINES, nodes.makers())
    said = sorted((*shadow.diagnostics, *nodes.diagnostics), key=lambda one: one.primary.span.start)
    return Outcome(Document(source, parts, shadow.comments), tuple(said))
