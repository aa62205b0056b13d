"""The service as its different descriptions tell it."""

from typing import Any

import pytest

from storyc.sim import Fault, FaultPlan
from storyc.wire import ALL_SIZES, DOCS_SIZES, MODEL_CARD_SIZES, Lifecycle, read_created, read_error, read_generation
from tests.sim.line import GENERATIONS, Line


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        ("newest", ["LOADING", "LOADING", "LOADING", "PROCESSED"]),
        ("model-card", ["QUEUED", "QUEUED", "PROCESSING", "PROCESSED"]),
        ("docs-page", ["PENDING", "PENDING", "PROCESSING", "SUCCEEDED"]),
    ],
)
def test_words_for_where_a_job_stands(profile: str, words: list[str]) -> None:
    line = Line(profile=profile, shortest_s=100)
    created = line.ask("POST", GENERATIONS, json={"prompt": "x"}).json()
    assert not read_created(created).lifecycle.is_final
    told = [created["status"]]
    for pause_s in (5, 45, 50):
        line.time_s += pause_s
        told.append(line.look(created["id"])["status"])
    assert told == words


@pytest.mark.parametrize(
    ("profile", "sizes"), [("newest", ALL_SIZES), ("model-card", MODEL_CARD_SIZES), ("docs-page", DOCS_SIZES)]
)
def test_sizes(profile: str, sizes: tuple[str, ...]) -> None:
    line = Line(profile=profile)
    taken = {
        size
        for size in (*ALL_SIZES, "1x1", "1024X1024")
        if line.ask("POST", GENERATIONS, json={"prompt": "x", "size": size}).status_code == 200
    }
    assert taken == {*sizes}


@pytest.mark.parametrize(
    ("options", "body"),
    [
        ({"profile": "newest"}, {"error": {"code": "unauthorized", "message": "Invalid API key."}}),
        ({"profile": "model-card"}, {"error": {"code": "unauthorized", "message": "Invalid API key."}}),
        ({"profile": "docs-page"}, {"error": "Invalid API key."}),
        ({"envelope": "titled"}, {"error": "Unauthorized", "message": "Invalid API key."}),
        (
            {"profile": "docs-page", "envelope": "coded"},
            {"error": {"code": "unauthorized", "message": "Invalid API key."}},
        ),
    ],
)
def test_errors(options: dict[str, Any], body: Any) -> None:
    line = Line(**options)
    assert line.ask("GET", "/v1/comics/usage", key="bad").json() == body
    assert read_error(401, body).message == "Invalid API key."


def test_the_docs_page_tells_one_output() -> None:
    line = Line(profile="docs-page", shortest_s=10)
    created = line.ask("POST", GENERATIONS, json={"prompt": "x", "fixPanelNum": 1}).json()
    assert created == {"id": created["id"], "status": "PENDING", "createdAt": "2027-01-15T08:00:00.000Z"}
    assert set(line.look(created["id"])) == {"id", "status", "createdAt"}
    line.time_s += 10
    told = line.look(created["id"])
    assert set(told) == {"id", "status", "createdAt", "output"}
    assert read_generation(told).lifecycle is Lifecycle.SUCCEEDED
    assert [*read_generation(told).asset_urls().values()] == [told["output"]]


def test_the_docs_page_tells_several_panels_apart() -> None:
    line = Line(profile="docs-page")
    assert len(read_generation(line.look(line.order())).asset_urls()) == 4


@pytest.mark.parametrize(
    ("profile", "error"),
    [
        ("newest", "provider rejected prompt"),
        ("docs-page", "provider rejected prompt"),
        ("model-card", {"code": "generation_failed", "message": "provider rejected prompt", "details": {}}),
    ],
)
def test_a_failed_job_says_why(profile: str, error: Any) -> None:
    line = Line(profile=profile, faults=FaultPlan((Fault("failed"),)))
    size = "1024x1024"
    told = line.look(line.order(size=size))
    assert (told["status"], told["error"]) == ("FAILED", error)
    assert line.look(told["id"], "?page=0&panel=1")["error"] == error
    assert "output" not in told
