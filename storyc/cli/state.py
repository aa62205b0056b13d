"""`storyc state`."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from storyc.disk import hold_lock
from storyc.ledger import (
    Abandon,
    Adopt,
    Decision,
    Entry,
    Memory,
    Resubmit,
    find_garbage,
    find_key,
    load_entries,
    load_takes,
    resolve,
    sweep,
    verify_memory,
)
from storyc.planning import InDoubt
from storyc.project import find_project

from .arguments.options import CONTEXT, with_screen
from .state_view import KEY_LETTERS, entry_record, entry_text, list_text, take_record, take_text, word
from .terminal.json_text import to_json
from .terminal.screen import Screen, write

IN_DOUBT = 5
"""The exit code that says that somebody has to settle something."""


@click.group(
    "state", context_settings=CONTEXT, epilog="Each of these takes --project, --json, --color, -q, -v and --no-input."
)
def command() -> None:
    """Look at what was bought, and settle what no build may decide.

    \b
    Example:
      storyc state list
    """


def with_place(wrapped: Callable[..., int]) -> Callable[..., Any]:
    """Give a command `--project` and `--json`."""
    wrapped = click.option("--json", "is_json", is_flag=True, help="Print JSON.")(wrapped)
    return click.option(
        "--project",
        "path",
        default=".",
        metavar="PATH",
        help="A script, or a project's folder; default: this one.",
    )(wrapped)


@command.command("list", context_settings=CONTEXT)
@with_place
@with_screen
def list_units(screen: Screen, path: str, *, is_json: bool) -> int:
    """Print every unit on record; exit with 5 if one is in doubt.

    \b
    Example:
      storyc state list
    """
    entries = load_entries(_memory(path))
    if is_json:
        write(sys.stdout, to_json([entry_record(entry) for entry in entries]))
    else:
        write(sys.stdout, list_text(entries))
        if not entries:
            screen.tell("nothing was bought here")
    return IN_DOUBT if any(isinstance(entry.state, InDoubt) for entry in entries) else 0


@command.command("show", context_settings=CONTEXT)
@click.argument("unit")
@with_place
@with_screen
def show(screen: Screen, unit: str, path: str, *, is_json: bool) -> int:
    """Print all that is known of a unit; UNIT is the beginning of its key.

    \b
    Example:
      storyc state show 4d5dd2db
    """
    del screen  # a text of its own choosing is all there is to print
    entry = _find(load_entries(_memory(path)), unit)
    write(sys.stdout, to_json(entry_record(entry, is_whole=True)) if is_json else entry_text(entry))
    return IN_DOUBT if isinstance(entry.state, InDoubt) else 0


@command.command("resolve", context_settings=CONTEXT)
@click.argument("unit")
@click.option("--adopt", "generation_id", metavar="ID", help="It was bought, and this is its generation.")
@click.option("--resubmit", is_flag=True, help="It was not bought, or may be bought again.")
@click.option("--abandon", is_flag=True, help="It is not wanted any more.")
@with_place
@with_screen
def settle_unit(
    screen: Screen,
    unit: str,
    generation_id: str | None,
    path: str,
    *,
    resubmit: bool,
    abandon: bool,
    is_json: bool,
) -> int:
    """Settle a unit that is in doubt, failed or stuck; UNIT is the beginning of its key. Nothing is sent.

    \b
    Example:
      storyc state resolve 4d5dd2db --resubmit
    """
    if (generation_id is not None) + resubmit + abandon != 1 or generation_id == "":
        raise click.UsageError("Say one of --adopt ID, --resubmit and --abandon.")
    decision: Decision = Abandon()
    if generation_id is not None:
        decision = Adopt(generation_id)
    elif resubmit:
        decision = Resubmit()
    place = _memory(path)
    key, state = resolve(place, unit, decision, _waiting(screen))
    if is_json:
        write(sys.stdout, to_json(entry_record(_find(load_entries(place), key))))
    else:
        write(sys.stdout, f"{key[:KEY_LETTERS]} is {word(state)} now\n")
    return 0


@command.command("verify", context_settings=CONTEXT)
@with_place
@with_screen
def verify(screen: Screen, path: str, *, is_json: bool) -> int:
    """Check the ledger, the lock and every file of art; exit with 1 if something is wrong.

    \b
    Example:
      storyc state verify
    """
    place = _memory(path)
    found = list(verify_memory(place))
    if is_json:
        write(sys.stdout, to_json([{"path": _shown(damage.path), "reason": damage.reason} for damage in found]))
    else:
        write(sys.stdout, "".join(f"{_shown(damage.path)}: {damage.reason}\n" for damage in found))
        if not found:
            screen.tell("everything that was bought is as it should be")
    return int(bool(found))


@command.command("gc", context_settings=CONTEXT)
@click.option("--dry-run", is_flag=True, help="Remove nothing, only say what would go.")
@with_place
@with_screen
def collect(screen: Screen, path: str, *, dry_run: bool, is_json: bool) -> int:
    """Remove art that neither the ledger nor story.lock names; nothing that was paid for goes.

    \b
    Example:
      storyc state gc --dry-run
    """
    place = _memory(path)
    with hold_lock(place.guard, _waiting(screen)):
        paths = find_garbage(place)
        if not dry_run:
            sweep(paths)
    names = [_shown(path) for path in paths]
    write(sys.stdout, to_json(names) if is_json else "".join(f"{name}\n" for name in names))
    screen.tell(f"{len(names)} files {'would go' if dry_run else 'removed'}")
    return 0


@command.command("takes", context_settings=CONTEXT)
@with_place
@with_screen
def takes(screen: Screen, path: str, *, is_json: bool) -> int:
    """Print every paid result and where its art lies, also those that nothing shows.

    \b
    Example:
      storyc state takes
    """
    place = _memory(path)
    found = {(one.key, one.generation_id): one for one in load_takes(place.story_lock)}
    found.update(((one.key, one.generation_id), one) for entry in load_entries(place) for one in entry.takes)
    every = [found[name] for name in sorted(found)]
    store = _shown(place.store.folder)
    write(
        sys.stdout,
        to_json([take_record(one) for one in every]) if is_json else "".join(take_text(one, store) for one in every),
    )
    if not every:
        screen.tell("nothing was bought here")
    return 0


def _memory(path: str) -> Memory:
    return Memory(find_project(Path(path)).root)


def _find(entries: tuple[Entry, ...], word_of_key: str) -> Entry:
    by_key = {entry.key: entry for entry in entries}
    return by_key[find_key(word_of_key, list(by_key))]


def _waiting(screen: Screen) -> Callable[[str], None]:
    return lambda owner: screen.tell(f"waiting for a build of this project ({owner})")


def _shown(path: Path) -> str:
    return Path(os.path.relpath(path)).as_posix()
