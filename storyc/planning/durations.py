"""How long jobs take, learnt from questions that were asked now and then.

A question that finds a job done does not tell when it was done: some time after the last question that found it undone. What is learnt is
therefore a stretch of time, and its weight goes to the durations in it that were held likely before. A question asked very late tells
nothing, and estimates do not drift upwards because polls are late: a job found done at the first question never makes jobs look longer.
"""

from itertools import pairwise
from math import inf
from typing import Final

from msgspec import Struct

_STEPS: Final = 12
"""Durations that differ by less than the twelfth root of 2 are not told apart."""
_EDGES_S: Final = (0.0, *(30.0 * 2 ** (step / _STEPS) for step in range(-60, 85)))
_MOST_WEIGHT: Final = 60.0
"""What is older than about so many jobs fades."""
_LEAST_WEIGHT: Final = 1e-9
"""Nothing is ever held impossible."""
_PRIOR_WEIGHT: Final = 6.0
_PRIOR_S: Final = (30.0, 120.0)
"""Jobs take half a minute to two, says the service; any duration in between is equally likely until there is experience."""
_SURPRISE: Final = 1e-3
"""The share of jobs that are much shorter or longer than that."""


class Durations(Struct, frozen=True):
    """A distribution of durations: weights of stretches of time that grow in proportion; the last of them has no end."""

    weights: tuple[float, ...]

    def seen(self, after_s: float, by_s: float) -> "Durations":
        """Return what is known after a job that took longer than `after_s` and not longer than `by_s`."""
        inside = [weight * _share(edges, after_s, by_s) for weight, edges in zip(self.weights, _BINS, strict=True)]
        total, found = sum(self.weights), sum(inside)
        if found <= 0.0:
            return self
        fading = min(1.0, _MOST_WEIGHT / total)
        return Durations(
            tuple(
                max(weight * fading + share / found, _LEAST_WEIGHT)
                for weight, share in zip(self.weights, inside, strict=True)
            )
        )

    def done_by(self, age_s: float, *, undone_at_s: float = 0.0) -> float:
        """Return the share of jobs that are done at an age, of those that were not at a younger one."""
        left = 1.0 - self._below(undone_at_s)
        return 1.0 if left <= 0.0 else min(1.0, max(0.0, (self._below(age_s) - self._below(undone_at_s)) / left))

    def quantile_s(self, share: float, *, undone_at_s: float = 0.0) -> float:
        """Return the age at which that share of jobs is done, of those that were not at a younger one."""
        before = self._below(undone_at_s)
        wanted = (before + share * (1.0 - before)) * sum(self.weights)
        passed = 0.0
        for weight, (lower_s, upper_s) in zip(self.weights, _BINS, strict=True):
            if passed + weight >= wanted and upper_s < inf:
                return max(undone_at_s, lower_s + (upper_s - lower_s) * (wanted - passed) / weight)
            passed += weight
        # beyond the last edge nothing is told apart: ask at ages that double
        return max(_EDGES_S[-1], 2 * undone_at_s)

    def _below(self, age_s: float) -> float:
        below = sum(weight * _share(edges, 0.0, age_s) for weight, edges in zip(self.weights, _BINS, strict=True))
        return below / sum(self.weights)


def _share(edges: tuple[float, float], after_s: float, by_s: float) -> float:
    """Return how much of a stretch lies in another."""
    lower_s, upper_s = edges
    if upper_s == inf:
        return 1.0 if by_s > lower_s else 0.0
    return max(0.0, min(upper_s, by_s) - max(lower_s, after_s)) / (upper_s - lower_s)


def _prior() -> Durations:
    weights = []
    longer = _SURPRISE / 2
    for edges in _BINS:
        lower_s, upper_s = edges
        likely = (min(upper_s, _PRIOR_S[1]) - max(lower_s, _PRIOR_S[0])) / (_PRIOR_S[1] - _PRIOR_S[0])
        if likely > 1e-9:
            weights.append(likely * (1 - _SURPRISE))
        elif lower_s < _PRIOR_S[0]:
            weights.append(_SURPRISE / 2 * (upper_s - lower_s) / _PRIOR_S[0])
        else:
            # a twelfth longer is half as likely
            longer /= 2
            weights.append(longer)
    return Durations(tuple(max(_PRIOR_WEIGHT * weight, _LEAST_WEIGHT) for weight in weights))


_BINS: Final = (*pairwise(_EDGES_S), (_EDGES_S[-1], inf))
DEFAULT_DURATIONS: Final = _prior()
