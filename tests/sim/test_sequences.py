"""Whatever is asked in whatever order: credits conserve, statuses only move forward, limits hold exactly, the log tells the truth."""

from collections.abc import Mapping
from typing import Any, Final

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, multiple, precondition, rule

from storyc.sim import Fault, FaultError, FaultPlan
from storyc.wire import RATE_LIMITS, Lifecycle, read_status
from tests.sim.line import GENERATIONS, Line

CREDITS: Final = 6_000
ORDINAL: Final = {Lifecycle.RUNNING: 1, Lifecycle.SUCCEEDED: 2, Lifecycle.FAILED: 2, Lifecycle.CANCELLED: 2}
KEYS: Final = st.sampled_from(["sk-paid", "sk-paid", "sk-demo"])
FAULTS: Final = FaultPlan(
    (
        Fault("status", share=0.05, times=0),
        Fault("status-after", share=0.05, times=0, status=502),
        Fault("reset-before", share=0.05, times=0),
        Fault("reset-after", share=0.05, times=0),
        Fault("failed", share=0.1, times=0),
        Fault("partial", share=0.1, times=0),
    ),
    seed=5,
)


class Session(RuleBasedStateMachine):
    """A client who asks for anything, and an auditor who keeps books of their own."""

    jobs = Bundle("jobs")

    def __init__(self) -> None:
        super().__init__()
        self.line = Line(paid_credits=CREDITS, is_paid_limited=True, shortest_s=30, longest_s=120, faults=FAULTS)
        self.admitted: dict[str, list[float]] = {"sk-paid": [], "sk-demo": []}
        self.spent_credits = 0
        self.asked = 0
        self.seen: dict[str, Lifecycle] = {}

    def ask(self, method: str, path: str, key: str, price_credits: int = 0, **parts: Any) -> Any:
        """Ask, audit the answer, and return its body if it is good."""
        self.asked += 1
        has_room = self.has_room(key)
        answer = None
        try:
            answer = self.line.ask(method, path, key=key, **parts)
            status = answer.status_code
        except FaultError as fault:
            status = 200 if fault.was_accepted else 0
        entry = self.line.app.log.entries[-1]
        assert self.line.app.log.total == len(self.line.app.log.entries) == self.asked
        assert entry.method == method
        assert answer is None or (entry.id, entry.status) == (answer.headers["x-request-id"], status)
        was_turned_away = entry.fault not in {"status", "reset-before"} and not has_room
        if was_turned_away and entry.fault == "":
            assert status == 429
        if has_room and entry.fault == "":
            assert status in {200, 402, 404, 409}
        if entry.fault not in {"status", "reset-before"} and has_room:
            self.admitted[key].append(self.line.time_s)
        if entry.credits:
            assert -entry.credits == price_credits
        if status == 402:
            assert price_credits > CREDITS - self.spent_credits
        self.spent_credits -= entry.credits
        return answer.json() if answer is not None and status == 200 else None

    def has_room(self, key: str) -> bool:
        """Whether the limits of a key's plan let one more request in."""
        limit, now_s = RATE_LIMITS["demo" if key == "sk-demo" else "paid"], self.line.time_s
        times_s = self.admitted[key]
        return sum(time_s > now_s - 60 for time_s in times_s) < limit.per_minute and (
            limit.per_day is None or sum(time_s > now_s - 86_400 for time_s in times_s) < limit.per_day
        )

    @rule(target=jobs, key=KEYS, panels=st.integers(1, 6))
    def order(self, key: str, panels: int) -> Any:
        price = panels * 150 if key == "sk-paid" else 0
        told = self.ask("POST", GENERATIONS, key, price, json={"prompt": "x", "fixPanelNum": panels})
        return multiple() if told is None else told["id"]

    @rule(job=jobs, key=KEYS)
    def look(self, job: str, key: str) -> None:
        told = self.ask("GET", f"{GENERATIONS}/{job}", key)
        if told is not None:
            now = read_status(told["status"])
            before = self.seen.get(job)
            assert before is None or ORDINAL[now] >= ORDINAL[before]
            assert before is None or not before.is_final or before is now
            self.seen[job] = now

    @rule(job=jobs, key=KEYS, change=st.sampled_from(["more", "again"]))
    def change(self, job: str, key: str, change: str) -> None:
        bodies: Mapping[str, Any] = {
            "more": {"action": "continueWrite", "prompt": "on", "fixPanelNum": 2},
            "again": {"action": "regeneratePanel", "panel": 0, "panelPrompt": "closer"},
        }
        price = {"more": 300, "again": 150}[change] if key == "sk-paid" else 0
        self.ask("PATCH", f"{GENERATIONS}/{job}", key, price, json=bodies[change])
        if self.line.app.log.entries[-1].generation_id == job:
            # a new order begins: the job may run again
            self.seen.pop(job, None)

    @rule(key=KEYS)
    def usage(self, key: str) -> None:
        told = self.ask("GET", "/v1/comics/usage", key)
        if told is not None and key == "sk-paid":
            assert told["credits"] == CREDITS - self.spent_credits

    @rule(seconds=st.sampled_from([0.5, 5.0, 20.0, 60.0, 120.0]))
    def wait(self, seconds: float) -> None:
        self.line.time_s += seconds

    @precondition(lambda self: self.asked > 0)
    @rule()
    def sleep_a_day(self) -> None:
        self.line.time_s += 86_400

    @invariant()
    def books_agree(self) -> None:
        app = self.line.app
        account = app.state.accounts["paid"]
        assert account.credits == CREDITS - self.spent_credits >= 0
        assert account.charged_credits == self.spent_credits == app.ledger.credits
        assert sum(entry.credits for entry in app.log.entries) == -app.ledger.credits
        assert len(app.ledger.charges) == sum(bool(entry.generation_id) for entry in app.log.entries)
        assert sum(bought.times for bought in app.ledger.purchases()) == len(app.ledger.charges)


TestSession = Session.TestCase
TestSession.settings = settings(max_examples=25, stateful_step_count=40, deadline=None)
