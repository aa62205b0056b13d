"""The command line, in this process and in one of its own."""

import gc
import sys
from collections.abc import Callable, Iterator
from io import BytesIO, TextIOWrapper
from os import environ
from pathlib import Path
from subprocess import CompletedProcess
from subprocess import run as start
from typing import NamedTuple, Protocol

import pytest

from storyc.cli import run

CHECKOUT = Path(__file__).parents[2]
RAIN = "PAGE 1\n\nPANEL 1\nRain.\n"


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


class Storyc(Protocol):
    """Runs a command in this process."""

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Ran: ...


class Process(Protocol):
    """Runs a command in a process of its own."""

    def __call__(self, *arguments: str, **environment: str) -> CompletedProcess[bytes]: ...


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty working directory, and an environment that says nothing."""
    for name in ("LLAMAGEN_API_KEY", "LLAMAGEN_BASE_URL", "NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / ".git").mkdir()  # nothing above it counts
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    gc.enable()  # a command is the last thing its process does, so it switches this off


@pytest.fixture
def storyc(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Storyc:
    def command(*arguments: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin), "utf-8"))
        capsys.readouterr()
        code = run(arguments)
        return Ran(code, *capsys.readouterr())

    return command


@pytest.fixture
def process(here: Path) -> Process:
    def command(*arguments: str, **environment: str) -> CompletedProcess[bytes]:
        return start(
            [sys.executable, "-m", "storyc", *arguments], cwd=here, env=environment_of(**environment),
            stdin=-3, capture_output=True, timeout=60, check=False,
        )  # fmt: skip

    return command


def environment_of(**more: str) -> dict[str, str]:
    return {**environ, "PYTHONPATH": str(CHECKOUT), **more}


@pytest.fixture
def script(here: Path) -> Callable[..., str]:
    """A function that writes a script, whole or without its first page's heading, and returns its name."""

    def write(content: str | bytes = RAIN, name: str = "rain.story") -> str:
        path = here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return name

    return write
