"""In which order purchases are sent."""

from collections.abc import Sequence
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from storyc.lowering import Unit
from storyc.planning import DEFAULT_DURATIONS, DRAFT_PACE, Create, Learnt, Pace, Window, in_order_of_sending
from tests.benchmarks.makespan import clip, comic, depict

TWO_A_MINUTE = Pace((Window(2, 60.0),))


def sent(*units: Unit, pace: Pace = TWO_A_MINUTE, learnt: Learnt | None = None) -> list[Unit]:
    steps = in_order_of_sending([Create(unit, unit.price_credits) for unit in units], depict, pace, learnt or Learnt())
    return [step.unit for step in steps]


def end_s(waits_s: Sequence[float], pace: Pace) -> float:
    return max(
        slot // one.requests * one.length_s + wait_s for slot, wait_s in enumerate(waits_s) for one in pace.windows
    )


def test_equal_pages_are_sent_as_they_are_read() -> None:
    pages = [comic(number, 4) for number in range(1, 9)]
    assert sent(*pages) == pages


def test_without_limits_everything_is_sent_as_it_is_read() -> None:
    units = [comic(1, 1), comic(2, 8), comic(3, 4)]
    assert sent(*units, clip(1, units[0]), pace=DRAFT_PACE) == [*units, clip(1, units[0])]


def test_a_page_that_a_clip_waits_for_is_sent_in_time() -> None:
    pages = [comic(number, 4) for number in range(1, 9)]
    film = clip(1, pages[7])
    order = sent(*pages, film)
    assert order.index(pages[7]) < 4
    assert [unit for unit in order if unit not in (pages[7], film)] == pages[:7]
    assert order.index(pages[7]) < order.index(film)


def test_what_was_learnt_goes_before_what_is_guessed() -> None:
    small, large = [comic(number, 1) for number in range(1, 4)], [comic(number, 8) for number in range(4, 7)]
    assert sent(*small, *large)[-1] == small[-1]
    learnt = Learnt()
    for _ in range(40):
        learnt.see("create-1", 200.0, 210.0)
        learnt.see("create-8", 20.0, 21.0)
    assert sent(*small, *large, learnt=learnt) == [*small, *large]


def test_changes_of_one_comic_are_begun_in_time_because_each_waits_for_the_one_before() -> None:
    pages = [comic(number, 4) for number in range(1, 7)]
    changes = [replace(comic(number, 4), changes="g1") for number in range(7, 10)]
    order = sent(*pages, *changes)
    assert changes[0] in order[:3]
    assert [unit for unit in order if unit.changes] == changes


@settings(deadline=None)
@given(pictures=st.lists(st.sampled_from([1, 2, 4, 8]), min_size=1, max_size=6))
def test_no_order_ends_sooner_and_none_that_ends_as_soon_keeps_the_beginning_better(pictures: list[int]) -> None:
    units = [comic(number, count) for number, count in enumerate(pictures, 1)]
    usual_s = DEFAULT_DURATIONS.quantile_s(0.9)

    def rank(order: Sequence[Unit]) -> tuple[float, list[int]]:
        waits_s = [usual_s * len(unit.panels) / 4 for unit in order]
        return end_s(waits_s, TWO_A_MINUTE), [order.index(unit) for unit in units]

    assert rank(sent(*units)) == min(rank(order) for order in permutations(units))
