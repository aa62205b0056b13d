"""The address that the service calls, with the unit that a request was made for."""

from re import compile as regex
from typing import Final
from urllib.parse import parse_qsl, urlsplit

UNIT_PARAMETER: Final = "unit"
_UNIT_KEY: Final = regex(r"[0-9a-f]{64}")
_MOST_PARAMETERS: Final = 100


def callback_url(url: str, unit_key: str) -> str:
    """Return a callback's URL for the request of one unit; the URL's own query stays as it is."""
    parts = urlsplit(url)
    own = f"{parts.query}&" if parts.query else ""
    return parts._replace(path=parts.path or "/", query=f"{own}{UNIT_PARAMETER}={unit_key}", fragment="").geturl()


def read_unit_key(query: str) -> str:
    """Return the unit that a query names, empty if it names none.

    `callback_url` adds it at the end, so the last one counts. Nothing signs an address: believe it only as far as a question to the
    service confirms it.
    """
    try:
        parameters = parse_qsl(query, max_num_fields=_MOST_PARAMETERS)
    except ValueError:
        return ""
    named = [value for name, value in parameters if name == UNIT_PARAMETER]
    return named[-1] if named and _UNIT_KEY.fullmatch(named[-1]) else ""
