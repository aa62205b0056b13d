"""Who may ask how often, who pays, and what is said to those who may not or cannot."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyc.sim import Account
from storyc.sim.accounts import admit
from storyc.wire import RATE_LIMITS, Plan, read_error
from tests.sim.line import GENERATIONS, ORDER, Line

USAGE = "/v1/comics/usage"


def inside(times_s: Sequence[float], now_s: float, window_s: float) -> int:
    return sum(now_s - window_s < time_s <= now_s for time_s in times_s)


@given(
    pauses_s=st.lists(st.sampled_from([0.0, 0.5, 5.0, 14.875, 15.0, 20.0, 60.0, 4_000.0]), max_size=80),
    plan=st.sampled_from(["demo", "paid"]),
)
def test_a_limit_is_neither_exceeded_nor_undershot(pauses_s: list[float], plan: Plan) -> None:
    account, admitted, now_s = Account(0, plan=plan, is_limited=True), list[float](), 0.0
    limit = RATE_LIMITS[plan]
    for pause_s in pauses_s:
        now_s += pause_s
        has_room = inside(admitted, now_s, 60) < limit.per_minute and (
            limit.per_day is None or inside(admitted, now_s, 86_400) < limit.per_day
        )
        account, wait_s = admit(account, now_s)
        assert (wait_s == 0) == has_room
        if has_room:
            admitted.append(now_s)
        else:
            later, _ = admit(account, now_s + wait_s * 0.99)
            assert later == account
            assert admit(account, now_s + wait_s + 1e-6)[1] == 0


def test_the_demo_key_has_four_a_minute_and_fifteen_a_day() -> None:
    line = Line()
    answers = []
    for _ in range(20):
        answers.append(line.ask("GET", USAGE, key="sk-demo").status_code)
        line.time_s += 15
    assert answers == [200] * 15 + [429] * 5
    line.time_s += 86_400
    assert [line.ask("GET", USAGE, key="sk-demo").status_code for _ in range(5)] == [200] * 4 + [429]


def test_questions_count_unless_a_switch_says_otherwise() -> None:
    for polls_count, expected in ((True, 0), (False, 10)):
        line = Line(is_paid_limited=True, polls_count=polls_count)
        for _ in range(10):
            assert line.ask("GET", USAGE).status_code == 200
        orders = [line.ask("POST", GENERATIONS, json=ORDER).status_code for _ in range(11)]
        assert orders.count(200) == expected
        refused = line.ask("POST", GENERATIONS, json=ORDER)
        assert read_error(429, refused.json()).is_about_rate
        assert "retry-after" not in refused.headers


def test_when_to_come_again_is_told_by_a_switch() -> None:
    line = Line(has_retry_after=True)
    for _ in range(4):
        line.ask("GET", USAGE, key="sk-demo")
        line.time_s += 10
    assert line.ask("GET", USAGE, key="sk-demo").headers["retry-after"] == "20"
    line.time_s += 20
    assert line.ask("GET", USAGE, key="sk-demo").status_code == 200


def test_the_paid_key_has_no_limits_by_default() -> None:
    line = Line()
    assert {line.ask("GET", USAGE).status_code for _ in range(30)} == {200}


@pytest.mark.parametrize("status", [401, 403])
@pytest.mark.parametrize("key", [None, "", "sk-other"])
def test_a_bad_key(key: str | None, status: int) -> None:
    line = Line(bad_key_status=status)
    answer = line.ask("GET", USAGE, key=key)
    assert answer.status_code == status
    assert read_error(status, answer.json()).is_about_credentials


@pytest.mark.parametrize("status", [402, 429])
def test_who_cannot_pay(status: int) -> None:
    line = Line(paid_credits=600, no_credit_status=status)
    line.order()
    answer = line.ask("POST", GENERATIONS, json=ORDER)
    assert answer.status_code == status
    error = read_error(status, answer.json())
    assert error.is_about_credits
    assert not error.is_about_rate
    assert line.ask("GET", USAGE).json()["credits"] == 0


def test_accounts_are_apart() -> None:
    line = Line(paid_credits=10_000)
    line.order()
    assert line.ask("POST", GENERATIONS, json=ORDER, key="sk-demo").status_code == 200
    assert line.ask("GET", USAGE).json() == {
        "apiUsageCount": 1,
        "apiMaxUsage": 100_000,
        "credits": 9_400,
        "isPaidPlan": True,
    }
    assert line.ask("GET", USAGE, key="sk-demo").json() == {
        "apiUsageCount": 1,
        "apiMaxUsage": 15,
        "credits": 0,
        "isPaidPlan": False,
    }


def test_demo_pictures_are_marked() -> None:
    pictures = []
    for key in ("sk-demo", "sk-paid"):
        line = Line()
        job = line.ask("POST", GENERATIONS, json={**ORDER, "size": "512x768", "fixPanelNum": 1}, key=key).json()["id"]
        pictures.append(line.ask("GET", line.look(job)["comics"][0]["panels"][0]["assetUrl"]).content)
    assert pictures[0] != pictures[1]
