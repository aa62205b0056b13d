"""What is to be said about a script, beside its storyboard: one line that is always seen, and the list behind it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib import import_module
from typing import Final

from msgspec import Struct

from storyc.diagnostics import Diagnostic, Severity
from storyc.diagnostics.rendering import Look, Renderer
from storyc.errors import StorycError
from storyc.project import Checked
from storyc.text import Source
from storyc.wording import Labels, labels_for

from .editor import Editor
from .marks import Bill

_MOST: Final = 100
"""Findings that are listed; who has more begins with these."""
_LOOK: Final = Look(is_colored=False, is_unicode=True, width_columns=120)


_SEVERITIES: Final = {
    Severity.ERROR: ("error", "one_error", "error_count"),
    Severity.WARNING: ("warning", "one_warning", "warning_count"),
    Severity.NOTE: ("remark", "one_remark", "remark_count"),
}
"""The labels of one finding, of the number one and of other numbers."""


class Report(Struct, frozen=True):
    """What one look at a script came to."""

    at: str
    """The time of day, `14:03:12`."""
    problem: StorycError | None
    checked: Checked | None
    bill: Bill
    kept_from: str
    """When the page that is shown was made, if it is of an earlier look; empty if it is of this one, or if there is none."""

    @property
    def diagnostics(self) -> Sequence[Diagnostic]:
        """Return everything that was found in the script."""
        return () if self.checked is None else self.checked.diagnostics

    @property
    def state(self) -> str:
        """Return how bad it is: `broken`, `doubtful` or `good`."""
        if self.problem is not None or any(said.is_error for said in self.diagnostics):
            return "broken"
        return "doubtful" if any(said.severity is Severity.WARNING for said in self.diagnostics) else "good"

    @property
    def summary(self) -> str:
        """Return what was found in one line, in English."""
        return self.found(labels_for(""))

    @property
    def cost(self) -> str:
        """Return what a build would buy, in English; empty if nothing."""
        return self.bill.words(labels_for(""))

    def found(self, labels: Labels) -> str:
        """Return what was found in one line; what went wrong with the world is said in English."""
        counts = Counter(said.severity for said in self.diagnostics)
        found = [] if self.problem is None else [self.problem.message]
        for severity, (_, one, many) in _SEVERITIES.items():
            if number := counts[severity]:
                found.append(labels(one) if number == 1 else labels(many, count=number))
        return labels.listed(found) or labels("no_remarks")


def watch_panel(report: Report, editor: Editor, labels: Labels) -> str:
    """Return a report as the element that stands over the storyboard."""
    bill = report.bill.words(labels)
    cost = f' <span class="cost">{escape(bill)}</span>' if bill else ""
    is_on, is_off = escape(labels("connected")), escape(labels("not_connected"))
    return (
        f'<details id="watch" class="watch {report.state}" dir="ltr" lang="{labels.tag}">\n'
        f'<summary><span class="light" title="{is_off}" data-on="{is_on}" data-off="{is_off}"></span> <time>{report.at}</time> '
        f'<b class="found">{_shown(report.found(labels))}</b>{cost}</summary>\n'
        f'<div class="findings">\n{"".join(_body(report, editor, labels))}</div>\n</details>\n'
    )


def _body(report: Report, editor: Editor, labels: Labels) -> Iterator[str]:
    if report.kept_from:
        yield f'<p class="kept">{escape(labels("kept_from", time=report.kept_from))}</p>\n'
    if report.problem is not None:
        hint = f" <span>{_shown(report.problem.hint)}</span>" if report.problem.hint else ""
        yield f'<p class="trouble" lang="en"><b>{_shown(report.problem.message)}</b>{hint}</p>\n'
    if report.checked is None or not report.diagnostics:
        return
    render: Renderer = import_module("storyc.diagnostics.rendering.full").render
    yield "<ol>\n"
    for said in report.diagnostics[:_MOST]:
        yield _finding(said, report.checked.sources, editor, render, labels)
    yield "</ol>\n"
    if len(report.diagnostics) > _MOST:
        yield f"<p>{escape(labels('more_remarks', count=len(report.diagnostics) - _MOST))}</p>\n"


def _finding(said: Diagnostic, sources: Mapping[str, Source], editor: Editor, render: Renderer, labels: Labels) -> str:
    source = sources[said.primary.source]
    place = source.position(said.primary.span.start)
    where = f"{source.name}:{place.line}:{place.column}"
    address = editor.link(source.name, place.line, place.column)
    link = f'<a href="{escape(address)}">{_shown(where)}</a>' if address else f"<span>{_shown(where)}</span>"
    # its first line is said above it, and its last one counts
    block = render((said,), sources, _LOOK).partition("\n")[2].rpartition("\n\n")[0]
    return (
        f'<li class="{said.severity.value}">{link} <b>{escape(labels(_SEVERITIES[said.severity][0]))}</b> '
        f'<span lang="en">{_shown(said.message)} <code>{said.code.number} {said.code.name}</code></span>\n'
        f'<pre lang="en">{escape(block)}</pre></li>\n'
    )


def _shown(text: str) -> str:
    """Return text for the middle of an element, without characters that act on the text around them."""
    return escape("".join(char if char.isprintable() else "\ufffd" for char in text))
