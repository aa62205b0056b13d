"""A script to the pages that people read, against a scan of the script; and whether a long story costs more than its length."""

import gc
from collections import deque
from collections.abc import Callable
from statistics import median

from msgspec.structs import replace

from storyc.assembly import html_parts, to_html, to_markdown
from storyc.lowering import lower
from storyc.planning import Art, Results
from storyc.project import check_sources
from storyc.storyboard import Action, Page, Panel, PanelKey, Run, Speech, Storyboard
from storyc.text import MemoryFiles
from tests.benchmarks.measure import Target, ratio, report, scan, time_calls
from tests.benchmarks.script_maker import make_script

PAGES = 1_000
ROUNDS = 5
NAME = "long.story"
NOTHING_BUILT = Results(panels={}, clips={}, is_draft=True)
PANELS_ON_A_PAGE = 5
PICTURE = bytes(range(256)) * 160
"""As large as a sketch of a panel."""
TIMES_AS_LONG = 8
STRAIGHT = Target(bar=1.25, goal=1.1)
"""Time for each panel of a long story over that of a short one."""


def board_of(text: str) -> Storyboard:
    """Return the storyboard of a script."""
    checked = check_sources(NAME, MemoryFiles({NAME: text.encode()}), {})
    assert checked.program is not None, "the script to measure with has errors"
    return lower(checked.program)


def no_art(art: Art) -> bytes:
    """Return the bytes of a picture; nothing is built here, so none is asked for."""
    raise AssertionError(art)


def drawn(board: Storyboard) -> Results:
    """Return art for every panel."""
    keys = [PanelKey(page.ordinal, panel.ordinal) for page in board.pages for panel in page.panels]
    arts = {key: Art("", f"art/{key.page}-{key.panel}.webp", 768, 1024, "image/webp") for key in keys}
    return Results(panels=arts, clips={}, is_draft=True)


def board_of_panels(panels: int) -> Storyboard:
    """Return a storyboard with this many panels, a balloon in each."""
    items = (Action("A corridor, and at the end of it a lamp."), Speech(("MARA",), (Run("Who lit it?"),)))
    return Storyboard(
        pages=tuple(
            Page(number, panels=tuple(Panel(place, items=items) for place in range(1, PANELS_ON_A_PAGE + 1)))
            for number in range(1, panels // PANELS_ON_A_PAGE + 1)
        )
    )


def measure_length() -> None:
    """Print what a thousand panels with their pictures take, and whether eight thousand take more than eight times that."""
    short, long = board_of_panels(1_000), board_of_panels(1_000 * TIMES_AS_LONG)
    lettered = replace(short, lettering="overlay")
    boards = {"short": short, "long": long, "lettered": lettered}

    def assembled(board: Storyboard) -> Callable[[], object]:
        return lambda: deque(html_parts(board, drawn(board), lambda _: PICTURE), maxlen=0)

    times = time_calls({name: assembled(board) for name, board in boards.items()}, rounds=ROUNDS)
    report("1,000 panels with pictures", 1_000 * median(times["short"]), "ms")
    report("1,000 panels, words laid over them", 1_000 * median(times["lettered"]), "ms")
    report(
        f"a panel among {1_000 * TIMES_AS_LONG:,}",
        ratio(times, "long", "short") / TIMES_AS_LONG,
        "× of 1,000",
        STRAIGHT,
    )


def main() -> None:
    """Print the ratios."""
    gc.disable()  # as the command line does
    text = make_script(PAGES)
    board = board_of(text)
    times = time_calls(
        {
            "scan": lambda: scan(text),
            "html": lambda: to_html(board, NOTHING_BUILT, no_art),
            "markdown": lambda: to_markdown(board, NOTHING_BUILT),
            "script to html": lambda: to_html(board_of(text), NOTHING_BUILT, no_art),
        },
        rounds=ROUNDS,
    )
    for what in ("html", "markdown", "script to html"):
        report(f"{what}, {PAGES:,} pages", ratio(times, what, "scan"), "× scan")
    measure_length()


if __name__ == "__main__":
    main()
