"""Shows a build while it runs: a bar on a terminal, a line an event for those who asked for more."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from storyc.building import (
    Adopted,
    Blocked,
    BuildEvent,
    Doubted,
    Failed,
    Fetched,
    Finished,
    Kept,
    Left,
    Polled,
    Postponed,
    Refused,
    Renewed,
    Stopping,
    Submitted,
    Uploaded,
    Waiting,
)
from storyc.planning import name_of

from .screen import Screen

Report = Callable[[BuildEvent], None]


def describe(event: BuildEvent) -> tuple[str, bool]:
    """Return an event in a line, and whether somebody should know of it who did not ask for more."""
    if isinstance(event, Stopping):
        flying = (
            f"; {event.in_flight} sent earlier stay paid for and come home with the next build"
            if event.in_flight
            else ""
        )
        return f"stopping: nothing more is sent{flying}. Ctrl-C again leaves at once", True
    if isinstance(event, Waiting):
        moment = datetime.fromtimestamp(event.until_s).astimezone()
        return f"waiting until {moment:%H:%M} ({moment:%a %d %b}) for the next request", True
    name = name_of(event.unit)
    match event:
        case Kept():
            return f"{name}: kept", False
        case Uploaded():
            return f"{name}: a reference was uploaded", False
        case Submitted(price_credits=price):
            return f"{name}: sent{f' for {price:,} credits' if price else ''}", False
        case Postponed(reason=reason, wait_s=wait_s):
            return f"{name}: {reason}; trying again in {wait_s:.0f} s", True
        case Polled(status=status):
            return f"{name}: {status}", False
        case Fetched():
            return f"{name}: a picture came home", False
        case Refused(page=page, panel=panel, reason=reason):
            return f"{name}: picture {page + 1}.{panel + 1} is missing: {reason}", True
        case Finished():
            return f"{name}: finished", False
        case Failed(reason=reason):
            return f"{name}: failed: {reason}", True
        case Renewed():
            return f"{name}: the service has forgotten the comic that it is a part of, so it is drawn by itself", True
        case Doubted(reason=reason):
            return f"{name}: may have been paid for, and is not sent again: {reason}", True
        case Adopted(generation_id=generation_id):
            return f"{name}: was bought after all ({generation_id})", True
        case Blocked(reason=reason):
            return f"{name}: waits for art that is not there: {reason}", True
        case Left(generation_id=generation_id, reason=reason):
            how = f"nobody knows how it stands: {reason}" if reason else "still being drawn"
            return f"{name}: paid for ({generation_id}), {how}; the next build brings it home", True


@contextmanager
def shown_progress(screen: Screen, *, is_animated: bool) -> Iterator[Report]:
    """Show what is reported until the build ends."""

    def line(event: BuildEvent) -> None:
        text, matters = describe(event)
        if matters:
            screen.tell(text)
        else:
            screen.detail(text)

    if not is_animated:
        yield line
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("drawing", total=None)
        seen: set[str] = set()
        pictures = 0

        def report(event: BuildEvent) -> None:
            nonlocal pictures
            if not isinstance(event, Stopping | Waiting | Renewed) and event.unit.key not in seen:
                seen.add(event.unit.key)
                pictures += max(len(event.unit.panels), 1)
                bar.update(task, total=pictures)
            if isinstance(event, Fetched):
                bar.advance(task)
            text, matters = describe(event)
            if matters or screen.is_verbose:
                bar.console.print(text, markup=False, highlight=False)

        yield report
