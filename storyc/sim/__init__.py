"""The Comic API on this machine: a pure state machine, an ASGI face, and an artist who draws sketches."""

from .app import BALANCE_CREDITS, Simulator, make_app
from .asgi import AsgiApp

__all__ = ["BALANCE_CREDITS", "AsgiApp", "Simulator", "make_app"]
