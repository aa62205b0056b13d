"""How long builds take, in a time that passes at no time: the real client against the simulator with its limits."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from storyc.planning import PAID_PACE, Learnt, expected_duration_s, make_plan
from tests.benchmarks.makespan import Case, build, comic, naive

BAR = 1.15


@pytest.mark.parametrize("case", [Case(1), Case(1, seed=3), Case(10), Case(50), Case(10, "demo")], ids=repr)
def test_a_build_takes_hardly_longer_than_it_must_and_is_never_told_to_slow_down(case: Case, tmp_path: Path) -> None:
    found = build(case, tmp_path)
    assert found.ratio <= BAR
    assert found.refused == 0


@pytest.mark.parametrize("plan", ["paid", "demo"])
@pytest.mark.parametrize("has_webhooks", [False, True])
def test_where_questions_are_free_only_the_unknown_is_waited_for(plan: str, has_webhooks: bool, tmp_path: Path) -> None:
    case = Case(50 if plan == "paid" else 15, "paid" if plan == "paid" else "demo", False, has_webhooks)
    found = build(case, tmp_path)
    assert found.fair_ratio <= 1.05
    assert found.refused == 0


def test_what_takes_long_is_begun_in_time(tmp_path: Path) -> None:
    as_read = Case(50, polls_count=False, is_mixed=True, keeps_order=True)
    read = build(as_read, tmp_path / "read")
    found = build(replace(as_read, keeps_order=False), tmp_path / "ordered")
    assert found.refused == read.refused == 0
    assert found.makespan_s < 0.85 * read.makespan_s
    assert found.fair_ratio <= 1.3


def test_webhooks_halve_the_time_where_questions_count(tmp_path: Path) -> None:
    found = build(Case(50, has_webhooks=True), tmp_path)
    assert found.makespan_s < 0.7 * build(Case(50), tmp_path / "other").makespan_s
    assert found.requests <= 51
    assert found.refused == 0


def test_a_build_in_a_hurry_is_slower_and_is_told_to_slow_down(tmp_path: Path) -> None:
    vendor = naive(Case(20))
    ours = build(Case(20), tmp_path)
    assert vendor.refused > 100
    assert ours.refused == 0
    assert ours.makespan_s <= vendor.makespan_s * 1.05


def test_builds_take_as_long_as_was_foreseen(tmp_path: Path) -> None:
    plan = make_plan([comic(number) for number in range(50)], {}, set())
    assert build(Case(50), tmp_path).makespan_s == pytest.approx(
        expected_duration_s(plan, PAID_PACE, Learnt()), rel=0.05
    )


@pytest.mark.parametrize("units", [1, 5, 10])
def test_jobs_that_are_done_at_once_are_not_waited_for(units: int, tmp_path: Path) -> None:
    found = build(Case(units, jobs_s=(0.0, 0.0)), tmp_path)
    assert found.refused == 0
    assert found.makespan_s < (10.0 if units < 6 else 75.0)


def test_jobs_that_take_longer_than_ever_are_found_all_the_same(tmp_path: Path) -> None:
    found = build(Case(10, jobs_s=(300.0, 400.0)), tmp_path)
    assert found.refused == 0
    assert found.ratio <= 1.5
