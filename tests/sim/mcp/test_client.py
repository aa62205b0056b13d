"""The official SDK's client, by each way of beginning that it knows, against the simulator."""

from asyncio import run
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import httpx2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mcp import Client
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.auth import ProtectedResourceMetadata
from mcp.types import CallToolResult

from storyc.sim import Account, Fault, FaultPlan, make_app

ORIGIN = "http://127.0.0.1:8000"
ENDPOINT = f"{ORIGIN}/api/mcp"
ORDER: Mapping[str, Any] = {"prompt": "a comic about a cat and a dog", "size": "512x768", "fixPanelNum": 4}
Talk = Callable[[Client], Awaitable[Any]]


class Clock:
    def __init__(self) -> None:
        self.time_s = 1000.0

    def now_s(self) -> float:
        return self.time_s


def http_client(app: Any, key: str | None) -> httpx2.AsyncClient:
    headers = {} if key is None else {"authorization": f"Bearer {key}"}
    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app), headers=headers)


def talk(app: Any, say: Talk, *, mode: Any = "auto", key: str = "sk-any") -> Any:
    async def session() -> Any:
        async with (
            http_client(app, key) as http,
            Client(streamable_http_client(ENDPOINT, http_client=http), mode=mode) as client,
        ):
            return await say(client)

    return run(session())


def call(app: Any, tool: str, *, key: str = "sk-any", **arguments: Any) -> CallToolResult:
    result = talk(app, lambda client: client.call_tool(tool, arguments), key=key)
    assert isinstance(result, CallToolResult)
    return result


def ask(app: Any, method: str, url: str, *, key: str | None = "sk-any", **parts: Any) -> httpx2.Response:
    async def session() -> httpx2.Response:
        async with http_client(app, key) as http:
            return await http.request(method, url, **parts)

    return run(session())


@pytest.mark.parametrize("mode", ["auto", "legacy", "2026-07-28"])
def test_the_tools_are_those_of_the_documentation(mode: str) -> None:
    listed = talk(make_app(), lambda client: client.list_tools(), mode=mode)
    names = ["create_comic_generation", "get_comic_generation_status", "get_api_usage", "get_comic_api_usage"]
    assert [tool.name for tool in listed.tools] == names
    assert all(tool.description for tool in listed.tools)
    create, status, *_ = (tool.input_schema for tool in listed.tools)
    assert (create["required"], status["required"]) == (["prompt"], ["id"])
    assert create["properties"].keys() >= ORDER.keys()


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_an_agent_makes_a_comic(mode: str) -> None:
    clock = Clock()
    app = make_app(now_s=clock.now_s, shortest_s=30, longest_s=30)

    async def say(client: Client) -> tuple[Any, ...]:
        created = (await client.call_tool("create_comic_generation", dict(ORDER))).structured_content
        running = await client.call_tool("get_comic_generation_status", {"id": created["id"]})
        clock.time_s += 30
        done = await client.call_tool("get_comic_generation_status", {"id": created["id"]})
        panel = await client.call_tool("get_comic_generation_status", {"id": created["id"], "page": 0, "panel": 3})
        return created, running.structured_content, done.structured_content, panel.structured_content

    created, running, done, panel = talk(app, say, mode=mode)
    assert (created["status"], running["status"], done["status"]) == ("LOADING", "LOADING", "PROCESSED")
    assert done == ask(app, "GET", f"{ORIGIN}/v1/comics/generations/{created['id']}").json()
    links = [panel["assetUrl"] for panel in done["comics"][0]["panels"]]
    assert len(links) == 4
    assert panel["data"]["assetUrl"] == links[3]
    assert ask(app, "GET", links[0], key=None).headers["content-type"] == "image/webp"


@pytest.mark.parametrize("tool", ["get_api_usage", "get_comic_api_usage"])
def test_both_names_of_the_usage_tool_tell_what_was_charged(tool: str) -> None:
    app = make_app()
    before = call(app, tool).structured_content
    call(app, "create_comic_generation", **ORDER)
    after = call(app, tool).structured_content
    assert before["credits"] - after["credits"] == 4 * 150
    assert after == ask(app, "GET", f"{ORIGIN}/v1/comics/usage").json()


@pytest.mark.parametrize(
    ("tool", "arguments", "code"),
    [
        ("create_comic_generation", {}, "invalid_request"),
        ("create_comic_generation", {**ORDER, "size": "1x1"}, "invalid_request"),
        ("get_comic_generation_status", {}, "invalid_request"),
        ("get_comic_generation_status", {"id": 7}, "invalid_request"),
        ("get_comic_generation_status", {"id": "../usage"}, "not_found"),
        ("get_comic_generation_status", {"id": "nobody", "page": "x&y"}, "not_found"),
        ("draw_me_a_sheep", {}, "invalid_request"),
    ],
)
def test_mistakes_are_told_to_the_agent(tool: str, arguments: dict[str, Any], code: str) -> None:
    app = make_app()
    result = call(app, tool, **arguments)
    assert result.is_error
    assert result.structured_content["error"]["code"] == code
    assert call(app, "get_api_usage").structured_content["apiUsageCount"] == 0


def test_who_cannot_pay_is_told_so() -> None:
    result = call(make_app(balance_credits=599), "create_comic_generation", **ORDER)
    assert result.is_error
    assert "599" in result.structured_content["error"]["message"]


@pytest.mark.parametrize("key", [None, "sk-bad"])
def test_a_bad_key_is_shown_where_to_go(key: str | None) -> None:
    app = make_app(keys=["sk-good"])
    refused = ask(app, "POST", ENDPOINT, key=key, json={})
    assert refused.status_code == 401
    assert refused.json()["error"]["message"]
    challenge = refused.headers["www-authenticate"]
    assert ("invalid_token" in challenge) == (key is not None)
    place = challenge.partition('resource_metadata="')[2].removesuffix('"')
    metadata = ProtectedResourceMetadata.model_validate(ask(app, "GET", place, key=None).json())
    assert str(metadata.resource) == ENDPOINT
    assert metadata.bearer_methods_supported == ["header"]


def test_the_client_notices_a_bad_key() -> None:
    with pytest.raises(ExceptionGroup):
        call(make_app(keys=["sk-good"]), "get_api_usage", key="sk-bad")


def test_the_document_also_stands_at_the_root() -> None:
    document = ask(make_app(keys=[]), "GET", f"{ORIGIN}/.well-known/oauth-protected-resource", key=None)
    assert document.status_code == 200
    assert str(ProtectedResourceMetadata.model_validate(document.json()).resource).rstrip("/") == ORIGIN


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"", 400), (b"{", 400), (b"7", 400), (b"[" * 100_000, 400), (b"\xff", 400), (b" " * (5 * 1024 * 1024), 413)],
)
def test_what_is_no_message_is_refused(body: bytes, status: int) -> None:
    headers = {"content-type": "application/json", "accept": "application/json, text/event-stream"}
    answer = ask(make_app(), "POST", ENDPOINT, content=body, headers=headers)
    assert answer.status_code == status
    assert "error" in answer.json()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
MESSAGES = st.fixed_dictionaries(
    {"jsonrpc": st.just("2.0"), "id": st.integers() | st.text(max_size=4)},
    optional={
        "method": st.sampled_from(["tools/call", "tools/list", "initialize", "ping", "server/discover", "nonsense"]),
        "params": JSON
        | st.fixed_dictionaries(
            {
                "name": st.sampled_from(["create_comic_generation", "get_comic_generation_status", "x"]),
                "arguments": JSON,
            }
        ),
    },
)


@settings(max_examples=80, deadline=None)
@given(
    message=MESSAGES | JSON | st.lists(MESSAGES, max_size=2),
    version=st.sampled_from([None, "2025-06-18", "2026-07-28", "x"]),
)
def test_no_message_is_too_strange(message: Any, version: str | None) -> None:
    headers = {"accept": "application/json, text/event-stream"}
    if version is not None:
        headers["mcp-protocol-version"] = version
    answer = ask(make_app(), "POST", ENDPOINT, json=message, headers=headers)
    assert answer.status_code < 500


def test_there_is_nothing_to_listen_to() -> None:
    for method in ("GET", "DELETE"):
        answer = ask(make_app(), method, ENDPOINT)
        assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    answer = ask(make_app(), "POST", f"{ORIGIN}/.well-known/oauth-protected-resource")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")


def test_a_tool_leaves_the_same_traces_as_a_request() -> None:
    clock = Clock()
    by_tool, by_request = make_app(seed=3, now_s=clock.now_s), make_app(seed=3, now_s=clock.now_s)
    told = call(by_tool, "create_comic_generation", **ORDER).structured_content
    assert told == ask(by_request, "POST", f"{ORIGIN}/v1/comics/generations", json=ORDER).json()
    assert by_tool.state == by_request.state
    assert by_tool.ledger.charges == by_request.ledger.charges
    (entry,) = (entry for entry in by_tool.log.entries if entry.endpoint == "create")
    assert (entry.status, entry.credits, entry.generation_id) == (200, -600, told["id"])
    assert {entry.endpoint for entry in by_tool.log.entries} == {"mcp", "create"}


def test_only_what_tools_ask_for_counts_towards_a_limit() -> None:
    account = Account(10_000, plan="demo", is_limited=True)
    app = make_app(keys={"sk-demo": "demo"}, accounts={"demo": account})
    results = [call(app, "create_comic_generation", key="sk-demo", **ORDER) for _ in range(5)]
    assert [result.is_error for result in results] == [False, False, False, False, True]
    assert results[4].structured_content["error"]["code"] == "rate_limited"


@pytest.mark.parametrize(
    "kind", ["reset-before", "reset-after", "status", "status-after", "truncated", "invalid-json", "wrong-type"]
)
def test_what_goes_wrong_behind_a_tool_is_told_to_the_agent(kind: Any) -> None:
    app = make_app(faults=FaultPlan((Fault(kind, on="create"),)))
    first, second = (call(app, "create_comic_generation", **ORDER) for _ in range(2))
    assert first.is_error
    assert first.structured_content["error"]["message"]
    assert not second.is_error
    assert len(app.ledger.charges) == (1 if kind in {"reset-before", "status"} else 2)
