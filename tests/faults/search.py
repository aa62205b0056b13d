"""Lets things go wrong at random, and says whether a promise about money was broken.

    python tests/faults/search.py --count 500 [--seed 1] [--only 17]

Equal seeds go wrong in equal ways; `--only` repeats one trial of them and tells everything.
"""

import sys
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from random import Random
from shutil import rmtree
from tempfile import TemporaryDirectory
from time import time

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.faults.service import Switchboard, served  # noqa: E402 - a script finds its neighbours only now
from tests.faults.trial import Trial, draw_rounds  # noqa: E402


def say(line: str) -> None:
    """Write a line at once: a search takes long."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Return 0 if every promise was kept."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    chosen = parser.parse_args()
    counts, broken, began_s = Counter[str](), 0, time()
    board = Switchboard()
    numbers = range(1, chosen.count + 1) if chosen.only is None else (chosen.only,)
    with served(board) as port, TemporaryDirectory() as folder:
        for number in numbers:
            rounds = draw_rounds(Random(f"{chosen.seed} {number}"))
            trial = Trial(Path(folder, str(number)), (board, port))
            wrong = trial.run(rounds)
            counts.update(trial.counts)
            counts["trials"] += 1
            if wrong or chosen.only is not None:
                broken += bool(wrong)
                story = "\n".join(trial.told) if chosen.only is not None else ""
                say(f"trial {number}: {'; '.join(wrong)}\n" + "\n".join(map(str, rounds)) + f"\n{story}")
            rmtree(trial.world.root)
            if number % 50 == 0:
                say(f"{number} in {time() - began_s:.0f} s, {broken} broken: {dict(sorted(counts.items()))}")
    say(f"{dict(sorted(counts.items()))}, {broken} broken promises")
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
