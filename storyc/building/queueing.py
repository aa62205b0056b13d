"""Steps that wait to be sent, and what each of them waits for."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from heapq import heapify, heappop, heappush
from typing import Generic, TypeVar

_StepT = TypeVar("_StepT")


class Queue(Generic[_StepT]):
    """Steps in order. One that waits for something is looked at again when that has happened, and not before."""

    def __init__(self, obstacle: Callable[[_StepT], str | None]) -> None:
        """`obstacle` returns a name for what must happen before a step may be sent; None if nothing must."""
        self._obstacle = obstacle
        self._ready: list[tuple[int, _StepT]] = []
        self._waiting: defaultdict[str, list[tuple[int, _StepT]]] = defaultdict(list)
        self._added = 0
        self._waiting_count = 0

    def __len__(self) -> int:
        return len(self._ready) + self._waiting_count

    def __iter__(self) -> Iterator[_StepT]:
        """Iterate over all steps, in order."""
        return (step for _, step in sorted(self._entries(), key=_number))

    def add(self, step: _StepT) -> None:
        """Put a step behind those that are there."""
        self._added += 1
        heappush(self._ready, (self._added, step))

    def head(self) -> _StepT | None:
        """Return the first step that may be sent, and leave it where it is."""
        while self._ready:
            _, step = self._ready[0]
            name = self._obstacle(step)
            if name is None:
                return step
            self._waiting[name].append(heappop(self._ready))
            self._waiting_count += 1
        return None

    def drop(self) -> None:
        """Take the first step away, which `head` has returned."""
        heappop(self._ready)

    def release(self, name: str) -> None:
        """Look again at the steps that wait for something which has happened."""
        for entry in self._waiting.pop(name, ()):
            heappush(self._ready, entry)
            self._waiting_count -= 1

    def take(self, is_meant: Callable[[_StepT], bool]) -> list[_StepT]:
        """Take some steps away and return them, in order."""
        taken = [entry for entry in self._entries() if is_meant(entry[1])]
        self._ready = [entry for entry in self._ready if not is_meant(entry[1])]
        heapify(self._ready)
        for name, group in list(self._waiting.items()):
            self._waiting[name] = [entry for entry in group if not is_meant(entry[1])]
        self._waiting_count = sum(map(len, self._waiting.values()))
        return [step for _, step in sorted(taken, key=_number)]

    def waiting(self) -> Iterator[_StepT]:
        """Yield the steps that may not be sent, in order."""
        entries = [entry for group in self._waiting.values() for entry in group]
        yield from (step for _, step in sorted(entries, key=_number))

    def clear(self) -> None:
        """Forget all steps."""
        self._ready.clear()
        self._waiting.clear()
        self._waiting_count = 0

    def _entries(self) -> list[tuple[int, _StepT]]:
        return [*self._ready, *(entry for group in self._waiting.values() for entry in group)]


def _number(entry: tuple[int, object]) -> int:
    return entry[0]
