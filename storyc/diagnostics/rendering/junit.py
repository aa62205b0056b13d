"""JUnit XML: a suite for each file, a case for each diagnostic; a file without any is a case that passes."""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from storyc.diagnostics import Diagnostic, Severity
from storyc.text import Source

from .look import Look
from .places import file_name, place
from .screen import visible
from .wording import advice, title


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source], _look: Look) -> str:
    """Return a report in which errors and warnings are failures and notes are output of a case that passes."""
    report = Element("testsuites", name="storyc")
    for key, source in sources.items():
        _suite(report, source, [said for said in diagnostics if said.primary.source == key], sources)
    indent(report)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(report, encoding="unicode")}\n'


def _suite(report: Element, source: Source, diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source]) -> None:
    name = _written(file_name(source))
    failures = sum(said.severity is not Severity.NOTE for said in diagnostics)
    tests = max(1, len(diagnostics))
    suite = SubElement(report, "testsuite", name=name, tests=str(tests), failures=str(failures), errors="0")
    if not diagnostics:
        SubElement(suite, "testcase", classname=name, name="check")
    for said in diagnostics:
        _case(suite, name, said, sources)


def _case(suite: Element, name: str, said: Diagnostic, sources: Mapping[str, Source]) -> None:
    at = place(said.primary.source, said.primary.span, sources)
    where = f"{at.line}:{at.column}"
    case = SubElement(suite, "testcase", classname=name, name=f"{title(said.code)} at {where}", line=str(at.line))
    message = _written(said.message)
    lines = [f"{name}:{where}: {said.severity.value}: {message}", *(_written(line) for line in advice(said))]
    if said.severity is Severity.NOTE:
        SubElement(case, "system-out").text = "\n".join(lines)
    else:
        SubElement(case, "failure", type=said.severity.value, message=message).text = "\n".join(lines)


def _written(text: str) -> str:
    """Return a text without the control characters that XML cannot carry."""
    return visible(text, is_unicode=True)
