"""A whole build through MCP, over a socket of this machine: what was bought once is not bought again."""

from pathlib import Path
from subprocess import run
from sys import executable

import pytest
from msgspec.structs import replace

from storyc.api import UnfitError
from storyc.pipeline import ApiBackend, BuildOptions, Front, McpBackend, Summary, build
from storyc.planning import DRAFT_PACE
from storyc.project import Config, Project
from storyc.sim import Fault, FaultPlan, make_app
from storyc.storyboard import Storyboard
from tests.api.mcp.services import KEY, STATUS, Puppet, result, served, tool
from tests.pipeline.conftest import story

PAGE_CREDITS = 2 * 150
WITHOUT_SDK = """
import sys
sys.modules["mcp"] = None
import storyc.pipeline.desks
from storyc.api import MCP_URL, mcp_client
from storyc.errors import ConfigError
try:
    mcp_client(MCP_URL, "sk-any")
except ConfigError as problem:
    print(problem.hint)
"""
WITHOUT_USE = """
import sys
import storyc.api, storyc.building, storyc.pipeline.desks, storyc.cli
print(sorted({"mcp", "httpx2", "starlette"} & sys.modules.keys()))
"""


def two_pages() -> Storyboard:
    """Two pages with a character, and no file of this machine."""
    board = story("Rain", "Wind")
    return replace(board, cast=tuple(replace(one, references=()) for one in board.cast), clips=())


@pytest.fixture(autouse=True)
def _haste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storyc.pipeline.desks.PAID_PACE", DRAFT_PACE)


def made(url: str, root: Path, board: Storyboard) -> Summary:
    front = Front(approve=lambda _plan: True)
    return build(Project(root, "main.story", Config()), board, BuildOptions(McpBackend(url, KEY)), front)


def test_a_story_is_built_once_and_paid_once(tmp_path: Path) -> None:
    app = make_app()
    with served(app) as url:
        first = made(url, tmp_path, two_pages())
        assert (first.built, first.is_whole, first.price_credits) == (2, True, 2 * PAGE_CREDITS)
        assert made(url, tmp_path, two_pages()).is_current
        (tmp_path / ".storyc" / "stamp.json").unlink()
        again = made(url, tmp_path, two_pages())
        assert (again.kept, again.built, again.price_credits) == (2, 0, 0)
        # the other way to the same service finds it all at home
        options = BuildOptions(ApiBackend(url.removesuffix("/api/mcp"), KEY))
        other = build(Project(tmp_path, "main.story", Config()), two_pages(), options)
        assert (other.kept, other.built) == (2, 0)
    assert len(app.ledger.charges) == 2
    assert KEY not in (tmp_path / "story.lock").read_text()


def test_a_call_that_broke_is_in_doubt_and_not_sent_again(tmp_path: Path) -> None:
    app = make_app(faults=FaultPlan((Fault("reset-after", on="mcp", skip=3),)))
    with served(app) as url:
        for _ in range(2):
            summary = made(url, tmp_path, two_pages())
            assert summary.in_doubt == 1
    assert len(app.ledger.charges) == 2


def test_a_tool_that_does_not_fit_stops_the_build_and_blames_no_request(tmp_path: Path) -> None:
    narrow = tool("create_comic_generation", {"properties": {"prompt": {"type": "string"}}})
    puppet, app = Puppet(result(), (narrow, STATUS)), make_app()
    with served(puppet) as url, pytest.raises(UnfitError, match="size"):
        made(url, tmp_path, two_pages())
    assert not puppet.calls
    with served(app) as url:
        assert made(url, tmp_path, two_pages()).built == 2


def test_the_sdk_is_not_loaded_before_it_is_used() -> None:
    done = run([executable, "-c", WITHOUT_USE], capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n"


def test_without_the_sdk_the_way_to_get_it_is_shown() -> None:
    done = run([executable, "-c", WITHOUT_SDK], capture_output=True, check=True, text=True)
    assert done.stdout == 'pip install "storyc[mcp]"\n'
