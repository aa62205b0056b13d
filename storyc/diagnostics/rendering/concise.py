"""One line for each diagnostic, as editors and `grep` expect it."""

from collections.abc import Mapping, Sequence

from storyc.diagnostics import Diagnostic
from storyc.text import Source

from .look import Look
from .pen import Style, make_pen
from .wording import title


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source], look: Look) -> str:
    """Return `file:line:column: severity[code name] message` for each diagnostic."""
    return "".join(f"{_line(said, sources[said.primary.source], look)}\n" for said in diagnostics)


def _line(said: Diagnostic, source: Source, look: Look) -> str:
    pen = make_pen(look, said.severity)
    start = source.position(said.primary.span.start)
    where = pen.paint(f"{pen.visible(source.name)}:{start.line}:{start.column}:", Style.PLACE)
    kind = pen.paint(f"{said.severity.value}[{title(said.code)}]", pen.severity)
    return f"{where} {kind} {pen.visible(said.message)}"
