"""The door of the command line: what can be answered at once is, and for the rest there is click.

Loading click and the types of a script takes four times as long as Python takes to start, so nothing here waits for them.
"""

import gc
import os
import sys
from importlib import import_module

from storyc import __version__
from storyc.recall import Memory

from .overview import overview
from .terminal.streams import INTERRUPTED, give, open_streams, remark, write


def run(arguments: list[str] | tuple[str, ...]) -> int:
    """Run a command and return its exit code: 0 done, 1 findings, 2 trouble, 3 refused, 4 credentials, 5 in doubt."""
    # a command ends before looking for cycles would pay, and loading its modules makes none; only a build asks for it again
    gc.disable()
    try:
        exit_code = _answer(arguments)
        if not sys.stdout.closed:  # a server for editors closes it when it leaves
            sys.stdout.flush()
    except KeyboardInterrupt:
        remark("interrupted\n")
        return INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has enough; stdout must not complain again when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except OSError as problem:
        import_module("storyc.cli.commands").complain(problem)
        return 2
    return exit_code


def _answer(arguments: list[str] | tuple[str, ...]) -> int:
    first = arguments[0] if arguments else ""
    if first in {"-h", "--help"}:
        write(sys.stdout, overview())
        return 0
    if first == "--version":
        write(sys.stdout, f"storyc {__version__}\n")
        return 0
    memory = Memory(arguments)
    known = memory.recall()
    if known is not None:
        return give(known)
    exit_code: int
    if first == "check" and not any(word.startswith("-") for word in arguments):
        # who reads options takes as long to load as Python to start; paths need nobody
        checking = import_module("storyc.cli.checking")
        exit_code = checking.check(checking.Screen(), memory, arguments[1:])
    else:
        exit_code = import_module("storyc.cli.commands").run(arguments, memory)
    return exit_code


def main() -> None:
    """Run the command that the process was started with."""
    open_streams()
    exit_code = run(sys.argv[1:])
    gc.freeze()  # what ends now need not be looked through for cycles once more: a tenth of a check
    sys.exit(exit_code)
