"""A doubt that the service itself settles, by telling of the generation that the lost answer named."""

from asyncio import Queue
from collections.abc import AsyncIterator

import httpx

from storyc.building import Adopted, BuildEvent, Doubted, Finished, News
from storyc.planning import Downloaded, InDoubt
from tests.building.conftest import Workshop, comic


def build(shop: Workshop, told: News | None) -> list[BuildEvent]:
    """Build a unit whose answer is lost, and tell something once it is in doubt."""
    queue: Queue[News] = Queue()

    def on_event(event: BuildEvent) -> None:
        if isinstance(event, Doubted):
            *_, name = shop.app.state.jobs
            queue.put_nowait(told or News(name, is_end=False, unit_key=comic(1).key))

    async def listen() -> AsyncIterator[News]:
        while True:
            yield await queue.get()

    shop.on_event = on_event
    shop.line.after = lambda request: httpx.ReadError("reset") if request.method == "POST" else None
    return shop.build(comic(1), news=listen())


def test_what_was_created_after_all_is_brought_home(shop: Workshop) -> None:
    events = build(shop, None)
    assert [type(event) for event in events if isinstance(event, Doubted | Adopted | Finished)] == [
        Doubted, Adopted, Finished,
    ]  # fmt: skip
    assert isinstance(shop.ledger().states()[comic(1).key], Downloaded)
    assert len(shop.line.paid()) == 1


def test_a_generation_that_the_service_does_not_have_settles_nothing(shop: Workshop) -> None:
    events = build(shop, News("c-somebody-elses", is_end=False, unit_key=comic(1).key))
    assert not any(isinstance(event, Adopted) for event in events)
    assert isinstance(shop.ledger().states()[comic(1).key], InDoubt)


def test_a_generation_of_other_words_settles_nothing(shop: Workshop) -> None:
    shop.build(comic(2))
    (other,) = shop.app.state.jobs
    events = shop_with_doubt(shop, other)
    assert not any(isinstance(event, Adopted) for event in events)
    assert isinstance(shop.ledger().states()[comic(1).key], InDoubt)


def shop_with_doubt(shop: Workshop, generation_id: str) -> list[BuildEvent]:
    return build(shop, News(generation_id, is_end=False, unit_key=comic(1).key))


def test_a_build_waits_a_while_for_the_service_to_tell(shop: Workshop) -> None:
    began_s = shop.clock.now_s()
    build(shop, News("", is_end=False))
    assert 60.0 <= shop.clock.now_s() - began_s < 120.0
