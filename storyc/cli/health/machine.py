"""The health of this machine: the program, its extras, the terminal, the user's settings."""

import sys
from collections.abc import Mapping
from importlib.util import find_spec
from platform import python_implementation, python_version
from typing import Final

from storyc import __version__
from storyc.project import load_user_config, user_folder

from .finding import Checks, guarded, ok, warning

_EXTRAS: Final[Mapping[str, tuple[str, str]]] = {
    "pdf": ("typst", "PDFs"),
    "watch": ("watchfiles", "the operating system's word that a file was saved"),
    "lsp": ("pygls", "the language server"),
    "mcp": ("mcp", "tools for agents"),
    "keyring": ("keyring", "keys in the keyring of the operating system"),
}
"""By the name of each extra: the library that is there if it was installed, and what it is for."""


def look_at_machine() -> Checks:
    """Yield what is to be said about this machine."""
    yield ok("program", f"storyc {__version__}, {python_implementation()} {python_version()}")
    for name, (library, use) in _EXTRAS.items():
        is_there = find_spec(library) is not None
        yield ok(
            f"extra {name}",
            f"installed: {use}" if is_there else f"not installed; pip install 'storyc[{name}]' brings {use}",
        )
    yield from _look_at_terminal()
    yield from guarded("settings", _look_at_settings)


def _look_at_terminal() -> Checks:
    encoding = (sys.stdout.encoding or "").lower()
    if encoding.replace("-", "") == "utf8":
        yield ok("encoding", "utf-8")
    else:
        advice = "set PYTHONUTF8=1, or a locale such as C.UTF-8"
        yield warning("encoding", f"{encoding or 'unknown'}: some letters are written as escapes", advice)


def _look_at_settings() -> Checks:
    user, folder = load_user_config(), user_folder()
    if folder is None:
        yield warning("settings", "this user has no home, so nothing is kept", "set STORYC_CONFIG_HOME to a folder")
        return
    said = [f"max-cost = {user.max_cost}"] if user.max_cost is not None else []
    said += [f"backend = {user.backend}"] if user.backend is not None else []
    yield ok("settings", f"{folder}: {', '.join(said) or 'nothing set'}")
