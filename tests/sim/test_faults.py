"""Everything that can go wrong goes wrong on request, where and as often as the plan says."""

from io import BytesIO
from json import JSONDecodeError, loads
from tomllib import loads as loads_toml
from typing import Any, Final, get_args

import httpx
import pytest
from PIL import Image

from storyc.sim import Fault, FaultError, FaultPlan, FaultPlanError, any_faults, read_fault_plan
from storyc.sim.faults import Faults, Kind
from storyc.sim.routes import Endpoint
from storyc.wire import Lifecycle, read_generation
from tests.sim.line import GENERATIONS, ORDER, Line

ENDPOINTS: Final[tuple[Endpoint, ...]] = ("create", "status", "asset")


def line_with(*faults: Fault, **options: Any) -> Line:
    return Line(faults=FaultPlan(faults), **options)


def order(line: Line) -> httpx.Response:
    return line.ask("POST", GENERATIONS, json=ORDER)


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 409, 413, 422, 429, 500, 502, 503, 504])
def test_each_status(status: int) -> None:
    line = line_with(Fault("status", on="create", status=status))
    assert order(line).status_code == status
    assert line.ledger_times() == 0
    assert order(line).status_code == 200


def test_a_status_after_the_work_was_done() -> None:
    line = line_with(Fault("status-after", on="create", status=502))
    assert order(line).status_code == 502
    assert line.ledger_times() == 1
    (entry,) = line.app.log.entries
    assert (entry.status, entry.credits, entry.fault) == (502, -600, "status-after")


@pytest.mark.parametrize(("kind", "was_accepted"), [("refused", False), ("reset-before", False), ("reset-after", True), ("truncated", True)])  # fmt: skip
def test_broken_connections(kind: Kind, was_accepted: bool) -> None:
    line = line_with(Fault(kind, on="create"))
    with pytest.raises(FaultError) as caught:
        order(line)
    assert (caught.value.kind, caught.value.was_accepted) == (kind, was_accepted)
    assert line.ledger_times() == was_accepted
    (entry,) = line.app.log.entries
    assert (entry.fault, entry.status) == (kind, 200 if was_accepted else 0)
    assert order(line).status_code == 200


def test_slow_answers_come_in_pieces() -> None:
    line = line_with(Fault("slow", on="create", seconds=20))
    assert order(line).json()["status"] == "LOADING"
    assert line.waited_s == pytest.approx(20)


def test_answers_that_are_none() -> None:
    line = line_with(
        Fault("invalid-json", on="usage"),
        Fault("wrong-type", on="usage", skip=1),
        Fault("huge", on="usage", skip=2, size_bytes=3_000_000),
    )
    invalid, wrong, huge = (line.ask("GET", "/v1/comics/usage") for _ in range(3))
    assert invalid.headers["content-type"] == "application/json"
    with pytest.raises(JSONDecodeError):
        invalid.json()
    assert wrong.headers["content-type"].startswith("text/html")
    assert len(huge.content) == 3_000_000
    assert huge.json()["isPaidPlan"]


@pytest.mark.parametrize(("kind", "end"), [("failed", Lifecycle.FAILED), ("cancelled", Lifecycle.CANCELLED)])
def test_jobs_that_come_to_nothing(kind: Kind, end: Lifecycle) -> None:
    line = line_with(Fault(kind, on="create"), shortest_s=30)
    job = line.order()
    assert read_generation(line.look(job)).lifecycle is Lifecycle.RUNNING
    line.time_s += 30
    told = read_generation(line.look(job))
    assert told.lifecycle is end
    assert not told.asset_urls()
    assert line.look(job).get("error") == ("provider rejected prompt" if kind == "failed" else None)
    assert line.look(line.order())["status"] == "LOADING"


def test_jobs_that_never_end() -> None:
    line = line_with(Fault("endless"))
    job = line.order()
    line.time_s += 10**9
    assert line.look(job)["status"] == "LOADING"


def test_partial_results() -> None:
    line = line_with(Fault("partial"))
    told = line.look(line.order())
    assert told["status"] == "PROCESSED"
    assert [bool(panel["assetUrl"]) for panel in told["comics"][0]["panels"]] == [False, True, False, True]


def test_a_change_can_fail_and_be_made_again() -> None:
    line = line_with(Fault("failed", on="change"))
    job = line.order()
    again = {"action": "regeneratePanel", "page": 0, "panel": 1, "panelPrompt": "closer"}
    assert line.ask("PATCH", f"{GENERATIONS}/{job}", json=again).status_code == 200
    told = line.look(job)
    assert told["status"] == "FAILED"
    assert [bool(panel["assetUrl"]) for panel in told["comics"][0]["panels"]] == [True, False, True, True]
    assert line.ask("PATCH", f"{GENERATIONS}/{job}", json=again).status_code == 200
    assert line.look(job)["status"] == "PROCESSED"
    assert line.ledger_times() == 3


def test_assets_expire_and_rot() -> None:
    line = line_with(Fault("expired"), Fault("corrupt", skip=1))
    link = line.look(line.order(size="512x768"))["comics"][0]["panels"][0]["assetUrl"]
    assert line.ask("GET", link).status_code == 403
    corrupt, good = line.ask("GET", link), line.ask("GET", link)
    assert corrupt.headers["content-type"] == good.headers["content-type"] == "image/webp"
    assert corrupt.content[:16] == good.content[:16]
    with pytest.raises(OSError, match="failed to read"), Image.open(BytesIO(corrupt.content)) as picture:
        picture.load()
    with Image.open(BytesIO(good.content)) as picture:
        picture.load()


def test_chance_belongs_to_the_seed() -> None:
    def drawn(seed: int) -> list[bool]:
        faults = Faults(FaultPlan((Fault("status", times=0, share=0.3),), seed))
        return [faults.next("create") is not None for _ in range(400)]

    assert drawn(1) == drawn(1) != drawn(2)
    assert 80 < sum(drawn(1)) < 160


def test_faults_of_any_kind_by_seed_alone() -> None:
    def drawn(seed: int, rate: float = 0.5) -> list[Kind]:
        faults = Faults(any_faults(rate, seed))
        met = [faults.next(endpoint) for _ in range(600) for endpoint in ENDPOINTS]
        return [fault.kind for fault in met if fault is not None]

    assert drawn(1) == drawn(1) != drawn(2)
    assert {*drawn(1)} == {*get_args(Kind)}
    assert 500 < len(drawn(1)) < 900
    assert not drawn(1, 0)


def test_the_first_fault_that_is_due_happens() -> None:
    faults = Faults(
        FaultPlan((Fault("expired"), Fault("slow", on="create", skip=1, times=2), Fault("status", times=0)))
    )
    kinds = [fault.kind for _ in range(4) if (fault := faults.next("create"))]
    assert kinds == ["status", "slow", "slow", "status"]


def test_plans_are_read() -> None:
    text = 'seed = 3\n[[fault]]\nkind = "status"\non = "create"\nstatus = 503\ntimes = 2\n[[fault]]\nkind = "slow"\nseconds = 1.5\n'
    plan = FaultPlan((Fault("status", "create", times=2, status=503), Fault("slow", seconds=1.5)), seed=3)
    assert read_fault_plan(loads_toml(text)) == plan
    assert read_fault_plan(loads('{"seed": 3, "fault": [{"kind": "status", "on": "create", "times": 2, "status": 503}, {"kind": "slow", "seconds": 1.5}]}')) == plan  # fmt: skip
    assert {read_fault_plan({"fault": [{"kind": kind}]}).fault[0].kind for kind in get_args(Kind)} == {*get_args(Kind)}


@pytest.mark.parametrize(
    "content",
    [[], {"faults": []}, {"fault": [{}]}, {"fault": [{"kind": "fire"}]}, {"fault": [{"kind": "slow", "seconds": -1}]},
     {"fault": [{"kind": "status", "status": 200}]}, {"fault": [{"kind": "expired", "on": "create"}]},
     {"fault": [{"kind": "failed", "on": "usage"}]}, {"fault": [{"kind": "slow", "share": 2}]}],
)  # fmt: skip
def test_plans_that_make_no_sense_are_refused(content: object) -> None:
    with pytest.raises(FaultPlanError):
        read_fault_plan(content)
