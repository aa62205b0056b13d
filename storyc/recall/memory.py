"""What commands have answered, kept from one start to the next.

The invariant: an answer is given again only if the command would give the same one now. It is found by a key that spells out the
arguments and all of the surroundings that the command may look at, and with it stands a testimony: what the file system was asked
on the way, and what it said; the code that ran is a part of it. Wherever there is doubt (a file that is not whole, a question that
had two answers, code that was written only just now), the command is asked.

There is a fixed number of places for answers. A new one takes the place of an old one, so nothing ever has to be cleared away, and
nobody waits for a lock: who comes between two processes that keep answers in the same place finds one of them, or none.
"""

import os
import sys
from time import time_ns

from .folder import cache_folder
from .witness import Witness, digest, is_still_so

SURROUNDINGS = ("NO_COLOR", "TERM", "_STORYC_COMPLETE")
"""The variables that a command whose answers are kept may look at."""
MOST_BYTES = 128 * 1024
"""A longer answer is not kept, which has a few hundred scripts in its testimony; 256 places take 32 MiB at most."""
_FORM = 1
"""The form of what is kept; another one has another number."""
_SEPARATOR = "\0"
_YOUNG_NS = 2_000_000_000
"""Two changes of a file that are closer to each other than this may have the same time, on one file system or another."""
_PROGRAM = os.path.dirname(os.path.dirname(__file__))


class Answer:
    """What a command has said on stdout and on stderr, and its exit code."""

    def __init__(self, exit_code: int, out: str, err: str) -> None:
        self.exit_code = exit_code
        self.out = out
        self.err = err


class Memory:
    """What was answered to these arguments, in this folder, with streams like these."""

    def __init__(self, arguments: list[str] | tuple[str, ...]) -> None:
        try:
            self._key = _key(arguments)
            folder = cache_folder()
        except OSError:  # the working directory is gone
            folder = None
        self._folder = None if folder is None else os.path.join(folder, "answers")

    def recall(self) -> Answer | None:
        """Return the answer that was kept; None if there is none, or if the command might give another one now."""
        if self._folder is None:
            return None
        try:
            with open(self._place(self._folder), "rb") as file:
                checksum, _, content = file.read(MOST_BYTES).partition(_SEPARATOR.encode())
        except OSError:
            return None
        if checksum != digest(content).encode():
            return None
        key, *rest = content.decode("utf-8", "surrogatepass").split(_SEPARATOR)
        if key != self._key:
            return None
        exit_code, out, err, *testimony = rest
        is_true = all(map(is_still_so, testimony[::3], testimony[1::3], testimony[2::3]))
        return Answer(int(exit_code), out, err) if is_true else None

    def keep(self, answer: Answer, witness: Witness) -> None:
        """Keep the answer of a command that asked for files by nobody but a witness. If that is not possible, never mind."""
        if self._folder is None or not _code_is_settled(witness) or not witness.is_consistent:
            return
        fields = [self._key, str(answer.exit_code), answer.out, answer.err]
        for (question, path), said in witness.testimony.items():
            fields += (question, path, said)
        content = _SEPARATOR.join(fields).encode("utf-8", "surrogatepass")
        content = _SEPARATOR.join((digest(content), "")).encode() + content
        if len(content) > MOST_BYTES or any(_SEPARATOR in field for field in fields):
            return
        place = self._place(self._folder)
        try:
            os.makedirs(self._folder, 0o700, exist_ok=True)
            # always the same name: what a killed process left is overwritten, and what two write at once has no right checksum
            with open(f"{place}.new", "wb") as file:
                file.write(content)
            os.replace(f"{place}.new", place)
        except OSError:
            return

    def _place(self, folder: str) -> str:
        return os.path.join(folder, digest(self._key.encode())[:2])


def _key(arguments: list[str] | tuple[str, ...]) -> str:
    streams = [None if one.closed else (one.isatty(), one.encoding, one.errors) for one in (sys.stdout, sys.stderr)]
    environment = [os.environ.get(name) for name in SURROUNDINGS]
    python = sys.version, tuple(sys.flags), sys.path, sys.getfilesystemencoding()
    return ascii((_FORM, [*arguments], os.getcwd(), environment, streams, _PROGRAM, python))


def _code_is_settled(witness: Witness) -> bool:
    """Let a witness look at the code that has run, and return whether it is sure that no other code has."""
    # times and lengths are how Python itself tells whether a module has changed; what has no file of its own cannot be told so
    if not all(witness.stamp(path) for path in _code()):
        return False
    stamps = [said for (question, _), said in witness.testimony.items() if question == "stamp" and said]
    return max(int(stamp.partition(" ")[0]) for stamp in stamps) < time_ns() - _YOUNG_NS


def _code() -> list[str]:
    """Return the files that this program was loaded from, and the first one of each library that it has loaded."""
    files = [(name, getattr(module, "__file__", None)) for name, module in sys.modules.copy().items()]
    return [
        file
        for name, file in files
        if file and (file.startswith(_PROGRAM + os.sep) or not ("." in name or name in sys.stdlib_module_names))
    ]
