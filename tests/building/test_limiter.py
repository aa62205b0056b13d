from asyncio import run
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.api import JumpingClock
from storyc.building import Limiter
from storyc.planning import Window

WINDOWS = st.lists(st.builds(Window, st.integers(1, 12), st.sampled_from([7.0, 60.0, 86_400.0])), max_size=3)


def holds(window: Window, times_s: Sequence[float]) -> bool:
    """Whether no stretch of a window's length has more than it allows; at its end a request counts no more."""
    return all(
        last - first >= window.length_s for first, last in zip(times_s, times_s[window.requests :], strict=False)
    )


@settings(deadline=None)
@given(WINDOWS, st.lists(st.tuples(st.floats(0, 30), st.floats(0, 9), st.floats(0, 9)), max_size=60))
def test_no_window_of_the_service_holds_more_than_it_allows(
    windows: list[Window], requests: list[tuple[float, float, float]]
) -> None:
    clock = JumpingClock(1000.0)
    limiter, arrived_s = Limiter(clock, windows), []

    async def send() -> None:
        for pause_s, there_s, back_s in requests:
            await clock.sleep(pause_s)
            await limiter.slot()
            await clock.sleep(there_s)
            arrived_s.append(clock.now_s())
            await clock.sleep(back_s)
            limiter.answered()

    run(send())
    assert all(holds(window, arrived_s) for window in windows)


@given(st.integers(1, 12), st.lists(st.floats(0, 100), max_size=30), st.integers(1, 40))
def test_what_leaves_as_soon_as_it_may_leaves_when_it_was_foreseen(
    requests: int, past_s: list[float], number: int
) -> None:
    clock = JumpingClock(100.0)
    limiter = Limiter(clock, [Window(requests, 60.0)], past_s=past_s)
    foreseen_s = limiter.nth_s(number)

    async def send() -> None:
        for _ in range(number):
            await limiter.slot()

    run(send())
    assert clock.now_s() == pytest.approx(max(foreseen_s, 100.0))


def test_without_a_limit_nothing_waits() -> None:
    clock = JumpingClock(5.0)
    limiter = Limiter(clock)
    run(limiter.slot())
    assert limiter.ready_s() <= clock.now_s() == 5.0
    assert limiter.nth_s(1000) <= 5.0


def test_a_restart_does_not_forget() -> None:
    clock, taken_s = JumpingClock(1000.0), list[float]()
    before = Limiter(clock, [Window(2, 60.0)], on_take=taken_s.append)
    run(before.slot())
    run(before.slot())
    assert taken_s == [1000.0, 1000.0]
    clock.time_s = 1020.0
    after = Limiter(clock, [Window(2, 60.0)], past_s=taken_s)
    assert 1060.0 < after.ready_s() < 1070.0
    assert after.room(after.windows[0], 1020.0) == 0


def test_the_past_is_as_long_as_the_longest_window_needs() -> None:
    clock = JumpingClock(50_000.0)
    windows = [Window(4, 60.0), Window(15, 86_400.0)]
    limiter = Limiter(clock, windows, past_s=[float(second) for second in range(0, 15_000, 1_000)])
    assert [limiter.room(window, 50_000.0) for window in windows] == [4, 0]
    assert limiter.ready_s() == pytest.approx(86_400.0, rel=0.002)


def test_a_clock_that_is_put_back_makes_nobody_wait_for_it() -> None:
    clock = JumpingClock(10_000.0)
    limiter = Limiter(clock, [Window(1, 60.0)], past_s=[99_999.0])
    assert limiter.ready_s() <= 10_061.0
    clock.time_s = 500.0
    assert limiter.ready_s() <= 561.0


def test_it_is_known_when_more_may_leave() -> None:
    clock = JumpingClock(1000.0)
    limiter = Limiter(clock, [Window(3, 60.0)])
    assert limiter.more_s() == float("inf")
    run(limiter.slot())
    assert 1060.0 <= limiter.more_s() <= 1061.0
