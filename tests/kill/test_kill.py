"""A small sample of what `search.py` looks for at length."""

from pathlib import Path
from subprocess import run
from sys import executable, platform

import pytest

from tests.kill.search import serving
from tests.kill.trial import REQUESTS, Trial

HERE = Path(__file__).parent
pytestmark = [pytest.mark.slow, pytest.mark.skipif(platform == "win32", reason="a process cannot fork there")]


def test_no_promise_is_broken_in_a_few_trials() -> None:
    ended = run(
        [executable, HERE / "search.py", "--count", "12", "--seed", "7"], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize("share", [0.0, 0.45, 0.55])
def test_a_program_that_is_killed_is_taken_up(share: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as port:
        trial = Trial(tmp_path / "killed", "killed", port)
        monkeypatch.setenv("LLAMAGEN_BASE_URL", trial.url)

        def storyc(step: int) -> tuple[int, str]:
            command = [executable, "-m", "tests.kill.driver", str(step), *trial.arguments]
            ended = run(command, cwd=HERE.parents[1], capture_output=True, text=True, check=False)
            return ended.returncode, ended.stderr

        if not share:
            code, said = storyc(0)
            assert (code, sum(trial.charged().values())) == (0, REQUESTS), said
            return
        code, said = storyc(int(share * 4400))
        assert code == -9, said
        trial.crashes = 1
        assert trial.end() == []
