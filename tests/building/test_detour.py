"""What takes the place of changes of a comic that the service has forgotten: never more than was agreed to."""

from msgspec.structs import replace

from storyc.building import Otherwise
from storyc.building.detour import Detour, take_detour
from storyc.building.queueing import Queue
from storyc.lowering import Depiction, Unit
from storyc.planning import Create, Plan
from tests.building.conftest import comic, depict

GONE = [Create(replace(comic(page, 1), changes="g", key=f"change {page}"), 150) for page in (1, 2, 3)]
APART = Create(comic(4, 1), 150)
OTHER = Create(replace(comic(5, 1), changes="another"), 150)


def taken(*now: Create, is_limited: bool = False, left_out: tuple[Create, ...] = ()) -> tuple[Detour, list[Create]]:
    """Return what becomes of a queue after its first change was refused, and what is in it then."""
    queue = Queue[Create](lambda _step: None)
    for step in (*GONE[1:], APART, OTHER):
        queue.add(step)
    agreed = Plan((*GONE, APART, OTHER), (), left_out)
    otherwise = Otherwise(lambda: Plan(now, ()), is_limited)
    return take_detour(queue, GONE[0], agreed, otherwise, shows), list(queue)


def shows(unit: Unit) -> Depiction:
    """Return what a unit shows: the picture of each page is the same whichever way it is had."""
    pages = [comic(page, 1) for page in unit.pages]
    shown = tuple(one for page in pages for one in depict(page).shown)
    return replace(depict(unit), shown=shown)


def anew(*pages: int, price_credits: int = 150) -> Create:
    first = comic(pages[0], 1, words="Anew.")
    return Create(replace(first, pages=pages), price_credits)


def test_all_changes_of_the_comic_are_replaced_and_others_stay() -> None:
    detour, queue = taken(APART, OTHER, anew(1), anew(2), anew(3))
    assert detour == Detour(tuple(GONE), ())
    assert queue == [APART, OTHER, anew(1), anew(2), anew(3)]


def test_what_would_cost_more_than_the_changes_is_not_bought() -> None:
    detour, queue = taken(APART, OTHER, anew(1, price_credits=200), anew(2, price_credits=200), anew(3))
    assert queue == [APART, OTHER, anew(1, price_credits=200), anew(2, price_credits=200)]
    assert detour == Detour((GONE[0], GONE[1]), (GONE[2],))
    assert sum(step.price_credits for step in queue) <= 5 * 150


def test_what_was_apart_is_not_bought_beside_what_holds_it() -> None:
    detour, queue = taken(OTHER, anew(1), anew(2), anew(3, 4, price_credits=300))
    assert queue == [OTHER, anew(1), anew(2), anew(3, 4, price_credits=300)]
    assert detour == Detour(tuple(GONE), ())


def test_no_more_requests_than_were_agreed_to_and_nothing_that_was_left_out() -> None:
    half = [anew(page, price_credits=30) for page in (1, 2, 3, 6)]
    detour, queue = taken(APART, OTHER, *half, anew(7), is_limited=True, left_out=(anew(7),))
    assert queue == [APART, OTHER, *half[:3]]
    assert detour == Detour(tuple(GONE), ())


def test_what_was_given_up_on_the_way_does_not_take_the_place_of_what_is_gone() -> None:
    queue = Queue[Create](lambda _step: None)
    agreed, now = Plan((GONE[0], OTHER), ()), Plan((OTHER, anew(1)), ())
    detour = take_detour(queue, GONE[0], agreed, Otherwise(lambda: now), shows)
    assert (detour, list(queue)) == (Detour((GONE[0],), ()), [anew(1)])
