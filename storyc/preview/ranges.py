"""Parts of a file: a browser that winds a film asks for them, and some will play no film from a server that knows none.

One part can be asked for at a time. Whoever asks for several gets the whole, as the protocol allows.
"""

from re import compile as regex
from typing import Final

_ASKED: Final = regex(r"bytes=[ \t]*(?:(?P<first>[0-9]{1,15})-(?P<last>[0-9]{0,15})|-(?P<suffix>[0-9]{1,15}))[ \t]*")


def part_of(asked: str, size_bytes: int) -> range | None:
    """Return the bytes that a `Range` header asks for, none if there are none of them; None if it is to be passed over."""
    found = _ASKED.fullmatch(asked)
    if found is None:
        return None
    if found["suffix"] is not None:
        return range(max(0, size_bytes - int(found["suffix"])), size_bytes)
    first, last = int(found["first"]), int(found["last"] or size_bytes)
    return None if last < first else range(first, min(last + 1, size_bytes))
