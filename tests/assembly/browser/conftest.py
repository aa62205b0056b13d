"""A real browser that can reach nothing, and pages for it to open."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from shutil import which
from time import monotonic
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageDraw

from storyc.assembly import ReadArt, to_html
from storyc.planning import Art, Results
from storyc.storyboard import PanelKey, Storyboard

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PROGRAM = which("chromium") or which("chromium-browser") or which("google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--font-render-hinting=none",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
_PATIENCE_S = 60.0
"""After so long, what is waited for will never come."""
SIZES = {"phone": (390, 844), "tablet": (820, 1180), "desk": (1440, 900)}


class Visit:
    """An open page, with what it asked for and what went wrong in it."""

    def __init__(self, page: "Page") -> None:
        self.page = page
        self.asked: list[str] = []
        self.faults: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda line: self.faults.append(line.text))

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so that the browser tells of when it comes to it."""
        ends_s = monotonic() + _PATIENCE_S
        while not is_so() and monotonic() < ends_s:
            self.page.wait_for_timeout(10)
        assert is_so()

    @property
    def asked_elsewhere(self) -> list[str]:
        return [url for url in self.asked if not url.startswith(("data:", "file:"))]

    def chosen(self, name: str) -> str:
        return str(self.page.evaluate(f"document.querySelector('input[name={name}]:checked')?.value ?? ''"))

    def choose(self, name: str) -> None:
        """Choose one of the controls, wherever it is."""
        self.page.evaluate(f"document.getElementById('{name}').click()")

    def is_beside_the_window(self) -> bool:
        """Whether the document is wider than the window."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > innerWidth + 1"))

    def in_the_middle(self) -> str:
        """Return the anchor of the panel in the middle of the window."""
        script = "document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('.panel')?.id ?? ''"
        return str(self.page.evaluate(script))


OpenPage = Callable[..., Any]


@pytest.fixture(scope="module")  # its event loop stands in the way of all others for as long as it is open
def browser() -> "Iterator[Browser]":
    if PROGRAM is None:
        pytest.skip("no Chromium on this machine")
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright drives the browser")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=PROGRAM, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture
def open_page(browser: "Browser", tmp_path: Path) -> OpenPage:
    """A function that opens a document from disk in a window of a size, as a context that gives the visit."""

    @contextmanager
    def opened(
        document: str, *, size: str = "desk", address: str = "", scheme: str = "light", scripts: bool = True
    ) -> Iterator[Visit]:
        path = tmp_path / "storyboard.html"
        path.write_text(document, "utf-8")
        width_px, height_px = SIZES[size]
        context = browser.new_context(
            viewport={"width": width_px, "height": height_px},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
            java_script_enabled=scripts,
            has_touch=size == "phone",
        )
        try:
            context.set_default_timeout(_PATIENCE_S * 1_000)
            visit = Visit(context.new_page())
            visit.page.goto(path.as_uri() + address)
            yield visit
        finally:
            context.close()

    return opened


@pytest.fixture(scope="session")
def paint() -> Callable[[Storyboard], tuple[Results, ReadArt]]:
    """A function that paints a small picture for every panel of a storyboard, another for each."""

    def painted(board: Storyboard) -> tuple[Results, ReadArt]:
        keys = [PanelKey(page.ordinal, panel.ordinal) for page in board.pages for panel in page.panels]
        pictures = {f"{key.page}-{key.panel}": _picture(index) for index, key in enumerate(keys)}
        arts = {key: Art(f"{key.page}-{key.panel}", "a.png", 192, 256, "image/png") for key in keys}
        return Results(arts, {}, is_draft=False), lambda art: pictures.get(art.sha256, b"<svg onload=alert(1)>")

    return painted


@pytest.fixture(scope="session")
def write(paint: Callable[[Storyboard], tuple[Results, ReadArt]]) -> Callable[..., str]:
    """A function that makes the page of a storyboard with a picture for every panel."""

    def written(board: Storyboard, **options: Any) -> str:
        results, read_art = paint(board)
        return to_html(board, results, read_art, **options)

    return written


def _picture(index: int) -> bytes:
    colours = ("#27405e", "#a6533a", "#d9b25f", "#5f7f6a", "#7d6a8c")
    picture = Image.new("RGB", (192, 256), colours[index % 5])
    pen = ImageDraw.Draw(picture)
    pen.ellipse((40, 60 + 7 * index, 150, 170 + 7 * index), fill=colours[(index + 2) % 5])
    pen.rectangle((0, 216, 192, 256), fill=colours[(index + 3) % 5])
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
