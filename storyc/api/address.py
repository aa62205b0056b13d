"""Where requests may go: the service's base URL in each of its spellings, and the hosts that art may come from."""

from ipaddress import ip_address
from re import compile as regex

from httpx import URL, InvalidURL

from storyc.errors import ConfigError

MAX_URL_CHARACTERS = 4096
_HOST = regex(rb"[0-9A-Za-z._:-]+")
"""A name after its translation to ASCII, or an address of the internet."""


def read_base_url(text: str) -> URL:
    """Return the root of a service, with or without a trailing slash and `/v1` in `text`. Raises: ConfigError."""
    trimmed = text.strip().rstrip("/").removesuffix("/v1").rstrip("/")
    return _read_url(trimmed, example="https://api.llamagen.ai")


def read_mcp_url(text: str) -> URL:
    """Return the address of an MCP endpoint. Raises: ConfigError."""
    return _read_url(text.strip(), example="https://llamagen.ai/api/mcp")


def _read_url(text: str, *, example: str) -> URL:
    try:
        url = URL(text)
    except InvalidURL:
        raise ConfigError("the address of the Comic API is not a URL", hint=f"write {example}") from None
    if url.query or url.fragment or url.userinfo:
        raise ConfigError("the address of the Comic API holds more than a host and a path")
    if not is_safe(url, plain_http_on_loopback=True):
        raise ConfigError(
            f"the Comic API is not called over {url.scheme or 'an address without a scheme'}", hint="use https"
        )
    return url


def is_loopback(url: URL) -> bool:
    """Whether a URL names this machine, without asking a name server."""
    if url.host == "localhost":
        return True
    try:
        return ip_address(url.host).is_loopback
    except ValueError:
        return False


def is_safe(url: URL, *, plain_http_on_loopback: bool) -> bool:
    """Whether a request may be sent there: over TLS, or in plain text to this machine if that is allowed."""
    if not _HOST.fullmatch(url.raw_host):
        return False
    return url.scheme == "https" or (plain_http_on_loopback and url.scheme == "http" and is_loopback(url))


def read_asset_url(text: str, *, beside: URL | None = None, plain_http_on_loopback: bool) -> URL | None:
    """Return where a picture may be fetched from, or None if an answer names a place that is never called.

    A redirect may be relative to the address `beside`.
    """
    if len(text) > MAX_URL_CHARACTERS:
        return None
    try:
        url = URL(text) if beside is None else beside.join(text)
    except InvalidURL:
        return None
    return url if is_safe(url, plain_http_on_loopback=plain_http_on_loopback) and not url.userinfo else None
