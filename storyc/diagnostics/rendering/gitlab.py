"""GitLab's code quality report."""

from collections.abc import Mapping, Sequence

from storyc.diagnostics import Diagnostic, Severity
from storyc.text import Source

from .document import write_document
from .fingerprints import fingerprints_sha256
from .look import Look
from .places import place
from .wording import message_and_advice

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source], _look: Look) -> str:
    """Return an array of findings, each with a fingerprint that stays when lines move."""
    marks = fingerprints_sha256(diagnostics, sources)
    report = [_finding(said, mark, sources) for said, mark in zip(diagnostics, marks, strict=True)]
    return write_document(report)


def _finding(said: Diagnostic, mark: str, sources: Mapping[str, Source]) -> dict[str, object]:
    at = place(said.primary.source, said.primary.span, sources)
    return {
        "description": message_and_advice(said),
        "check_name": said.code.name,
        "fingerprint": mark,
        "severity": SEVERITIES[said.severity],
        "location": {"path": at.file, "lines": {"begin": at.line, "end": at.end_line}},
    }
