"""A real browser opens the file, runs nothing and asks nobody for anything."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from subprocess import run
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from storyc.assembly import ReadArt, to_html
from storyc.planning import Results
from storyc.storyboard import Action, Page, Panel, Run, Speech, Storyboard

if TYPE_CHECKING:
    from tests.assembly.conftest import Html

Draw = Callable[..., Results]
Write = Callable[[Storyboard], str]
OpenPage = Callable[[str], tuple[str, str]]

BROWSER = which("chromium") or which("chromium-browser") or which("google-chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--enable-logging=stderr",
    "--virtual-time-budget=2000",
    "--dump-dom",
)

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")


class Listener(ThreadingHTTPServer):
    """Notes what is asked for on this machine."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), _Noting)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Noting(BaseHTTPRequestHandler):
    server: Listener

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.send_error(404)


@pytest.fixture
def listener() -> Iterator[Listener]:
    with Listener() as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def write(draw: Draw, read_art: ReadArt) -> Write:
    """A function that makes the page of a storyboard with all its art."""
    return lambda board: to_html(board, draw(board), read_art)


@pytest.fixture
def open_page(tmp_path: Path) -> OpenPage:
    """A function that opens a document from disk and returns its tree when it has settled, and the browser's log."""

    def opened(document: str) -> tuple[str, str]:
        path = tmp_path / "storyboard.html"
        path.write_text(document, "utf-8")
        command = [str(BROWSER), *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", path.as_uri()]
        done = run(command, capture_output=True, check=True, text=True, encoding="utf-8", timeout=120)
        return done.stdout, done.stderr

    return opened


def test_hostile_words_load_nothing_and_run_nothing(
    harbour: Storyboard, write: Write, open_page: OpenPage, listener: Listener, read_html: type["Html"]
) -> None:
    attack = (
        f"<script>document.title='taken'</script><img src='{listener.url}/a' onerror=\"document.title='taken'\">"
        f"<link rel=stylesheet href='{listener.url}/b'><style>@import '{listener.url}/c'</style>"
        f"<iframe src='{listener.url}/d'></iframe>"
    )
    panel = Panel(1, items=(Action(attack), Speech((attack,), (Run(attack),))))
    board = replace(harbour, pages=(*harbour.pages, Page(6, section=(attack,), panels=(panel,))))
    tree, log = open_page(write(board))
    assert listener.asked == []
    assert "<title>The Harbour Light</title>" in tree
    assert read_html(tree).text.count(attack) >= 5
    assert "CONSOLE" not in log


def test_the_listener_hears_a_page_that_loads_something(listener: Listener, open_page: OpenPage) -> None:
    open_page(f"<!doctype html><title>x</title><img src='{listener.url}/a'>")
    assert listener.asked == ["/a"]


def test_the_policy_stops_what_would_get_through(
    harbour: Storyboard, write: Write, open_page: OpenPage, listener: Listener
) -> None:
    injected = f"<img src='{listener.url}/a'><script>document.title='taken'</script></main>"
    tree, log = open_page(write(harbour).replace("</main>", injected))
    assert listener.asked == []
    assert "<title>The Harbour Light</title>" in tree
    assert "Content Security Policy" in log
