"""A project whose preview runs on this machine, and somebody who reads it."""

from asyncio import CancelledError, Event, get_running_loop, run, wait_for
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from functools import partial
from http.client import HTTPConnection, HTTPResponse
from json import loads
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest

from storyc.errors import StorycError
from storyc.lowering import lower
from storyc.pipeline import BuildOptions, build
from storyc.preview import PreviewFront, PreviewOptions, Report, preview
from storyc.project import check_project, find_project

SCRIPT = """\
Title: The Harbour Light

CAST

MARA: A pilot.

PAGE 1

PANEL 1
The harbour, dark.

MARA: It went out.

PANEL 2
A boat.

PAGE 2

PANEL 1
The lamp.
"""
PATIENCE_S = 60.0
"""After so long, what is waited for will never come."""


class Story:
    """A script in a folder of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.path = root / "harbour.story"
        self.write(SCRIPT)

    def write(self, text: str) -> None:
        put(self.path, text)

    def change(self, old: str, new: str) -> None:
        text = self.path.read_text("utf-8")
        assert old in text
        self.write(text.replace(old, new, 1))


def put(path: Path, text: str) -> None:
    """Save a file at one instant, so that nobody finds it empty."""
    new = path.with_name(f"{path.name}.new")
    new.write_text(text, "utf-8")
    new.replace(path)


def sketch(path: Path) -> None:
    """Build a draft."""
    project = find_project(path)
    program = check_project(project).program
    assert program is not None
    build(project, lower(program), BuildOptions())


def address_of(page: str, panel: str) -> str:
    """Return where a panel's picture is."""
    return page.partition(f'id="{panel}"')[2].partition('<img src="')[2].partition('"')[0]


class Reader:
    """Asks a preview as a browser would, and otherwise."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        assert parts.port
        self.url, self.port, self.path = url, parts.port, parts.path
        self._asked: list[HTTPConnection | HTTPResponse] = []

    def ask(self, path: str = "", method: str = "GET", **headers: str) -> HTTPResponse:
        """Return the answer to one request; a header's name is written with underscores."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        whole = path if path.startswith("/") else self.path + path
        connection.putrequest(method, whole, skip_host="host" in named)
        for name, value in named.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        self._asked += [answer, connection]
        return answer

    def close(self) -> None:
        """Hang up on everything."""
        for one in self._asked:
            one.close()

    def read(self, path: str = "") -> str:
        """Return what stands at a path."""
        answer = self.ask(path)
        assert answer.status == 200, (path, answer.status)
        return answer.read().decode()

    def events(self, revision: str = "") -> Iterator[dict[str, Any]]:
        """Begin to listen, and return what is told to a page, as it comes."""
        answer = self.ask(f"events?{revision}")
        lines = iter(answer.readline, b"")
        return (loads(line[6:]) for line in lines if line.startswith(b"data: "))

    @property
    def revision(self) -> str:
        """Return the revision that the page says it is."""
        return self.read().partition('name="revision" content="')[2].partition('"')[0]


class Shown(Reader):
    """A preview that runs."""

    def __init__(self, url: str, reports: "Queue[Report]") -> None:
        super().__init__(url)
        self.reports = reports

    def next_report(self) -> Report:
        """Return what the next look comes to."""
        return self.reports.get(timeout=PATIENCE_S)

    def settled(self) -> str:
        """Return the page as soon as nothing in it waits to be sketched."""
        told = self.events()
        while "to be sketched" in (page := self.read()):
            next(told)
        return page


Show = Callable[..., Shown]


@contextmanager
def showing(path: Path, **options: Any) -> Iterator[Shown]:
    """Run a preview in a thread of its own."""
    opened: Queue[str | StorycError] = Queue()
    reports: Queue[Report] = Queue()
    stops: list[Callable[[], object]] = []

    is_at_once = options.pop("is_at_once", False)

    async def serve() -> None:
        loop, stop = get_running_loop(), Event()
        stops.append(partial(loop.call_soon_threadsafe, stop.set))
        task = loop.create_task(
            preview(PreviewOptions(path, options.pop("editor", ""), **options), PreviewFront(opened.put, reports.put))
        )
        task.add_done_callback(lambda _done: stop.set())
        await stop.wait()
        task.cancel()
        try:
            with suppress(CancelledError):
                await wait_for(task, PATIENCE_S)
        except StorycError as problem:
            opened.put(problem)

    thread = Thread(target=lambda: run(serve()))
    thread.start()
    try:
        found = opened.get(timeout=PATIENCE_S)
        if isinstance(found, StorycError):
            raise found
        shown = Shown(found, reports)
        shown.next_report()
        if not is_at_once:
            shown.settled()
        with closing(shown):
            yield shown
    finally:
        for stop in stops:
            with suppress(RuntimeError):  # it has ended by itself
                stop()
        thread.join(PATIENCE_S)
        assert not thread.is_alive()


@pytest.fixture
def story(tmp_path: Path) -> Story:
    (tmp_path / ".git").mkdir()  # settings above it do not count
    return Story(tmp_path)


@pytest.fixture
def show() -> Iterator[Show]:
    """A function that starts a preview, which ends with the test."""
    with ExitStack() as stack:
        yield lambda path, **options: stack.enter_context(showing(path, **options))


@pytest.fixture
def shown(story: Story, show: Show) -> Shown:
    """A preview of the story."""
    return show(story.path)
