"""A small sample of what `search.py` looks for at length."""

from pathlib import Path
from random import Random
from sys import platform

import pytest

from tests.faults.service import Switchboard
from tests.faults.trial import Trial, draw_rounds


@pytest.mark.slow
@pytest.mark.skipif(platform == "win32", reason="signals and limits are different there")
@pytest.mark.parametrize("number", range(1, 13))
def test_no_promise_is_broken_in_a_few_trials(number: int, line: tuple[Switchboard, int], tmp_path: Path) -> None:
    rounds = draw_rounds(Random(f"1 {number}"))
    trial = Trial(tmp_path / "project", line)
    assert trial.run(rounds) == [], "\n".join(trial.told)
