"""What version control leaves in a script when two people changed the same lines.

To a reader of comics the marks are prose: they would be drawn, and both versions of a line lettered.
"""

from collections.abc import Iterable, Mapping
from re import MULTILINE
from re import compile as regex

from storyc.diagnostics import Diagnostic, Label, codes
from storyc.text import Source, Span

_MARK = regex(r"^(<{7}|\|{7}|={7}|>{7})(?![<|=>])[^\r\n]*", MULTILINE)
_BEGIN, _END = "<<<<<<<", ">>>>>>>"


def conflicts(source: Source) -> list[Diagnostic]:
    """Return one diagnostic for each conflict that nobody has settled, at its first mark."""
    if _BEGIN not in source.text and _END not in source.text:
        return []
    said: list[Diagnostic] = []
    is_open = False
    for mark in _MARK.finditer(source.text.replace("\r", "\n")):
        if mark[1] == _BEGIN or (mark[1] == _END and not is_open):
            said.append(_unsettled(source, Span(*mark.span())))
        is_open = mark[1] == _BEGIN or (is_open and mark[1] != _END)
    return said


def without_marks(said: Iterable[Diagnostic], sources: Mapping[str, Source]) -> tuple[Diagnostic, ...]:
    """Return what is said, but of the marks of a conflict only that they are there."""
    return tuple(one for one in said if one.code is codes.MERGE_CONFLICT or not _is_mark(one.primary, sources))


def _is_mark(label: Label, sources: Mapping[str, Source]) -> bool:
    source = sources[label.source]
    line = source.position(label.span.start).line
    return _MARK.match(source.slice(source.line_span(line))) is not None


def _unsettled(source: Source, span: Span) -> Diagnostic:
    return Diagnostic(
        codes.MERGE_CONFLICT,
        "two versions of this script were merged, and nobody has chosen between them",
        Label(source.name, span, "the conflict begins here"),
        helps=("keep the lines that are right, and delete the others and the marks",),
    )
