"""Every documented answer is read, every documented order that is sound is ours too."""

from typing import Any, Final

import pytest

from storyc.wire import (
    ALL_SIZES,
    CLIP_CREDITS_PER_S,
    DOCS_SIZES,
    MODEL_CARD_SIZES,
    PANEL_CREDITS,
    PRESETS,
    RATE_LIMITS,
    RESOLUTIONS,
    STATUSES,
    ContinueWrite,
    CreateComic,
    CreateVideo,
    Lifecycle,
    RegeneratePanel,
    WireError,
    nearest_size,
    price_credits,
    read_create,
    read_create_video,
    read_created,
    read_error,
    read_generation,
    read_patch,
    read_size,
    read_status,
    read_uploaded,
    read_usage,
)

DOCUMENTED_ASSETS: Final[dict[str, dict[tuple[int, int], str]]] = {
    "s1-story": {(0, 2): "https://cdn.llamagen.ai/comics/panel-2.webp"},
    "s1-multipage": {(1, 3): "https://cdn.llamagen.ai/comics/page-1-panel-3.webp"},
    "s1-prompturl": {(0, 0): "https://cdn.llamagen.ai/comics/preview-page-0.webp"},
    "s2-status": {(0, 0): "https://cdn.llamagen.ai/comics/..."},
    "gh-status-2026-03": {(0, 0): "https://cdn.llamagen.ai/comics/gen_123456789.webp"},
    "d0-legacy": {(0, 0): "https://example.com/panel1.png", (0, 1): "https://example.com/panel2.png"},
}
DOCUMENTED_VIDEOS: Final = {
    "s1-video": ("https://cdn.llamagen.ai/videos/gen_seedance_video_123-watermarked.mp4",),
    "s1-video-status": ("https://cdn.llamagen.ai/videos/watermarked.mp4",),
}
LEFT_OUT: Final = {"style"}
"""Fields of documented orders that one client alone knows; a server skips them."""


def test_answers_are_read(example: dict[str, Any]) -> None:
    answer = example["response"]["body"]
    match example["id"]:
        case _ if answer is None:
            return
        case "usage":
            usage = read_usage(answer)
            assert (usage.api_usage_count, usage.api_max_usage, usage.credits) == (2, 10, 100)
            assert usage.is_paid_plan is False
        case "upload":
            assert read_uploaded(answer).url == "https://s.llamagen.ai/x.png"
        case name:
            generation = read_generation(answer)
            told = answer.get("artwork", answer)
            assert generation.id == told.get("id", "")
            assert generation.lifecycle is read_status(told["status"]) is not Lifecycle.UNKNOWN
            assert generation.error is None
            assert generation.video_urls == DOCUMENTED_VIDEOS.get(name, ())
            if name != "d0-done":
                assert generation.asset_urls() == DOCUMENTED_ASSETS.get(name, {})


def test_a_whole_job_keeps_its_structure(known: dict[str, Any]) -> None:
    answers = {example["id"]: example["response"]["body"] for example in known["examples"]}
    done = read_generation(answers["d0-done"])
    assert list(done.asset_urls()) == [(0, panel) for panel in range(6)]
    assert done.pages[0].panels[4].caption == "Notes flared around her as she ran."
    assert not done.is_partial
    running = read_generation(answers["d0-running"])
    assert [panel.asset_url for panel in running.pages[0].panels] == [""] * 4
    created = read_created(answers["d7-create"])
    assert created.usage is not None
    assert created.usage.total_comics == 4
    with pytest.raises(WireError):
        read_created(answers["d0-legacy"])


def test_orders_are_read_and_sent_alike(example: dict[str, Any]) -> None:
    request, body = example["request"], example["request"]["body"]
    if not isinstance(body, dict) or example["client_valid"] is False:
        return
    match request["method"], request["path"]:
        case "PATCH", _:
            assert read_patch(body).body() == body
        case "POST", "/v1/artworks/generations":
            assert read_create_video(body).artwork_body() == body
        case _:
            ordered = read_create(body)
            kept = {key: value for key, value in body.items() if key not in LEFT_OUT}
            for role in kept.get("comicRoles", []):
                if "clothing" in role:
                    role["dress"] = role.pop("clothing")
            assert ordered.body() == {"preset": "neutral", "size": "1024x1024", **kept}
            assert list(ordered.body())[:2] == ["preset", "size"]
            assert type(ordered).model_validate_json(ordered.model_dump_json(exclude_none=True)) == ordered


def test_orders_that_clients_refuse_are_refused(example: dict[str, Any]) -> None:
    if example["client_valid"] is False and "prompt" not in example["request"]["body"]:
        with pytest.raises(ValueError, match="prompt"):
            CreateComic.model_validate(example["request"]["body"])


def test_sizes(known: dict[str, Any]) -> None:
    sizes = known["sizes"]
    assert list(DOCS_SIZES) == sizes["A_docs_and_clients"]
    assert list(MODEL_CARD_SIZES) == sizes["B_llms_txt"]
    assert [size for size in DOCS_SIZES if size in MODEL_CARD_SIZES] == sizes["intersection"]
    assert len(ALL_SIZES) == len(set(ALL_SIZES))
    for ours, theirs in sizes["map_B_to_A"].items():
        assert nearest_size(*(read_size(ours) or (0, 0))) == theirs


def test_statuses(known: dict[str, Any]) -> None:
    assert {word: lifecycle.value for word, lifecycle in STATUSES.items()} == known["status_map"]
    for words in known["terminal_by_client"].values():
        assert all(read_status(word.lower()).is_final for word in words)
    assert read_status("ready") is Lifecycle.UNKNOWN


def test_prices_presets_and_rates(known: dict[str, Any]) -> None:
    assert known["credits"]["per_output_comic"] == PANEL_CREDITS
    assert known["video"]["resolution_credits_per_second"] == CLIP_CREDITS_PER_S
    assert list(CLIP_CREDITS_PER_S) == list(RESOLUTIONS)
    assert set(PRESETS) <= set(known["presets_seen"])
    for plan, rates in known["rate_limits"].items():
        assert RATE_LIMITS[plan].per_minute == rates["per_minute"]
        assert RATE_LIMITS[plan].per_day == rates.get("per_day")
    assert price_credits(CreateComic(prompt="p", fix_panel_num=4)) == 600
    assert price_credits(CreateVideo(prompt="p")) == 7_200
    assert price_credits(RegeneratePanel(panel=0, panel_prompt="p")) == 150
    assert price_credits(ContinueWrite(prompt="p", fix_panel_num=2)) == 300


def test_refusals_are_understood(refusal: dict[str, Any]) -> None:
    body = refusal["body"]
    if refusal["http_status"] == 200:
        failed = read_generation(body)
        assert failed.lifecycle is Lifecycle.FAILED
        assert failed.error is not None
        assert failed.error.message == body["error"]
    elif body is not None:
        error = read_error(refusal["http_status"] or 400, body)
        inner = body["error"] if isinstance(body["error"], dict) else {}
        assert error.message == (body.get("message") or inner.get("message") or body["error"])
        assert error.code == inner.get("code", "")
        assert error.field == inner.get("details", {}).get("field", "")
        assert error.is_about_credentials == (refusal["http_status"] in {401, 403})


def test_a_429_about_credits_is_not_about_the_rate() -> None:
    poor = read_error(429, b'{"code": "insufficient_credits", "message": "Insufficient credits"}')
    assert poor.is_about_credits
    assert not poor.is_about_rate
    busy = read_error(429, "Too many requests")
    assert busy.is_about_rate
    assert busy.message == "Too many requests"
