"""`storyc fmt`."""

import sys
from pathlib import Path

import click

from storyc.diagnostics import Diagnostic, has_errors
from storyc.errors import StorycError, UsageError
from storyc.formatting import LineRange, format_document, renumber
from storyc.project import STDIN, conflicts, without_marks
from storyc.syntax import Document, parse
from storyc.text import Source

from .arguments.options import CONTEXT, with_screen
from .arguments.stories import print_findings
from .revising.diff import unified_diff
from .revising.files import Script, find_scripts, read_script, read_stdin, write_script
from .revising.proof import Proof
from .terminal.screen import Screen, is_terminal, write, write_bytes

_ADDED, _REMOVED, _PLACE, _PLAIN = "\x1b[32m", "\x1b[31m", "\x1b[36m", "\x1b[0m"


@click.command("fmt", context_settings=CONTEXT)
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option("--check", "is_check", is_flag=True, help="Write nothing; list the files that would change.")
@click.option("--diff", "is_diff", is_flag=True, help="Write nothing; print what would change.")
@click.option(
    "--renumber", "renumbers", is_flag=True, help="Number pages and panels as they stand, and follow with tags."
)
@click.option("--range", "lines", metavar="A-B", help="Format only the panels and entries on these lines.")
@click.option("--stdin-filename", metavar="FILE", help="What to call the script that comes on stdin (`-`).")
@with_screen
def command(
    screen: Screen,
    paths: tuple[str, ...],
    is_check: bool,
    is_diff: bool,
    renumbers: bool,
    lines: str | None,
    stdin_filename: str | None,
) -> int:
    """Put scripts into their canonical form, in place.

    \b
    Example:
      storyc fmt harbour.story

    PATH is a .story file, a folder, or - for stdin; without one, this folder. Words, comments and notes stay as they are,
    and so does what would be sent.
    """
    if lines is not None and renumbers:
        raise UsageError(
            "`--range` and `--renumber` do not go together", hint="numbers are counted through the whole file"
        )
    wanted = None if lines is None else _read_range(lines)
    if wanted is not None and len(paths) != 1:
        raise UsageError("`--range` is for one script", hint="name it")
    if STDIN in paths and len(paths) > 1:
        raise UsageError("`-` is for one script", hint="name nothing beside it")
    formatter = _Formatter(screen, wanted, renumbers=renumbers, is_check=is_check, is_diff=is_diff)
    if STDIN in paths:
        formatter.format(read_stdin(stdin_filename))
    else:
        for path in paths or (".",):
            formatter.format_all(path)
        formatter.tell()
    return formatter.exit_code


class _Formatter:
    """Formats one script after the other, and keeps what is to be said of them all."""

    def __init__(
        self, screen: Screen, lines: LineRange | None, *, renumbers: bool, is_check: bool, is_diff: bool
    ) -> None:
        self.exit_code = 0
        self._screen = screen
        self._lines = lines
        self._renumbers = renumbers
        self._is_check = is_check
        self._is_diff = is_diff
        self._seen: set[Path] = set()
        self._changed = 0
        self._broken = 0
        self._unread = 0

    def format_all(self, path: str) -> None:
        """Format a script, or all scripts below a folder; one that cannot be read does not keep the others waiting."""
        try:
            for found in find_scripts(path):
                real = found.resolve()
                if real not in self._seen:
                    self._seen.add(real)
                    self._format_file(found)
        except StorycError as problem:
            self._complain(problem)

    def _format_file(self, path: Path) -> None:
        try:
            self.format(read_script(path))
        except StorycError as problem:
            self._unread += 1
            self._complain(problem)

    def _complain(self, problem: StorycError) -> None:
        self._screen.complain(problem)
        self.exit_code = problem.exit_code

    def format(self, script: Script) -> None:
        """Format a script. Raises: FileError if it cannot be written, or would not say the same."""
        source = Source(script.name, script.text)
        outcome = parse(source)
        errors = _errors(source, outcome.diagnostics)
        if errors:
            self._broken += 1
            self.exit_code = self.exit_code or 1
            print_findings(errors, {script.name: source}, self._screen, sys.stderr)
            self._give(script, script.text)
            return
        formatted = self._formatted(script, outcome.value)
        is_changed = formatted != script.text
        if is_changed and (self._is_check or self._is_diff):
            self.exit_code = self.exit_code or 1
            self._show(script, formatted)
            self._changed += 1
            return
        if is_changed:
            Proof(script).hold(outcome.value, formatted, renumbers=self._renumbers)
        self._give(script, formatted)
        self._changed += is_changed

    def _formatted(self, script: Script, document: Document) -> str:
        if not self._renumbers:
            return format_document(document, self._lines)
        renumbered = parse(Source(script.name, renumber(document, Proof(script).page_ordinals())))
        assert not has_errors(renumbered.diagnostics), "a number has broken a heading"
        return format_document(renumbered.value)

    def _give(self, script: Script, text: str) -> None:
        """Put out a script: on stdout if it came from stdin, else in its place if it has changed."""
        if script.path is None:
            if not (self._is_check or self._is_diff):
                write_bytes(script.encode(text))
        elif text != script.text:
            write_script(script, text)
            self._screen.detail(f"formatted {script.name}")

    def _show(self, script: Script, formatted: str) -> None:
        if self._is_diff:
            _print_diff(script, formatted, self._screen)
        else:
            write(sys.stdout, f"{script.name}\n")

    def tell(self) -> None:
        """Say how many scripts there were."""
        would = "would be " if self._is_check or self._is_diff else ""
        same = len(self._seen) - self._changed - self._broken - self._unread
        told = [f"{_files(self._changed)} {would}formatted"] if self._changed else []
        told += [f"{_files(same)} left as {'it is' if same == 1 else 'they are'}"] if same > 0 else []
        told += [f"{_files(self._broken)} with errors untouched"] if self._broken else []
        if told:
            self._screen.tell(", ".join(told))


def _errors(source: Source, said: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return why a script is not formatted, in the order of its text: what cannot be read, and conflicts that nobody has settled.

    The marks of a conflict are prose to the parser, and formatting would run them into the lines around them.
    """
    errors = tuple(one for one in said if one.is_error)
    if unsettled := conflicts(source):
        errors = without_marks((*unsettled, *errors), {source.name: source})
    return tuple(sorted(errors, key=lambda one: one.primary.span.start))


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count:,} files"


def _print_diff(script: Script, formatted: str, screen: Screen) -> None:
    for line in unified_diff(script.text, formatted, script.name):
        write(sys.stdout, _shown(line, screen))


def _shown(line: str, screen: Screen) -> str:
    """Return a line of a difference as a patch has it; on a terminal without characters that would steer it."""
    if is_terminal(sys.stdout):
        line = "".join(mark if mark.isprintable() or mark in "\n\t" else "\ufffd" for mark in line)
    if not screen.is_colored(sys.stdout):
        return line
    color = {"+": _ADDED, "-": _REMOVED, "@": _PLACE}.get(line[0])
    return f"{color}{line.rstrip()}{_PLAIN}\n" if color else line


def _read_range(text: str) -> LineRange:
    """Return the lines that `12-20` or `12` names. Raises: UsageError."""
    first, dash, last = text.partition("-")
    if not all(word.isascii() and word.isdigit() and len(word) < 10 for word in (first, last if dash else first)):
        raise UsageError(f"`{text}` names no lines", hint="say it like 12-20")
    lines = LineRange(int(first), int(last if dash else first))
    if not 1 <= lines.first <= lines.last:
        raise UsageError(
            f"`{text}` is no range of lines", hint="lines count from 1, and the smaller number stands first"
        )
    return lines
