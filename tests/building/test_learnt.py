"""What builds remember of durations, and what they expect."""

from pathlib import Path

import pytest

from storyc.ledger import LEARNT, load_learnt, open_draft_ledger
from storyc.planning import (
    DEMO_PACE,
    DRAFT_PACE,
    PAID_PACE,
    Learnt,
    Submitted,
    expected_duration_s,
    kind_of,
    make_plan,
    read_learnt,
)
from tests.building.conftest import Workshop, book, clip, comic


def test_jobs_of_a_kind_draw_about_as_much() -> None:
    kinds = [kind_of(unit) for unit in (comic(1, 1), comic(1, 3), book([1, 2], 2), comic(1, 5), clip(1, comic(1)))]
    assert kinds == ["create-1", "create-4", "create-4", "create-8", "video-1"]


def test_what_was_learnt_is_remembered() -> None:
    learnt = Learnt()
    assert not learnt.is_changed
    for _ in range(50):
        learnt.see("create-1", 9.0, 10.0)
    again = read_learnt(learnt.told())
    assert not again.is_changed
    assert again.sure_s("create-1") == pytest.approx(learnt.sure_s("create-1"), rel=0.01)
    assert again.of("create-1").quantile_s(0.5) == pytest.approx(9.5, rel=0.05)
    assert again.sure_s("video-1") == Learnt().sure_s("video-1")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"create-1": [1, 2]}', '{"create-1": "x"}', '{"create-1": [null]}'])
def test_what_cannot_be_read_was_not_learnt(text: str) -> None:
    assert read_learnt(text).sure_s("create-1") == Learnt().sure_s("create-1")


def test_a_straggler_is_asked_about_when_it_is_half_as_old_again() -> None:
    assert 120.0 < Learnt().sure_s("create-1", undone_at_s=120.0) <= 180.0
    assert 600.0 < Learnt().sure_s("create-1", undone_at_s=600.0) <= 900.0


def test_a_build_teaches_the_next(shop: Workshop) -> None:
    shop.build(*(comic(page) for page in range(1, 4)))
    path = shop.root / "ledger.sqlite"
    shop.close()
    learnt = load_learnt(path)
    assert learnt.of("create-2").quantile_s(0.9) < Learnt().of("create-2").quantile_s(0.9)
    assert load_learnt(path.with_name("none.sqlite")).sure_s("create-2") == Learnt().sure_s("create-2")


def test_notes_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    for text in ("", "first", "second"):
        ledger = open_draft_ledger(path, made_by="me", has=lambda _digest: True)
        assert ledger.note(LEARNT) == text
        ledger.record_note(LEARNT, "second" if text else "first")
        ledger.close()


def test_what_a_build_takes_is_known_before() -> None:
    units = [comic(page) for page in range(100)]
    learnt = Learnt()
    assert expected_duration_s(make_plan([], {}, set()), PAID_PACE, learnt) == 0.0
    assert expected_duration_s(make_plan(units[:1], {}, set()), PAID_PACE, learnt) == pytest.approx(75.0, rel=0.01)
    assert 100.0 < expected_duration_s(make_plan(units[:10], {}, set()), PAID_PACE, learnt) < 120.0
    whole = make_plan(units, {}, set())
    assert expected_duration_s(whole, PAID_PACE, learnt) == 1140.0
    assert 640.0 < expected_duration_s(whole, PAID_PACE, learnt, has_webhooks=True) < 660.0
    assert expected_duration_s(whole, DEMO_PACE, learnt) == 13 * 86_400.0
    assert expected_duration_s(whole, DRAFT_PACE, learnt) < 120.0


def test_clips_take_their_time_after_the_art_that_they_begin_with() -> None:
    page = comic(1)
    alone_s = expected_duration_s(make_plan([page], {}, set()), PAID_PACE, Learnt())
    assert expected_duration_s(make_plan([page, clip(1, page)], {}, set()), PAID_PACE, Learnt()) == 2 * alone_s


def test_what_is_in_flight_is_waited_for() -> None:
    page = comic(1)
    plan = make_plan([page], {page.key: Submitted("g", 1, 5.0)}, set())
    assert expected_duration_s(plan, PAID_PACE, Learnt()) == pytest.approx(75.0, rel=0.01)
