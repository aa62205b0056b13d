"""SARIF 2.1.0, which code scanning services read."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from storyc import __version__
from storyc.diagnostics import Code, Diagnostic, Edit, Fix, Label, Severity
from storyc.text import Source, Span

from .document import write_document
from .fingerprints import fingerprints_sha256
from .look import Look
from .places import place
from .wording import message_and_advice

Json = dict[str, object]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source], _look: Look) -> str:
    """Return a log with one run; its rules are the codes that occur, sorted by number."""
    codes = sorted({said.code for said in diagnostics}, key=lambda code: code.number)
    ranks = {code.number: rank for rank, code in enumerate(codes)}
    marks = fingerprints_sha256(diagnostics, sources)
    run = {
        "tool": {"driver": {"name": "storyc", "version": __version__, "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(said, ranks[said.code.number], mark, sources) for said, mark in zip(diagnostics, marks, strict=True)
        ],
    }
    return write_document({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: Code) -> Json:
    return {
        "id": code.number,
        "name": code.name,
        "shortDescription": {"text": code.name.replace("-", " ")},
        "help": {"text": code.explanation, "markdown": code.explanation},
        "defaultConfiguration": {"level": LEVELS[code.severity]},
    }


def _result(said: Diagnostic, rank: int, mark: str, sources: Mapping[str, Source]) -> Json:
    return {
        "ruleId": said.code.number,
        "ruleIndex": rank,
        "level": LEVELS[said.severity],
        "message": {"text": message_and_advice(said)},
        "locations": [_location(said.primary, sources)],
        "relatedLocations": [_location(label, sources) for label in said.labels],
        "partialFingerprints": {"storyc/v1": mark},
        "fixes": [_fix(fix, sources) for fix in said.fixes],
    }


def _location(label: Label, sources: Mapping[str, Source]) -> Json:
    physical = {
        "artifactLocation": _artifact(label.source, sources),
        "region": _region(label.source, label.span, sources),
    }
    return {"physicalLocation": physical, **({"message": {"text": label.text}} if label.text else {})}


def _fix(fix: Fix, sources: Mapping[str, Source]) -> Json:
    keys = dict.fromkeys(edit.source for edit in fix.edits)
    changes = [
        {
            "artifactLocation": _artifact(key, sources),
            "replacements": [_replacement(edit, sources) for edit in fix.edits if edit.source == key],
        }
        for key in keys
    ]
    return {"description": {"text": fix.title}, "artifactChanges": changes}


def _replacement(edit: Edit, sources: Mapping[str, Source]) -> Json:
    return {"deletedRegion": _region(edit.source, edit.span, sources), "insertedContent": {"text": edit.text}}


def _artifact(key: str, sources: Mapping[str, Source]) -> Json:
    return {"uri": quote(sources[key].name, errors="surrogateescape")}


def _region(key: str, span: Span, sources: Mapping[str, Source]) -> Json:
    at = place(key, span, sources)
    return {"startLine": at.line, "startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column}
