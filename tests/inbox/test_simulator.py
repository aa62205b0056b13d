"""The simulated service calls the inbox, over sockets."""

from asyncio import run, timeout, wait_for
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from os import environ
from pathlib import Path
from signal import SIGINT
from subprocess import DEVNULL, PIPE, Popen
from sys import executable
from typing import Any, Final, Literal

import httpx
import pytest

from storyc.api import JumpingClock
from storyc.inbox import Inbox, News, callback_url
from storyc.sim import DIALECTS, Fault, FaultPlan, Posted, Simulator, Switches, WebhookRules, make_app, post
from storyc.wire import WEBHOOK_ID, read_generation
from tests.inbox.letters import SECRET, UNIT

ROOT: Final = Path(__file__).parents[2]
PATIENCE_S: Final = 60.0
"""After so long, what is waited for will never come."""
START_S: Final = 1_800_000_000.0
JOB_S: Final = 60.0
GENERATIONS: Final = "http://127.0.0.1/v1/comics/generations"


class Line:
    """A simulator and an inbox, with one clock that only moves when it is told to."""

    def __init__(
        self, rules: WebhookRules | None = None, *, profile: str = "newest", faults: Sequence[Fault] = ()
    ) -> None:
        self.clock = JumpingClock(START_S)
        self.inbox = Inbox(SECRET, 0, clock=self.clock)
        self.posted: list[Posted] = []
        self.is_cut = False
        self.app: Simulator = make_app(
            now_s=self.clock.now_s,
            shortest_s=JOB_S,
            longest_s=JOB_S,
            switches=Switches(dialect=DIALECTS[profile], webhooks=rules or WebhookRules(secret=SECRET)),
            faults=FaultPlan(tuple(faults)),
            send_webhook=self._carry,
        )

    async def ask(self, method: str, url: str, **fields: Any) -> Any:
        """Send one request to the service and return its answer."""
        async with httpx.AsyncClient(transport=httpx.ASGITransport(self.app)) as client:
            answer = await client.request(method, url, headers={"authorization": "Bearer sk"}, json=fields or None)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def order(self, **fields: Any) -> str:
        """Begin a comic whose webhooks go to the inbox, and return its id."""
        callback = callback_url(f"http://127.0.0.1:{self.inbox.port}/hook?token=1", UNIT)
        told = await self.ask("POST", GENERATIONS, prompt="rain", fixPanelNum=2, callbackUrl=callback, **fields)
        return str(told["id"])

    async def pass_time(self, seconds: float) -> None:
        """Let time pass, second by second, with all deliveries that are due."""
        for _ in range(int(seconds)):
            self.clock.time_s += 1
            await self.app.deliver_due()

    async def _carry(self, posted: Posted) -> int:
        if self.is_cut:
            return 0
        self.posted.append(posted)
        return await post(posted)


async def heard(line: Line) -> list[News]:
    """Return the news of an inbox that was left."""
    async with timeout(PATIENCE_S):
        return [news async for news in line.inbox]


def statuses(line: Line) -> set[int]:
    return {receipt.status for receipt in line.app.courier.receipts}


@pytest.mark.parametrize("form", ["nested", "flat"])
@pytest.mark.parametrize("profile", list(DIALECTS))
@pytest.mark.parametrize("is_reversed", [False, True])
def test_whatever_comes_in_whatever_order_counts_once(
    form: Literal["nested", "flat"], profile: str, *, is_reversed: bool
) -> None:
    async def session() -> None:
        line = Line(WebhookRules(form, copies=3, is_reversed=is_reversed, secret=SECRET), profile=profile)
        async with line.inbox:
            job_id = await line.order()
            await line.pass_time(JOB_S + 1)
            told = read_generation(await line.ask("GET", f"{GENERATIONS}/{job_id}"))
        news = await heard(line)
        kinds = ["created", "updated", "completed"]
        assert [each.kind for each in news] == (kinds[::-1] if is_reversed else kinds)
        assert {(each.generation_id, each.unit_key) for each in news} == {(job_id, UNIT)}
        assert (len(line.posted), statuses(line)) == (9, {204})
        ends = [each.generation for each in news if each.generation is not None]
        assert ends == ([told] if form == "nested" else [])
        assert len(told.asset_urls()) == 2

    run(session())


def test_what_comes_late_is_signed_anew_and_counts() -> None:
    async def session() -> None:
        line = Line()
        async with line.inbox:
            job_id = await line.order()
            line.is_cut = True
            await line.pass_time(JOB_S + 10)
            line.is_cut = False
            await line.pass_time(160)
        news = await heard(line)
        # each is tried again at its own times
        assert [each.kind for each in news] == ["completed", "created", "updated"]
        assert {each.generation_id for each in news} == {job_id}
        assert line.app.courier.waiting == 0

    run(session())


def test_a_message_from_hours_ago_is_none() -> None:
    async def session() -> None:
        line = Line()
        async with line.inbox:
            await line.order()
            await line.pass_time(JOB_S + 1)
            line.clock.time_s += 301
            assert [await post(posted) for posted in line.posted] == [401] * 3
            # nor does it help an old message that it was never met before
            fresh = Inbox(SECRET, 0, clock=line.clock)
            async with fresh:
                moved = callback_url(f"http://127.0.0.1:{fresh.port}/", UNIT)
                assert [await post(Posted(moved, posted.headers, posted.body)) for posted in line.posted] == [401] * 3
            assert [news async for news in fresh] == []
        assert len(await heard(line)) == 3

    run(session())


def test_a_message_that_somebody_overheard_is_no_use() -> None:
    async def session() -> None:
        line = Line(WebhookRules("flat", secret=SECRET))
        async with line.inbox:
            await line.order()
            await line.pass_time(JOB_S + 1)
            for posted in list(line.posted):
                renamed = tuple((name, "evt_x" if name == WEBHOOK_ID else told) for name, told in posted.headers)
                elsewhere = callback_url(f"http://127.0.0.1:{line.inbox.port}/", "ab" * 32)
                assert await post(Posted(elsewhere, renamed, posted.body)) == 204
                assert await post(Posted(posted.url, posted.headers, posted.body + b" ")) == 401
        news = await heard(line)
        assert len(news) == 3
        assert {each.unit_key for each in news} == {UNIT}

    run(session())


def test_who_signs_with_another_secret_is_not_heard() -> None:
    async def session() -> None:
        line = Line()
        async with line.inbox:
            await line.order(webhookSecret="whsec_of_another_account")
            await line.pass_time(JOB_S + 1)
        assert statuses(line) == {401}
        assert await heard(line) == []

    run(session())


@pytest.mark.parametrize(
    ("fault", "kinds", "is_told"),
    [
        ("failed", ["created", "updated", "failed"], True),
        ("cancelled", ["created", "updated", "failed"], True),
        ("partial", ["created", "updated", "completed"], False),
        ("endless", ["created", "updated"], False),
    ],
)
def test_every_end_is_told_as_far_as_it_is_one(fault: Any, kinds: list[str], *, is_told: bool) -> None:
    async def session() -> None:
        line = Line(faults=[Fault(fault)])
        async with line.inbox:
            await line.order()
            await line.pass_time(JOB_S + 1)
        news = await heard(line)
        assert [each.kind for each in news] == kinds
        end = news[-1].generation
        assert (end is not None) is is_told
        if end is not None:
            assert end.lifecycle.is_final
            assert not end.asset_urls()

    run(session())


@pytest.mark.parametrize("is_late", [False, True])
def test_a_job_that_is_changed_ends_twice(*, is_late: bool) -> None:
    async def session() -> None:
        line = Line()
        async with line.inbox:
            job_id = await line.order()
            await line.pass_time(JOB_S - 1)
            line.is_cut = is_late
            await line.pass_time(2)
            change = {"action": "regeneratePanel", "panel": 1, "panelPrompt": "more rain"}
            await line.ask("PATCH", f"{GENERATIONS}/{job_id}", **change)
            line.is_cut = False
            await line.pass_time(JOB_S + 1)
        news = await heard(line)
        assert [each.kind for each in news] == ["created", "updated", "completed", "updated", "completed"]
        # a message tells what was so when it was written, however late it comes
        first, second = (each.generation for each in news if each.kind == "completed")
        assert first is not None
        assert second is not None
        assert first.asset_urls()[0, 0] == second.asset_urls()[0, 0]
        assert first.asset_urls()[0, 1] != second.asset_urls()[0, 1]

    run(session())


@contextmanager
def running(*arguments: str) -> Iterator[str]:
    """Run the simulator as a process of its own and give its base URL."""
    command = [executable, "-m", "storyc", "sim", "--port", "0", *arguments]
    shell = {**environ, "NO_COLOR": "1"}
    with Popen(command, cwd=ROOT, env=shell, stdout=PIPE, stderr=DEVNULL, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.send_signal(SIGINT)
            process.communicate(timeout=PATIENCE_S)


def _client() -> httpx.AsyncClient:
    return httpx.AsyncClient(headers={"authorization": "Bearer sk-paid"}, timeout=PATIENCE_S)


def test_another_process_calls_on_the_clock_of_this_machine() -> None:
    async def session(base: str) -> None:
        async with Inbox(SECRET, 0) as inbox, _client() as client:
            callback = callback_url(f"http://localhost:{inbox.port}/storyc", UNIT)
            body = {"prompt": "rain", "fixPanelNum": 1, "callbackUrl": callback}
            made = (await client.post(f"{base}/comics/generations", json=body)).json()
            news = [await wait_for(anext(inbox), PATIENCE_S) for _ in range(3)]
            told = read_generation((await client.get(f"{base}/comics/generations/{made['id']}")).json())
        assert [each.kind for each in news] == ["completed", "updated", "created"]
        assert {(each.generation_id, each.unit_key) for each in news} == {(made["id"], UNIT)}
        assert news[0].generation == told

    with running("--webhook-secret", SECRET, "--webhook-copies", "2", "--webhooks-reversed") as base:
        run(session(base))
