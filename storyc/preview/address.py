"""Where a project's page is found: the same address every time, so that pages that are open find their way back.

The address has a secret in it. Without it, other users of this machine and pages of other sites would read the script.
"""

import os
import re
from pathlib import Path
from secrets import token_urlsafe
from typing import Final

from msgspec import MsgspecError, Struct, json

_PLACE: Final = ".storyc/preview.json"
_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{22,64}")
_OF_OTHERS: Final = 0o077


class Address(Struct, frozen=True):
    """A secret and a port."""

    token: str
    port: int
    """Where it listened last; 0 for nowhere yet."""


def recall_address(root: Path) -> Address:
    """Return the address of a project's page, a new one if it has none that nobody else could know."""
    path = root / _PLACE
    try:
        is_private = os.name == "nt" or not path.stat().st_mode & _OF_OTHERS
        known = json.decode(path.read_bytes(), type=Address) if is_private else None
    except (OSError, MsgspecError, UnicodeDecodeError):
        known = None
    if known is None or not _TOKEN.fullmatch(known.token) or not 0 <= known.port <= 65_535:
        return Address(token_urlsafe(16), 0)
    return known


def remember_address(root: Path, address: Address) -> bool:
    """Write down an address and return whether that was possible; without it the next one will be another."""
    path = root / _PLACE
    try:
        path.parent.mkdir(exist_ok=True)
        path.unlink(missing_ok=True)
        path.touch(0o600, exist_ok=False)
        path.write_bytes(json.encode(address))
    except OSError:
        return False
    return True
