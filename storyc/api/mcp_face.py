"""The way to the service that needs an extra: loaded when somebody takes it, because it takes a second."""

from importlib import import_module
from typing import Final

from storyc.errors import ConfigError

from .clock import Clock
from .service import ComicService, Gate

MCP_URL: Final = "https://llamagen.ai/api/mcp"


def mcp_client(url: str, key: str, *, clock: Clock | None = None, gate: Gate | None = None) -> ComicService:
    """Return a client of the service's MCP endpoint, not yet connected.

    Raises: ConfigError for a URL or if the SDK is not installed, CredentialsError for a key that cannot be used.
    """
    try:
        room = import_module("storyc.api.mcp")
    except ImportError as problem:
        if (problem.name or "").startswith("storyc"):
            raise
        raise ConfigError(
            "building through MCP needs a library that is not installed", hint='pip install "storyc[mcp]"'
        ) from problem
    client: ComicService = room.McpComicClient(url, key, clock=clock, gate=gate)
    return client
