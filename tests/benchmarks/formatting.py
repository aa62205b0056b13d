"""Text to its canonical form, against a scan that does nothing but look at every line."""

import gc

from storyc.formatting import are_same, format_document, format_source, renumber
from storyc.syntax import parse
from storyc.text import Source
from tests.benchmarks.measure import Target, ratio, report, scan, time_calls
from tests.benchmarks.script_maker import make_script

NAME = "long.story"
PAGES = 1_000
MANY_PAGES = 10_000
ROUNDS = 7


def main() -> None:
    """Print the ratios."""
    gc.disable()  # as the command line does
    text = make_script(PAGES).rstrip("\n") + "\n"
    spaced = text.replace(": ", ":").replace("\nPAGE", "\n\n\nPage").replace(", ", ",").replace("\nPANEL", "\n Panel")
    source = Source(NAME, text)
    document = parse(source).value
    assert format_source(source) == text, "the script to measure with is not formatted"
    assert format_source(Source(NAME, spaced)) != spaced, "the other one is"
    times = time_calls(
        {
            "scan": lambda: scan(text),
            "rows": lambda: format_document(document),
            "all": lambda: format_source(Source(NAME, text)),
            "spaced": lambda: format_source(Source(NAME, spaced)),
            "proof": lambda: are_same(document, document),
            "numbers": lambda: renumber(document),
        },
        rounds=ROUNDS,
    )
    report(f"format a tree of {PAGES:,} pages", ratio(times, "rows", "scan"), "× scan", Target(8, 5))
    report(f"parse and format, {PAGES:,} pages", ratio(times, "all", "scan"), "× scan", Target(14, 9))
    report("the same, with all of it to change", ratio(times, "spaced", "scan"), "× scan", Target(20, 14))
    report("compare two trees", ratio(times, "proof", "scan"), "× scan")
    report("number anew", ratio(times, "numbers", "scan"), "× scan")

    longer = Source(NAME, make_script(MANY_PAGES))
    growth = time_calls(
        {"long": lambda: format_source(Source(NAME, text)), "longer": lambda: format_source(longer)}, rounds=3
    )
    report(f"{MANY_PAGES:,} against {PAGES:,} pages", ratio(growth, "longer", "long"), "×", Target(12, 11))


if __name__ == "__main__":
    main()
