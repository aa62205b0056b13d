"""Webhooks as they may come, beside what the vectors show."""

from json import dumps
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyc.wire import is_signed, read_generation, read_webhook, sign_webhook

DONE = {"id": "gen", "status": "PROCESSED", "comics": [{"page": 0, "panels": [{"panel": 0, "assetUrl": "u"}]}]}
COMPLETED = "comic.generation.completed"


@given(secret=st.binary(min_size=1) | st.text(st.characters(exclude_categories=["Cs"]), min_size=1), body=st.binary())
def test_what_is_signed_is_signed_whether_the_secret_is_text_or_bytes(secret: str | bytes, body: bytes) -> None:
    signature = sign_webhook(secret, "1", body)
    assert is_signed(secret, "1", signature, body, now_s=1)
    other = secret.encode() if isinstance(secret, str) else secret
    assert is_signed(other, "1", signature, body, now_s=301)
    assert not is_signed(other + b"x", "1", signature, body, now_s=1)


@pytest.mark.parametrize("now_s", [float("nan"), float("inf"), float("-inf")])
def test_a_clock_that_tells_no_time_lets_nothing_pass(now_s: float) -> None:
    assert not is_signed("secret", "1", sign_webhook("secret", "1", b"{}"), b"{}", now_s=now_s)


@pytest.mark.parametrize(
    "payload",
    [
        {"type": COMPLETED, "data": DONE},
        {"type": None, "event": COMPLETED, "data": DONE},
        {"type": COMPLETED, "event": {"name": "x"}, "data": DONE},
        {"type": COMPLETED, "data": {**DONE, "id": None, "generationId": "gen"}},
        {"type": COMPLETED, "data": {**DONE, "id": "evt_7", "generationId": "gen"}},
        {"type": COMPLETED, "data": {"artwork": DONE}},
        {"type": COMPLETED, "data": {"artwork": DONE, "generationId": "gen"}},
        {"type": COMPLETED, "generationId": "gen", "data": DONE},
        {"type": COMPLETED, "generationId": "gen", "data": {**DONE, "id": None}},
    ],
    ids=dumps,
)
def test_the_job_is_found_in_every_wrapping(payload: dict[str, Any]) -> None:
    event = read_webhook(payload)
    assert (event.type, event.generation_id, event.status) == (COMPLETED, "gen", "PROCESSED")
    known = read_generation(DONE)
    # a job without an id of its own may be any job
    is_nobody_s = payload["data"].get("id", "") is None and "generationId" not in payload["data"]
    assert event.generation == (None if is_nobody_s else known)


@pytest.mark.parametrize(
    "payload",
    [
        {"event": COMPLETED, "generationId": "gen", "status": "PROCESSED", "assetUrl": "u"},
        {"type": COMPLETED, "generationId": "gen", "data": {**DONE, "id": "another"}},
        {"type": COMPLETED, "data": {"id": "gen", "status": "PROCESSED", "page": 0, "panel": 3, "output": "u"}},
        {"type": COMPLETED, "data": {"id": "gen", "status": "PROCESSED", "data": {"assetUrl": "u"}}},
    ],
    ids=dumps,
)
def test_what_is_not_the_job_is_not_taken_for_it(payload: dict[str, Any]) -> None:
    event = read_webhook(payload)
    assert event.generation_id == "gen"
    assert event.generation is None


def test_an_id_that_nobody_signed_has_a_bound() -> None:
    told = {"type": COMPLETED, "data": DONE}
    assert read_webhook(told, header_id=" evt_1 ").id == "evt_1"
    assert read_webhook(told, header_id="x" * 10_000).id == f"gen/{COMPLETED}"
    assert read_webhook({**told, "id": "evt_2"}, header_id="evt_1").id == "evt_2"
