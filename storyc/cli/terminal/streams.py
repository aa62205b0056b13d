"""Streams that may be terminals, pipes or files, in any encoding. Nothing is imported here that a quick answer would wait for.

A character that a stream's encoding lacks never ends a command.
"""

import os
import sys

INTERRUPTED = 130
"""The exit code of a command that Ctrl-C ended."""

TYPE_CHECKING = False  # a type checker knows better, and nobody waits for `typing`
if TYPE_CHECKING:
    from typing import TextIO

    from storyc.recall import Answer


def open_streams() -> None:
    """Open what the caller closed (`>&-`), or the next file that is opened would be taken for it and written to."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))


def is_terminal(stream: "TextIO") -> bool:
    """Return whether somebody is looking at a stream."""
    try:
        return stream.isatty()
    except ValueError:  # closed
        return False


def is_unicode(stream: "TextIO") -> bool:
    """Return whether more than ASCII can be drawn: on a UTF-8 terminal."""
    return is_terminal(stream) and (stream.encoding or "").lower().replace("-", "") == "utf8"


def write(stream: "TextIO", text: str) -> None:
    """Write a text; what the encoding lacks is written as an escape."""
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text)
    except UnicodeEncodeError:
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()


def remark(text: str) -> None:
    """Write to stderr if anybody listens; a closed pipe there is no reason to break off what is paid for."""
    try:
        write(sys.stderr, text)
    except OSError:
        return


def give(answer: "Answer") -> int:
    """Write all of an answer, and return its exit code."""
    if answer.err:
        remark(answer.err)
    if answer.out:
        write(sys.stdout, answer.out)
    return answer.exit_code
