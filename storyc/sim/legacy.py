"""Answers as they were wrapped in 2024."""

from collections.abc import Mapping
from typing import Any

from msgspec.json import encode

from .routes import Wrapping


def wrap_answer(wrapping: Wrapping, body: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the body of a good answer in an old wrapping."""
    match wrapping:
        case "artwork":
            return {"code": 200, "artwork": {"id": body["id"], "status": body["status"]}}
        case "comic-data":
            panels = [
                {"assetUrl": panel["assetUrl"]} for page in body.get("comics", ()) for panel in page.get("panels", ())
            ]
            return {"status": body["status"], "comicData": encode({"panels": panels}).decode()}
