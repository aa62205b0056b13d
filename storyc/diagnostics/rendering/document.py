"""A whole report as one JSON document."""

from msgspec import json


def write_document(report: object) -> str:
    """Return a report as indented JSON with a closing line end."""
    return f"{json.format(json.encode(report)).decode()}\n"
