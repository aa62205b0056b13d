"""The object that `compile` prints."""

from typing import Any, Final

from msgspec import json

from storyc.storyboard import Storyboard

from .requesting import Lowered
from .unit import Unit

OUTPUT_VERSION: Final = 1


def to_json(board: Storyboard, lowered: Lowered) -> bytes:
    """Return the units of a board as one JSON object in UTF-8, indented by two, with a line feed at its end."""
    document = {
        "version": OUTPUT_VERSION,
        "title": board.credits.title,
        "layout": lowered.layout,
        "why": lowered.why,
        "units": [_unit(unit) for unit in lowered.units],
    }
    return json.format(json.encode(document), indent=2) + b"\n"


def _unit(unit: Unit) -> dict[str, Any]:
    return {
        "key": unit.key,
        "operation": unit.operation,
        "pages": unit.pages,
        "panels": len(unit.panels),
        **({} if unit.clip is None else {"clip": unit.clip}),
        "price_credits": unit.price_credits,
        "origin": [{"file": origin.source, "line": origin.line} for origin in unit.origins],
        "uploads": unit.uploads,
        "request": unit.request.body(),
    }
