"""`storyc doctor`."""

import sys
from collections.abc import Iterable
from itertools import chain

import click

from storyc.api import printable

from .arguments.options import CONTEXT, with_screen
from .health.account import look_at_account
from .health.finding import Finding, guarded
from .health.machine import look_at_machine
from .health.project import look_at_project
from .terminal.json_text import to_json
from .terminal.screen import Screen, write

_COLORS = {"ok": "\x1b[32m", "warning": "\x1b[33m", "problem": "\x1b[1;31m"}
_PLAIN = "\x1b[0m"


@click.command("doctor", context_settings=CONTEXT)
@click.argument("path", required=False)
@click.option("--offline", is_flag=True, help="Do not ask the service.")
@click.option("--json", "is_json", is_flag=True, help="Print JSON.")
@with_screen
def command(screen: Screen, path: str | None, *, offline: bool, is_json: bool) -> int:
    """Look for what would keep a build from working; exit with 1 if there is a problem. Nothing is spent or changed.

    \b
    Example:
      storyc doctor --offline
    """
    found = list(
        chain(
            look_at_machine(),
            guarded("project", lambda: look_at_project(path)),
            guarded("key", lambda: look_at_account(is_offline=offline)),
        )
    )
    write(sys.stdout, to_json(found) if is_json else _text(found, is_colored=screen.is_colored(sys.stdout)))
    return int(any(one.level == "problem" for one in found))


def _text(found: Iterable[Finding], *, is_colored: bool) -> str:
    lines = []
    for one in found:
        level = f"{one.level:8}"
        shown = f"{_COLORS[one.level]}{level}{_PLAIN}" if is_colored else level
        lines.append(f"{shown} {one.name:14} {printable(one.text)}\n")
        if one.advice is not None:
            lines.append(f"{'':8} {'':14} help: {printable(one.advice)}\n")
    return "".join(lines)
