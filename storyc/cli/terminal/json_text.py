"""What commands print for programs."""

from typing import Any

from msgspec import json


def to_json(value: Any) -> str:
    """Return a value as indented JSON with a line end."""
    return json.format(json.encode(value), indent=2).decode() + "\n"
