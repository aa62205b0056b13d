"""A script to the pages that people read, against a scan of the script."""

import gc

from storyc.assembly import to_html, to_markdown
from storyc.lowering import lower
from storyc.planning import Art, Results
from storyc.project import check_sources
from storyc.storyboard import Storyboard
from storyc.text import MemoryFiles
from tests.benchmarks.measure import ratio, report, scan, time_calls
from tests.benchmarks.script_maker import make_script

PAGES = 1_000
ROUNDS = 5
NAME = "long.story"
NOTHING_BUILT = Results(panels={}, clips={}, is_draft=True)


def board_of(text: str) -> Storyboard:
    """Return the storyboard of a script."""
    checked = check_sources(NAME, MemoryFiles({NAME: text.encode()}), {})
    assert checked.program is not None, "the script to measure with has errors"
    return lower(checked.program)


def no_art(art: Art) -> bytes:
    """Return the bytes of a picture; nothing is built here, so none is asked for."""
    raise AssertionError(art)


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


if __name__ == "__main__":
    main()
