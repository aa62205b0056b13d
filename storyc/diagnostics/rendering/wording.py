"""The words of a diagnostic that several forms use."""

from collections.abc import Sequence

from storyc.diagnostics import Code, Diagnostic, Severity


def title(code: Code) -> str:
    """Return number and name of a code, as `storyc explain` takes either."""
    return f"{code.number} {code.name}"


def advice(diagnostic: Diagnostic) -> tuple[str, ...]:
    """Return a line for each help, and for each fix that no help has named already."""
    helps = diagnostic.helps
    fixes = (fix.title for fix in diagnostic.fixes if not any(_quoted(fix.title) in text for text in helps))
    return (*(f"help: {text}" for text in helps), *(f"fix: {title}" for title in fixes))


def _quoted(title: str) -> str:
    """Return what a fix would write, with its quotes; the whole title if it quotes nothing."""
    start = title.find("`")
    return title if start < 0 else title[start : title.find("`", start + 1) + 1]


def message_and_advice(diagnostic: Diagnostic) -> str:
    """Return the message and below it all advice, without a closing line end."""
    return "\n".join((diagnostic.message, *advice(diagnostic)))


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """Return how many of which severity there are in how many files, worst first; empty if there are none."""
    counts = [(severity.value, sum(said.severity is severity for said in diagnostics)) for severity in Severity]
    found = ", ".join(_counted(count, noun) for noun, count in counts if count)
    return f"{found} in {_counted(len({said.primary.source for said in diagnostics}), 'file')}" if found else ""


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
