"""`storyc lint`."""

import sys
from importlib import import_module

import click

from storyc.diagnostics import Diagnostic, Severity, codes
from storyc.diagnostics.rendering import FORMS
from storyc.errors import StorycError, UsageError
from storyc.linting import Redrawing, Settings, choose, lint, read_settings
from storyc.project import STDIN, Checked, Part, Project
from storyc.recall import DISK
from storyc.semantics import Program
from storyc.text import Source

from .arguments.options import CONTEXT, with_screen
from .arguments.stories import print_findings, read_part, seen, shown, tell_what_was_read
from .checking import FOR_PEOPLE
from .terminal.screen import Screen, is_terminal, write


@click.command("lint", context_settings=CONTEXT)
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option(
    "--select", multiple=True, metavar="RULES", help="Only these rules, by name or code: silent-run,SC0501; or all."
)
@click.option("--ignore", multiple=True, metavar="RULES", help="Not these rules.")
@click.option("--fix", "is_fixing", is_flag=True, help="Mend what can be mended without changing what is meant.")
@click.option("--unsafe-fixes", "is_unsafe", is_flag=True, help="With --fix or --diff: mend more; look at what it did.")
@click.option("--diff", "is_diff", is_flag=True, help="Print what --fix would change, and change nothing.")
@click.option("--output-format", "form", type=click.Choice(FORMS), default="full", help="How to print what is found.")
@click.option("--exit-zero", "is_lenient", is_flag=True, help="Exit with 0 whatever the opinions are.")
@click.option("--stdin-filename", metavar="FILE", help="What to call the script that comes on stdin (`-`).")
@with_screen
def command(
    screen: Screen,
    paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    form: str,
    stdin_filename: str | None,
    *,
    is_fixing: bool,
    is_unsafe: bool,
    is_diff: bool,
    is_lenient: bool,
) -> int:
    """Read scripts and say what could be better: density, pacing, continuity, names, prose that cannot be drawn.

    \b
    Example:
      storyc lint harbour.story
      storyc lint --select words-per-balloon,SC0513
      storyc lint --fix --unsafe-fixes --diff

    PATH is a .story file, a project's folder, or - for stdin; without one, this folder. About a script that does not check
    there is no opinion, only what `check` says. Rules are set in storyc.toml, in [lint.rules], and a comment
    /* storyc: ignore RULE */ keeps one quiet. Where pictures were bought, edits that nobody sees and everybody pays are told, too.
    """
    if is_unsafe and not (is_fixing or is_diff):
        raise UsageError("--unsafe-fixes mends nothing by itself", hint="say --fix, or --diff to look first")
    if is_fixing and not is_diff and STDIN in paths:
        raise UsageError("there is no file to write what comes on stdin to", hint="say --diff, or name a file")
    found: dict[Diagnostic, None] = {}
    sources: dict[str, Source] = {}
    meant: set[str] = set()
    diffs: dict[str, str] = {}
    unread, is_broken = 0, False
    for path in paths or (".",):
        try:
            part = read_part(path, stdin_filename, DISK)
            project, checked = part.project, part.checked
            settings = choose(read_settings(project.config.lint, _settings_file(project)), select, ignore)
            reader = _Reader(part, settings, screen)
            if is_fixing or is_diff:
                checked = _mend(project, checked, reader, screen, diffs, unsafe=is_unsafe, is_diff=is_diff)
        except StorycError as problem:  # the others may be read all the same
            screen.complain(problem)
            unread = problem.exit_code
            continue
        is_broken |= checked.program is None
        said = checked.diagnostics if checked.program is None else reader.opinions(checked)
        told = shown(project, Checked(checked.program, part.about(said), checked.sources))
        meant |= tell_what_was_read(part, told, screen)
        if checked.program is None and not told.diagnostics:
            screen.tell(f"{seen(project, project.entry)} does not check, so there is no opinion")
        found.update(dict.fromkeys(told.diagnostics))
        sources.update(told.sources)
    if (is_fixing or is_diff) and not is_unsafe and any(not fix.is_safe for one in found for fix in one.fixes):
        screen.tell("there are fixes that need a look; `storyc lint --unsafe-fixes --diff` shows them")
    if is_diff:
        _print_diffs(diffs)
        return unread or int(bool(diffs) and not is_lenient)
    if found or form not in FOR_PEOPLE:
        print_findings(tuple(found), sources, screen, sys.stdout, form)
    elif meant and not is_broken:
        screen.tell(f"{len(meant)} file{'s' if len(meant) > 1 else ''} read, no opinion")
    is_loud = any(said.severity is not Severity.NOTE for said in found)
    return unread or int(is_broken or (is_loud and not is_lenient))


def _settings_file(project: Project) -> str:
    """Return the file that a project's settings stand in."""
    own = project.root / "storyc.toml"
    return str(own if own.is_file() else project.root / "pyproject.toml")


class _Reader:
    """Thinks about the states of one story, as it was and as it is mended."""

    def __init__(self, part: Part, settings: Settings, screen: Screen) -> None:
        self._part = part
        self._settings = settings
        self._screen = screen

    def opinions(self, checked: Checked) -> tuple[Diagnostic, ...]:
        """Return what is thought of a story; nothing if it does not check."""
        program = checked.program
        return () if program is None else lint(program, checked.documents, self._settings, self._redrawings(program))

    def everything(self, checked: Checked) -> tuple[Diagnostic, ...]:
        """Return all that may have a fix, and is about what is meant."""
        return self._part.about((*checked.diagnostics, *self.opinions(checked)))

    def _redrawings(self, program: Program) -> tuple[Redrawing, ...]:
        ledger = self._part.project.root / ".storyc" / "ledger.sqlite"
        if not self._settings[codes.COSMETIC_REDRAW.name].is_on or not ledger.is_file():
            return ()
        bought = import_module(
            "storyc.cli.revising.bought"
        )  # what was never bought need not wait for the tools of builds
        try:
            found: tuple[Redrawing, ...] = bought.find_redrawings(self._part.project, program)
        except StorycError as problem:  # every other rule has something to say all the same
            self._screen.tell(f"nothing is said about edits that cost: {problem}")
            return ()
        return found


def _mend(
    project: Project,
    checked: Checked,
    reader: _Reader,
    screen: Screen,
    diffs: dict[str, str],
    *,
    unsafe: bool,
    is_diff: bool,
) -> Checked:
    """Return a story after its fixes, written to its files or only to `diffs`."""
    mending = import_module("storyc.cli.revising.mending")  # who does not mend need not wait for the tools
    result = mending.mend(project, checked, reader.everything, unsafe=unsafe)
    if is_diff:
        names = dict(zip(checked.sources, shown(project, Checked(None, (), checked.sources)).sources, strict=True))
        diffs.update({names[name]: mending.diff_of(names[name], *texts) for name, texts in result.texts.items()})
    elif result.texts:
        mending.save_texts(project.root, result.texts)
        fixes, files = result.fixes, len(result.texts)
        screen.tell(f"{fixes} fix{'es' if fixes > 1 else ''} applied in {files} file{'s' if files > 1 else ''}")
    mended: Checked = result.checked
    return mended


def _print_diffs(diffs: dict[str, str]) -> None:
    text = "".join(diffs.values())
    if is_terminal(sys.stdout):  # a script may hold characters that steer it
        text = "".join(letter if letter.isprintable() or letter in "\n\t" else "\ufffd" for letter in text)
    write(sys.stdout, text)
