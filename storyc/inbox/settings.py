"""What an inbox needs to know."""

from msgspec import Struct


class WebhookSettings(Struct, frozen=True):
    """Where the service is told to call, and where its calls arrive."""

    url: str
    """What the service calls: a public address that leads to `port` of this machine."""
    port: int
    """On loopback; 0 is any free one."""
    secret: str
    """What the service signs with."""

    def __repr__(self) -> str:
        return f"WebhookSettings({self.url!r}, {self.port})"
