"""The service as tools for agents, by the official SDK; importing this package imports that, so it is done when it is asked for."""

from .client import McpComicClient

__all__ = ["McpComicClient"]
