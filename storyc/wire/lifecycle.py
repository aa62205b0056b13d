"""What the status of a generation means, whichever vocabulary it is told in."""

from enum import Enum
from typing import Final


class Lifecycle(Enum):
    """Where a generation stands."""

    QUEUED = "queued"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"
    """A word that no description of the service knows: keep asking until patience ends."""

    @property
    def is_final(self) -> bool:
        """Whether asking again can bring nothing new."""
        return self in _FINAL


_FINAL: Final = frozenset({Lifecycle.SUCCEEDED, Lifecycle.FAILED, Lifecycle.CANCELLED})

STATUSES: Final[dict[str, Lifecycle]] = {
    "PENDING": Lifecycle.QUEUED,
    "QUEUED": Lifecycle.QUEUED,
    "LOADING": Lifecycle.RUNNING,
    "PROCESSING": Lifecycle.RUNNING,
    "PROCESSED": Lifecycle.SUCCEEDED,
    "SUCCEEDED": Lifecycle.SUCCEEDED,
    "COMPLETED": Lifecycle.SUCCEEDED,
    "FAILED": Lifecycle.FAILED,
    "CANCELLED": Lifecycle.CANCELLED,
    "CANCELED": Lifecycle.CANCELLED,
}
"""The words of the documentation page, the model card and the official clients, in upper case."""


def read_status(status: str) -> Lifecycle:
    """Return what a status means, in any case; UNKNOWN for a word that nobody documents."""
    return STATUSES.get(status.strip().upper(), Lifecycle.UNKNOWN)
