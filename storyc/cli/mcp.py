"""`storyc mcp`."""

import gc
from importlib import import_module
from pathlib import Path
from types import ModuleType

import click

from storyc.errors import ConfigError, CredentialsError
from storyc.pipeline import ApiBackend, Backend
from storyc.project import load_user_config

from .accounts.credentials import NO_KEY_HINT, api_address, find_credential
from .arguments.options import CONTEXT, with_screen
from .terminal.screen import Screen


@click.command("mcp", context_settings=CONTEXT)
@click.argument("folder", default=".", metavar="[DIR]", type=click.Path(exists=True, file_okay=False))
@click.option(
    "--max-cost",
    type=click.IntRange(min=0),
    metavar="CREDITS",
    help="What agents may spend in all until this server ends; without it they cannot buy anything.",
)
@click.option("--api-key-file", type=click.Path(dir_okay=False), help="Read the API key from a file.")
@with_screen
def command(screen: Screen, folder: str, max_cost: int | None, api_key_file: str | None) -> int:
    """Serve tools for agents on stdin and stdout, by the Model Context Protocol.

    \b
    Example:
      storyc mcp
      storyc mcp --max-cost 2000 my-comic

    Agents can check, explain, format, compile, plan and draft, in this folder and below. With --max-cost they can also
    build, and each build names what it may cost.
    """
    room = _room()

    def backend() -> Backend:
        key = find_credential(api_key_file)
        if key is None:
            raise CredentialsError("there is no API key", hint=f"a person must do this: {NO_KEY_HINT}")
        return ApiBackend(api_address(), key.secret)

    workshop = room.Workshop(Path(folder), room.Purse(max_cost or 0), backend, lambda: load_user_config().max_cost)
    screen.detail("serving tools for agents; they end with their client")
    gc.enable()  # it may go on for days
    try:
        room.serve(workshop, may_spend=max_cost is not None)
    except KeyboardInterrupt:
        # that is how a person ends it
        return 0
    return 0


def _room() -> ModuleType:
    try:
        return import_module("storyc.mcp")
    except ModuleNotFoundError as problem:
        if (problem.name or "").partition(".")[0] != "mcp":
            raise
        raise ConfigError(
            "tools for agents need the SDK of the Model Context Protocol, which is not installed",
            hint='install it with:  pip install "storyc[mcp]"',
        ) from problem
