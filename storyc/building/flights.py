"""Units that the service works on, the surest to be done first."""

from bisect import bisect_left, insort
from collections.abc import Iterator

from msgspec import Struct

from storyc.lowering import Unit
from storyc.planning import StoredAsset


class Flight(Struct):
    """One unit on its way."""

    unit: Unit
    kind: str
    """Of job, to tell its duration by."""
    generation_id: str
    price_credits: int
    began_s: float
    """When it was submitted, in Unix seconds."""
    sure_s: float
    """When it is all but certainly done, in Unix seconds."""
    give_up_s: float
    is_timed: bool = True
    """Whether it began when it says, as far as anybody knows."""
    have: tuple[StoredAsset, ...] = ()
    """Art of it that is at home already."""
    trouble: str = ""
    """Why the last question about it got no answer; empty if it got one."""
    undone_at_s: float = 0.0
    """Its age when it was last seen undone."""
    is_awaited: bool = False
    """Whether something that is not sent yet waits for it."""
    is_told: bool = False
    """Whether a webhook says that there is something new."""


class Flights:
    """All of them; ordering one costs as little as finding its place."""

    def __init__(self) -> None:
        self._order: list[tuple[float, int, Flight]] = []
        self._entries: dict[str, tuple[float, int, Flight]] = {}
        """By the keys of their units."""
        self._keys: dict[str, list[str]] = {}
        """Of units, by the ids of their generations."""
        self._awaited: list[Flight] = []
        self._count = 0

    def __len__(self) -> int:
        return len(self._order)

    def __getitem__(self, place: int) -> Flight:
        """Return the flight at a place in the order, from 0."""
        return self._order[place][2]

    def __iter__(self) -> Iterator[Flight]:
        return (flight for _, _, flight in self._order)

    def of(self, generation_id: str) -> tuple[Flight, ...]:
        """Return the flights of a generation: more than one if it was changed before it came home."""
        return tuple(self._entries[key][2] for key in self._keys.get(generation_id, ()))

    @property
    def awaited(self) -> Flight | None:
        """The surest to be done of those that something waits for; None if nothing waits."""
        return min(self._awaited, key=lambda flight: flight.sure_s, default=None)

    def hurry(self, flight: Flight) -> None:
        """Note that something waits for a flight."""
        if not flight.is_awaited:
            flight.is_awaited = True
            self._awaited.append(flight)

    def add(self, flight: Flight) -> None:
        """Take a flight in."""
        self._count += 1
        self._keys.setdefault(flight.generation_id, []).append(flight.unit.key)
        self._insert((flight.sure_s, self._count, flight))

    def remove(self, flight: Flight) -> None:
        """Let a flight go."""
        self._take(flight)
        if flight.is_awaited:
            self._awaited.remove(flight)
        keys = self._keys[flight.generation_id]
        keys.remove(flight.unit.key)
        if not keys:
            del self._keys[flight.generation_id]

    def move(self, flight: Flight, sure_s: float) -> None:
        """Set when a flight is sure to be done."""
        _, number, _ = self._take(flight)
        flight.sure_s = sure_s
        self._insert((sure_s, number, flight))

    def _insert(self, entry: tuple[float, int, Flight]) -> None:
        insort(self._order, entry)
        self._entries[entry[2].unit.key] = entry

    def _take(self, flight: Flight) -> tuple[float, int, Flight]:
        entry = self._entries.pop(flight.unit.key)
        del self._order[bisect_left(self._order, entry)]
        return entry
