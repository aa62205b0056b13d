"""Text to tree, and tree to diagnostics, against a scan that does nothing but look at every line."""

import gc
from collections.abc import Callable
from tracemalloc import get_traced_memory, start, stop

from storyc.project import Checked, check_sources
from storyc.syntax import parse
from storyc.text import MemoryFiles, Source
from tests.benchmarks.measure import Target, ratio, report, scan, time_calls
from tests.benchmarks.script_maker import make_script

NAME = "long.story"
PAGES = 1_000
MANY_PAGES = 10_000
ROUNDS = 9


def parse_and_check(text: str) -> Checked:
    """Return all that is known before lowering."""
    return check_sources(NAME, MemoryFiles({NAME: text.encode()}), {})


def peak_bytes(call: Callable[[], object]) -> int:
    """Return how much memory a call takes at its highest, its result included."""
    start()
    kept = call()
    _, peak = get_traced_memory()
    stop()
    del kept
    return peak


def main() -> None:
    """Print the ratios."""
    gc.disable()  # as the command line does
    text = make_script(PAGES)
    assert parse_and_check(text).program is not None, "the script to measure with has errors"
    times = time_calls(
        {
            "scan": lambda: scan(text),
            "parse": lambda: parse(Source(NAME, text)),
            "both": lambda: parse_and_check(text),
        },
        rounds=ROUNDS,
    )
    report(f"parse, {PAGES:,} pages", ratio(times, "parse", "scan"), "× scan", Target(8, 4.5))
    report(f"parse and check, {PAGES:,} pages", ratio(times, "both", "scan"), "× scan", Target(8, 6))
    size_bytes = len(text.encode())
    report("memory of a parse", peak_bytes(lambda: parse(Source(NAME, text))) / size_bytes, "× source", Target(12, 8))

    longer = make_script(MANY_PAGES)
    growth = time_calls(
        {"long": lambda: parse(Source(NAME, text)), "longer": lambda: parse(Source(NAME, longer))}, rounds=3
    )
    report(f"parse, {MANY_PAGES:,} against {PAGES:,} pages", ratio(growth, "longer", "long"), "×", Target(12, 11))


if __name__ == "__main__":
    main()
