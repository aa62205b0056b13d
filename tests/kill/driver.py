"""`storyc` in a process that ends itself, as if by `kill -9`, at one of its steps.

A step is a line of the rooms that deal with money, or an instruction of SQLite's machine. Usage: `driver.py STEP ARGUMENT…`; step 0 is
never reached, and the process says on stderr how many there were.
"""

import sys
import threading
from collections.abc import Callable
from os import getpid, kill
from pathlib import Path
from signal import SIGKILL
from sqlite3 import Connection, connect
from types import FrameType
from typing import Any

import pytest

from storyc import cli
from storyc.planning import Pace

ROOMS = Path(cli.__file__).parents[1]
MONEY = ("building", "disk", "ledger", "store", "pipeline/carrying.py", "api/client.py", "api/exchange.py")
WATCHED = tuple(str(ROOMS / room) for room in MONEY)
HASTE = Pace(first_look_s=0.0, shortest_pause_s=0.01, downloads=2)
"""The service of these tests works at once."""


class Steps:
    """Counts steps and dies at one of them."""

    def __init__(self, last: int) -> None:
        self.count = 0
        self._last = last

    def step(self) -> None:
        self.count += 1
        if self.count == self._last:
            kill(getpid(), SIGKILL)

    def trace(self, frame: FrameType, event: str, _argument: object) -> Callable[..., Any] | None:
        """Count the lines of the watched files."""
        if event == "call" and not frame.f_code.co_filename.startswith(WATCHED):
            return None
        if event == "line":
            self.step()
        return self.trace

    def connect(self, *args: Any, **named: Any) -> Connection:
        """Open a database whose instructions are counted."""
        connection: Connection = connect(*args, **named)
        connection.set_progress_handler(self.step, 1)
        return connection


def storyc_until(last: int | None, arguments: list[str]) -> tuple[int, int]:
    """Run a command up to a step, None for one that is not watched; return its exit code and how many steps it took."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("storyc.pipeline.desks.PAID_PACE", HASTE)
        if last is None:
            return cli.run(arguments), 0
        steps = Steps(last)
        patch.setattr("storyc.ledger.sqlite_file.connect", steps.connect)
        threading.settrace(steps.trace)
        sys.settrace(steps.trace)
        try:
            return cli.run(arguments), steps.count
        finally:
            sys.settrace(None)


if __name__ == "__main__":
    code, count = storyc_until(int(sys.argv[1]), sys.argv[2:])
    sys.stderr.write(f"{count} steps\n")
    sys.exit(code)
