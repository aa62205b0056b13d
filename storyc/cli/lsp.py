"""`storyc lsp`."""

import gc
from importlib import import_module
from types import ModuleType

import click

from storyc import __version__
from storyc.errors import ConfigError

from .arguments.options import CONTEXT, with_screen
from .terminal.screen import Screen

_EXTRA = frozenset(("pygls", "lsprotocol", "cattrs", "attrs"))


@click.command("lsp", context_settings=CONTEXT)
@click.option("--stdio", is_flag=True, help="Talk on stdin and stdout; editors say so, and there is no other way.")
@with_screen
def command(screen: Screen, *, stdio: bool) -> int:  # noqa: ARG001 - editors say --stdio whatever there is
    """Serve editors: findings as you type, completion, outline, renaming, formatting.

    \b
    Example:
      storyc lsp

    An editor starts it and talks to it on stdin and stdout (the Language Server Protocol). It works for a project and for a
    single script. Nothing is sent and nothing is bought.
    """
    room = _room()
    gc.enable()  # it goes on for as long as the editor does
    code: int = room.serve(__version__, is_verbose=screen.is_verbose)
    return code


def _room() -> ModuleType:
    try:
        return import_module("storyc.lsp")
    except ModuleNotFoundError as problem:
        if (problem.name or "").split(".")[0] not in _EXTRA:
            raise
        raise ConfigError(
            "the language server needs the library pygls, which is not installed",
            hint='install it with:  pip install "storyc[lsp]"',
        ) from problem
