"""The service that a key belongs to, by its address."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from storyc.errors import ConfigError

ADDRESS_VARIABLE: Final = "LLAMAGEN_BASE_URL"
DEFAULT_ADDRESS: Final = "https://api.llamagen.ai/v1"
_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})
_PORTS: Final = {"http": 80, "https": 443}


def read_address(environment: Mapping[str, str]) -> str:
    """Return the address of the service. Raises: ConfigError if it is not encrypted and not on this machine."""
    address = environment.get(ADDRESS_VARIABLE, "").strip() or DEFAULT_ADDRESS
    try:
        service_of(address)
    except ValueError as problem:
        raise ConfigError(f"{ADDRESS_VARIABLE} is no address") from problem
    parts = urlsplit(address)
    is_plain = parts.username is None and parts.password is None and not parts.query and not parts.fragment
    is_private = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
    if parts.hostname and is_plain and is_private:
        return address
    raise ConfigError(
        f"{ADDRESS_VARIABLE} is no address that a key may be sent to",
        hint="it begins with https://, or with http:// on this machine, and holds a host and a path",
    )


def service_of(address: str) -> str:
    """Return the one spelling of a service's address that keys are stored by. Raises: ValueError if it is no address."""
    parts = urlsplit(address.strip())
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    port = "" if parts.port in (None, _PORTS.get(parts.scheme)) else f":{parts.port}"
    path = parts.path.rstrip("/").removesuffix("/v1").rstrip("/")
    return f"{parts.scheme}://{host}{port}{path}"
