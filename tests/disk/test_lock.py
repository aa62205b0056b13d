from pathlib import Path
from subprocess import PIPE, Popen
from sys import executable
from threading import Event, Thread

from storyc.disk import hold_lock

PATIENCE_S = 60.0
"""After so long, what is waited for will never come."""
HOLD = """
import sys
from pathlib import Path
from storyc.disk import hold_lock
with hold_lock(Path(sys.argv[1]), print):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_a_second_build_waits_and_says_for_whom(tmp_path: Path) -> None:
    path, waiting, done = tmp_path / ".storyc" / "lock", Event(), Event()
    owners: list[str] = []

    def on_wait(owner: str) -> None:
        owners.append(owner)
        waiting.set()

    def second() -> None:
        with hold_lock(path, on_wait):
            done.set()

    with Popen([executable, "-c", HOLD, str(path)], stdin=PIPE, stdout=PIPE, text=True) as first:
        assert first.stdin is not None
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        thread = Thread(target=second)
        thread.start()
        assert waiting.wait(PATIENCE_S)
        assert not done.is_set()
        assert owners == [str(first.pid)]
        first.kill()
        assert done.wait(PATIENCE_S)
        thread.join()
