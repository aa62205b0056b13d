"""Random texts, and every example cut at every line and at random bytes, through all that runs offline.

Run as `python -m tests.fuzz.texts --count 100000 --seed 1` from the root of the checkout. The first text that breaks a law
is printed with the seed that it came from; one that takes longer than a minute ends the run with a traceback.
"""

from argparse import ArgumentParser
from collections.abc import Iterator
from faulthandler import cancel_dump_traceback_later, dump_traceback_later
from itertools import chain
from random import Random
from sys import stdout

from storyc.text import Source
from tests.fuzz.fragments import cut_texts, example_scripts, random_texts
from tests.fuzz.laws import NAME, assert_compiles, assert_lossless

LONGEST_S = 60
CUTS = 200


def every_text(count: int, seed: int) -> Iterator[str]:
    """Yield the texts of a run."""
    chance = Random(seed)
    cuts = (cut_texts(chance, script.read_text("utf-8"), CUTS) for script in example_scripts())
    return chain(random_texts(chance, count), chain.from_iterable(cuts))


def assert_laws(text: str) -> None:
    """Assert all that holds for a text."""
    assert_lossless(Source(NAME, text))
    assert_compiles(text)


def main() -> None:
    """Search, and say how many texts there were."""
    options = ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=10_000, help="how many random texts")
    options.add_argument("--seed", type=int, default=0)
    chosen = options.parse_args()
    number = 0
    for number, text in enumerate(every_text(chosen.count, chosen.seed), 1):
        dump_traceback_later(LONGEST_S, exit=True)
        try:
            assert_laws(text)
        except BaseException:
            stdout.write(f"text {number} of seed {chosen.seed}: {text!r}\n")
            raise
    cancel_dump_traceback_later()
    stdout.write(f"{number:,} texts, nothing broken\n")


if __name__ == "__main__":
    main()
