"""`storyc plan`."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from shlex import quote
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Final

import click

from storyc.errors import UsageError
from storyc.lowering import lower
from storyc.pipeline import ApiBackend, Backend, BuildOptions, DraftBackend, McpBackend, plan, plan_between, save
from storyc.planning import Doubt
from storyc.project import STDIN, compile_project
from storyc.storyboard import Layout, Storyboard

from .arguments.options import CONTEXT, with_screen
from .arguments.page_numbers import find_pages, read_pages
from .arguments.stories import print_story_findings, read_story, with_places
from .plans.as_json import plan_json
from .plans.as_markdown import plan_markdown, unknown_markdown
from .plans.comparing import BrokenError, enter_before, find_ends, revision
from .plans.items import script_of
from .plans.view import Page, plan_text
from .terminal.screen import Screen, is_unicode, write

if TYPE_CHECKING:
    from storyc.pipeline import Outlook

_BACKENDS: Final[dict[str, Backend]] = {"api": ApiBackend("", ""), "mcp": McpBackend("", ""), "draft": DraftBackend()}
"""Nobody is asked anything, so there is neither an address nor a key."""
_SOMETHING_TO_BUY, _IN_DOUBT = 1, 5
_COLUMNS: Final = 120
"""Of what is no terminal."""


@click.command("plan", context_settings=CONTEXT)
@click.argument("path", default=".")
@click.option("--backend", type=click.Choice(list(_BACKENDS)), default="api", help="Who would draw; default: `api`.")
@click.option("--layout", type=click.Choice(["auto", "pages", "book", "panels"]), help="How pages become requests.")
@click.option("--only", metavar="PAGES", help="Only what is on these pages: 3,5-7.")
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most so many requests.")
@click.option("--json", "is_json", is_flag=True, help="Print JSON.")
@click.option(
    "--markdown", "is_markdown", is_flag=True, help="Print Markdown for a comment; nothing if nothing is bought."
)
@click.option("--out", type=click.Path(dir_okay=False), help="Save the plan; `storyc build FILE` carries it out, once.")
@click.option(
    "--exit-code", "tells", is_flag=True, help="Exit with 1 if something is bought, 5 if something is in doubt."
)
@click.option(
    "--diff",
    metavar="REV",
    help="What it costs to come here from a revision; A..B: from A to B; A...B: from where B left A.",
)
@click.option("--stdin-filename", metavar="FILE", help="What to call the script that comes on stdin (`-`).")
@with_screen
def command(
    screen: Screen,
    path: str,
    backend: str,
    layout: Layout | None,
    only: str | None,
    limit: int | None,
    out: str | None,
    diff: str | None,
    stdin_filename: str | None,
    *,
    is_json: bool,
    is_markdown: bool,
    tells: bool,
) -> int:
    """Print what a build would do and cost, and why. Nothing is sent and nothing is bought.

    \b
    Example:
      storyc plan harbour.story
      storyc plan --diff main --markdown

    Without --diff it is compared with what was bought; no key is needed. Prices are estimates.
    """
    _check_choice(path, out, diff, is_json=is_json, is_markdown=is_markdown)
    pages = None if only is None else read_pages(only)
    project, checked = read_story(path, stdin_filename)

    def options_for(board: Storyboard) -> BuildOptions:
        found = None if pages is None else find_pages(pages, board)
        return BuildOptions(_BACKENDS[backend], layout, pages=found, limit=limit)

    with ExitStack() as stack:
        if is_markdown:
            stack.enter_context(_broken_as_markdown())
        first, last = (None, None) if diff is None else find_ends(project, diff)
        if first is not None and last is not None:
            now, board = stack.enter_context(revision(project, last, layout))
            options = options_for(board)
            outlook = plan_between(enter_before(stack, project, first, layout, screen), now, options)
        else:
            print_story_findings(project, checked, screen)
            if checked.program is None:
                return 1
            board = lower(checked.program)
            options = options_for(board)
            if first is None:
                with with_places(project, checked, screen):
                    outlook = plan(project, board, options)
            else:
                before = enter_before(stack, project, first, layout, screen)
                outlook = plan_between(before, compile_project(project, board, layout), options)
    script = script_of(board, project.root)
    is_free = backend == "draft"
    if is_json:
        text = plan_json(outlook, script, story=project.entry, backend=backend)
    elif is_markdown:
        text = plan_markdown(outlook, script, is_free=is_free)
    else:
        text = plan_text(outlook, script, _page(screen), is_free=is_free, is_whole=screen.is_verbose)
    if out is not None:
        save(Path(out), outlook.plan, project, options)
    write(sys.stdout, text)
    if out is not None:
        screen.tell(f"saved; to carry out exactly this, once:  storyc build {quote(out)}")
    return _exit_code(outlook) if tells else 0


def _check_choice(path: str, out: str | None, diff: str | None, *, is_json: bool, is_markdown: bool) -> None:
    if is_json and is_markdown:
        raise UsageError("--json and --markdown are two answers", hint="say one of them")
    if out is not None and diff is not None:
        raise UsageError("a plan of a revision cannot be carried out", hint="say --out without --diff")
    if out is not None and path == STDIN:
        raise UsageError("a saved plan names a script in a file", hint="say --out with the path of the script")


@contextmanager
def _broken_as_markdown() -> Iterator[None]:
    """Say in the comment, too, why a revision cannot be compared with."""
    try:
        yield
    except BrokenError as problem:
        write(sys.stdout, unknown_markdown(problem.message))
        raise


def _page(screen: Screen) -> Page:
    columns = get_terminal_size((_COLUMNS, 1)).columns
    return Page(columns, is_unicode=is_unicode(sys.stdout), is_colored=screen.is_colored(sys.stdout))


def _exit_code(outlook: "Outlook") -> int:
    if any(isinstance(step, Doubt) for step in outlook.plan.steps):
        return _IN_DOUBT
    return _SOMETHING_TO_BUY if outlook.plan.purchases else 0
