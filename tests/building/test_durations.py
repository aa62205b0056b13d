"""What is learnt of durations from questions that were asked now and then."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyc.planning import DEFAULT_DURATIONS, Durations

AGES = st.floats(0.5, 3000.0)
STRETCHES = st.tuples(AGES, AGES).map(sorted).filter(lambda pair: pair[1] - pair[0] > 1e-3)
SHARES = (0.01, 0.1, 0.5, 0.9, 0.99)


@st.composite
def experiences(draw: st.DrawFn) -> Durations:
    known = DEFAULT_DURATIONS
    for after_s, by_s in draw(st.lists(STRETCHES, max_size=12)):
        known = known.seen(after_s, by_s)
    return known


def test_at_first_jobs_take_half_a_minute_to_two() -> None:
    assert DEFAULT_DURATIONS.quantile_s(0.01) > 30.0
    assert DEFAULT_DURATIONS.quantile_s(0.5) == pytest.approx(75.0, rel=0.01)
    assert DEFAULT_DURATIONS.quantile_s(0.995) < 120.0


@given(experiences(), AGES)
def test_a_job_that_is_found_done_at_the_first_question_never_makes_jobs_look_longer(
    known: Durations, by_s: float
) -> None:
    after = known.seen(0.0, by_s)
    assert all(after.quantile_s(share) <= known.quantile_s(share) * (1 + 1e-6) for share in SHARES)


@given(experiences())
def test_a_question_so_late_that_every_job_is_done_tells_nothing(known: Durations) -> None:
    after = known.seen(0.0, float("inf"))
    for share in SHARES:
        assert after.quantile_s(share) == pytest.approx(known.quantile_s(share), rel=1e-4)


@given(experiences(), STRETCHES)
def test_more_jobs_are_held_to_end_where_one_did(known: Durations, stretch: list[float]) -> None:
    after_s, by_s = stretch

    def inside(one: Durations) -> float:
        return one.done_by(by_s) - one.done_by(after_s)

    # a stretch is only told apart down to a twelfth
    assert inside(known.seen(after_s, by_s)) >= inside(known) * 0.9


@given(experiences(), AGES, AGES)
def test_shares_grow_with_age(known: Durations, one_s: float, other_s: float) -> None:
    early_s, late_s = sorted([one_s, other_s])
    assert 0.0 <= known.done_by(early_s) <= known.done_by(late_s) <= 1.0
    assert known.done_by(late_s, undone_at_s=early_s) <= known.done_by(late_s) + 1e-9
    assert known.quantile_s(0.5, undone_at_s=early_s) >= early_s


@given(experiences(), st.floats(0.01, 0.99))
def test_a_quantile_is_the_age_by_which_that_share_is_done(known: Durations, share: float) -> None:
    assert known.done_by(known.quantile_s(share)) == pytest.approx(share, abs=1e-6)


def test_the_truth_is_found_although_every_question_is_late() -> None:
    random = Random(1)
    known = DEFAULT_DURATIONS
    for _ in range(300):
        duration_s = random.uniform(200.0, 260.0)
        asked_s, undone_s = 90.0, 0.0
        while asked_s < duration_s:
            undone_s, asked_s = asked_s, asked_s * 1.3
        known = known.seen(undone_s, asked_s)
    assert known.quantile_s(0.05) > 150.0
    assert known.quantile_s(0.95) < 290.0


def test_what_was_learnt_long_ago_fades() -> None:
    known = DEFAULT_DURATIONS
    for duration_s in (100.0,) * 200 + (20.0,) * 200:
        known = known.seen(duration_s * 0.97, duration_s)
    assert known.quantile_s(0.9) < 25.0


def test_beyond_all_experience_ages_double() -> None:
    assert DEFAULT_DURATIONS.quantile_s(0.5, undone_at_s=10_000.0) == 20_000.0
    assert DEFAULT_DURATIONS.done_by(10_000.0, undone_at_s=20_000.0) in (0.0, 1.0)
