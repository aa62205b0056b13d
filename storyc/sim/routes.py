"""Which request means what: the documented routes, and as aliases those of older descriptions.

A base URL is good with and without `/v1`. The forms `…/continue-write` and `…/panels/{panelId}` stood in the documentation for some
weeks; nobody says what a panel id looked like, so here it is the panel's number, or page and panel as `1-3`, both from 0. The routes of
2024 below `/api` are dead on the real service and are served for clients that still read their answers.
"""

from re import compile as regex
from typing import Any, Final, Literal

from msgspec import Struct

Endpoint = Literal["create", "animate", "status", "change", "usage", "upload", "asset", "mcp", "unknown"]
Wrapping = Literal["artwork", "comic-data"]
"""How the routes of 2024 wrapped their answers."""

_PANEL_ID: Final = regex(r"(?:([0-9]{1,6})-)?([0-9]{1,6})")


class Route(Struct, frozen=True):
    """What a request asks for."""

    endpoint: Endpoint
    target: str = ""
    """The id of a generation, or the name of an asset."""
    forced: tuple[tuple[str, Any], ...] = ()
    """Fields that the path says and the body need not."""
    wrapping: Wrapping | None = None
    refusal: int = 404
    """For an unknown endpoint: whether the path is unknown too, or only the method."""


def read_route(method: str, segments: tuple[str, ...]) -> Route:
    """Return what a request asks for by its method and the segments of its path."""
    path = segments[1:] if segments[:1] == ("v1",) else segments
    match (method, *path):
        case ("POST", "comics", "generations"):
            return Route("create")
        case ("POST", "artworks", "generations"):
            return Route("animate")
        case ("GET", "comics" | "artworks", "generations", job_id):
            return Route("status", job_id)
        case ("PATCH", "comics", "generations", job_id):
            return Route("change", job_id)
        case ("POST", "comics", "generations", job_id, "continue-write"):
            return Route("change", job_id, forced=(("action", "continueWrite"),))
        case ("PATCH", "comics", "generations", job_id, "panels", panel_id):
            return _panel_route(job_id, panel_id)
        case ("POST", "comics", "upload"):
            return Route("upload")
        case ("GET", "comics", "usage"):
            return Route("usage")
        case ("GET", "assets", name):
            return Route("asset", name)
        case ("POST", "api", "artworks"):
            return Route("create", wrapping="artwork")
        case ("GET", "api", "openapi", "artworks", job_id):
            return Route("status", job_id, wrapping="comic-data")
        case (_, "comics", "usage" | "upload") | (_, "comics" | "artworks", "generations", *_):
            return Route("unknown", refusal=405)
        case _:
            return Route("unknown")


def _panel_route(job_id: str, panel_id: str) -> Route:
    match = _PANEL_ID.fullmatch(panel_id)
    if match is None:
        return Route("unknown")
    page = () if match[1] is None else (("page", int(match[1])),)
    return Route("change", job_id, forced=(("action", "regeneratePanel"), *page, ("panel", int(match[2]))))
