"""The key that the service's own command line, `@llamagen/cli`, has stored. Its files are read and never written.

It keeps `{"apiToken", "apiBaseUrl", …}` in `credentials.json`; before that it kept `{"apiKey", "apiUrl" or "baseUrl", …}` in
`config.json`. Whatever else these files hold means that there is no key.
"""

from pathlib import Path
from typing import Any, Final

from msgspec import DecodeError, json

from .address import DEFAULT_ADDRESS, service_of
from .key import Key, read_key
from .private import read_bounded

_FORMS: Final = (
    ("credentials.json", "apiToken", ("apiBaseUrl",)),
    ("config.json", "apiKey", ("apiUrl", "baseUrl")),
)
"""File, name of the key, names of the address."""


def vendor_key(folder: Path, service: str) -> Key | None:
    """Return the key for a service, None if there is none."""
    for name, key_name, address_names in _FORMS:
        path = folder / name
        content = _read_object(path)
        found = content.get(key_name)
        key = read_key(found) if isinstance(found, str) else None
        if key is not None:
            address = next((content[one] for one in address_names if content.get(one)), DEFAULT_ADDRESS)
            return Key(key, "llamagen", str(path)) if _is_of(address, service) else None
    return None


def _read_object(path: Path) -> dict[str, Any]:
    try:
        if not path.is_file():
            return {}
        with path.open("rb") as file:
            content = json.decode(read_bounded(file) or b"")
    except (OSError, ValueError, DecodeError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _is_of(address: object, service: str) -> bool:
    try:
        return isinstance(address, str) and service_of(address) == service
    except ValueError:
        return False
