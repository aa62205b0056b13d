"""From a save to the page that shows it: a story of a thousand panels, one panel edited, in a browser if there is one.

The times are of the clock, not of the processor, because waiting is what a writer notices.
"""

from collections.abc import Callable
from contextlib import ExitStack
from json import dumps
from pathlib import Path
from shutil import which
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import Page, sync_playwright

from tests.benchmarks.measure import report
from tests.benchmarks.script_maker import PANELS_PER_PAGE, make_script
from tests.preview.conftest import Shown, showing

PAGES = 167
ROUNDS = 9
BROWSER = which("chromium") or which("chromium-browser") or which("google-chrome")

Edit = Callable[[str, int], str]


def reword(text: str, number: int) -> str:
    """Return the script with other words in a panel of page 80."""
    at = text.index("PAGE 80 ")
    line = text.index("PANEL 3", at)
    end = text.index("\n", line)
    return f"{text[: end + 1]}Something new, {number}. {text[end + 1 :]}"


def insert(text: str, number: int) -> str:
    """Return the script with a line more on page 2, so that every panel behind it stands on another line."""
    at = text.index("PANEL 2", text.index("PAGE 2 "))
    end = text.index("\n", at)
    return (
        f"{text[: end + 1]}Something new, {number}.\n{'More of it.' + chr(10) if number % 2 else ''}{text[end + 1 :]}"
    )


def event_s(shown: Shown, path: Path, text: str, edit: Edit) -> tuple[float, float]:
    """Return the median time from a save to the event that tells of it, and the size of that event in kilobytes."""
    times, sizes = [], []
    events = shown.events(shown.revision)
    for number in range(ROUNDS + 1):
        start = perf_counter()
        path.write_text(edit(text, number), "utf-8")
        while f"Something new, {number}." not in (told := dumps(next(events))):
            pass
        times.append(perf_counter() - start)
        sizes.append(len(told) / 1_000)
    return median(times[1:]), median(sizes[1:])


def patch_s(page: Page, path: Path, text: str, edit: Edit) -> tuple[float, float]:
    """Return the median time from a save to the changed page, and what the page's own script took of it."""
    times, own = [], []
    for number in range(100, 100 + ROUNDS + 1):
        page.evaluate(
            """(words) => { window.done = new Promise((tell) => {
              document.addEventListener("storyboard:changed", function look({ detail }) {
                if (!document.querySelector("main").textContent.includes(words)) return;
                document.removeEventListener("storyboard:changed", look);
                requestAnimationFrame(() => tell(detail.took_ms));
              });
            }); }""",
            f"Something new, {number}.",
        )
        start = perf_counter()
        path.write_text(edit(text, number), "utf-8")
        own.append(page.evaluate("window.done") / 1_000)
        times.append(perf_counter() - start)
    return median(times[1:]), median(own[1:])


def main() -> None:
    """Print the times."""
    text = make_script(PAGES)
    with TemporaryDirectory() as folder, ExitStack() as stack:
        path = Path(folder, "long.story")
        path.write_text(text, "utf-8")
        shown = stack.enter_context(showing(path, editor="vscode://file{path}:{line}"))
        panels = f"{PAGES * PANELS_PER_PAGE:,} panels"
        for name, edit in (("one panel", reword), ("a line more", insert)):
            taken_s, size_kb = event_s(shown, path, text, edit)
            report(f"{panels}, {name}: save to event", taken_s * 1_000, "ms")
            report(f"{panels}, {name}: the event", size_kb, "kB")
        if BROWSER is None:
            return
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(shown.url)
        page.wait_for_selector('html[data-live="yes"]')
        for name, edit in (("one panel", reword), ("a line more", insert)):
            taken_s, own_s = patch_s(page, path, text, edit)
            report(f"{panels}, {name}: save to page", taken_s * 1_000, "ms")
            report(f"{panels}, {name}: its script", own_s * 1_000, "ms")
        browser.close()


if __name__ == "__main__":
    main()
