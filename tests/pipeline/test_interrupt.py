from asyncio import CancelledError, Event, current_task, run, sleep, wait_for
from os import getpid, kill
from signal import SIGINT, getsignal
from sys import platform

import pytest

from storyc.pipeline.interrupt import stop_on_interrupt

PATIENCE_S = 60.0
"""After so long, what is waited for will never come."""
pytestmark = pytest.mark.skipif(platform == "win32", reason="a process cannot send itself an interrupt there")


def test_once_stops_and_twice_leaves() -> None:
    before = getsignal(SIGINT)

    async def session() -> None:
        stop = Event()
        with stop_on_interrupt(stop):
            kill(getpid(), SIGINT)
            await wait_for(stop.wait(), PATIENCE_S)
            assert current_task() is not None
            kill(getpid(), SIGINT)
            await sleep(PATIENCE_S)

    with pytest.raises(CancelledError):
        run(session())
    assert getsignal(SIGINT) is before
