"""All diagnostics as one JSON array."""

from collections.abc import Mapping, Sequence

from storyc.diagnostics import Diagnostic
from storyc.text import Source

from .document import write_document
from .look import Look
from .records import record


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source], _look: Look) -> str:
    """Return an array of diagnostic records."""
    return write_document([record(said, sources) for said in diagnostics])
