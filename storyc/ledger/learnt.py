"""Where a ledger keeps what builds have learnt about how long jobs take."""

from pathlib import Path
from typing import Final

from storyc.planning import Learnt, read_learnt

from .opening import load_note

LEARNT: Final = "durations"
"""The name of the note."""


def load_learnt(path: Path) -> Learnt:
    """Return what the builds of a ledger have learnt, without touching it. Raises: FileError if it is damaged."""
    return read_learnt(load_note(path, LEARNT))
