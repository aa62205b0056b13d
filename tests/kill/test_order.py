"""What reaches the disk before what leaves: a power loss forgets everything that was not synced."""

import os
from pathlib import Path
from re import findall
from shutil import which
from subprocess import run
from sys import executable

import pytest

from tests.kill.search import serving
from tests.kill.trial import REQUESTS, Trial

ROOT = Path(__file__).parents[2]
SEEN = r"(fdatasync|connect|sendto)\((.*)"


@pytest.mark.slow
@pytest.mark.skipif(which("strace") is None, reason="only strace sees what a process asks of the system")
def test_each_intent_is_synced_before_its_request_connects(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with serving() as port:
        trial = Trial(tmp_path / "traced", "traced", port)
        command = [
            "strace",
            "-f",
            "-y",
            "-s",
            "200",
            "-e",
            "trace=fdatasync,connect,sendto",
            "-o",
            str(log),
            executable,
        ]
        command += ["-m", "tests.kill.driver", "0", *trial.arguments]
        shell = {**os.environ, "LLAMAGEN_BASE_URL": trial.url}
        ended = run(command, cwd=ROOT, env=shell, capture_output=True, text=True, check=False)
        if "ptrace" in ended.stderr:
            pytest.skip("nothing may be traced here")
        assert ended.returncode == 0, ended.stderr
    calls = [
        f"{name} {rest}" for name, rest in findall(SEEN, log.read_text("utf-8", "replace")) if "AF_UNIX" not in rest
    ]
    posts = [at for at, call in enumerate(calls) if "generations HTTP" in call and "POST" in call]
    assert len(posts) == REQUESTS
    for post in posts:
        connected, synced = calls[post - 1], calls[post - 2]
        assert connected.startswith("connect ")
        assert "AF_INET" in connected
        assert synced.startswith("fdatasync ")
        assert "ledger.sqlite-wal" in synced
