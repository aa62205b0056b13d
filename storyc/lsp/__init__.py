"""The language server: what an editor asks about scripts while they are written. Offline; it writes, sends and buys nothing.

`pieces` and `script` read a text so that a keystroke costs the reading of one page, `story` checks it so that it costs the checking of
one page, and every feature is a function of a `View` and a place. What a build would do with all of it, a `Forecast`, is found out by
`planner` in the `background`. Only `server`, `session`, `answers`, `findings`, `protocol` and `shapes` know the protocol.
"""

from .server import serve

__all__ = ["serve"]
