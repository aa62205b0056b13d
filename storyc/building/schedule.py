"""What a build does next, and when.

Paid requests go first, because a job cannot be done before it is begun; unless one of them waits for a job that is sure to be done. A
question is asked when its job is all but certainly done, because one in vain costs a slot, and where slots are scarce that costs more time
than waiting. Where they are not, jobs are asked about early, but only with slots that are free again before anything needs them, and one
job at a time: the one that something waits for, or any, because as long as one is undone the build is not over.
"""

from collections.abc import Sequence
from math import inf
from typing import Final

from msgspec import Struct

from storyc.planning import Learnt, Pace, Window

from .flights import Flight, Flights
from .limiter import Limiter

_LIKELY_ENOUGH: Final = 0.005
"""How likely it must be that all jobs are done, before the end of a build is looked for."""
_RELAXED: Final = 0.02
"""By how much longer a job may take to be heard of, as a share of its time, so that others are heard of early."""
_PATIENT: Final = 1 / 25
"""Of a job's age, the least pause between two questions about it."""
_MORE_PATIENT: Final = 1 / 12
"""The same for one that is late."""
_CURIOUS: Final = 8
"""While slots are plenty, unlikely answers are asked for at ages that grow by this factor."""
_SOME: Final = 3
"""Slots to spare that are worth a look at a new job."""
_SEVERAL: Final = 4
_LOOKED_AT: Final = 16
"""Of how many flights the end is guessed from: it is one of the last."""
_EXACT_S: Final = 0.1
_EXACT_GROWTH: Final = 1e-3
_YOUNGEST_S: Final = 1.0
_LEAST_GROWTH: Final = 1.05
"""Nobody minds to hear of a job so much later, even where questions are free."""
_SHORT_S: Final = 60.0
"""Windows up to this length bind the looks at one job; of longer ones nobody knows what else will be sent in them."""
_NET: Final = 1.5
"""With webhooks a job is asked about when it is late by half: perhaps its webhook was lost."""


class Send(Struct, frozen=True):
    """Send the first step of the queue."""


class Ask(Struct, frozen=True):
    """Ask about a flight."""

    flight: Flight


class Rest(Struct, frozen=True):
    """Do nothing until a time in Unix seconds, infinite if only news can change anything."""

    until_s: float


Move = Send | Ask | Rest


class Schedule:
    """Decides from what flies, what is known of durations, and which slots are free."""

    def __init__(
        self,
        pace: Pace,
        flights: Flights,
        learnt: Learnt,
        *,
        orders: Limiter,
        questions: Limiter,
        expects_news: bool,
    ) -> None:
        """`orders` limits paid requests and `questions` polls; where all requests count they are one."""
        self.expects_news = expects_news
        """Whether somebody else is to say when a job is done."""
        self._pace = pace
        self._flights = flights
        self._learnt = learnt
        self._orders = orders
        self._questions = questions
        self._look_s = 0.0
        """Before this time no question is asked that may be in vain."""

    def move(self, now_s: float, *, send_s: float | None, waiting: int) -> Move:
        """Return what to do now.

        `send_s` is before when the first step must not be sent, None if none may be; `waiting` counts all steps that are not sent.
        """
        due_s = inf
        awaited = self._flights.awaited
        if awaited is not None and max(awaited.sure_s, self._questions.ready_s()) <= now_s:
            return Ask(awaited)
        if send_s is not None:
            due_s = max(self._orders.ready_s(), send_s)
            if due_s <= now_s:
                return Send()
        if self._flights:
            ask_s = self._ask_s(now_s, waiting)
            if ask_s <= now_s:
                is_sure = self._flights[0].sure_s <= now_s
                return Ask(self._flights[0] if awaited is None or is_sure else awaited)
            due_s = min(due_s, ask_s)
        return Rest(due_s)

    def sure_s(self, kind: str, began_s: float, *, undone_at_s: float = 0.0) -> float:
        """Return when a job is to be asked about even if slots are scarce, in Unix seconds."""
        sure_s = self._learnt.sure_s(kind, undone_at_s=undone_at_s)
        return began_s + (sure_s * _NET if self.expects_news else sure_s)

    def begun(self, flight: Flight) -> None:
        """Note that a job was submitted."""
        look_s = flight.began_s + self._pace.first_look_s
        # the end of several jobs is likely so late that a slot used up now is free again by then
        if len(self._flights) < _SEVERAL and not self._has_some(look_s):
            look_s = self._next_look_s(flight, look_s)
        self._look_s = max(self._look_s, look_s)

    def hurry(self, flight: Flight, now_s: float) -> None:
        """Note that something which is not sent yet waits for a flight: there is no need to look at any other."""
        self._flights.hurry(flight)
        if self._questions.windows:
            self._look_s = min(self._look_s, self._next_look_s(flight, now_s))

    def in_vain(self, flight: Flight, now_s: float) -> None:
        """Note that a question found a job undone."""
        age_s = flight.undone_at_s = now_s - flight.began_s
        self._flights.move(flight, self.sure_s(flight.kind, flight.began_s, undone_at_s=age_s))
        is_late = age_s > self._learnt.sure_s(flight.kind)
        look_s = now_s + max(self._pace.shortest_pause_s, age_s * (_MORE_PATIENT if is_late else _PATIENT))
        if self._questions.windows:
            curious_s = flight.began_s + age_s * _CURIOUS if self._has_plenty(now_s) else inf
            look_s = max(look_s, min(self._next_look_s(flight, now_s), curious_s))
        self._look_s = look_s

    def _ask_s(self, now_s: float, waiting: int) -> float:
        """Return when to ask about the first flight."""
        sure_s = max(self._flights[0].sure_s, self._questions.ready_s())
        if sure_s <= now_s or self.expects_news:
            return sure_s
        look_s = max(self._look_s, self._questions.ready_s())
        if look_s <= now_s and not self._may_be_in_vain(now_s, waiting):
            # what forbids it now may be otherwise when a slot is free again
            look_s = self._questions.more_s()
        return min(sure_s, look_s)

    def _may_be_in_vain(self, now_s: float, waiting: int) -> bool:
        """Return whether every flight will find a slot when it is sure to be done, if one is used up now."""
        # a step that waits for art needs one too, as soon as the art is at home, and another to be asked about
        own = 2 * waiting if self._pace.polls_count else 0
        return all(self._is_spare(window, now_s, own) for window in self._questions.windows)

    def _is_spare(self, window: Window, now_s: float, own: int) -> bool:
        room = self._questions.room(window, now_s)
        if window.length_s <= _SHORT_S and self._flights.awaited is not None:
            # the end of the build waits for what waits for it, so the others have time; one slot is for what is sent then
            return room > 1
        if room <= own:
            return False
        for place in range(min(len(self._flights), window.requests)):
            flight = self._flights[place]
            needed_s = max(now_s, flight.sure_s + _RELAXED * (flight.sure_s - flight.began_s))
            used = own + (needed_s < now_s + window.wait_s)
            if self._questions.room(window, needed_s) - used <= place:
                return False
        return True

    def _has_some(self, now_s: float) -> bool:
        """Return whether some slots would be left if every flight took one."""
        return all(self._questions.room(one, now_s) - len(self._flights) >= _SOME for one in self._questions.windows)

    def _has_plenty(self, now_s: float) -> bool:
        """Return whether most slots would be left if every flight took one."""
        limiter = self._questions
        return all(2 * (limiter.room(one, now_s) - len(self._flights)) > one.requests for one in limiter.windows)

    def _next_look_s(self, flight: Flight, from_s: float) -> float:
        """Return when to look at a flight next after a time.

        Looks begin when all may well be done that is waited for, and from there on their ages grow by one factor: a job that was done right
        after a look is heard of late by the same share of its time, whenever that is.
        """
        count = len(self._flights)
        latest = [self._flights[place] for place in range(count - 1, max(-1, count - 1 - _LOOKED_AT), -1)]
        group = [flight] if flight.is_awaited else latest
        last_s = max(one.sure_s for one in group)
        age_s = max(self._likely_s(group, from_s, last_s) - flight.began_s, _YOUNGEST_S)
        return max(from_s, min(flight.began_s + age_s * self._growth(flight, last_s - from_s), last_s))

    def _growth(self, flight: Flight, left_s: float) -> float:
        """Return by what factor the ages of looks grow, if they use what slots the flights leave, in all windows that end by then."""
        # while something waits for it, the others have time
        count = 1 if flight.is_awaited else len(self._flights)
        early_s = max(self._learnt.of(flight.kind).quantile_s(_LIKELY_ENOUGH ** (1 / count)), _YOUNGEST_S)
        factors = [
            _least_growth(early_s, one.wait_s, max(1, one.requests - count + 1))
            for one in self._questions.windows
            if one.length_s <= max(left_s, _SHORT_S)
        ]
        return max([_LEAST_GROWTH, *factors])

    def _likely_s(self, group: Sequence[Flight], from_s: float, to_s: float) -> float:
        """Return the first time from which on some flights may well all be done, at last when they are sure to be."""
        to_s = max(from_s, to_s)
        while to_s - from_s > _EXACT_S:
            middle_s = (from_s + to_s) / 2
            if self._all_done_share(group, middle_s) < _LIKELY_ENOUGH:
                from_s = middle_s
            else:
                to_s = middle_s
        return to_s

    def _all_done_share(self, group: Sequence[Flight], at_s: float) -> float:
        """Return how likely it is that some flights are all done at a time."""
        share = 1.0
        for one in group:
            share *= self._learnt.of(one.kind).done_by(at_s - one.began_s, undone_at_s=one.undone_at_s)
            if share < _LIKELY_ENOUGH:
                break
        return share


def _least_growth(age_s: float, window_s: float, requests: int) -> float:
    """Return by which factor the ages of questions must grow, from one age on, so that a window never holds more than so many."""
    lower, upper = 1.0, 1.0 + window_s / age_s
    while upper - lower > _EXACT_GROWTH:
        middle = (lower + upper) / 2
        if age_s * middle * (middle**requests - 1.0) < window_s:
            lower = middle
        else:
            upper = middle
    return upper
