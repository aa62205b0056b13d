"""Whole builds: the real client against the simulator, on a clock that jumps."""

from asyncio import CancelledError
from collections import Counter
from hashlib import sha256
from json import loads

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storyc.api import NoCreditsError, NotSentError, UnauthorisedError
from storyc.building import (
    Blocked,
    BuildEvent,
    Doubted,
    Failed,
    Fetched,
    Finished,
    Kept,
    Left,
    Polled,
    Postponed,
    Refused,
    Submitted,
    Uploaded,
)
from storyc.errors import FileError, RefusedError
from storyc.lowering import Unit, Upload
from storyc.planning import Downloaded, InDoubt, Pace, Planned, Succeeded, Window, asset_count, panel_key
from storyc.planning import Failed as FailedState
from storyc.planning import Submitted as SubmittedState
from storyc.store import AssetStore
from storyc.storyboard import PanelKey
from storyc.wire import CreateComic, RegeneratePanel, digest, price_credits
from tests.building.conftest import Workshop, book, clip, comic


def is_paid(request: httpx.Request) -> bool:
    return request.method == "POST" and request.url.path.endswith("generations")


def is_asset(request: httpx.Request) -> bool:
    return request.url.path.startswith("/assets/")


def kinds(events: list[BuildEvent]) -> Counter[type]:
    return Counter(type(event) for event in events)


def test_a_build_brings_everything_home_and_the_next_has_nothing_to_do(shop: Workshop) -> None:
    units = [comic(1), book([2, 3], 3), comic(1), comic(4, 3)]
    events = shop.build(*units)
    found = kinds(events)
    assert (found[Submitted], found[Fetched], found[Finished]) == (3, 2 + 6 + 3, 3)
    assert shop.charged_credits == 11 * 150
    states = shop.ledger().states()
    for unit in units:
        state = states[unit.key]
        assert isinstance(state, Downloaded)
        assert [panel_key(unit, asset.page, asset.panel) for asset in state.assets] == list(unit.panels)
        assert all(shop.store.has(asset.sha256) for asset in state.assets)
    assert list(shop.store.verify()) == []

    sent = len(shop.line.sent)
    assert kinds(shop.build(*units)) == {Kept: 3}
    assert len(shop.line.sent) == sent
    assert shop.plan(units).is_settled
    assert [orphan.key for orphan in shop.plan([]).orphans] == sorted({unit.key for unit in units})


def test_what_did_not_change_is_not_bought_again(shop: Workshop) -> None:
    shop.build(comic(1), comic(2))
    events = shop.build(comic(3, words="A new page."), comic(2), comic(1))
    assert kinds(events)[Kept] == 2
    assert shop.charged_credits == 6 * 150


def test_the_limit_holds_for_requests_of_every_kind(shop: Workshop) -> None:
    times_s: list[float] = []
    shop.line.fault = lambda request: None if is_asset(request) else times_s.append(shop.clock.now_s())
    shop.build(*(comic(page) for page in range(1, 26)))
    assert all(later - earlier >= 60 for earlier, later in zip(times_s, times_s[10:], strict=False))
    assert len(times_s) <= 2 * 25 + 3


def test_files_are_uploaded_once_for_each_content(shop: Workshop) -> None:
    picture = b"\x89PNG any"
    upload = Upload("refs/mara.png", sha256(picture).hexdigest())
    shop.files["refs/mara.png"] = picture
    units = [comic(1, files=[upload]), comic(2, files=[upload])]
    assert kinds(shop.build(*units))[Uploaded] == 1
    for request in shop.line.paid():
        (attachment,) = loads(request.content)["attachments"]
        assert attachment["url"].startswith("http://127.0.0.1/assets/c")
    assert kinds(shop.build(*units, comic(3, files=[upload])))[Uploaded] == 0


def test_a_file_that_changes_during_the_build_is_not_sent(shop: Workshop) -> None:
    shop.files["a.png"] = b"new"
    with pytest.raises(FileError, match="changed"):
        shop.build(comic(1, files=[Upload("a.png", "0" * 64)]))
    assert shop.line.paid() == []


def is_upload(request: httpx.Request) -> bool:
    return request.url.path.endswith("/upload")


def test_a_file_that_the_service_does_not_take_fails_its_units_only(shop: Workshop) -> None:
    shop.files["a.png"] = b"picture"
    upload = Upload("a.png", sha256(b"picture").hexdigest())
    shop.line.fault = lambda request: httpx.Response(413, json={"error": "too large"}) if is_upload(request) else None
    assert kinds(shop.build(comic(1, files=[upload]), comic(2)))[Failed] == 1
    shop.line.fault = lambda request: httpx.Response(401) if is_upload(request) else None
    with pytest.raises(UnauthorisedError):
        shop.build(comic(1, files=[upload]))
    shop.line.fault = lambda _request: None
    found = kinds(shop.build(comic(1, files=[upload]), comic(2)))
    del found[Polled]
    assert found == {
        Uploaded: 1,
        Submitted: 1,
        Fetched: 2,
        Finished: 1,
        Kept: 1,
    }


def test_a_file_that_is_too_large_is_not_sent(shop: Workshop) -> None:
    content = bytes(10 * 1024 * 1024 + 1)
    shop.files["a.pdf"] = content
    with pytest.raises(FileError, match="too large"):
        shop.build(comic(1, files=[Upload("a.pdf", sha256(content).hexdigest())]))
    assert shop.line.sent == []


@pytest.mark.parametrize("keeps_order", [True, False])
def test_a_page_that_a_clip_waits_for_is_sent_in_time_unless_the_order_matters(
    keeps_order: bool, shop: Workshop
) -> None:
    shop.pace = Pace((Window(2, 60.0),), polls_count=False)
    pages = [comic(page) for page in range(1, 9)]
    events = shop.build(*pages, clip(1, pages[-1]), keeps_order=keeps_order)
    sent = [event.unit.pages for event in events if isinstance(event, Submitted)]
    others = [(page,) for page in range(1, 8)]
    assert [one for one in sent if one in others] == others
    assert sent.index((8,)) == 7 if keeps_order else sent.index((8,)) < 5
    assert kinds(events)[Finished] == 9


def test_nothing_is_bought_that_there_is_no_room_for(shop: Workshop) -> None:
    shop.store = AssetStore(shop.root / "store", room_bytes=1 << 62)
    with pytest.raises(FileError, match="all but full"):
        shop.build(comic(1), comic(2))
    assert shop.line.paid() == []
    shop.store = AssetStore(shop.root / "store")
    assert kinds(shop.build(comic(1), comic(2)))[Finished] == 2


def test_an_answer_that_cannot_be_recorded_is_told_with_its_id(shop: Workshop) -> None:
    def lose_the_ledger(request: httpx.Request) -> None:
        if is_paid(request):
            (shop.root / "ledger.sqlite").unlink()

    shop.line.after = lose_the_ledger
    with pytest.raises(FileError) as caught:
        shop.build(comic(1))
    (job,) = shop.app.state.jobs
    assert caught.value.hint is not None
    assert job in caught.value.hint


def test_a_key_that_is_withdrawn_while_waiting_leaves_what_is_paid_for(shop: Workshop) -> None:
    shop.line.fault = lambda request: httpx.Response(403) if request.method == "GET" else None
    events: list[BuildEvent] = []
    with pytest.raises(UnauthorisedError):
        shop.build(comic(1), comic(2), seen=events)
    assert kinds(events)[Left] == 2
    shop.line.fault = lambda _request: None
    assert kinds(shop.build(comic(1), comic(2)))[Finished] == 2


def test_questions_that_get_no_answer_are_asked_later(shop: Workshop) -> None:
    failures = iter([httpx.Response(503)] * 7)
    shop.line.fault = lambda request: (
        next(failures, None) if request.method == "GET" and not is_asset(request) else None
    )
    assert kinds(shop.build(comic(1)))[Finished] == 1


def test_a_generation_that_the_service_forgot_is_told(shop: Workshop) -> None:
    shop.line.fault = lambda request: httpx.Response(404) if request.method == "GET" else None
    assert kinds(shop.build(comic(1)))[Failed] == 1
    shop.line.fault = lambda _request: None
    assert kinds(shop.build(comic(1)))[Finished] == 1


def test_clips_wait_for_the_art_that_they_begin_with(shop: Workshop) -> None:
    page, other = comic(1), comic(2)
    events = shop.build(clip(1, page, other), page, other)
    order = [type(event).__name__ for event in events if isinstance(event, Submitted | Finished)]
    assert order == ["Submitted", "Submitted", "Finished", "Finished", "Submitted", "Finished"]
    options = loads(shop.line.paid()[-1].content)["videoOptions"]
    state = shop.ledger().states()[page.key]
    assert isinstance(state, Downloaded)
    assert options["image"] == state.assets[0].url
    film = shop.ledger().states()[clip(1, page, other).key]
    assert isinstance(film, Downloaded)
    assert film.assets[0].media_type == "video/webm"


def test_a_clip_without_its_art_is_blocked(shop: Workshop) -> None:
    page = comic(1)
    shop.line.fault = lambda request: httpx.Response(400, json={"error": "no"}) if is_paid(request) else None
    assert kinds(shop.build(page, clip(1, page))) == {Failed: 1, Blocked: 1}
    assert kinds(shop.build(clip(1, page))) == {Blocked: 1}


def test_a_refused_unit_is_not_sent_again_until_it_changes(shop: Workshop) -> None:
    shop.line.fault = lambda request: httpx.Response(422, json={"error": "no"}) if is_paid(request) else None
    assert kinds(shop.build(comic(1))) == {Failed: 1}
    shop.line.fault = lambda _request: None
    assert kinds(shop.build(comic(1), comic(2)))[Submitted] == 1
    assert isinstance(shop.ledger().states()[comic(1).key], FailedState)


@pytest.mark.parametrize(
    "problem", [httpx.ReadTimeout("?"), httpx.ReadError("?"), httpx.Response(502), httpx.Response(200, text="?")]
)
def test_an_answer_that_was_lost_is_in_doubt_and_never_bought_twice(
    problem: httpx.Response | Exception, shop: Workshop
) -> None:
    shop.line.after = lambda request: problem if is_paid(request) and len(shop.line.paid()) == 2 else None
    events = shop.build(comic(1), comic(2), comic(3))
    assert kinds(events)[Doubted] == 1
    assert kinds(events)[Finished] == 2
    assert isinstance(shop.ledger().states()[comic(2).key], InDoubt)
    assert kinds(shop.build(comic(1), comic(2), comic(3))) == {Kept: 2, Doubted: 1}
    assert len(shop.line.paid()) == 3
    assert shop.charged_credits == 6 * 150


@pytest.mark.parametrize("is_done", [False, True])
def test_a_build_that_dies_at_the_paid_call_leaves_a_doubt(is_done: bool, shop: Workshop) -> None:
    class Death(BaseException):
        pass

    def die(request: httpx.Request) -> None:
        if is_paid(request) and len(shop.line.paid()) == 2:
            raise Death

    setattr(shop.line, "after" if is_done else "fault", die)
    with pytest.raises(Death):
        shop.build(comic(1), comic(2), comic(3))
    setattr(shop.line, "after" if is_done else "fault", lambda _request: None)
    events = shop.build(comic(1), comic(2), comic(3))
    assert (kinds(events)[Doubted], kinds(events)[Finished]) == (1, 2)
    assert Counter(request.content for request in shop.line.paid()).most_common(1)[0][1] == 1


def test_a_build_that_dies_while_waiting_is_taken_up_without_paying(shop: Workshop) -> None:
    shop.line.fault = _interrupt_polls
    with pytest.raises((KeyboardInterrupt, CancelledError)):
        shop.build(comic(1), comic(2))
    assert all(isinstance(state, SubmittedState) for state in shop.ledger().states().values())
    shop.line.fault = lambda _request: None
    assert kinds(shop.build(comic(1), comic(2)))[Finished] == 2
    assert len(shop.line.paid()) == 2


def _interrupt_polls(request: httpx.Request) -> None:
    if request.method == "GET":
        raise KeyboardInterrupt


@pytest.mark.parametrize(
    "problem",
    [
        httpx.ConnectError("?"),
        httpx.Response(429, json={"error": "slow down"}),
        httpx.Response(429, headers={"retry-after": "40"}),
    ],
)
def test_what_did_not_get_through_is_sent_again(problem: httpx.Response | Exception, shop: Workshop) -> None:
    shop.line.fault = lambda request: problem if is_paid(request) and len(shop.line.paid()) <= 2 else None
    events = shop.build(comic(1))
    assert (kinds(events)[Postponed], kinds(events)[Finished]) == (2, 1)
    assert shop.charged_credits == 300


def test_without_a_network_the_build_stops_and_nothing_is_in_doubt(shop: Workshop) -> None:
    shop.line.fault = lambda _request: httpx.ConnectError("no route")
    with pytest.raises(NotSentError):
        shop.build(comic(1), comic(2))
    assert set(shop.ledger().states().values()) == {Planned()}


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (httpx.Response(402), NoCreditsError),
        (httpx.Response(403), UnauthorisedError),
        (httpx.Response(401), UnauthorisedError),
    ],
)
def test_no_credits_stop_the_build_after_what_is_paid_for_came_home(
    answer: httpx.Response, problem: type[Exception], shop: Workshop
) -> None:
    shop.line.fault = lambda request: answer if is_paid(request) and len(shop.line.paid()) == 2 else None
    events: list[BuildEvent] = []
    with pytest.raises(problem):
        shop.build(comic(1), comic(2), comic(3), seen=events)
    assert kinds(events)[Finished] == 1
    assert len(shop.line.paid()) == 2
    shop.line.fault = lambda _request: None
    assert kinds(shop.build(comic(1), comic(2), comic(3)))[Finished] == 2


def test_a_cap_is_never_passed(shop: Workshop) -> None:
    events: list[BuildEvent] = []
    with pytest.raises(RefusedError):
        shop.build(comic(1), comic(2), comic(3), budget_credits=750, seen=events)
    assert kinds(events)[Finished] == 2
    assert shop.charged_credits == 600


def test_money_in_doubt_counts_against_the_cap(shop: Workshop) -> None:
    shop.line.after = lambda request: httpx.ReadError("?") if is_paid(request) else None
    with pytest.raises(RefusedError):
        shop.build(comic(1), comic(2), comic(3), budget_credits=600)
    assert len(shop.line.paid()) == 2


def test_money_that_an_earlier_build_left_in_doubt_counts_too(shop: Workshop) -> None:
    shop.line.after = lambda request: httpx.ReadError("?") if is_paid(request) else None
    shop.build(comic(1))
    shop.line.after = lambda _request: None
    with pytest.raises(RefusedError, match="300 spent, in flight or in doubt"):
        shop.build(comic(1), comic(2), budget_credits=599)
    assert kinds(shop.build(comic(1), comic(2), budget_credits=600))[Finished] == 1


def test_money_that_an_earlier_build_left_in_flight_counts_too(shop: Workshop) -> None:
    shop.line.fault = _interrupt_polls
    with pytest.raises((KeyboardInterrupt, CancelledError)):
        shop.build(comic(1))
    shop.line.fault = lambda _request: None
    with pytest.raises(RefusedError):
        shop.build(comic(1), comic(2), budget_credits=599)
    assert kinds(shop.build(comic(1), comic(2), budget_credits=300))[Finished] == 1


def test_a_picture_that_is_none_is_refused_and_fetched_again_for_nothing(shop: Workshop) -> None:
    shop.line.after = lambda request: httpx.Response(200, content=b"<html>") if is_asset(request) else None
    events = shop.build(comic(1), comic(2))
    assert kinds(events)[Refused] == 4
    assert [event.missing for event in events if isinstance(event, Finished)] == [2, 2]
    assert not shop.store.has_anything()
    assert all(isinstance(state, Succeeded) for state in shop.ledger().states().values())
    shop.line.after = lambda _request: None
    assert kinds(shop.build(comic(1), comic(2)))[Fetched] == 4
    assert shop.charged_credits == 600


def test_a_success_without_some_pictures_is_a_part(shop: Workshop) -> None:
    unit = comic(1, 4)

    def half(request: httpx.Request) -> httpx.Response | None:
        if request.method != "GET" or is_asset(request):
            return None
        panels = [{"panel": panel, "assetUrl": urls[panel] if panel % 2 else ""} for panel in range(4)]
        return httpx.Response(200, json={"id": "x", "status": "PROCESSED", "comics": [{"page": 0, "panels": panels}]})

    urls: list[str] = []
    shop.build(comic(2, 4))
    state = shop.ledger().states()[comic(2, 4).key]
    assert isinstance(state, Downloaded)
    urls += [asset.url for asset in state.assets]
    shop.line.after = half
    events = shop.build(unit)
    assert [event.missing for event in events if isinstance(event, Finished)] == [2]
    shop.line.after = lambda _request: None
    assert kinds(shop.build(unit))[Fetched] == 2
    state = shop.ledger().states()[unit.key]
    assert isinstance(state, Downloaded)
    assert len(state.assets) == asset_count(unit)


def test_art_that_was_deleted_is_fetched_again_for_nothing(shop: Workshop) -> None:
    shop.build(comic(1))
    state = shop.ledger().states()[comic(1).key]
    assert isinstance(state, Downloaded)
    shop.store.path(state.assets[0].sha256).unlink()
    assert kinds(shop.build(comic(1)))[Fetched] == 1
    assert shop.charged_credits == 300


@pytest.mark.parametrize("status", ["FAILED", "CANCELLED", "CANCELED"])
def test_a_job_that_fails_is_told_and_not_bought_again(status: str, shop: Workshop) -> None:
    body = {"id": "x", "status": status, "error": "provider rejected prompt"}
    shop.line.after = lambda request: httpx.Response(200, json=body) if request.method == "GET" else None
    (failed,) = [event for event in shop.build(comic(1)) if isinstance(event, Failed)]
    assert "provider rejected prompt" in failed.reason
    shop.line.after = lambda _request: None
    assert kinds(shop.build(comic(1))) == {Failed: 1}
    assert len(shop.line.paid()) == 1


def test_a_job_that_never_ends_is_left_to_the_next_build(shop: Workshop) -> None:
    body = {"id": "x", "status": "THINKING"}
    shop.line.after = lambda request: httpx.Response(200, json=body) if request.method == "GET" else None
    before_s = shop.clock.now_s()
    events = shop.build(comic(1))
    assert kinds(events)[Left] == 1
    assert 1800 <= shop.clock.now_s() - before_s < 2000
    assert kinds(events)[Polled] < 80
    shop.line.after = lambda _request: None
    assert kinds(shop.build(comic(1)))[Finished] == 1


def test_one_wish_to_stop_sends_nothing_more_and_forgets_nothing(shop: Workshop) -> None:
    def stop_after_two(event: BuildEvent) -> None:
        if isinstance(event, Submitted) and len(shop.line.paid()) == 2:
            assert shop.stop is not None
            shop.stop.set()

    shop.on_event = stop_after_two
    units = [comic(page) for page in range(1, 6)]
    assert kinds(shop.build(*units))[Left] == 2
    assert len(shop.line.paid()) == 2
    shop.on_event = lambda _event: None
    assert kinds(shop.build(*units))[Finished] == 5
    assert len(shop.line.paid()) == 5


def test_a_full_disk_stops_the_build_and_forgets_nothing(shop: Workshop) -> None:
    (shop.root / "store").write_bytes(b"in the way")
    with pytest.raises(FileError):
        shop.build(comic(1), comic(2))
    (shop.root / "store").unlink()
    assert kinds(shop.build(comic(1), comic(2)))[Finished] == 2
    assert len(shop.line.paid()) == 2


def test_art_that_nobody_asked_for_has_no_place() -> None:
    assert panel_key(comic(3, 2), 0, 1) == PanelKey(3, 2)
    assert panel_key(comic(3, 2), 0, 2) is None
    assert panel_key(comic(3, 2), 1, 0) is None
    assert panel_key(clip(1, comic(1)), 0, 0) is None


FAULTS = st.sampled_from(
    ["none", "none", "unsent", "lost before", "lost after", "limited", "refused", "broken", "dead"]
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(faults=st.lists(FAULTS, max_size=12), builds=st.integers(1, 3))
def test_whatever_fails_nothing_is_bought_twice(
    faults: list[str], builds: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    class Death(BaseException):
        pass

    shop = Workshop(tmp_path_factory.mktemp("shop"))
    shop.pace = Pace()
    script = iter(faults)
    now = "none"

    def before(request: httpx.Request) -> httpx.Response | Exception | None:
        nonlocal now
        if not is_paid(request):
            return None
        now = next(script, "none")
        if now == "dead":
            raise Death
        answers: dict[str, httpx.Response | Exception] = {
            "unsent": httpx.ConnectError("?"),
            "lost before": httpx.WriteTimeout("?"),
            "limited": httpx.Response(429),
            "refused": httpx.Response(400),
        }
        return answers.get(now)

    def after(request: httpx.Request) -> httpx.Response | Exception | None:
        if not is_paid(request):
            return None
        if now == "lost after":
            return httpx.ReadError("?")
        return httpx.Response(200, text="{") if now == "broken" else None

    shop.line.fault, shop.line.after = before, after
    units = [comic(page, 1) for page in range(1, 4)]
    for _ in range(builds):
        try:
            shop.build(*units)
        except (Death, NotSentError):
            continue
    jobs = Counter(job.prompt for job in shop.app.state.jobs.values())
    assert set(jobs.values()) <= {1}
    states = shop.ledger().states()
    for unit in units:
        state = states.get(unit.key, Planned())
        assert isinstance(unit.request, CreateComic)
        is_bought = jobs[unit.request.prompt] == 1
        assert not (is_bought and isinstance(state, Planned | FailedState))
        assert not (isinstance(state, Downloaded) and not is_bought)


def redraw(generation_id: str, panel: int) -> Unit:
    """One panel of a generation, drawn again."""
    request = RegeneratePanel(page=0, panel=panel, panel_prompt="More rain.")
    key = digest(request)[:-2] + f"{panel:02x}"
    return Unit(
        key, "redraw", request, (PanelKey(1, panel + 1),), (1,), None, (), price_credits(request), (), generation_id
    )


def test_changes_of_one_generation_wait_for_each_other(shop: Workshop) -> None:
    shop.build(comic(1))
    (job,) = shop.app.state.jobs
    events = shop.build(redraw(job, 0), redraw(job, 1), comic(2))
    order = [type(event).__name__ for event in events if isinstance(event, Submitted | Finished | Failed)]
    assert order.count("Finished") == 3
    assert order[:2] == ["Submitted", "Submitted"]
    assert [request.method for request in shop.line.sent if request.method == "PATCH"] == ["PATCH"] * 2


def test_where_questions_are_free_uploads_count_all_the_same(shop: Workshop) -> None:
    shop.pace = Pace((Window(2, 60.0),), polls_count=False)
    shop.files["a.png"] = b"picture"
    upload = Upload("a.png", sha256(b"picture").hexdigest())
    times_s: list[float] = []
    shop.line.fault = lambda request: None if request.method == "GET" else times_s.append(shop.clock.now_s())
    shop.build(*(comic(page, files=[upload]) for page in range(1, 5)))
    assert len(times_s) == 5
    assert all(later - earlier >= 60 for earlier, later in zip(times_s, times_s[2:], strict=False))
