"""A real browser keeps what its reader did while the page changes under it."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import randrange
from shutil import which
from socket import create_server
from typing import TYPE_CHECKING

import pytest

from tests.preview.conftest import PATIENCE_S, showing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

    from tests.preview.conftest import Show, Shown, Story

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

BROWSER = which("chromium") or which("chromium-browser") or which("google-chrome")
PATIENCE_MS = PATIENCE_S * 1_000

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")

LONG = "".join(
    f"PAGE {page}\n\n" + "".join(f"PANEL {n}\nPicture {page}.{n}.\n\n" for n in (1, 2, 3)) for page in range(1, 13)
)
"""Enough to scroll."""


class Tab:
    """A page in a browser, and what it complained about."""

    def __init__(self, page: "Page") -> None:
        self.page = page
        self.complaints: list[str] = []
        page.set_default_timeout(PATIENCE_MS)
        page.on("console", lambda said: self.complaints.append(said.text))
        page.on("pageerror", lambda problem: self.complaints.append(str(problem)))

    def open(self, url: str) -> None:
        self.page.goto(url)
        self.page.wait_for_selector('html[data-live="yes"]')

    def wait_for_text(self, text: str) -> None:
        self.page.get_by_text(text).first.wait_for(state="attached")

    def wait_until_lines_are_named(self) -> None:
        """Wait until the page has learned where its panels stand in the script, which it asks for when it is there."""
        self.page.locator(".panel .file").last.wait_for(state="attached")

    def wait_until_still(self, selector: str) -> None:
        """Wait until an element has stood at the same place for some frames, and what is seen around it is there."""
        self.page.evaluate(
            """async (selector) => {
              const frame = () => new Promise(requestAnimationFrame);
              const top = () => document.querySelector(selector).getBoundingClientRect().top;
              const isSeen = ({ top, bottom }) => bottom > 0 && top < innerHeight;
              for (let still = 0, before = NaN; still < 10; still += 1) {
                await frame();
                const pictures = [...document.images].filter((image) => isSeen(image.getBoundingClientRect()));
                if (top() !== before || !pictures.every((picture) => picture.complete)) still = 0;
                before = top();
              }
            }""",
            selector,
        )

    def top(self, selector: str) -> float:
        """Return where an element stands in the window."""
        box = self.page.locator(selector).bounding_box()
        assert box is not None
        return box["y"]


OpenTab = Callable[[str], Tab]


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def open_tab(browser: "Browser") -> Iterator[OpenTab]:
    """A function that opens an address, in tabs of one window."""
    context = browser.new_context(viewport={"width": 1000, "height": 700}, reduced_motion="reduce")

    def opened(url: str) -> Tab:
        tab = Tab(context.new_page())
        tab.open(url)
        return tab

    yield opened
    context.close()


def test_a_reader_keeps_their_place(story: "Story", show: "Show", open_tab: OpenTab) -> None:
    story.write(LONG)
    tab = open_tab(show(story.path).url)
    tab.page.locator("#view-strip").check(force=True)
    tab.page.locator("#show-words").evaluate("(box) => box.click()")
    tab.page.locator("#panel-8-2").evaluate("(panel) => panel.scrollIntoView({ block: 'center', behavior: 'instant' })")
    tab.wait_until_still("#panel-8-2")
    before = tab.top("#panel-8-2")
    words = " ".join(["Many more words than before."] * 200)
    story.change("Picture 2.1.", f"{words}\n\nIt is new.")
    tab.wait_for_text("It is new.")
    assert tab.top("#panel-8-2") == pytest.approx(before, abs=3)
    story.change("PANEL 2\nPicture 3.2.\n\nPANEL 3\nPicture 3.3.\n\n", "")
    tab.page.wait_for_selector("#panel-3-3", state="detached")
    assert tab.top("#panel-8-2") == pytest.approx(before, abs=3)
    assert tab.complaints == []


def test_what_is_open_focused_and_chosen_stays(story: "Story", shown: "Shown", open_tab: OpenTab) -> None:
    story.change("A boat.", "A boat.\n\nSFX (radio): KRSH")
    tab = open_tab(shown.url)
    page = tab.page
    page.locator("#view-board").check(force=True)
    page.locator(".contents").locator("xpath=..").evaluate("(menu) => { menu.open = true }")
    page.locator("#contents a").nth(1).focus()
    page.evaluate("document.getElementById('panel-1-1').keepsake = 'mine'")
    story.change("The harbour, dark.", "The harbour, darker.")
    tab.wait_for_text("The harbour, darker.")
    assert page.locator("#view-board").is_checked()
    assert page.evaluate("document.querySelector('.menu:has(.contents)').open") is True
    assert page.evaluate("document.activeElement.closest('#contents') !== null") is True
    assert page.evaluate("document.getElementById('panel-1-1').keepsake") == "mine"
    assert tab.complaints == []


def test_the_other_panels_of_a_page_are_not_touched(story: "Story", shown: "Shown", open_tab: OpenTab) -> None:
    tab = open_tab(shown.url)
    tab.wait_until_lines_are_named()
    tab.page.evaluate(
        """() => {
          window.touched = [];
          new MutationObserver((all) => all.forEach(({ target }) => {
            const element = target.nodeType === 1 ? target : target.parentElement;
            window.touched.push(element.closest(".panel, .page, #watch, .reference, .bar")?.id);
          })).observe(document.querySelector("main"), { subtree: true, childList: true, attributes: true, characterData: true });
        }"""
    )
    story.change("MARA: It went out.", "MARA: It burns.")
    tab.wait_for_text("It burns.")
    touched = set(tab.page.evaluate("window.touched"))
    assert "panel-1-1" in touched
    assert not touched & {"panel-1-2", "panel-2-1", "page-2"}


def test_panels_lead_to_their_lines(story: "Story", show: "Show", open_tab: OpenTab) -> None:
    tab = open_tab(show(story.path, editor="vscode://file{path}:{line}").url)
    link = tab.page.locator("#panel-2-1 a.file")
    link.wait_for(state="attached")
    line = story.path.read_text("utf-8").splitlines().index("The lamp.")
    assert link.get_attribute("href") == f"vscode://file{story.path.as_posix()}:{line}"
    story.write(f"\n{story.path.read_text('utf-8')}")
    tab.page.locator(f'#panel-2-1 a.file[href$=":{line + 1}"]').wait_for(state="attached")
    assert link.text_content() == f"harbour.story:{line + 1}"
    assert tab.complaints == []


def test_lines_that_come_late_take_nothing_back(story: "Story", shown: "Shown", browser: "Browser") -> None:
    late: list[Route] = []

    def hold(route: "Route") -> None:
        late.append(route)

    tab, before = Tab(browser.new_page()), shown.read("lines.json")
    tab.page.route("**/lines.json", hold)
    tab.open(shown.url)
    line = story.path.read_text("utf-8").splitlines().index("The lamp.") + 1
    story.write(f"\n{story.path.read_text('utf-8')}")
    tab.page.locator("#panel-2-1 .file").get_by_text(f"harbour.story:{line}").wait_for(state="attached")
    with tab.page.expect_response("**/lines.json"):
        late[0].fulfill(body=before, content_type="application/json")
    tab.page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    assert tab.page.locator("#panel-2-1 .file").text_content() == f"harbour.story:{line}"
    tab.page.close()


def test_several_tabs_follow(story: "Story", shown: "Shown", open_tab: OpenTab) -> None:
    tabs = [open_tab(shown.url) for _ in range(3)]
    story.change("The lamp.", "The lamp, relit.")
    for tab in tabs:
        tab.wait_for_text("The lamp, relit.")


@pytest.fixture
def lasting_port() -> int:
    """A free port that the system gives to nobody who only asks for any, so that it is still free in a moment."""
    while True:
        port = randrange(20_000, 32_768)
        with suppress(OSError), create_server(("127.0.0.1", port)):
            return port


def test_a_page_finds_its_server_again(story: "Story", open_tab: OpenTab, lasting_port: int) -> None:
    with showing(story.path, port=lasting_port) as first:
        tab = open_tab(first.url)
        tab.page.evaluate("document.body.keepsake = 'mine'")
    tab.page.wait_for_selector('html[data-live="no"]')
    story.change("The lamp.", "The lamp, relit.")
    with showing(story.path) as second:
        assert second.url == first.url
        tab.wait_for_text("The lamp, relit.")
        tab.page.wait_for_selector('html[data-live="yes"]')
    assert tab.page.evaluate("document.body.keepsake") == "mine"


def test_errors_open_the_list_and_go_again(story: "Story", shown: "Shown", open_tab: OpenTab) -> None:
    tab = open_tab(shown.url)
    story.change("MARA: It", "NOBODY: <img src=x onerror=document.title='taken'> It")
    tab.page.wait_for_selector("#watch.broken[open]")
    assert "unknown-character" in tab.page.locator("#watch").inner_text()
    assert tab.page.locator("#watch img").count() == 0
    assert "It went out." in (tab.page.locator("#panel-1-1").text_content() or "")
    story.change(
        "NOBODY: <img src=x onerror=document.title='taken'>", "MARA: <img src=x onerror=document.title='taken'>"
    )
    tab.page.wait_for_selector("#watch.good:not([open])")
    assert tab.page.locator("#panel-1-1 figcaption img").count() == 0
    assert tab.page.title() == "The Harbour Light (Draft)"
    assert tab.complaints == []


def test_a_script_that_becomes_good_becomes_a_page(story: "Story", show: "Show", open_tab: OpenTab) -> None:
    story.change("MARA: It", "NOBODY: It")
    tab = open_tab(show(story.path).url)
    assert tab.page.locator(".panel").count() == 0
    story.change("NOBODY:", "MARA:")
    tab.page.wait_for_selector("#panel-1-1", state="attached")
    assert tab.complaints == []


def test_another_direction_is_another_page(story: "Story", shown: "Shown", open_tab: OpenTab) -> None:
    tab = open_tab(shown.url)
    story.change("Title: The Harbour Light\n", "Title: The Harbour Light\nReading: right-to-left\n")
    tab.page.wait_for_selector('html[data-reading="right-to-left"]')
    assert tab.complaints == []


def test_another_site_can_neither_read_nor_show_it(
    shown: "Shown", browser: "Browser", tmp_path_factory: pytest.TempPathFactory
) -> None:
    other: Path = tmp_path_factory.mktemp("other") / "page.html"
    other.write_text(
        f"""<!doctype html><title>none</title><iframe src="{shown.url}"></iframe><script>
        fetch("{shown.url}").then((answer) => answer.text()).then((text) => document.title = text, () => document.title = "refused");
        </script>""",
        "utf-8",
    )
    page = browser.new_page()
    page.goto(other.as_uri())
    page.wait_for_function("document.title !== 'none'")
    assert page.title() == "refused"
    assert all(frame.locator(".panel").count() == 0 for frame in page.frames)
    page.close()
