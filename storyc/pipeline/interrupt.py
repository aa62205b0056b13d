"""Ctrl-C: once to stop, twice to leave."""

from asyncio import Event, current_task, get_running_loop
from collections.abc import Iterator
from contextlib import contextmanager
from signal import SIGINT, getsignal, signal
from threading import current_thread, main_thread
from types import FrameType


@contextmanager
def stop_on_interrupt(stop: Event) -> Iterator[None]:
    """Set `stop` at the first interrupt and cancel the running task at the second; signals reach the main thread only."""
    if current_thread() is not main_thread():
        yield
        return
    loop, task = get_running_loop(), current_task()
    assert task is not None

    def interrupted(_number: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            loop.call_soon_threadsafe(task.cancel)
        else:
            # set here and now, so that a second interrupt is known for one
            stop.set()
            loop.call_soon_threadsafe(lambda: None)

    before = getsignal(SIGINT)
    signal(SIGINT, interrupted)
    try:
        yield
    finally:
        signal(SIGINT, before)
