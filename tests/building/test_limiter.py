from asyncio import run

from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.api import JumpingClock
from storyc.building import Limiter


@settings(deadline=None)
@given(st.integers(1, 12), st.lists(st.floats(0, 30), max_size=60))
def test_no_window_holds_more_than_its_requests(requests: int, pauses_s: list[float]) -> None:
    clock = JumpingClock(1000.0)
    limiter, sent_s = Limiter(clock, requests, 60.0), []

    async def send() -> None:
        for pause_s in pauses_s:
            await clock.sleep(pause_s)
            await limiter.slot()
            sent_s.append(clock.now_s())

    run(send())
    for first, last in zip(sent_s, sent_s[requests:], strict=False):
        assert last - first >= 60.0 - 1e-6


def test_without_a_limit_nothing_waits() -> None:
    clock = JumpingClock(5.0)
    limiter = Limiter(clock, None)
    run(limiter.slot())
    assert limiter.ready_s() <= clock.now_s() == 5.0
