"""The readers of answers and orders never fail in a way that is not promised."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyc.wire import (
    PROFILES,
    CreateComic,
    Lifecycle,
    WireError,
    read_create,
    read_create_video,
    read_error,
    read_generation,
    read_patch,
    read_uploaded,
    read_usage,
    read_webhook,
)

KEYS = st.sampled_from([
    "id", "status", "prompt", "comics", "page", "panel", "panels", "pagePrompt", "layout", "data", "assetUrl", "caption",
    "image", "output", "comicData", "artwork", "usage", "total_comics", "credits", "creditBalance", "error", "message",
    "code", "details", "field", "videoUrl", "fileUrl", "url", "type", "event", "generationId", "action", "promptUrl", "size",
    "preset", "fixPanelNum", "pagination", "comicRoles", "attachments", "agentType", "videoOptions", "images", "upscale",
    "panelIndex", "name", "totalPages", "panelsPerPage",
])  # fmt: skip
WORDS = st.sampled_from(
    ["PROCESSED", "LOADING", "FAILED", "continueWrite", "regeneratePanel", "videoModel", "1024x1024"]
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | WORDS
    | st.text(st.characters())
    | st.sampled_from(["\ud800", "https://x/y.webp", "x" * 2_000, '{"panels": [{"assetUrl": "u"}]}', "[" * 5_000])
)
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS | st.text(), inner, max_size=6),
    max_leaves=40,
)
HOSTILE = st.dictionaries(KEYS, JSON, max_size=12) | JSON


@given(payload=HOSTILE)
def test_any_json_is_read_or_refused(payload: Any) -> None:
    for read in (
        read_generation, read_usage, read_uploaded, read_webhook, read_create, read_create_video, read_patch,
    ):  # fmt: skip
        with suppress(WireError):
            read(payload)
    error = read_error(500, payload)
    assert len(error.message) <= 2_000
    assert "\n" not in error.message


@given(payload=HOSTILE)
def test_what_is_read_can_be_written(payload: Any) -> None:
    try:
        generation = read_generation(payload)
    except WireError:
        return
    generation.model_dump_json()
    assert [page.page for page in generation.pages] == sorted({page.page for page in generation.pages})
    assert all(page.panels for page in generation.pages)


def test_deep_nesting_is_harmless() -> None:
    deep: Any = "x"
    for _ in range(10_000):
        deep = {"data": [deep], "panels": [deep], "error": deep}
    assert read_generation({"id": "a", "status": "FAILED", **deep}).lifecycle is Lifecycle.FAILED
    assert read_error(500, "[" * 100_000).message


@pytest.mark.parametrize(
    "told",
    [
        {"comics": [{"page": 0, "panels": [{"assetUrl": "u", "panel": 1}]}]},
        {"page": 0, "panel": 1, "data": {"assetUrl": "u"}},
        {"panels": [{"assetUrl": ""}, {"assetUrl": "u"}]},
        {"panel": {"assetUrl": "u", "panel": 1}},
        {"comicData": '[{"panels": [{}, {"assetUrl": "u"}]}]'},
        {"comicData": [{"assetUrl": ""}, {"assetUrl": "u"}]},
        {"comicData": {"panels": [{"assetUrl": "u", "panel": 1}]}},
        {"output": ["", "u"], "panel": 1},
        {"comics": [{"panels": [{"assetUrl": ""}]}], "panel": 1, "output": "u"},
        {"artwork": {"comics": [{"panels": [{"panel": 1, "assetUrl": "u"}]}]}},
        {
            "comics": [
                {"panels": [{"panel": 1, "assetUrl": ""}]},
                {"page": 0, "panels": [{"panel": 1, "assetUrl": "u"}]},
            ]
        },
    ],
)
def test_every_shape_tells_of_the_same_picture(told: dict[str, Any]) -> None:
    generation = read_generation({"id": "gen", "status": "processed", **told})
    assert generation.asset_urls() == {(0, 1): "u"}


def test_done_without_pictures_is_partial() -> None:
    assert read_generation({"id": "a", "status": "PROCESSED"}).is_partial
    assert not read_generation({"id": "a", "status": "LOADING"}).is_partial
    assert not read_generation({"id": "a", "status": "PROCESSED", "output": "https://x/a.mp4?x=1"}).is_partial
    half = {"panels": [{"assetUrl": "u", "panel": 0}, {"assetUrl": "", "panel": 1}]}
    assert read_generation({"id": "a", "status": "PROCESSED", "comics": [half]}).is_partial


def test_numbers_come_in_many_spellings() -> None:
    usage = read_usage({"usage": {"apiUsageCount": "7", "apiMaxUsage": 1e3}, "remaining": True, "creditBalance": 12.9})
    assert (usage.api_usage_count, usage.api_max_usage, usage.credits) == (7, 1_000, 12)
    assert read_generation({"id": 42, "status": "LOADING"}).id == "42"
    assert read_error(400, {"errorCode": 1_003, "detail": "no"}).code == "1003"
    assert read_uploaded({"data": {"url": "https://s/x"}}).url == "https://s/x"


def test_a_failed_job_says_why() -> None:
    failed = read_generation({"artwork": {"id": "a", "status": "FAILED", "failedCode": 7, "failedMessage": "no faces"}})
    assert failed.error is not None
    assert (failed.error.code, failed.error.message) == ("7", "no faces")


def test_webhooks_of_unknown_content_are_refused() -> None:
    payloads: tuple[Any, ...] = ([], {"type": "x"}, {"type": "x", "data": {"page": 1}}, {"generationId": "a"})
    for payload in payloads:
        with pytest.raises(WireError):
            read_webhook(payload)
    assert read_webhook({"event": "x", "data": {"generationId": "a"}}).lifecycle is Lifecycle.UNKNOWN


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"action": "continueWrite"},
        {
            "action": "continueWrite",
            "prompt": "p",
            "fixPanelNum": 1,
            "pagination": {"totalPages": 1, "panelsPerPage": 1},
        },
        {"action": "regeneratePanel", "panel": 1},
        {"action": "regeneratePanel", "panel": 1, "images": {"not": "a list"}},
        {"action": "regeneratePanel", "panel": -1, "prompt": "p"},
    ],
)
def test_wrong_changes_are_refused(body: dict[str, Any]) -> None:
    with pytest.raises(WireError):
        read_patch(body)


def test_a_server_reads_orders_of_every_year() -> None:
    order = read_create({
        "promptUrl": "https://x/brief.pdf",
        "style": "manga",
        "size": "512x512",
        "upscale": False,
        "comicRoles": [{"name": "Leo", "clothing": "robe", "hat": True}],
        "comicLocations": None,
    })  # fmt: skip
    assert isinstance(order, CreateComic)
    assert order.prompt == "Read prompt from https://x/brief.pdf"
    assert order.comic_roles is not None
    assert order.comic_roles[0].dress == "robe"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "prompt"),
        ({"prompt": "p", "size": "512x512"}, "size"),
        ({"prompt": "p", "fixPanelNum": 4.0}, "fixPanelNum"),
        ({"prompt": "p", "pagination": {"totalPages": 2}}, "pagination.panelsPerPage"),
        ({"prompt": "p", "comicRoles": ["Leo"]}, "comicRoles"),
        ({"agentType": "videoModel", "prompt": "p", "videoOptions": {"duration": 99}}, "videoOptions.duration"),
    ],
)
def test_a_refusal_names_its_field(body: dict[str, Any], field: str) -> None:
    with pytest.raises(WireError) as refused:
        read_create(body, PROFILES["newest"])
    assert refused.value.field == field
