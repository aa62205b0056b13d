"""A result is read wherever a tool puts it and in every shape that the API has."""

from asyncio import run
from json import dumps
from typing import Any

import pytest

from storyc.api import UnfitError
from storyc.errors import ConfigError, CredentialsError, InDoubtError
from storyc.sim import make_app
from storyc.wire import Generation, Usage
from tests.api.mcp.services import CREATE, STATUS, Puppet, client, result, served, texts, tool

JOB = {"id": "c1", "status": "LOADING"}
DONE = {
    "id": "c1",
    "status": "PROCESSED",
    "comics": [{"page": 0, "panels": [{"panel": 0, "assetUrl": "https://x.example/a"}]}],
}


@pytest.mark.parametrize(
    "reply",
    [
        result(structuredContent=JOB),
        result(structuredContent={"result": JOB}),
        result(structuredContent={"result": dumps(JOB)}),
        result(structuredContent={"ok": True}, content=[{"type": "text", "text": dumps(JOB)}]),
        texts(dumps(JOB)),
        texts("Your comic is on its way.", dumps(JOB)),
        texts(f"Your comic is on its way:\n```json\n{dumps(JOB, indent=2)}\n```\nAsk again soon."),
        texts(f"Created {dumps(JOB)}."),
        texts(dumps({"success": True, "data": JOB})),
        texts(dumps({"artwork": JOB})),
    ],
)
def test_a_created_job_is_found(reply: Any) -> None:
    puppet = Puppet(reply)
    assert puppet.submit().id == "c1"
    assert len(puppet.calls) == 1


def test_the_words_of_a_job_that_cannot_be_found_are_passed_on() -> None:
    puppet = Puppet(texts("Started \x1b[31mcomic cmq123, status LOADING"))
    with pytest.raises(InDoubtError, match="cmq123") as caught:
        puppet.submit()
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize(
    ("reply", "links"),
    [
        (result(structuredContent=DONE), 1),
        (texts(dumps(DONE)), 1),
        (texts(dumps({"id": "c1", "status": "PROCESSED", "comicData": dumps({"panels": [{"assetUrl": "https://x"}] * 2})})), 2),
        (texts(dumps({"id": "c1", "status": "SUCCEEDED", "output": "https://x.example/a.png"})), 1),
        (result(structuredContent=JOB), 0),
    ],
)  # fmt: skip
def test_a_job_is_read_in_every_shape(reply: Any, links: int) -> None:
    puppet = Puppet(reply)

    async def ask() -> Generation:
        async with puppet.client() as service:
            return await service.get("c1")

    assert len(run(ask()).asset_urls()) == links


@pytest.mark.parametrize("name", ["get_api_usage", "get_comic_api_usage"])
@pytest.mark.parametrize(
    "reply", [result(structuredContent={"credits": 7}), texts('{"creditBalance": 7}'), texts('{"data": {"remaining": 7}}')]
)  # fmt: skip
def test_usage_is_asked_under_either_name(name: str, reply: Any) -> None:
    puppet = Puppet(reply, (CREATE, STATUS, tool(name)))

    async def ask() -> Usage:
        async with puppet.client() as service:
            return await service.usage()

    assert run(ask()).credits == 7
    assert puppet.calls[0]["name"] == name


def test_usage_without_a_tool_is_refused() -> None:
    puppet = Puppet(result(), (CREATE, STATUS))

    async def ask() -> None:
        async with puppet.client() as service:
            await service.usage()

    with pytest.raises(UnfitError, match="get_comic_api_usage"):
        run(ask())


def test_what_is_free_waits_at_the_gate() -> None:
    passed = 0

    async def gate() -> None:
        nonlocal passed
        passed += 1

    app = make_app()

    async def ask(url: str) -> None:
        async with client(url, gate=gate) as service:
            await service.usage()
            await service.usage()

    with served(app) as url:
        run(ask(url))
    assert passed == 3


@pytest.mark.parametrize(
    "url",
    [
        "http://llamagen.ai/api/mcp",
        "ftp://llamagen.ai",
        "llamagen.ai/api/mcp",
        "https://me:pw@llamagen.ai/",
        "https://[",
    ],
)
def test_the_key_goes_nowhere_in_the_clear(url: str) -> None:
    with pytest.raises(ConfigError):
        client(url)


@pytest.mark.parametrize("key", ["", "two words", "line\nbreak", "ключ"])
def test_a_key_that_cannot_be_a_header_is_refused(key: str) -> None:
    with pytest.raises(CredentialsError) as caught:
        type(client("https://llamagen.ai/api/mcp"))("https://llamagen.ai/api/mcp", key)
    assert not key or key not in str(caught.value)
