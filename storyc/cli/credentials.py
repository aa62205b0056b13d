"""Where the API key comes from: a file that is named, or the environment. Never a flag, which every process can see."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from storyc.errors import ConfigError, CredentialsError

KEY_VARIABLE = "LLAMAGEN_API_KEY"
ADDRESS_VARIABLE = "LLAMAGEN_BASE_URL"
DEFAULT_ADDRESS = "https://api.llamagen.ai/v1"
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


def find_key(key_file: str | None) -> str | None:
    """Return the API key, None if there is none. Raises: CredentialsError if the file is unusable."""
    if key_file is None:
        return os.environ.get(KEY_VARIABLE, "").strip() or None
    try:
        key = Path(key_file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else "it is not text"
        raise CredentialsError(f"cannot read the API key from {key_file}: {reason}") from problem
    if not key or any(character.isspace() for character in key):
        raise CredentialsError(f"{key_file} holds no API key", hint="it is to hold the key and nothing else")
    return key


def api_address() -> str:
    """Return the address of the service. Raises: ConfigError if it is not encrypted and not on this machine."""
    address = os.environ.get(ADDRESS_VARIABLE, "").strip() or DEFAULT_ADDRESS
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as problem:
        raise ConfigError(f"{ADDRESS_VARIABLE} is no address") from problem
    if parts.scheme == "https" and host:
        return address
    if parts.scheme == "http" and host in _LOOPBACK:
        return address
    raise ConfigError(
        f"{ADDRESS_VARIABLE} is no address that a key may be sent to",
        hint="it begins with https://, or with http:// on this machine",
    )
