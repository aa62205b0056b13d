"""A diagnostic as plain fields: the object that the forms `json` and `jsonl` write."""

from collections.abc import Mapping

from msgspec import Struct

from storyc.diagnostics import Diagnostic, Edit, Fix, Label
from storyc.text import Source

from .places import place


class LabelRecord(Struct, frozen=True, gc=False):
    """A place with a few words about it."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    is_primary: bool


class EditRecord(Struct, frozen=True, gc=False):
    """A replacement of a place by a text."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class FixRecord(Struct, frozen=True, gc=False):
    """Edits that belong together."""

    title: str
    is_safe: bool
    edits: tuple[EditRecord, ...]


class DiagnosticRecord(Struct, frozen=True, gc=False):
    """One diagnostic; lines and columns from 1, columns in code points, ends just behind the last character."""

    code: str
    name: str
    severity: str
    message: str
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    labels: tuple[LabelRecord, ...]
    helps: tuple[str, ...]
    fixes: tuple[FixRecord, ...]


def record(said: Diagnostic, sources: Mapping[str, Source]) -> DiagnosticRecord:
    """Return a diagnostic with every span turned into lines and columns; only labels with words are kept."""
    at = place(said.primary.source, said.primary.span, sources)
    labels = tuple(_label(label, sources, is_primary=label is said.primary) for label in (said.primary, *said.labels))
    return DiagnosticRecord(
        code=said.code.number,
        name=said.code.name,
        severity=said.severity.value,
        message=said.message,
        file=at.file,
        line=at.line,
        column=at.column,
        end_line=at.end_line,
        end_column=at.end_column,
        labels=tuple(label for label in labels if label.text),
        helps=said.helps,
        fixes=tuple(_fix(fix, sources) for fix in said.fixes),
    )


def _label(label: Label, sources: Mapping[str, Source], *, is_primary: bool) -> LabelRecord:
    at = place(label.source, label.span, sources)
    return LabelRecord(at.file, at.line, at.column, at.end_line, at.end_column, label.text, is_primary)


def _fix(fix: Fix, sources: Mapping[str, Source]) -> FixRecord:
    return FixRecord(fix.title, fix.is_safe, tuple(_edit(edit, sources) for edit in fix.edits))


def _edit(edit: Edit, sources: Mapping[str, Source]) -> EditRecord:
    at = place(edit.source, edit.span, sources)
    return EditRecord(at.file, at.line, at.column, at.end_line, at.end_column, edit.text)
