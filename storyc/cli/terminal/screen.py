"""What a command writes to. Data goes to stdout, everything else to stderr."""

import os
import sys
from typing import Literal, TextIO

from msgspec import Struct

from storyc.errors import ScriptError, StorycError

from .hiding import hide_keys
from .streams import INTERRUPTED, is_terminal, is_unicode, remark, write

__all__ = [
    "INTERRUPTED",
    "ColorChoice",
    "PlacedError",
    "Screen",
    "is_terminal",
    "is_unicode",
    "visible",
    "write",
    "write_bytes",
]

ColorChoice = Literal["auto", "always", "never"]
_RED, _BOLD, _PLAIN = "\x1b[1;31m", "\x1b[1m", "\x1b[0m"


class PlacedError(StorycError):
    """A problem with a script and the lines that it is about."""

    def __init__(self, problem: ScriptError, excerpt: str) -> None:
        super().__init__(problem.said, hint=problem.hint)
        self.excerpt = excerpt


class Screen(Struct, frozen=True):
    """How to write, as the user asked for it."""

    color: ColorChoice = "auto"
    is_quiet: bool = False
    is_verbose: bool = False
    may_ask: bool = True
    """Whether a question may be asked; even then only on a terminal."""

    def is_colored(self, stream: TextIO) -> bool:
        """Return whether to colour what goes to a stream."""
        if self.color != "auto":
            return self.color == "always"
        return is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def tell(self, text: str) -> None:
        """Write a line for people, unless they asked for silence."""
        if not self.is_quiet:
            remark(f"{text}\n")

    def detail(self, text: str) -> None:
        """Write a line for people who asked for more."""
        if self.is_verbose:
            remark(f"{text}\n")

    def complain(self, problem: StorycError) -> None:
        """Write what went wrong and what to do about it."""
        is_colored = self.is_colored(sys.stderr)
        head = f"{_RED}error{_PLAIN}{_BOLD}:{_PLAIN}" if is_colored else "error:"
        hint = f"  = help: {hide_keys(visible(problem.hint))}\n" if problem.hint else ""
        # an excerpt was made visible when it was drawn, and holds colours
        excerpt, indent = (f"{problem.excerpt}\n", " ") if isinstance(problem, PlacedError) else ("", "")
        remark(f"{head} {hide_keys(visible(problem.message))}\n{excerpt}{indent if hint else ''}{hint}")


def write_bytes(content: bytes) -> None:
    """Write data to stdout as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def visible(text: str) -> str:
    """Return a message without characters that would steer a terminal; it may quote a server or a script."""
    return "".join(character if character.isprintable() or character == "\n" else "\ufffd" for character in text)
