"""A script to the opinions about it, against a scan of the script, and against what checking it costs.

Lowering is counted, because rules look at a storyboard.
"""

import gc

from storyc.diagnostics import Diagnostic
from storyc.linting import choose, lint, read_settings
from storyc.lowering import lower
from storyc.project import Checked, check_sources
from storyc.text import MemoryFiles
from tests.benchmarks.measure import Target, ratio, report, scan, time_calls
from tests.benchmarks.script_maker import make_script

PAGES = 1_000
MANY_PAGES = 4_000
ROUNDS = 7
NAME = "long.story"
EVERY = choose(read_settings({}), ["all"])


def checked(text: str) -> Checked:
    """Return a script, checked."""
    return check_sources(NAME, MemoryFiles({NAME: text.encode()}), {})


def opinions(story: Checked) -> tuple[Diagnostic, ...]:
    """Return what all rules say, also those that speak only when asked."""
    assert story.program is not None, "the script to measure with has errors"
    return lint(story.program, story.documents, EVERY)


def main() -> None:
    """Print the ratios."""
    gc.disable()  # as the command line does
    text, long_text = make_script(PAGES), make_script(MANY_PAGES)
    story, long_story = checked(text), checked(long_text)
    program = story.program
    assert program is not None, "the script to measure with has errors"
    times = time_calls(
        {
            "scan": lambda: scan(text),
            "check": lambda: checked(text),
            "lower": lambda: lower(program),
            "lint": lambda: opinions(story),
            "lint more": lambda: opinions(long_story),
        },
        rounds=ROUNDS,
    )
    report(
        f"lint, {PAGES:,} pages, {len(opinions(story)):,} findings",
        ratio(times, "lint", "scan"),
        "× scan",
        Target(40, 20),
    )
    report("lint against check", ratio(times, "lint", "check"), "× check", Target(6, 4))
    report("lint against lowering alone", ratio(times, "lint", "lower"), "× lower", Target(2, 1.5))
    growth = ratio(times, "lint more", "lint") / (MANY_PAGES / PAGES)
    report(f"growth from {PAGES:,} to {MANY_PAGES:,} pages, per page", growth, "×", Target(1.3, 1.1))


if __name__ == "__main__":
    main()
