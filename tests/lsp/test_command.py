"""The command, and what it does not bring along."""

import sys
from subprocess import run

from tests.lsp.editor import ROOT

WITHOUT = """
import sys
sys.modules["pygls"] = None
from storyc.cli.lsp import command
sys.exit(command.main([], standalone_mode=False))
"""
OFFLINE = """
import sys
import storyc.lsp
strangers = {"httpx", "storyc.api", "storyc.building", "storyc.pipeline", "uvicorn"} & sys.modules.keys()
strangers |= {"jinja2", "pydantic", "sqlite3", "storyc.ledger", "storyc.planning"} & sys.modules.keys()
sys.exit(f"brought along: {strangers}" if strangers else 0)
"""


def test_without_the_extra_it_says_what_to_install() -> None:
    done = run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, cwd=ROOT, check=False)
    assert "pygls" in done.stderr
    assert 'pip install "storyc[lsp]"' in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == 2


def test_it_knows_nothing_of_the_network_nor_of_what_only_prices_need() -> None:
    assert run([sys.executable, "-c", OFFLINE], cwd=ROOT, check=False).returncode == 0
