"""A folder for answers that nobody else has, and code that has not been written only just now."""

import gc
from collections.abc import Iterator
from pathlib import Path
from time import sleep, time

import pytest

CODE = Path(__file__).parents[2] / "storyc"
_SETTLED_S = 2.1


@pytest.fixture
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of answers."""
    newest = max(path.stat().st_mtime for path in CODE.rglob("*.py"))
    sleep(max(0.0, newest + _SETTLED_S - time()))
    monkeypatch.setenv("STORYC_CACHE_HOME", str(tmp_path / "cache"))
    yield tmp_path / "cache" / "answers"
    gc.enable()  # a command is the last thing that its process does, so it switches this off
