"""A client's end of a simulator in this process, with a clock that only moves when it is told to."""

from asyncio import run
from collections.abc import Mapping
from typing import Any

import httpx

from storyc.sim import DIALECTS, READY_KEYS, FaultPlan, Posted, Switches, make_app, ready_accounts

BASE = "http://127.0.0.1:8000"
GENERATIONS = "/v1/comics/generations"
ORDER: Mapping[str, Any] = {"prompt": "a comic about a cat and a dog", "size": "1024x1024", "fixPanelNum": 4}
START_S = 1_800_000_000.0


class Line:
    """A simulator with the ready keys and whoever it calls."""

    def __init__(
        self,
        *,
        profile: str = "newest",
        paid_credits: int = 1_000_000,
        is_paid_limited: bool = False,
        faults: FaultPlan | None = None,
        shortest_s: float = 0.0,
        longest_s: float = 0.0,
        seed: int = 0,
        **switches: Any,
    ) -> None:
        self.time_s = START_S
        self.waited_s = 0.0
        self.posted: list[Posted] = []
        self.receiver_status = 200
        self.app = make_app(
            seed=seed,
            now_s=lambda: self.time_s,
            keys=READY_KEYS,
            accounts=ready_accounts(paid_credits, is_paid_limited=is_paid_limited),
            shortest_s=shortest_s,
            longest_s=longest_s,
            switches=Switches(dialect=DIALECTS[profile], **switches),
            faults=faults,
            send_webhook=self._receive,
            wait=self._wait,
        )

    def ask(self, method: str, path: str, *, key: str | None = "sk-paid", **parts: Any) -> httpx.Response:
        """Send one request."""
        headers = {} if key is None else {"authorization": f"Bearer {key}"}

        async def once() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url=BASE, headers=headers) as client:
                return await client.request(method, path, **parts)

        return run(once())

    def order(self, **fields: Any) -> str:
        """Begin a comic and return its id."""
        answer = self.ask("POST", GENERATIONS, json={**ORDER, **fields})
        assert answer.status_code == 200, answer.text
        job_id = answer.json()["id"]
        assert isinstance(job_id, str)
        return job_id

    def look(self, job_id: str, query: str = "") -> Any:
        """Return what is told of a job."""
        return self.ask("GET", f"{GENERATIONS}/{job_id}{query}").json()

    def ledger_times(self) -> int:
        """Return how many orders were charged."""
        return len(self.app.ledger.charges)

    def deliver(self) -> int:
        """Send the webhooks that are due."""
        return run(self.app.deliver_due())

    async def _receive(self, posted: Posted) -> int:
        self.posted.append(posted)
        return self.receiver_status

    async def _wait(self, seconds: float) -> None:
        self.waited_s += seconds
