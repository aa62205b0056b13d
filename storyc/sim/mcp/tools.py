"""The documented tools, and the requests of the API that they stand for.

Names are the service's; what arguments it takes is published nowhere, so these schemas are the simulator's own: those of the API.
"""

from collections.abc import Mapping
from json import dumps
from typing import Any, Final
from urllib.parse import quote, urlencode

from mcp.types import Tool
from msgspec import Struct

from storyc.wire import ALL_SIZES, MAX_PAGES, MAX_PANELS, PRESETS

CREATE_TOOL: Final = "create_comic_generation"
STATUS_TOOL: Final = "get_comic_generation_status"
USAGE_TOOLS: Final = ("get_api_usage", "get_comic_api_usage")
"""The documentation's name, and the one that newer listings show."""

_GENERATIONS: Final = "/v1/comics/generations"
_ARTICLE: Final[Mapping[str, Any]] = {
    "type": "object",
    "properties": {"name": {"type": "string"}},
    "required": ["name"],
}
_CREATE_SCHEMA: Final[Mapping[str, Any]] = {
    "type": "object",
    "properties": {
        "prompt": {"type": "string", "description": "What the comic tells."},
        "promptUrl": {"type": "string", "description": "A script to read, as text, Word or PDF."},
        "preset": {"type": "string", "description": "The style of the art.", "examples": list(PRESETS)},
        "size": {"type": "string", "enum": list(ALL_SIZES), "description": "Of each panel, in pixels."},
        "fixPanelNum": {
            "type": "integer",
            "minimum": 1,
            "maximum": MAX_PANELS,
            "description": "Panels of a single page; not together with pagination.",
        },
        "pagination": {
            "type": "object",
            "properties": {
                "totalPages": {"type": "integer", "minimum": 1, "maximum": MAX_PAGES},
                "panelsPerPage": {"type": "integer", "minimum": 1, "maximum": MAX_PANELS},
            },
            "required": ["totalPages", "panelsPerPage"],
        },
        "comicRoles": {"type": "array", "items": _ARTICLE, "description": "Characters: name, image, age, dress, …"},
        "comicLocations": {"type": "array", "items": _ARTICLE, "description": "Places: name, image, description."},
        "language": {"type": "string", "description": "Of captions and dialogue."},
    },
    "required": ["prompt"],
}
_STATUS_SCHEMA: Final[Mapping[str, Any]] = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "description": "What creating it answered."},
        "page": {"type": "integer", "minimum": 0, "description": "Only this page, from 0."},
        "panel": {"type": "integer", "minimum": 0, "description": "Only this panel of it, from 0."},
    },
    "required": ["id"],
}


class ToolError(Exception):
    """A call that stands for no request."""


class ApiRequest(Struct, frozen=True):
    """A request of the API."""

    method: str
    path: str
    query: str = ""
    body: bytes = b""


def list_tools() -> list[Tool]:
    """Return the tools as clients are shown them."""
    return [
        Tool(name=CREATE_TOOL, description="Start drawing a comic; costs credits.", input_schema=dict(_CREATE_SCHEMA)),
        Tool(
            name=STATUS_TOOL,
            description="Look how far a comic is, and where its pictures are.",
            input_schema=dict(_STATUS_SCHEMA),
        ),
        *(
            Tool(
                name=name,
                description="Look how many credits are left.",
                input_schema={"type": "object", "properties": {}},
            )
            for name in USAGE_TOOLS
        ),
    ]


def read_tool_call(name: str, arguments: Mapping[str, Any]) -> ApiRequest:
    """Return the request that a tool call stands for. Raises: ToolError."""
    if name == CREATE_TOOL:
        return ApiRequest("POST", _GENERATIONS, body=dumps(arguments).encode())
    if name in USAGE_TOOLS:
        return ApiRequest("GET", "/v1/comics/usage")
    if name != STATUS_TOOL:
        raise ToolError(f"There is no tool {name[:64]}.")
    job_id = arguments.get("id")
    if not isinstance(job_id, str) or not job_id.strip():
        raise ToolError("`id` is required and must be a non-empty string.")
    place = {key: arguments[key] for key in ("page", "panel") if arguments.get(key) is not None}
    path = f"{_GENERATIONS}/{quote(job_id, safe='', errors='replace')}"
    return ApiRequest("GET", path, urlencode(place, errors="replace"))
