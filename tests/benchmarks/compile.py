"""A script to the requests it becomes, against a scan of the script."""

import gc

from storyc.lowering import lower, to_json, units
from storyc.project import check_sources
from storyc.text import MemoryFiles
from storyc.wire import PROFILES
from tests.benchmarks.measure import Target, ratio, report, scan, time_calls
from tests.benchmarks.script_maker import make_script

PAGES = 1_000
ROUNDS = 7
NAME = "long.story"


def compiled(text: str) -> bytes:
    """Return what `storyc compile` prints."""
    checked = check_sources(NAME, MemoryFiles({NAME: text.encode()}), {})
    assert checked.program is not None, "the script to measure with has errors"
    board = lower(checked.program)
    return to_json(board, units(board, PROFILES["newest"], {}))


def main() -> None:
    """Print the ratio."""
    gc.disable()  # as the command line does
    text = make_script(PAGES)
    times = time_calls({"scan": lambda: scan(text), "compile": lambda: compiled(text)}, rounds=ROUNDS)
    report(f"compile, {PAGES:,} pages", ratio(times, "compile", "scan"), "× scan", Target(25, 12))


if __name__ == "__main__":
    main()
