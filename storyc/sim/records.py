"""What the simulator remembers of what happened: each request, and each charge.

The log is bounded; the ledger is not, because it is the witness of what was paid.
"""

from collections import deque
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from .routes import Endpoint
from .service import Charge

MAX_ENTRIES: Final = 20_000


class Entry(Struct, frozen=True, gc=False):
    """One request and what became of it."""

    id: str
    """The request id in the answer's headers."""
    time_s: float
    """When it came, by the simulator's clock, in Unix seconds."""
    method: str
    path: str
    endpoint: Endpoint
    account: str
    """The name of the account, never the key; empty if the key was refused or none is needed."""
    status: int
    """Of the answer as the service meant it; 0 if there was none."""
    latency_ms: float
    """How long it really took."""
    credits: int = 0
    """What it did to the account's credits: negative for a charge."""
    generation_id: str = ""
    """What it began or changed."""
    fault: str = ""
    """What was made to go wrong."""


class RequestLog:
    """The last requests, oldest first."""

    def __init__(self) -> None:
        self.entries: deque[Entry] = deque(maxlen=MAX_ENTRIES)
        self.total = 0
        """How many came since the start."""

    def begin(self) -> int:
        """Return the number of a request that has come."""
        self.total += 1
        return self.total

    def add(self, entry: Entry) -> None:
        """Write down a request that has ended."""
        self.entries.append(entry)


class Purchase(Struct, frozen=True):
    """All charges for one thing: a request digest, and for a change the generation that it changed."""

    digest: str
    operation: str
    generation_ids: tuple[str, ...]
    times: int
    credits: int


class TruthLedger:
    """What was charged, for which request, how often."""

    def __init__(self) -> None:
        self._charges: list[Charge] = []

    def add(self, charge: Charge) -> None:
        """Write down a charge."""
        self._charges.append(charge)

    @property
    def charges(self) -> Sequence[Charge]:
        """All charges, oldest first."""
        return tuple(self._charges)

    @property
    def credits(self) -> int:
        """What all of them come to."""
        return sum(charge.credits for charge in self._charges)

    def times(self, digest: str) -> int:
        """Return how often a request was accepted."""
        return sum(charge.digest == digest for charge in self._charges)

    def purchases(self) -> tuple[Purchase, ...]:
        """Return the charges by what they bought, first bought first; the same change of two generations is two purchases."""
        grouped: dict[tuple[str, str], list[Charge]] = {}
        for charge in self._charges:
            changed = charge.generation_id if charge.operation in {"continue", "redraw"} else ""
            grouped.setdefault((charge.digest, changed), []).append(charge)
        return tuple(
            Purchase(
                group[0].digest,
                group[0].operation,
                tuple(dict.fromkeys(charge.generation_id for charge in group)),
                len(group),
                sum(charge.credits for charge in group),
            )
            for group in grouped.values()
        )
