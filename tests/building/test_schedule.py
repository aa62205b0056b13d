"""What a build does next, from what flies, what is known and which slots are free."""

from asyncio import run
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.api import JumpingClock
from storyc.building import Limiter
from storyc.building.flights import Flight, Flights
from storyc.building.schedule import Ask, Move, Rest, Schedule, Send
from storyc.planning import PAID_PACE, Learnt, Pace, Window
from tests.building.conftest import comic

KIND = "create-2"


class Room:
    """Flights that began at given times, and a clock."""

    def __init__(self, pace: Pace = PAID_PACE, *, expects_news: bool = False) -> None:
        self.clock = JumpingClock(1000.0)
        self.limiter = Limiter(self.clock, pace.windows)
        self.flights = Flights()
        self.schedule = Schedule(
            pace, self.flights, Learnt(), orders=self.limiter, questions=self.limiter, expects_news=expects_news
        )

    def fly(self, count: int = 1) -> None:
        """Submit some units now."""
        for _ in range(count):
            run(self.limiter.slot())
            now_s = self.clock.now_s()
            name = f"g{len(self.flights)}"
            sure_s = self.schedule.sure_s(KIND, now_s)
            flight = Flight(comic(len(self.flights)), KIND, name, 0, began_s=now_s, sure_s=sure_s, give_up_s=2e9)
            self.flights.add(flight)
            self.schedule.begun(flight)

    def move(self, *, send_s: float | None = None, waiting: int = 0) -> Move:
        return self.schedule.move(self.clock.now_s(), send_s=send_s, waiting=waiting)

    def rest(self) -> float:
        """Rest until there is something to do; return how long that took in all since the beginning."""
        while isinstance(move := self.move(), Rest):
            self.clock.time_s = move.until_s
        return self.clock.now_s() - 1000.0

    def ask_in_vain(self) -> None:
        move = self.move()
        assert isinstance(move, Ask)
        self.limiter.take()
        self.limiter.answered()
        self.schedule.in_vain(move.flight, self.clock.now_s())


def test_nothing_to_do_is_rest_for_ever() -> None:
    assert Room().move() == Rest(float("inf"))


def test_what_can_be_sent_goes_first() -> None:
    room = Room()
    room.fly()
    room.clock.time_s += 500.0
    assert isinstance(room.move(), Ask)
    assert room.move(send_s=0.0, waiting=1) == Send()
    assert isinstance(room.move(send_s=2000.0, waiting=1), Ask)


def test_a_lone_job_is_asked_about_at_once_and_then_often_where_its_end_is_likely() -> None:
    room = Room()
    room.fly()
    asked_s = []
    while room.rest() < 125.0:
        asked_s.append(room.clock.now_s() - 1000.0)
        room.ask_in_vain()
    assert asked_s[0] == 1.0
    assert sum(1.0 < age_s < 30.0 for age_s in asked_s) <= 2
    likely = [age_s for age_s in asked_s if age_s >= 30.0]
    assert all(later - earlier < 12.0 for earlier, later in pairwise(likely))


def test_a_batch_that_needs_every_slot_is_asked_about_when_it_is_done() -> None:
    room = Room()
    room.fly(10)
    # one slot is free again before it is needed
    assert 60.0 <= room.rest() < 61.0
    room.ask_in_vain()
    assert 119.0 < room.rest() < 121.0


def test_a_scarce_day_is_not_spent_on_guesses() -> None:
    room = Room(Pace((Window(4, 60.0), Window(15, 86_400.0))))
    room.fly(8)
    assert 119.0 < room.rest() < 121.0


def test_with_webhooks_a_job_is_asked_about_when_it_is_late() -> None:
    room = Room(expects_news=True)
    room.fly()
    assert 170.0 < room.rest() < 185.0


@settings(deadline=None, max_examples=20)
@given(st.integers(1, 30), st.integers(0, 40))
def test_there_is_always_something_to_wait_for(count: int, vain: int) -> None:
    room = Room()
    room.fly(count)
    for _ in range(vain):
        before_s = room.clock.now_s()
        room.rest()
        room.ask_in_vain()
        assert room.clock.now_s() >= before_s
    assert room.rest() < 10_000.0


@pytest.mark.parametrize("age_s", [300.0, 3_000.0])
def test_a_job_that_never_ends_is_asked_about_ever_more_rarely(age_s: float) -> None:
    room = Room()
    room.fly()
    room.clock.time_s = 1000.0 + age_s
    room.ask_in_vain()
    assert age_s * 1.05 < room.rest() < age_s * 1.6
