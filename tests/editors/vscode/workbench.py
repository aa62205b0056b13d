"""A window of the editor, and what a writer does in it."""

from collections.abc import Sequence
from pathlib import Path
from re import sub
from time import monotonic, sleep
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Locator, Page

PATIENCE_MS: Final = 120_000
_QUICK: Final = ".quick-input-widget"
_COLOUR: Final = """word => {
    // the editor shows spaces as no-break spaces
    const found = [...document.querySelectorAll(".view-line span span")].find(
        (span) => span.textContent.replaceAll("\\u00a0", " ").includes(word));
    return found ? getComputedStyle(found).color : "";
}"""


class Workbench:
    """A window that has a folder open."""

    def __init__(self, page: "Page", address: str, folder: Path, workspace: str, pictures: Path | None) -> None:
        """Open a window on a folder, or on the workspace file of that name in it; the name is empty for the folder."""
        self.page = page
        self.folder = folder
        self._pictures = pictures
        page.set_default_timeout(PATIENCE_MS)
        kind = "workspace" if workspace else "folder"
        page.goto(f"{address}/?{kind}={(folder / workspace).as_posix()}")
        page.wait_for_selector(".explorer-folders-view .monaco-list-row")

    # ---- what is done

    def open(self, name: str) -> None:
        """Open a file of the folder, and wait for the server if it is a script."""
        self.page.locator(f'.explorer-folders-view .monaco-list-row[aria-label^="{name}"]').first.dblclick()
        self.page.wait_for_selector(f'.tab.active[data-resource-name="{name}"]')
        self.page.wait_for_selector(".monaco-editor .view-line")

    def wait_for_server(self) -> None:
        """Wait until the language server has put its counts above the text."""
        self.page.wait_for_selector(".codelens-decoration")

    def command(self, title: str) -> None:
        """Run a command of the palette, which has those of an extension only once that is known."""
        row = self.row(title)

        def is_offered() -> bool:
            self.press("F1")
            self.ask(title, prefix=">")
            row.or_(self.row("No matching commands")).or_(self.row("similar commands")).first.wait_for()
            if not row.is_visible():
                self.press("Escape")
            return row.is_visible()

        self.wait_until(is_offered, f"no command {title}")
        row.click()

    def go_to(self, line: int, column: int = 1) -> None:
        """Put the cursor at a place, counted from 1."""
        self.press("Control+1", "Control+g")
        self.ask(f"{line}:{column}", prefix=":")
        self.press("Enter")
        self.page.locator(_QUICK).wait_for(state="hidden")
        self.wait_for_status(f"Ln {line}, Col {column}")

    def ask(self, text: str, prefix: str = "") -> None:
        """Write into the box at the top of the window, once it is there and has nothing but the sign that it begins with."""
        box = self.page.locator(f"{_QUICK} input").first
        self.wait_until(lambda: box.is_visible() and box.input_value() == prefix, f"no box to write {text} into")
        box.fill(prefix + text)

    def choose(self, path: Path, agree: str = "") -> None:
        """Go to a file or a folder where the editor asks for one, and press the button that means a folder."""
        box, row = self.page.locator(f"{_QUICK} input").first, self.row(path.name)
        above = f"{path.parent}/"

        def is_offered() -> bool:
            if box.is_visible() and "/" in (written := box.input_value()) and written != above:
                box.fill(above)  # until it knows where it begins, it writes that over what is written
            return row.is_visible()

        self.wait_until(is_offered, f"it does not offer {path}")
        row.click()
        if agree:
            self.wait_until(lambda: box.input_value() == f"{path}/", f"it does not go to {path}")
            self.page.locator(f"{_QUICK} .monaco-button", has_text=agree).click()

    def rename(self, name: str) -> None:
        """Give what the cursor is on another name."""
        self.press("F2")
        box = self.page.locator(".rename-box input")
        box.fill(name)
        self.picture(f"rename to {name}")
        box.press("Enter")

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """Type as fast as a hurried writer."""
        self.page.keyboard.type(text, delay=20)

    def save(self, name: str, wanted: str) -> None:
        """Save the script in front, and wait until its file has these words."""
        self.press("Control+s")
        self.wait_until(lambda: wanted in self.text(name), f"{name} never had {wanted!r}")

    # ---- what is seen

    def row(self, text: str) -> "Locator":
        """Return the first row of what the box at the top of the window offers that has a text."""
        return self.page.locator(f"{_QUICK} .monaco-list-row", has_text=text).first

    def wait_for_status(self, text: str) -> None:
        """Wait until the status bar says something."""
        self.page.locator(".statusbar-item", has_text=text).first.wait_for()

    def wait_for_problem(self, text: str) -> None:
        """Wait until the list of problems says something."""
        self.command("Problems: Focus on Problems View")
        self.page.locator(".markers-panel .monaco-list-row", has_text=text).first.wait_for()

    def outline(self) -> Sequence[str]:
        """Return the entries of the outline that are in sight."""
        self.command("Explorer: Focus on Outline View")
        rows = self.page.locator(".outline-tree .monaco-list-row")
        rows.first.wait_for()
        return [" ".join(text.split()) for text in rows.all_inner_texts()]

    def suggestions(self) -> Sequence[str]:
        """Return what the list of suggestions offers now, which is little as long as they come in."""
        return self.page.locator(".suggest-widget.visible .monaco-list-row .label-name").all_inner_texts()

    def shown(self) -> str:
        """Return the lines of the text that are in sight, in no order."""
        lines = self.page.locator(".view-lines .view-line").all_inner_texts()
        return "\n".join(lines).replace("\u00a0", " ")

    def colour(self, word: str) -> str:
        """Return the colour of the first place in sight where a word stands, empty if it is nowhere."""
        return str(self.page.evaluate(_COLOUR, word))

    def wait_for_colour(self, word: str, other: str) -> None:
        """Wait until a word has the colour of another."""
        self.wait_until(
            lambda: self.colour(word) == self.colour(other) != "", f"{word} never had the colour of {other}"
        )

    def notice(self, text: str) -> str:
        """Return the notice that has a text, once it comes up, with the names of its buttons."""
        box = self.page.locator(".notification-toast .notification-list-item", has_text=text).first
        box.wait_for()
        return " ".join(box.inner_text().split())

    def web_view(self, selector: str) -> "Frame":
        """Return the frame of a web view that has an element."""
        found: list[Frame] = []

        def look() -> bool:
            found[:] = [frame for frame in self.page.frames if frame.url and frame.query_selector(selector)]
            return bool(found)

        self.wait_until(look, f"no web view has {selector}")
        return found[0]

    def text(self, name: str) -> str:
        """Return a file of the folder as it is on disk."""
        return (self.folder / name).read_text("utf-8")

    def wait_until(self, holds: object, complaint: str) -> None:
        """Wait until something holds. Raises: AssertionError with the complaint if it never does."""
        assert callable(holds)
        end = monotonic() + PATIENCE_MS / 1000
        while not holds():
            assert monotonic() < end, complaint
            self.page.wait_for_timeout(100)

    def picture(self, name: str) -> None:
        """Keep a picture of the window, if pictures are wanted."""
        if self._pictures is not None:
            sleep(0.3)  # what moves comes to rest
            self.page.screenshot(path=self._pictures / f"{sub(r'[^a-z0-9-]+', '-', name.lower())}.png")
