"""Kills builds at random instants and steps, and says whether a promise about money was broken.

    python tests/kill/search.py --count 2000 [--seed 1] [--every]

`--every` kills one build at each of its steps, one after the other, instead of drawing.
"""

import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from shutil import rmtree
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory
from time import time

EDITED_SHARE = 0.4
"""Of the trials, how many buy changes of a comic instead of comics."""
ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.kill.trial import Death, Trial, draw_deaths  # noqa: E402 - a script finds its neighbours only now


def say(line: str) -> None:
    """Write a line at once: a search takes long."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


@contextmanager
def serving() -> Iterator[int]:
    """Run the service in a process of its own and give its port."""
    with Popen([sys.executable, "-m", "tests.kill.server"], cwd=ROOT, stdout=PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield int(server.stdout.readline())
        finally:
            server.kill()


def main() -> int:
    """Return 0 if every promise was kept."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", action="store_true")
    chosen = parser.parse_args()
    random, kinds, broken = Random(chosen.seed), Counter[str](), 0
    with serving() as port, TemporaryDirectory() as folder:
        whole = Trial(Path(folder, "whole"), "whole", port)
        Trial(Path(folder, "warm"), "warm", port).warm()
        began_s = time()
        steps = whole.steps()
        whole_s = time() - began_s
        say(f"a build takes {steps} steps and {whole_s:.2f} s")
        for number in range(1, (min(steps, chosen.count) if chosen.every else chosen.count) + 1):
            is_edited = not chosen.every and random.random() < EDITED_SHARE
            trial = Trial(Path(folder, str(number)), f"t{number}", port, is_edited=is_edited)
            rounds = [[Death(step=number)]] if chosen.every else draw_deaths(random, steps, whole_s)
            for deaths in rounds:
                trial.build(*deaths)
            wrong = trial.end()
            kinds["trials"] += 1
            kinds["trials of an edit"] += is_edited
            kinds["crashes"] += trial.crashes
            kinds["trials with two builds at once"] += any(len(deaths) > 1 for deaths in rounds)
            kinds["units in doubt"] += trial.doubts
            kinds["units charged"] += len(trial.charged())
            if wrong:
                broken += 1
                say(f"trial {number} {rounds}: {'; '.join(wrong)}\n{(trial.root / 'log').read_text()}")
            rmtree(trial.root)
            if number % 100 == 0:
                say(f"{number}: {dict(kinds)}, {broken} broken")
    say(f"{dict(kinds)}, {broken} broken promises")
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
