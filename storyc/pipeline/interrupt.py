"""Ctrl-C, or a job that is called off: once to stop, twice to leave."""

from asyncio import Event, current_task, get_running_loop
from collections.abc import Iterator
from contextlib import contextmanager
from signal import SIGINT, SIGTERM, getsignal, signal
from threading import current_thread, main_thread
from types import FrameType
from typing import Final

from msgspec import Struct

_SIGNALS: Final = (SIGINT, SIGTERM)


class Caught(Struct):
    """Whether anything stopped a session."""

    number: int = 0
    """Of the first signal that did; 0 if none did."""


@contextmanager
def stop_on_interrupt(stop: Event) -> Iterator[Caught]:
    """Set `stop` at the first interrupt and cancel the running task at the second; give what is known of them.

    Signals reach the main thread only.
    """
    caught = Caught()
    if current_thread() is not main_thread():
        yield caught
        return
    loop, task = get_running_loop(), current_task()
    assert task is not None

    def interrupted(number: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            loop.call_soon_threadsafe(task.cancel)
        else:
            # set here and now, so that a second interrupt is known for one
            caught.number = number
            stop.set()
            loop.call_soon_threadsafe(lambda: None)

    before = [(number, getsignal(number)) for number in _SIGNALS]
    for number in _SIGNALS:
        signal(number, interrupted)
    try:
        yield caught
    finally:
        for number, handler in before:
            signal(number, handler)
