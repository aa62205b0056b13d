"""Tools for agents, by the Model Context Protocol: they write scripts, see what is wrong, and draw. Files stay in one folder, money in one purse."""

from .purse import Purse
from .server import serve
from .workshop import Workshop

__all__ = ["Purse", "Workshop", "serve"]
