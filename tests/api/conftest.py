"""A clock that writes down how long somebody slept."""

import pytest

from storyc.api import JumpingClock


class NotingClock(JumpingClock):
    def __init__(self) -> None:
        super().__init__(1_800_000_000.0)
        self.slept_s: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept_s.append(seconds)
        await super().sleep(seconds)


@pytest.fixture
def clock() -> NotingClock:
    return NotingClock()
