"""From a keystroke in a story of a thousand pages to all that is to be said about it, against a scan of the same text."""

import gc
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from storyc.lsp.background import PAUSE_S
from storyc.lsp.colours import tokens
from storyc.lsp.columns import to_span
from storyc.lsp.desk import Desk
from storyc.lsp.outline import symbols
from storyc.lsp.story import Look
from storyc.lsp.suggesting import suggestions
from storyc.lsp.view import View
from storyc.semantics import check, resolve
from storyc.syntax import parse
from storyc.text import MemoryFiles, Source
from tests.benchmarks.measure import Target, ratio, report, scan, time_calls
from tests.benchmarks.script_maker import make_script
from tests.lsp.editor import editing

PAGES = 1_000
ROUNDS = 15
NAME = "long.story"
BEGUN_S = 0.3
"""After so long somebody is in the middle of finding out prices."""


class Writer:
    """Somebody who types in the middle of a story, in a panel or in its heading's page."""

    def __init__(self, path: Path, text: str) -> None:
        self._desk = Desk()
        self._path = path
        self._desk.open(path, text)
        self.view: View | None = self._desk.view(path)

    def type_at(self, words: str, typed: str) -> Callable[[], Look]:
        """Return what types behind the first place where some words stand, and looks at all that is to be said."""
        script = self._desk.script(self._path)
        assert script is not None
        line, column = script.position(script.text.index(words) + len(words))

        def call() -> Look:
            script = self._desk.script(self._path)
            assert script is not None
            span = to_span(script, (line, column), (line, column), "utf-16")
            self._desk.put(self._path, script.edited(span.start, span.end, typed))
            self.view = self._desk.view(self._path)
            assert self.view is not None
            return self.view.look

        return call


def over_the_wire(folder: Path, path: Path, line: int, *, has_prices: bool) -> float:
    """Return the seconds of the clock from a keystroke to the findings that an editor is told, with the pause of the server.

    With prices, the server is finding out what a build would do when the key is pressed.
    """
    found = []
    with editing(folder, able={"workspace": {"codeLens": {"refreshSupport": True}}}) as editor:
        uri = editor.open(path)
        editor.about(uri)
        for _ in range(ROUNDS):
            if has_prices:
                editor.ask_about("textDocument/codeLens", uri)
                sleep(PAUSE_S + BEGUN_S)
            start = perf_counter()
            editor.edit(uri, ((line, 3), (line, 3), "x"))
            editor.about(uri)
            found.append(perf_counter() - start)
    return sorted(found)[len(found) // 2]


def until_prices(folder: Path, path: Path) -> float:
    """Return the seconds of the clock from the opening of a story to the prices above its panels."""
    with editing(folder) as editor:
        start = perf_counter()
        editor.ask_about("textDocument/codeLens", editor.open(path))
        return perf_counter() - start


def main() -> None:
    """Print the ratios."""
    gc.disable()
    text = make_script(PAGES)
    with TemporaryDirectory() as folder:
        path = Path(folder, NAME).resolve()
        path.write_text(text, "utf-8")
        writer, other = Writer(path, text), Writer(path, text)
        middle = text[text.index("PANEL 3", text.index("PAGE 500 ")) :]
        words = middle[: middle.index("\n\n")]
        in_panel = writer.type_at(words, "x")
        in_heading = other.type_at("PAGE 500 ", " ")
        in_panel(), in_heading()

        def whole() -> object:
            resolved = resolve({NAME: parse(Source(NAME, text)).value})
            return check(resolved.value, MemoryFiles({}))

        def asked(answer: Callable[[View], object]) -> Callable[[], object]:
            def call() -> object:
                in_panel()
                assert writer.view is not None
                return answer(writer.view)

            return call

        times = time_calls(
            {
                "scan": lambda: scan(text),
                "panel": in_panel,
                "heading": in_heading,
                "whole": whole,
                "outline": asked(symbols),
                "colours": asked(lambda view: list(tokens(view))),
                "completion": asked(lambda view: suggestions(view, len(view.script.text) // 2)),
            },
            rounds=ROUNDS,
        )
        report(f"keystroke in a panel, {PAGES:,} pages", ratio(times, "panel", "scan"), "× scan", Target(1, 0.3))
        report("keystroke in the heading of a page", ratio(times, "heading", "scan"), "× scan")
        report("everything read and checked again", ratio(times, "whole", "scan"), "× scan")
        report("keystroke, and the outline", ratio(times, "outline", "scan"), "× scan")
        report("keystroke, and the colours of all words", ratio(times, "colours", "scan"), "× scan")
        report("keystroke, and a completion", ratio(times, "completion", "scan"), "× scan")
        line = text[: text.index(words) + len(words)].count("\n")
        for has_prices, what in (
            (False, "over the wire, with the server's pause"),
            (True, "the same while prices are found out"),
        ):
            report(what, 1_000 * over_the_wire(path.parent, path, line, has_prices=has_prices), "ms")
        report("from opening to prices above its panels", until_prices(path.parent, path), "s")


if __name__ == "__main__":
    main()
