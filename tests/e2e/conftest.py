"""The command line, in this process and in one of its own."""

import gc
import sys
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from os import environ
from pathlib import Path
from subprocess import DEVNULL, CompletedProcess
from subprocess import run as start
from typing import NamedTuple

import pytest

from storyc.cli import run

CHECKOUT = Path(__file__).parents[2]
RAIN = "PAGE 1\n\nPANEL 1\nRain.\n"


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


class Desk:
    """A working directory, and commands that run there."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def run(self, *arguments: str, stdin: bytes = b"") -> Ran:
        """Run a command in this process."""
        self._monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin), "utf-8"))
        self._capsys.readouterr()
        code = run(arguments)
        return Ran(code, *self._capsys.readouterr())

    def start(self, *arguments: str, **environment: str) -> CompletedProcess[bytes]:
        """Run a command in a process of its own."""
        return start(
            [sys.executable, "-m", "storyc", *arguments], cwd=self.root, env=surroundings(**environment),
            stdin=DEVNULL, capture_output=True, timeout=60, check=False,
        )  # fmt: skip

    def shell(self, line: str, **environment: str) -> CompletedProcess[bytes]:
        """Run a line of shell in which `storyc` is the command."""
        line = line.replace("storyc", f'"{sys.executable}" -m storyc')
        return start(
            ["bash", "-c", line], cwd=self.root, env=surroundings(**environment), stdin=DEVNULL, capture_output=True,
            timeout=60, check=False,
        )  # fmt: skip

    def write(self, content: str | bytes = RAIN, name: str = "rain.story") -> str:
        """Write a file and return its name."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return name


def surroundings(**more: str) -> dict[str, str]:
    """Return this process's environment for a process of the checkout."""
    return {**environ, "PYTHONPATH": str(CHECKOUT), **more}


@pytest.fixture
def desk(
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Desk]:
    """An empty working directory, and an environment and a user that say nothing."""
    for name in ("COLUMNS", "LLAMAGEN_API_KEY", "LLAMAGEN_BASE_URL", "NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    user = tmp_path_factory.mktemp("user")
    monkeypatch.setenv("HOME", str(user))
    monkeypatch.setenv("STORYC_CONFIG_HOME", str(user / "storyc"))
    monkeypatch.setenv("LLAMAGEN_CONFIG_HOME", str(user / ".llamagen"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    (tmp_path / ".git").mkdir()  # settings above it do not count
    monkeypatch.chdir(tmp_path)
    yield Desk(tmp_path, capsys, monkeypatch)
    gc.enable()  # a command is the last thing that its process does, so it switches this off
