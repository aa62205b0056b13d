"""One JSON object a line for each diagnostic."""

from collections.abc import Mapping, Sequence

from msgspec.json import encode

from storyc.diagnostics import Diagnostic
from storyc.text import Source

from .look import Look
from .records import record


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source], _look: Look) -> str:
    """Return a line with a diagnostic record for each diagnostic."""
    return "".join(f"{encode(record(said, sources)).decode()}\n" for said in diagnostics)
