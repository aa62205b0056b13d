"""In which order purchases are sent: as they are read, as far as nobody has to wait longer for the last of them.

A build may be stopped at any time, and then what is there should be what is read first. But a job that takes long, or whose picture
others wait for, must begin early enough; so it is sent at the last moment that does not make the whole longer, and no earlier.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from heapq import heappop, heappush
from typing import Final

from storyc.lowering import Depiction, Unit
from storyc.wire import DEFAULT_PANELS, ArtLink, placeholders, read_placeholder

from .durations import DEFAULT_DURATIONS
from .learnt import Learnt, kind_of
from .pace import Pace
from .places import asset_count
from .plan import Create

_MOSTLY: Final = 0.9
"""The share of jobs that take no longer than is reckoned with."""
_LONGEST: Final = 2.0
"""How much longer than a usual page any kind of job is taken to be that nobody has seen yet; a clip is."""


def in_order_of_sending(
    purchases: Sequence[Create], depict: Callable[[Unit], Depiction], pace: Pace, learnt: Learnt
) -> tuple[Create, ...]:
    """Return purchases, given as they are read, in the order in which they are best sent.

    `depict` tells what a unit will show; it is asked only where a clip waits for a picture.
    """
    units = [step.unit for step in purchases]
    own_s = _durations_s(units, learnt)
    waits_s = [own + behind for own, behind in zip(own_s, _behind_s(units, own_s, depict), strict=True)]
    return tuple(purchases[place] for place in _as_late_as_harmless(waits_s, pace))


def _durations_s(units: Sequence[Unit], learnt: Learnt) -> list[float]:
    """Return how long each job takes as far as anybody knows; one of an unknown kind in proportion to its pictures."""
    known_s: dict[tuple[str, int], float] = {}
    for unit in units:
        kind, pictures = kind_of(unit), asset_count(unit)
        if (kind, pictures) not in known_s:
            share = _LONGEST if unit.clip is not None else min(pictures / DEFAULT_PANELS, _LONGEST)
            known_s[kind, pictures] = (
                learnt.of(kind).quantile_s(_MOSTLY)
                if learnt.knows(kind)
                else DEFAULT_DURATIONS.quantile_s(_MOSTLY) * share
            )
    return [known_s[kind_of(unit), asset_count(unit)] for unit in units]


def _behind_s(units: Sequence[Unit], own_s: Sequence[float], depict: Callable[[Unit], Depiction]) -> list[float]:
    """Return how long it takes from the end of each job until all is done that waits for it."""
    clips_s = _clips_s(units, own_s)
    behind_s = [
        max((clips_s.get(shown.content, 0.0) for shown in depict(unit).shown), default=0.0)
        if clips_s and unit.panels
        else 0.0
        for unit in units
    ]
    # changes of one generation are made one after the other
    changing_s: defaultdict[str, float] = defaultdict(float)
    for place in reversed(range(len(units))):
        if changes := units[place].changes:
            behind_s[place] = max(behind_s[place], changing_s[changes])
            changing_s[changes] = own_s[place] + behind_s[place]
    return behind_s


def _clips_s(units: Sequence[Unit], own_s: Sequence[float]) -> Mapping[str, float]:
    """Return how long the clips take that begin or end with a picture, by what it shows."""
    found: dict[str, float] = {}
    for unit, clip_s in zip(units, own_s, strict=True):
        for link in map(read_placeholder, placeholders(unit.request)) if unit.clip is not None else ():
            if isinstance(link, ArtLink):
                found[link.content] = max(found.get(link.content, 0.0), clip_s)
    return found


def _as_late_as_harmless(waits_s: Sequence[float], pace: Pace) -> list[int]:
    """Return the places of jobs in an order that ends as soon as any, in which the first places come as early as they can."""
    leave_s = [
        max((slot // one.requests * one.length_s for one in pace.windows), default=0.0) for slot in range(len(waits_s))
    ]
    longest = sorted(range(len(waits_s)), key=lambda place: waits_s[place])
    end_s = max(
        (slot_s + waits_s[place] for slot_s, place in zip(leave_s, reversed(longest), strict=True)), default=0.0
    )
    found: list[int] = []
    fit: list[int] = []
    number = 0
    for slot_s in reversed(leave_s):
        while number < len(longest) and slot_s + waits_s[longest[number]] <= end_s:
            heappush(fit, -longest[number])
            number += 1
        found.append(-heappop(fit))
    return found[::-1]
