"""The two states of a project that `storyc plan --diff` compares."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from storyc.cli.terminal.screen import Screen
from storyc.diagnostics import Severity
from storyc.errors import FileError
from storyc.lowering import Lowered, lower
from storyc.project import AbsentError, Checked, Project, check_project, checked_out, compile_project, merge_base
from storyc.storyboard import Layout, Storyboard

_NOW = "HEAD"


class BrokenError(FileError):
    """A revision whose script has errors."""


def find_ends(project: Project, diff: str) -> tuple[str, str | None]:
    """Return the revisions that a comparison begins and ends with, None for what is there now. Raises: UsageError, FileError, ConfigError."""
    for dots in ("...", ".."):
        if dots in diff:
            first, last = (name or _NOW for name in diff.split(dots, 1))
            return (merge_base(project, first, last) if dots == "..." else first), last
    return diff, None


@contextmanager
def revision(project: Project, name: str, layout: Layout | None) -> Iterator[tuple[Lowered, Storyboard]]:
    """Give what a project was in a revision. Raises: BrokenError, AbsentError, FileError, UsageError, ConfigError."""
    with checked_out(project, name) as then:
        checked = check_project(then)
        if checked.program is None:
            raise BrokenError(
                f"the script has errors in {name}: {_first_error(checked)}",
                hint="it cannot be compared with that; name another revision",
            )
        board = lower(checked.program)
        yield compile_project(then, board, layout), board


def enter_before(
    stack: ExitStack, project: Project, name: str, layout: Layout | None, screen: Screen
) -> Lowered | None:
    """Return what a project was in a revision, for as long as a stack is open; None if it was not there. Raises: as above."""
    try:
        before, _ = stack.enter_context(revision(project, name, layout))
    except AbsentError as absent:
        screen.tell(f"{absent.message}: everything is new")
        return None
    return before


def _first_error(checked: Checked) -> str:
    error = next(said for said in checked.diagnostics if said.severity is Severity.ERROR)
    line = checked.sources[error.primary.source].position(error.primary.span.start).line
    return f"{error.primary.source}:{line}: {error.message}"
