"""Where this user's keys may lie, and which service they open. Never a flag, which every process can see."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from storyc.cli.terminal.hiding import NOT_TYPED, hide, is_like_key
from storyc.credentials import (
    ADDRESS_VARIABLE,
    DEFAULT_ADDRESS,
    KEY_VARIABLE,
    Key,
    Places,
    key_in_file,
    read_address,
    service_of,
    vendor_folder,
)
from storyc.credentials import find_key as search
from storyc.errors import ConfigError, CredentialsError
from storyc.project import user_folder

__all__ = [
    "ADDRESS_VARIABLE", "DEFAULT_ADDRESS", "KEY_VARIABLE", "NO_KEY_HINT", "api_address", "find_credential", "find_key",
    "mcp_address", "require_key", "service", "user_places",
]  # fmt: skip
NO_KEY_HINT = f"`storyc auth login` stores one; or set {KEY_VARIABLE}, or say --api-key-file FILE"
MCP_VARIABLE = "LLAMAGEN_MCP_URL"
MCP_ADDRESS = "https://llamagen.ai/api/mcp"
_CREDENTIALS = "credentials.json"


def find_key(key_file: str | None) -> str | None:
    """Return the API key, None if there is none. Raises: CredentialsError, ConfigError."""
    key = find_credential(key_file)
    return None if key is None else key.secret


def find_credential(key_file: str | None) -> Key | None:
    """Return the API key and where it was found, None if there is none. Raises: CredentialsError, ConfigError."""
    if key_file is None:
        return search(service(), os.environ, user_places())
    if is_like_key(key_file) and not Path(key_file).exists():
        raise CredentialsError(f"{hide(key_file)} looks like an API key, not like a file with one", hint=NOT_TYPED)
    return key_in_file(Path(key_file))


def require_key(key_file: str | None) -> Key:
    """Return the API key and where it was found. Raises: CredentialsError, ConfigError."""
    key = find_credential(key_file)
    if key is None:
        raise CredentialsError(f"there is no API key for {service()}", hint=NO_KEY_HINT)
    return key


def api_address() -> str:
    """Return the address of the service. Raises: ConfigError if it is not encrypted and not on this machine."""
    return read_address(os.environ)


def mcp_address(key: Key) -> str:
    """Return the address of the service's tools for agents. Raises: ConfigError if a kept key would go elsewhere than it was kept for."""
    address = os.environ.get(MCP_VARIABLE, "").strip()
    is_kept = key.source not in {"named file", "environment"}
    if address and is_kept and urlsplit(address).netloc != urlsplit(api_address()).netloc:
        raise ConfigError(
            f"{MCP_VARIABLE} leads to another service than the key was kept for",
            hint=f"set {KEY_VARIABLE}, or say --api-key-file FILE, to use a key there",
        )
    return address or MCP_ADDRESS


def service() -> str:
    """Return the address that keys for the service are stored by. Raises: ConfigError."""
    return service_of(api_address())


def user_places() -> Places:
    """Return where keys of this user may lie."""
    folder = user_folder()
    return Places(
        own=None if folder is None else folder / _CREDENTIALS,
        vendor=vendor_folder(os.environ),
        has_keyring=not os.environ.get("CI"),  # nobody there could answer when it asks to be unlocked
    )
