"""Where MCP clients knock: who may come in, where that is written down, and what is said when the SDK is not installed.

The SDK takes a second to import and brings a web framework, so it stays out until the first client with a good key asks. Of the metadata
document only the address is documented; its content is what RFC 9728 and the MCP specification ask for.
"""

from collections.abc import Awaitable, Callable
from functools import cache
from importlib import import_module
from json import dumps
from typing import Any, Final, Protocol

from .asgi import AsgiApp, Call, Message, Receive, Reply, read_body
from .service import Answer, refuse

MCP_PATH: Final = ("api", "mcp")
METADATA_PATH: Final = (".well-known", "oauth-protected-resource")
_MAX_BODY_BYTES: Final = 4 * 1024 * 1024


def is_for_mcp(segments: tuple[str, ...]) -> bool:
    """Whether a path is the MCP endpoint, or the document that tells of it."""
    return segments in (MCP_PATH, METADATA_PATH, METADATA_PATH + MCP_PATH)


async def answer_mcp(
    service: AsgiApp,
    refuse_key: Callable[[Call], Answer | None],
    call: Call,
    scope: Message,
    receive: Receive,
    *,
    patience_s: float = 30.0,
) -> Reply:
    """Return the answer to a request that is meant for MCP, asking `service` for what its tools need.

    Raises: TooLargeError, TooSlowError, GoneError.
    """
    if call.segments != MCP_PATH:
        if call.method != "GET":
            return _refuse_method(call, "GET")
        return _reply(Answer(200, describe_resource(call.origin, call.segments[len(METADATA_PATH) :])))
    if (refused := refuse_key(call)) is not None:
        return _reply(refused, (b"www-authenticate", _challenge(call)))
    if call.method != "POST":
        # every answer comes with its request: there is nothing to listen to and no session to end
        return _refuse_method(call, "POST")
    try:
        exchange = _exchange()
    except ImportError as problem:
        return _reply(refuse(501, "not_implemented", f"MCP needs `pip install 'storyc[mcp]'` here ({problem})."))
    body = await read_body(call, receive, limit_bytes=_MAX_BODY_BYTES, patience_s=patience_s)
    return await exchange(service, scope, body, receive)


def describe_resource(origin: str, place: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the protected resource metadata of an origin, or of a place there."""
    return {
        "resource": "/".join((origin, *place)),
        "resource_name": "Comic API simulator",
        "authorization_servers": [origin],
        "bearer_methods_supported": ["header"],
    }


def _challenge(call: Call) -> str:
    """Return what RFC 6750 and RFC 9728 want to be said to who may not enter; who showed no key made no mistake."""
    error = 'error="invalid_token", ' if "authorization" in call.headers else ""
    return f'Bearer {error}resource_metadata="{"/".join((call.origin, *METADATA_PATH, *MCP_PATH))}"'


def _refuse_method(call: Call, allowed: str) -> Reply:
    return _reply(refuse(405, "method_not_allowed", f"{call.method[:16]} is not served here."), (b"allow", allowed))


def _reply(answer: Answer, *headers: tuple[bytes, str]) -> Reply:
    written = tuple((name, value.encode("latin-1")) for name, value in headers)
    return Reply(answer.status, dumps(answer.body, separators=(",", ":")).encode(), headers=written)


class _Exchange(Protocol):
    def __call__(self, service: AsgiApp, scope: Message, body: bytes, receive: Receive) -> Awaitable[Reply]: ...


@cache
def _exchange() -> _Exchange:
    exchange: _Exchange = import_module("storyc.sim.mcp").exchange
    return exchange
