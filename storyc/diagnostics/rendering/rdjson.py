"""The Reviewdog diagnostic format. Its columns count bytes of UTF-8, its ends lie just behind."""

from collections.abc import Mapping, Sequence

from storyc.diagnostics import Diagnostic, Edit, Severity
from storyc.text import Source, Span

from .document import write_document
from .look import Look
from .places import file_name, utf8_position
from .wording import message_and_advice

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source], _look: Look) -> str:
    """Return one diagnostic result."""
    result = {"source": {"name": "storyc"}, "diagnostics": [_diagnostic(said, sources) for said in diagnostics]}
    return write_document(result)


def _diagnostic(said: Diagnostic, sources: Mapping[str, Source]) -> dict[str, object]:
    source = sources[said.primary.source]
    return {
        "message": message_and_advice(said),
        "location": {"path": file_name(source), "range": _range(source, said.primary.span)},
        "severity": SEVERITIES[said.severity],
        "code": {"value": said.code.number},
        "suggestions": [{"range": _range(source, edit.span), "text": edit.text} for edit in _suggestions(said)],
    }


def _suggestions(said: Diagnostic) -> list[Edit]:
    """Return the fixes that this format can express: a single edit of the file that the diagnostic is about."""
    return [fix.edits[0] for fix in said.fixes if len(fix.edits) == 1 and fix.edits[0].source == said.primary.source]


def _range(source: Source, span: Span) -> dict[str, object]:
    return {"start": utf8_position(source, span.start), "end": utf8_position(source, span.end)}
