"""What webhooks tell a build while it runs, and what happens when they do not."""

from asyncio import Queue
from collections.abc import AsyncIterator, Callable

import httpx
import pytest

from storyc.building import BuildEvent, Failed, Finished, News, Polled, Submitted
from storyc.errors import FileError
from storyc.wire import GeneratedPage, GeneratedPanel, Generation, Lifecycle
from tests.building.conftest import Workshop, comic

Teller = Callable[[str], list[News]]


def questions(shop: Workshop) -> list[httpx.Request]:
    """What was asked about jobs."""
    return [request for request in shop.line.sent if request.method == "GET" and "generations" in request.url.path]


def build(shop: Workshop, tell: Teller) -> list[BuildEvent]:
    """Build two units and tell something about each as soon as it is submitted."""
    told: Queue[News] = Queue()

    def on_event(event: BuildEvent) -> None:
        if isinstance(event, Submitted):
            for news in tell(event.generation_id):
                told.put_nowait(news)

    async def listen() -> AsyncIterator[News]:
        while True:
            yield await told.get()

    shop.on_event = on_event
    return shop.build(comic(1), comic(2), news=listen())


def whole(shop: Workshop, name: str, panels: int = 2) -> Generation:
    """A finished generation as a webhook tells of it."""
    found = tuple(
        GeneratedPanel(panel=place, asset_url=f"http://127.0.0.1/assets/{panel.asset_id}.webp")
        for place, panel in enumerate(shop.app.state.jobs[name].pages[0].panels[:panels])
    )
    page = GeneratedPage(page=0, panels=found)
    return Generation(id=name, status="PROCESSED", lifecycle=Lifecycle.SUCCEEDED, pages=(page,))


def count(events: list[BuildEvent], kind: type[BuildEvent]) -> int:
    return sum(isinstance(event, kind) for event in events)


def test_what_is_told_whole_is_not_asked_about(shop: Workshop) -> None:
    events = build(shop, lambda name: [News(name, whole(shop, name)), News(name, whole(shop, name)), News("other")])
    assert count(events, Finished) == 2
    assert questions(shop) == []


def test_a_failure_that_is_told_is_final(shop: Workshop) -> None:
    failed = Generation(id="", status="FAILED", lifecycle=Lifecycle.FAILED)
    assert count(build(shop, lambda name: [News(name, failed)]), Failed) == 2
    assert questions(shop) == []


@pytest.mark.parametrize("is_partial", [False, True])
def test_news_without_the_whole_are_asked_about_at_once(is_partial: bool, shop: Workshop) -> None:
    shop.app.state = type(shop.app.state)(0, shop.app.state.accounts)
    began_s = shop.clock.now_s()
    events = build(shop, lambda name: [News(name, whole(shop, name, 1) if is_partial else None)])
    assert count(events, Finished) == len(questions(shop)) == 2
    assert shop.clock.now_s() < began_s + 200


def test_news_that_are_early_do_no_harm(shop: Workshop) -> None:
    early = Generation(id="", status="LOADING", lifecycle=Lifecycle.RUNNING)
    events = build(shop, lambda name: [News(name, early), News(name)])
    assert count(events, Finished) == 2
    assert count(events, Polled) <= 3


def test_jobs_that_nobody_tells_of_are_asked_about_late(shop: Workshop) -> None:
    began_s = shop.clock.now_s()
    assert count(build(shop, lambda _name: []), Finished) == 2
    assert 150.0 < shop.clock.now_s() - began_s < 250.0
    assert len(questions(shop)) == 2


def test_when_no_news_can_come_jobs_are_asked_about_as_ever(shop: Workshop) -> None:
    async def nothing() -> AsyncIterator[News]:
        for news in list[News]():
            yield news

    began_s = shop.clock.now_s()
    assert count(shop.build(*(comic(page, 1) for page in range(11)), news=nothing()), Finished) == 11
    assert shop.clock.now_s() - began_s < 200.0


def test_what_breaks_the_news_is_told_after_the_build(shop: Workshop) -> None:
    async def broken() -> AsyncIterator[News]:
        yield News("other")
        raise FileError("the door fell shut")

    events: list[BuildEvent] = []
    with pytest.raises(FileError, match="door"):
        shop.build(comic(1), news=broken(), seen=events)
    assert count(events, Finished) == 1
