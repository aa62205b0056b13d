"""Text to tree, and tree to diagnostics, against a scan that does nothing but look at every line."""

from collections.abc import Callable
from re import compile as regex
from tracemalloc import get_traced_memory, start, stop

from storyc.diagnostics import Outcome
from storyc.semantics import check, resolve
from storyc.syntax import parse
from storyc.text import Source
from tests.benchmarks.measure import Target, ratio, report, time_calls
from tests.benchmarks.script_maker import make_script

PAGES = 1_000
MANY_PAGES = 10_000
ROUNDS = 9
LINE = regex(r"\s*(?:(?P<heading>PAGES?|PANEL)\b.*|(?P<label>[^:]+):(?P<text>.*)|(?P<prose>.*))")


def scan(text: str) -> list[object]:
    """Return a match for each line: the least that reading a script by lines can cost."""
    match = LINE.match
    return [match(line) for line in text.splitlines()]


def parse_and_check(source: Source) -> Outcome[object]:
    """Return all that the phases before lowering make of a script."""
    parsed = parse(source)
    resolved = resolve({source.name: parsed.value})
    return check(resolved.value)


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
    script = Source("long.story", make_script(PAGES))
    assert parse_and_check(script).value is not None, "the script to measure with has errors"
    times = time_calls(
        {
            "scan": lambda: scan(script.text),
            "parse": lambda: parse(Source(script.name, script.text)),
            "both": lambda: parse_and_check(Source(script.name, script.text)),
        },
        rounds=ROUNDS,
    )
    report(f"parse, {PAGES:,} pages", ratio(times, "parse", "scan"), "× scan", Target(8, 4.5))
    report(f"parse and check, {PAGES:,} pages", ratio(times, "both", "scan"), "× scan", Target(8, 6))
    size_bytes = len(script.text.encode())
    report("memory of a parse", peak_bytes(lambda: parse(script)) / size_bytes, "× source", Target(12, 8))

    longer = Source("longer.story", make_script(MANY_PAGES))
    growth = time_calls({"long": lambda: parse(script), "longer": lambda: parse(longer)}, rounds=3)
    report(f"parse, {MANY_PAGES:,} against {PAGES:,} pages", ratio(growth, "longer", "long"), "×", Target(12, 11))


if __name__ == "__main__":
    main()
