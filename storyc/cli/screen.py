"""What a command writes to: streams that may be terminals, pipes or files, in any encoding.

Data goes to stdout, everything else to stderr. A character that a stream's encoding lacks never ends a command.
"""

import os
import sys
from contextlib import suppress
from typing import Literal, TextIO

from msgspec import Struct

from storyc.errors import StorycError

INTERRUPTED = 130
"""The exit code of a command that Ctrl-C ended."""

ColorChoice = Literal["auto", "always", "never"]
_RED, _BOLD, _PLAIN = "\x1b[1;31m", "\x1b[1m", "\x1b[0m"


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
            _remark(f"{text}\n")

    def detail(self, text: str) -> None:
        """Write a line for people who asked for more."""
        if self.is_verbose:
            _remark(f"{text}\n")

    def complain(self, problem: StorycError) -> None:
        """Write what went wrong and what to do about it."""
        is_colored = self.is_colored(sys.stderr)
        head = f"{_RED}error{_PLAIN}{_BOLD}:{_PLAIN}" if is_colored else "error:"
        hint = f"  = help: {visible(problem.hint)}\n" if problem.hint else ""
        _remark(f"{head} {visible(problem.message)}\n{hint}")


def is_terminal(stream: TextIO) -> bool:
    """Return whether somebody is looking at a stream."""
    try:
        return stream.isatty()
    except ValueError:  # closed
        return False


def is_unicode(stream: TextIO) -> bool:
    """Return whether more than ASCII can be drawn: on a UTF-8 terminal."""
    return is_terminal(stream) and (stream.encoding or "").lower().replace("-", "") == "utf8"


def write(stream: TextIO, text: str) -> None:
    """Write a text; what the encoding lacks is written as an escape."""
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text)
    except UnicodeEncodeError:
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()


def _remark(text: str) -> None:
    """Write to stderr if anybody listens; a closed pipe there is no reason to break off what is paid for."""
    with suppress(OSError):
        write(sys.stderr, text)


def write_bytes(content: bytes) -> None:
    """Write data to stdout as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def visible(text: str) -> str:
    """Return a message without characters that would steer a terminal; it may quote a server or a script."""
    return "".join(character if character.isprintable() or character == "\n" else "\ufffd" for character in text)
