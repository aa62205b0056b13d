"""Forecasts beside the loop that answers the editor: one story after the other, until the next keystroke."""

from asyncio import AbstractEventLoop, Future, TimerHandle, get_running_loop, wait
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from threading import Event, Thread
from typing import Final

from msgspec import Struct

from .forecast import Forecast, Inquiry

PAUSE_S: Final = 0.25
"""How long nothing must have been typed before it looks without being waited for."""


class _GivenUpError(Exception):
    """Something was typed."""


class _Job(Struct, eq=False):
    """One look."""

    inquiry: Inquiry
    found: "Future[Forecast | None]"
    stop: Event
    thread: Thread | None = None


class Background:
    """The forecasts of the stories that are open, as far as anybody asked."""

    def __init__(self, on_news: Callable[[], None]) -> None:
        """Tell `on_news` when something was found out that nobody waits for."""
        self._on_news = on_news
        self._known: dict[tuple[Path, str], Forecast] = {}
        self._latest: dict[tuple[Path, str], Forecast] = {}
        """The same, also of stories that have errors just now."""
        self._jobs: list[_Job] = []
        """What is under way or waits for that, in order."""
        self._timer: TimerHandle | None = None

    def known(self, inquiry: Inquiry) -> Forecast | None:
        """Return what was found out last about a story, which may have been written in since; None if nothing was."""
        return self._known.get(inquiry.story)

    def is_known(self, inquiry: Inquiry) -> bool:
        """Return whether there is nothing more to find out."""
        known = self._latest.get(inquiry.story)
        return known is not None and known.inquiry.is_as(inquiry) and known.is_fresh

    def interrupt(self) -> None:
        """Give up what is under way: something was written."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        for job in self._jobs:
            job.stop.set()

    def look_soon(self, inquiry: Inquiry) -> None:
        """Look at a story as soon as nothing is typed, unless all is known."""
        if not self.is_known(inquiry):
            if self._timer is not None:
                self._timer.cancel()
            self._timer = get_running_loop().call_later(PAUSE_S, self._look_and_tell, inquiry)

    async def current(self, inquiry: Inquiry) -> Forecast | None:
        """Return what a build would do with a story; if something is written meanwhile, what was known before."""
        if not self.is_known(inquiry):
            await wait({self._begin(inquiry)})
        return self.known(inquiry)

    async def suppose(self, inquiry: Inquiry) -> Forecast | None:
        """Return what a build would do with a story that nobody has written yet; None if something is written meanwhile."""
        found = self._begin(inquiry, is_supposed=True)
        await wait({found})
        return found.result()

    def _look_and_tell(self, inquiry: Inquiry) -> None:
        self._timer = None
        self._begin(inquiry).add_done_callback(self._tell)

    def _tell(self, found: "Future[Forecast | None]") -> None:
        if found.result() is not None:
            self._on_news()

    def _begin(self, inquiry: Inquiry, *, is_supposed: bool = False) -> "Future[Forecast | None]":
        for known in self._jobs:
            if known.inquiry.is_as(inquiry) and not known.stop.is_set():
                return known.found
        loop = get_running_loop()
        job = _Job(inquiry, loop.create_future(), Event())
        before = self._jobs[-1].thread if self._jobs else None
        self._jobs.append(job)
        job.found.add_done_callback(lambda found: self._end(job, found.result(), is_supposed=is_supposed))
        # it reads only, so it may be left behind when the server ends
        job.thread = Thread(target=_work, args=(job, before, loop), daemon=True)
        job.thread.start()
        return job.found

    def _end(self, job: _Job, found: Forecast | None, *, is_supposed: bool) -> None:
        self._jobs.remove(job)
        if found is not None and not is_supposed:
            story = found.inquiry.story
            self._latest[story] = found
            # an error hides nothing of what was known before it
            if found.is_known or found.trouble or story not in self._known:
                self._known[story] = found


def _work(job: _Job, before: Thread | None, loop: AbstractEventLoop) -> None:
    if before is not None:
        before.join()

    def go_on() -> None:
        if job.stop.is_set():
            raise _GivenUpError

    found: Forecast | None = None
    try:
        go_on()
        found = import_module("storyc.lsp.planner").make_forecast(job.inquiry, go_on)
    except _GivenUpError:
        pass
    finally:
        _hand_over(job, found, loop)


def _hand_over(job: _Job, found: Forecast | None, loop: AbstractEventLoop) -> None:
    try:
        loop.call_soon_threadsafe(job.found.set_result, found)
    except RuntimeError:
        # the server has ended, and nobody wants to know
        return
