"""The words of a diagnostic that several forms use."""

from collections.abc import Sequence

from storyc.diagnostics import Code, Diagnostic, Severity


def title(code: Code) -> str:
    """Return number and name of a code, as `storyc explain` takes either."""
    return f"{code.number} {code.name}"


def advice(diagnostic: Diagnostic) -> tuple[str, ...]:
    """Return a line for each help and each fix, in that order."""
    return (
        *(f"help: {text}" for text in diagnostic.helps),
        *(f"{'fix' if fix.is_safe else 'unsafe fix'}: {fix.title}" for fix in diagnostic.fixes),
    )


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
