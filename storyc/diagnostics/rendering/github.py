"""Workflow commands: GitHub shows them beside the changed lines of a pull request."""

from collections.abc import Mapping, Sequence

from storyc.diagnostics import Diagnostic, Severity
from storyc.text import Source

from .look import Look
from .places import place
from .screen import visible
from .wording import message_and_advice, title

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
TEXT_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY_ESCAPES = {**TEXT_ESCAPES, **str.maketrans({":": "%3A", ",": "%2C"})}


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source], _look: Look) -> str:
    """Return a workflow command for each diagnostic."""
    return "".join(f"{_command(said, sources)}\n" for said in diagnostics)


def _command(said: Diagnostic, sources: Mapping[str, Source]) -> str:
    at = place(said.primary.source, said.primary.span, sources)
    properties = {"title": title(said.code), "file": at.file, "line": at.line, "endLine": at.end_line}
    if at.line == at.end_line:  # columns of two different lines are refused
        properties |= {"col": at.column, "endColumn": at.end_column}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{COMMANDS[said.severity]} {listed}::{_text(message_and_advice(said))}"


def _property(text: str) -> str:
    return _safe(text).translate(PROPERTY_ESCAPES)


def _text(text: str) -> str:
    return _safe(text).translate(TEXT_ESCAPES)


def _safe(text: str) -> str:
    return "\n".join(visible(line, is_unicode=True) for line in text.split("\n"))
