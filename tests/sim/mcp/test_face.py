"""The MCP endpoint of a machine on which the SDK is not installed."""

from json import loads
from subprocess import run
from sys import executable

SCRIPT = """
import asyncio, json, sys
sys.modules["mcp"] = None
import httpx
from storyc.sim import make_app

async def ask():
    headers = {"authorization": "Bearer sk-any"}
    async with httpx.AsyncClient(transport=httpx.ASGITransport(make_app()), base_url="http://sim", headers=headers) as client:
        for method, path in (("POST", "/api/mcp"), ("GET", "/.well-known/oauth-protected-resource"), ("GET", "/v1/comics/usage")):
            answer = await client.request(method, path)
            print(json.dumps([answer.status_code, answer.json()]))

asyncio.run(ask())
print(json.dumps("starlette" in sys.modules))
"""


def test_without_the_sdk_everything_else_is_served() -> None:
    done = run([executable, "-W", "error", "-c", SCRIPT], capture_output=True, check=True, text=True)
    (status, refusal), (found, document), (served, _), has_framework = map(loads, done.stdout.splitlines())
    assert status == 501
    assert refusal["error"]["code"] == "not_implemented"
    assert "storyc[mcp]" in refusal["error"]["message"]
    assert (found, document["resource"]) == (200, "http://sim")
    assert served == 200
    assert not has_framework
