"""The service as tools for agents, by the official SDK; importing this package imports that, so it is done when somebody asks."""

from .exchange import exchange
from .tools import USAGE_TOOLS

__all__ = ["USAGE_TOOLS", "exchange"]
