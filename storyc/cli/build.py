"""`storyc build`."""

import gc
import os
import sys
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from signal import Signals
from typing import TYPE_CHECKING, Final, Literal

import click
from msgspec.structs import replace

from storyc.errors import CredentialsError
from storyc.lowering import lower
from storyc.pipeline import ApiBackend, Backend, BuildOptions, DraftBackend, Front, McpBackend, Summary, build
from storyc.project import load_user_config
from storyc.storyboard import Layout

from .accounts.credentials import NO_KEY_HINT, api_address, find_credential, mcp_address
from .arguments.listening import with_webhook
from .arguments.options import CONTEXT, with_screen
from .arguments.page_numbers import find_pages, read_pages
from .arguments.saved import load_saved
from .arguments.stories import print_story_findings, read_story, with_places
from .terminal.screen import Screen, is_terminal, visible, write

if TYPE_CHECKING:
    from storyc.building import BuildEvent
    from storyc.inbox import WebhookSettings
    from storyc.pipeline import Outlook


_OF_SIGNALS: Final = 128
"""What shells add to the number of a signal."""


@click.command("build", context_settings=CONTEXT)
@click.argument("path", default=".")
@click.option(
    "--backend",
    type=click.Choice(["draft", "api", "mcp"]),
    help="Who draws: `draft` sketches here for nothing, `api` is the service, `mcp` its tools for agents; default: `api` if there is a key.",
)
@click.option("--api-key-file", type=click.Path(exists=False, dir_okay=False), help="Read the API key from a file.")
@click.option("--max-cost", type=click.IntRange(min=0), metavar="CREDITS", help="Spend no more than this.")
@click.option("-y", "--yes", is_flag=True, help="Do not ask before spending.")
@click.option("--layout", type=click.Choice(["auto", "pages", "book", "panels"]), help="How pages become requests.")
@click.option("--only", metavar="PAGES", help="Buy only what is on these pages, like 3,5-7.")
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="Buy at most so many requests.")
@click.option("--assets", type=click.Choice(["inline", "folder"]), help="Put the pictures into the page, or beside it.")
@click.option("--open", "is_opened", is_flag=True, help="Open the storyboard when it is ready.")
@click.option("--stdin-filename", metavar="FILE", help="What to call the script that comes on stdin (`-`).")
@with_screen
@with_webhook
def command(
    screen: Screen,
    path: str,
    backend: str | None,
    api_key_file: str | None,
    max_cost: int | None,
    layout: Layout | None,
    only: str | None,
    limit: int | None,
    assets: Literal["inline", "folder"] | None,
    stdin_filename: str | None,
    webhook: "WebhookSettings | None",
    *,
    yes: bool,
    is_opened: bool,
) -> int:
    """Draw a script's panels and assemble its storyboard.

    \b
    Example:
      storyc build harbour.story

    Without an API key the panels are sketched on this machine, which costs nothing.
    PATH may also be a plan that `storyc plan --out FILE` made: exactly what it says is bought, once.
    The exit code is 0 when everything that was asked for is there, also if --only or --limit left something out.
    """
    saved = load_saved(path, layout=layout, only=only, limit=limit)
    if saved is not None:
        path, layout, backend, yes = saved.path, saved.plan.layout, backend or saved.plan.backend, True
    project, checked = read_story(path, stdin_filename)
    print_story_findings(project, checked, screen)
    if checked.program is None:
        return 1
    if assets is not None:
        project = replace(project, config=replace(project.config, assets=assets))
    board = lower(checked.program)
    user = load_user_config()
    limits = (max_cost, project.config.max_cost, user.max_cost)
    limit_credits = min((limit for limit in limits if limit is not None), default=None)
    options = BuildOptions(
        _backend(backend or user.backend, api_key_file),
        layout,
        limit_credits,
        pages=None if only is None else find_pages(read_pages(only), board),
        limit=limit,
        saved=None if saved is None else saved.plan,
        webhook=webhook,
    )
    gc.enable()  # a build may go on for hours

    def approve(outlook: "Outlook") -> bool:
        spending = import_module("storyc.cli.plans.spending")
        script = spending.script_of(board, project.root)
        agreed: bool = spending.approve(outlook, script, screen, is_agreed=yes, limit_credits=limit_credits)
        return agreed

    with with_places(project, checked, screen), _progress(screen) as report:
        front = Front(
            approve,
            report,
            lambda owner: screen.tell(f"waiting for another build of this project ({owner})"),
        )
        summary = build(project, board, options, front)
    _tell(summary, screen)
    for page in (summary.html_path, summary.markdown_path):
        write(sys.stdout, f"{os.path.relpath(project.root / page)}\n")
    if is_opened:
        webbrowser.open((project.root / summary.html_path).as_uri())
    return _exit_code(summary)


def _backend(wanted: str | None, key_file: str | None) -> Backend:
    if wanted == "draft":
        return DraftBackend()
    key = find_credential(key_file)
    if key is None and wanted is None:
        return DraftBackend()
    if key is None:
        raise CredentialsError("there is no API key", hint=f"{NO_KEY_HINT}; --backend draft needs none")
    return McpBackend(mcp_address(key), key.secret) if wanted == "mcp" else ApiBackend(api_address(), key.secret)


@contextmanager
def _progress(screen: Screen) -> Iterator[Callable[["BuildEvent"], None]]:
    """Give a report that loads what shows it only when there is something to show."""
    is_animated = is_terminal(sys.stderr) and not screen.is_quiet and os.environ.get("TERM") != "dumb"
    with ExitStack() as stack:
        shown: list[Callable[[BuildEvent], None]] = []

        def report(event: "BuildEvent") -> None:
            if not shown:
                show = import_module("storyc.cli.terminal.progress").shown_progress
                shown.append(stack.enter_context(show(screen, is_animated=is_animated)))
            shown[0](event)

        yield report


def _came(summary: Summary) -> str:
    """Return how what is new came home: drawn, or only fetched because it was paid for before."""
    drawn = summary.built - summary.fetched
    if not summary.fetched:
        return f"{_some(drawn, 'request')} drawn"
    if not drawn:
        return f"{_some(summary.fetched, 'request')} brought home"
    return f"{_some(drawn, 'request')} drawn, {summary.fetched} brought home"


def _tell(summary: Summary, screen: Screen) -> None:
    """Say on stderr what was done, and what to do next."""
    if summary.is_current:
        screen.tell(f"nothing has changed: {_some(summary.pictures, 'picture')} kept, nothing drawn, nothing written")
    else:
        screen.tell(f"{_some(summary.pictures, 'picture')}: {_came(summary)}, {summary.kept} kept")
    if summary.stopped_by:
        screen.tell(
            f"stopped by {Signals(summary.stopped_by).name}: nothing more was sent, and what is there is written"
        )
    if summary.price_credits:
        actual = summary.actual_credits
        paid = "" if actual is None else f"; the account says {actual:,}"
        screen.tell(f"this build bought {summary.price_credits:,} credits' worth, as estimated{paid}")
    for trouble in summary.troubles:
        screen.tell(f"lettering: {visible(trouble)}")
    for count, what, consequence in (
        (summary.missing, "picture", "missing; the next build tries again, free"),
        (
            summary.failed,
            "request",
            "refused or failed; build again for another way if there is one, or see `storyc state resolve`",
        ),
        (summary.blocked, "clip", "waiting for art that is not there; a build that brings it films them too"),
        (summary.left_out, "request", "left for another build, as you asked"),
        (summary.left, "request", "paid for and still being drawn; build again to bring home what comes of it"),
        (summary.in_doubt, "request", "in doubt: perhaps paid for, and not sent again; `storyc state list` shows more"),
    ):
        if count:
            screen.tell(f"{_some(count, what)} {'is' if count == 1 else 'are'} {consequence}")
    if summary.is_draft:
        screen.tell("this is a draft: free sketches, drawn on this machine")
        screen.tell(
            "for the real art keep your API key with `storyc auth login` and build again; it asks before it spends"
        )


def _some(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _exit_code(summary: Summary) -> int:
    if summary.stopped_by:
        return _OF_SIGNALS + summary.stopped_by
    if summary.in_doubt:
        return 5
    return 0 if summary.is_done else 1
