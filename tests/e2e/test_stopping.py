"""Builds that are called off, in processes of their own: by Ctrl-C and by a job that is cancelled."""

import sys
from pathlib import Path
from signal import SIGINT, SIGTERM, Signals
from subprocess import DEVNULL, PIPE, Popen

import pytest

from tests.e2e.conftest import Desk, surroundings
from tests.kill.server import Service, served

PAGES = 12
STORY = "\n".join(f"PAGE {number}\n\nPANEL 1\nRain, day {number}.\n" for number in range(1, PAGES + 1))
PATIENCE_S = 60
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes cannot be asked to end there")


def build(root: Path, signal: Signals) -> tuple[int, str, int]:
    """Return exit code, stderr and how many requests were paid for, of a build that gets a signal when its first one arrives."""
    started: list[Popen[bytes]] = []

    def arrived(_name: str, _key: str) -> None:
        if started:
            started.pop().send_signal(signal)

    service = Service(arrived)
    with served(service) as port:
        address = {"LLAMAGEN_BASE_URL": f"http://127.0.0.1:{port}/shop", "LLAMAGEN_API_KEY": "sk-test"}
        words = ("build", "--backend", "api", "--yes", "--max-cost", "100000", "--layout", "pages", "rain.story")
        with Popen(
            [sys.executable, "-m", "storyc", *words], cwd=root, env=surroundings(**address), stdin=DEVNULL,
            stdout=PIPE, stderr=PIPE,
        ) as process:  # fmt: skip
            started.append(process)
            try:
                _, said = process.communicate(timeout=PATIENCE_S)
            finally:
                process.kill()
    return process.returncode, said.decode(), sum(service.charged["shop"].values())


@pytest.mark.parametrize(("signal", "code"), [(SIGINT, 130), (SIGTERM, 143)])
def test_a_build_that_is_called_off_sends_nothing_more_and_writes_what_is_there(
    desk: Desk, signal: Signals, code: int
) -> None:
    desk.write(STORY)
    found, said, charges = build(desk.root, signal)
    assert found == code, said
    assert f"stopped by {signal.name}: nothing more was sent" in said
    assert "Traceback" not in said
    assert 0 < charges < PAGES
    assert (desk.root / "build" / "storyboard.html").is_file()
    assert len((desk.root / "story.lock").read_text("utf-8").splitlines()) == 1 + charges
    # nothing is in doubt, and nothing is bought twice
    assert desk.run("state", "list").code == 0
