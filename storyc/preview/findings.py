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

from .editor import Editor

_MOST: Final = 100
"""Findings that are listed; who has more begins with these."""
_LOOK: Final = Look(is_colored=False, is_unicode=True, width_columns=120)


class Report(Struct, frozen=True):
    """What one look at a script came to."""

    at: str
    """The time of day, `14:03:12`."""
    problem: StorycError | None
    checked: Checked | None
    cost: str
    """What a build would buy; empty if nothing."""
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
        """Return what was found in one line."""
        counts = Counter(said.severity for said in self.diagnostics)
        found = [f"{n} {one.value}{'' if n == 1 else 's'}" for one in Severity if (n := counts[one])]
        if self.problem is not None:
            found.insert(0, self.problem.message)
        return ", ".join(found) or "nothing to say"


def watch_panel(report: Report, editor: Editor) -> str:
    """Return a report as the element that stands over the storyboard."""
    cost = f' <span class="cost">{escape(report.cost)}</span>' if report.cost else ""
    return (
        f'<details id="watch" class="watch {report.state}" dir="ltr" lang="en">\n'
        f'<summary><span class="light" title="not connected"></span> <time>{report.at}</time> '
        f'<b class="found">{_shown(report.summary)}</b>{cost}</summary>\n'
        f'<div class="findings">\n{"".join(_body(report, editor))}</div>\n</details>\n'
    )


def _body(report: Report, editor: Editor) -> Iterator[str]:
    if report.kept_from:
        yield f'<p class="kept">The page shows the script as it was at {report.kept_from}.</p>\n'
    if report.problem is not None:
        hint = f" <span>{_shown(report.problem.hint)}</span>" if report.problem.hint else ""
        yield f'<p class="trouble"><b>{_shown(report.problem.message)}</b>{hint}</p>\n'
    if report.checked is None or not report.diagnostics:
        return
    render: Renderer = import_module("storyc.diagnostics.rendering.full").render
    yield "<ol>\n"
    for said in report.diagnostics[:_MOST]:
        yield _finding(said, report.checked.sources, editor, render)
    yield "</ol>\n"
    if len(report.diagnostics) > _MOST:
        yield f"<p>and {len(report.diagnostics) - _MOST:,} more</p>\n"


def _finding(said: Diagnostic, sources: Mapping[str, Source], editor: Editor, render: Renderer) -> str:
    source = sources[said.primary.source]
    place = source.position(said.primary.span.start)
    where = f"{source.name}:{place.line}:{place.column}"
    address = editor.link(source.name, place.line, place.column)
    link = f'<a href="{escape(address)}">{_shown(where)}</a>' if address else f"<span>{_shown(where)}</span>"
    # its first line is said above it, and its last one counts
    block = render((said,), sources, _LOOK).partition("\n")[2].rpartition("\n\n")[0]
    return (
        f'<li class="{said.severity.value}">{link} <b>{said.severity.value}</b> {_shown(said.message)} <code>{said.code.number} {said.code.name}</code>\n'
        f"<pre>{escape(block)}</pre></li>\n"
    )


def _shown(text: str) -> str:
    """Return text for the middle of an element, without characters that act on the text around them."""
    return escape("".join(char if char.isprintable() else "\ufffd" for char in text))
