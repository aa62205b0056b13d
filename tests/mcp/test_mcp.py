"""`storyc mcp`, by the official client over standard streams."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Mapping
from os import environ
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from mcp import Client, StdioServerParameters
from mcp.types import CallToolResult, TextContent

from storyc.errors import RefusedError
from storyc.mcp import Purse
from storyc.planning import Plan
from tests.e2e.answering import simulated

ROOT = Path(__file__).parents[2]
BROKEN = "CAST\n\nTOBY: A boy.\n\nPAGE 1 (1 PANEL)\n\nPANEL 1\nRain.\n\nTOBBY: Here.\n"
KITE_CREDITS = 300
SAFE = {"guide", "check", "explain", "format", "compile", "plan", "draft"}


@pytest.fixture
def comic(tmp_path: Path) -> Path:
    """Give a folder with a project in it, and one outside."""
    copytree(ROOT / "examples" / "kite", tmp_path / "inside" / "kite")
    copytree(ROOT / "examples" / "kite", tmp_path / "outside")
    (tmp_path / "inside" / "away").symlink_to(tmp_path / "outside", target_is_directory=True)
    return tmp_path / "inside"


def talk(folder: Path, said: Callable[[Client], Awaitable[None]], *arguments: str, **more: str) -> None:
    """Say something to a server that was started in a folder."""
    shell = {name: environ[name] for name in ("PATH", "SYSTEMROOT") if name in environ}
    shell |= {"PYTHONPATH": str(ROOT), "HOME": str(folder), "STORYC_CONFIG_HOME": str(folder / "nobody"), **more}
    server = StdioServerParameters(
        command=sys.executable, args=["-m", "storyc", "mcp", *arguments], cwd=folder, env=shell
    )

    async def conversation() -> None:
        async with Client(server, read_timeout_seconds=60) as client:
            await said(client)

    asyncio.run(conversation())


async def ask(client: Client, tool: str, **arguments: Any) -> Mapping[str, Any]:
    answer = await client.call_tool(tool, arguments)
    assert isinstance(answer, CallToolResult)
    assert not answer.is_error, answer
    content: Mapping[str, Any] | None = answer.structured_content
    assert content is not None
    return content


async def refusal(client: Client, tool: str, **arguments: Any) -> str:
    answer = await client.call_tool(tool, arguments)
    assert isinstance(answer, CallToolResult)
    assert answer.is_error, answer
    (content,) = answer.content
    assert isinstance(content, TextContent)
    return content.text


def test_a_script_is_checked_mended_and_drawn(comic: Path) -> None:
    async def said(client: Client) -> None:
        assert {tool.name for tool in (await client.list_tools()).tools} == SAFE
        begun = await ask(client, "guide")
        script = begun["text"].split("```story\n")[1].split("```")[0]
        assert (await ask(client, "check", path="kite/new.story", text=script))["is_sound"]
        assert "CLIP" in (await ask(client, "guide", topic="clips"))["text"]
        assert (await ask(client, "check", path="kite"))["is_sound"]
        found = await ask(client, "check", path="kite/new.story", text=BROKEN)
        assert (found["errors"], found["findings"][0]["name"]) == (1, "unknown-character")
        assert not (comic / "kite" / "new.story").exists()
        assert "SC0201" in (await ask(client, "explain", code="unknown-character"))["code"]
        assert (await ask(client, "format", path="kite/kite.story", text="Title:   A\n"))["is_changed"]
        assert len((await ask(client, "compile", path="kite"))["units"]) == 1
        plan = await ask(client, "plan", path="kite")
        assert plan["price_credits"] > 0
        assert (plan["may_spend_credits"], plan["steps"][0]["action"]) == (0, "create")
        drawn = await ask(client, "draft", path="kite")
        assert (drawn["is_draft"], drawn["price_credits"]) == (True, 0)
        assert (comic / drawn["html_path"]).is_file()

    talk(comic, said)


def test_failures_say_what_to_do(comic: Path) -> None:
    (comic / "kite" / "kite.story").write_text(BROKEN)

    async def said(client: Client) -> None:
        assert "help: call check" in await refusal(client, "plan", path="kite")
        assert "unknown-character" in await refusal(client, "explain", code="unknown-charakter")
        assert "did you mean `clips`" in await refusal(client, "guide", topic="clipz")
        assert "there is no file" in await refusal(client, "check", path="no/such.story")
        assert "build" in await refusal(client, "build", path="kite", max_cost=9)

    talk(comic, said)


def test_a_conflict_that_nobody_has_settled_is_not_formatted(comic: Path) -> None:
    torn = "page 1\npanel 1\nRain.\n<<<<<<< HEAD\nHail.\n=======\nSnow.\n>>>>>>> storm\n"

    async def said(client: Client) -> None:
        told = await refusal(client, "format", path="kite/kite.story", text=torn)
        assert "kite/kite.story:4: two versions of this script were merged" in told
        assert "(SC0410)" in told

    talk(comic, said)


def test_nothing_outside_the_folder_is_touched(comic: Path) -> None:
    async def said(client: Client) -> None:
        for tool in ("check", "format", "compile", "plan", "draft"):
            for path in ("..", "../outside/kite.story", str(comic.parent / "outside"), "away", "away/kite.story"):
                assert "outside the folder" in await refusal(client, tool, path=path)

    talk(comic, said)
    assert not (comic.parent / "outside" / "build").exists()


def test_a_project_that_begins_above_is_refused(comic: Path) -> None:
    async def said(client: Client) -> None:
        assert "begins above" in await refusal(client, "draft", path="part")

    (comic / "storyc.toml").write_text('entry = "a.story"\n')
    (comic / "sub" / "part").mkdir(parents=True)
    (comic / "sub" / "part" / "a.story").write_text("PAGE 1\n\nPANEL 1\nRain.\n")
    talk(comic / "sub", said)


def test_a_build_costs_what_was_allowed_or_nothing(comic: Path) -> None:
    async def said(client: Client) -> None:
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        assert tools.keys() == SAFE | {"build"}
        assert "max_cost" in tools["build"].input_schema["required"]
        assert "max_cost" in await refusal(client, "build", path="kite")
        assert "API key" in await refusal(client, "build", path="kite", max_cost=9)

    talk(comic, said, "--max-cost", "100")


def test_all_builds_spend_from_one_purse(comic: Path) -> None:
    script = comic / "kite" / "kite.story"

    async def said(client: Client) -> None:
        price = (await ask(client, "plan", path="kite"))["price_credits"]
        assert f"over the limit of {price - 1:,}" in await refusal(client, "build", path="kite", max_cost=price - 1)
        bought = await ask(client, "build", path="kite", max_cost=price)
        assert (bought["is_whole"], bought["is_draft"]) == (True, False)
        assert (bought["price_credits"], bought["may_spend_credits"]) == (price, 1)
        assert (comic / bought["html_path"]).is_file()
        again = await ask(client, "build", path="kite", max_cost=price)
        assert (again["price_credits"], again["may_spend_credits"]) == (0, 1)
        script.write_text(script.read_text("utf-8").replace("bare tree", "church tower"), "utf-8")
        assert "over the limit of 1" in await refusal(client, "build", path="kite", max_cost=price)

    with simulated() as door:
        paid = {"LLAMAGEN_BASE_URL": door.url, "LLAMAGEN_API_KEY": "sk-paid"}
        talk(comic, said, "--max-cost", str(KITE_CREDITS + 1), **paid)
        assert sum(asked.method == "POST" for asked in door.asked) == 1


def test_what_was_not_spent_comes_back() -> None:
    purse = Purse(0)
    assert purse.take(Plan((), ()))
    purse.give_back(5)
    assert purse.left_credits == 5


def test_an_empty_purse_refuses() -> None:
    class Dear(Plan, frozen=True, gc=False):
        @property
        def price_credits(self) -> int:
            return 10

    purse = Purse(9)
    with pytest.raises(RefusedError):
        purse.take(Dear((), ()))
    assert purse.left_credits == 9
