"""The language server: what an editor asks about scripts while they are written. Offline; it writes, sends and buys nothing.

`pieces` and `script` read a text so that a keystroke costs the reading of one page, `story` checks it so that it costs the checking of
one page, and every feature is a function of a `View` and a place. Only `server`, `protocol` and `shapes` know the protocol.
"""

from .server import serve

__all__ = ["serve"]
