"""What builds have learnt about how long each kind of job takes."""

from math import isfinite
from typing import Final

from msgspec import MsgspecError
from msgspec.json import Decoder, encode

from storyc.lowering import Unit

from .durations import DEFAULT_DURATIONS, Durations
from .places import asset_count

_SURE: Final = 0.995
_STRAGGLER: Final = 1.5
"""A job that is later than expected is sure to be done, as far as anything is, when it is half as old again."""
_decode: Final = Decoder(dict[str, tuple[float, ...]]).decode


def kind_of(unit: Unit) -> str:
    """Return what a unit's job takes about as long as: the operation and about how many pictures it draws."""
    return f"{unit.operation}-{1 << (asset_count(unit) - 1).bit_length()}" if asset_count(unit) else unit.operation


class Learnt:
    """The durations of each kind of job; a kind that was never seen is like any other was at first."""

    def __init__(self, known: dict[str, Durations] | None = None) -> None:
        self._known = dict(known or {})
        self._sure_s: dict[str, float] = {}
        self.is_changed = False
        """Whether there is anything to remember that was not known at first."""

    def of(self, kind: str) -> Durations:
        """Return how long jobs of a kind take."""
        return self._known.get(kind, DEFAULT_DURATIONS)

    def knows(self, kind: str) -> bool:
        """Whether a job of a kind was ever seen."""
        return kind in self._known

    def see(self, kind: str, after_s: float, by_s: float) -> None:
        """Learn from a job that took longer than `after_s` and not longer than `by_s`."""
        self._known[kind] = self.of(kind).seen(after_s, by_s)
        self._sure_s.pop(kind, None)
        self.is_changed = True

    def sure_s(self, kind: str, *, undone_at_s: float = 0.0) -> float:
        """Return the age at which a job that was undone at a younger one is all but certainly done."""
        usual_s = self._sure_s.get(kind)
        if usual_s is None:
            usual_s = self._sure_s[kind] = self.of(kind).quantile_s(_SURE)
        if not undone_at_s:
            return usual_s
        late_s = self.of(kind).quantile_s(_SURE, undone_at_s=undone_at_s)
        return min(late_s, max(usual_s, undone_at_s * _STRAGGLER))

    def told(self) -> str:
        """Return all of it as a text that `read_learnt` takes."""
        known = {kind: [float(f"{weight:.4g}") for weight in one.weights] for kind, one in self._known.items()}
        return encode(known).decode()


def read_learnt(text: str) -> Learnt:
    """Return what a text tells; what cannot be read was not learnt, because a build can do without it."""
    try:
        told = _decode(text)
    except MsgspecError:
        return Learnt()
    return Learnt({kind: Durations(weights) for kind, weights in told.items() if _is_whole(weights)})


def _is_whole(weights: tuple[float, ...]) -> bool:
    return len(weights) == len(DEFAULT_DURATIONS.weights) and all(isfinite(weight) and weight > 0 for weight in weights)
