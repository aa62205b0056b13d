"""Who is believed, and how often."""

from http import HTTPStatus
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from storyc.inbox import News
from storyc.inbox.seen import Seen
from storyc.wire import Lifecycle
from tests.inbox.letters import COMPLETED, NOW_S, SECRET, UNIT, VECTORS, Desk, Letter, flat, job, letter, nested

GOOD = HTTPStatus.NO_CONTENT
each_vector = pytest.mark.parametrize("vector", VECTORS, ids=[vector["form"] for vector in VECTORS])


@each_vector
@pytest.mark.parametrize("spell", [str, str.upper, lambda hexadecimal: f"v1={hexadecimal}", lambda it: f"v1=00, {it}"])
@pytest.mark.parametrize("is_bytes", [False, True])
def test_published_messages_are_news(vector: dict[str, str], spell: Any, *, is_bytes: bool) -> None:
    desk = Desk(vector["secret"].encode() if is_bytes else vector["secret"])
    signature = spell(vector["signature"].removeprefix("v1="))
    assert desk.bring(Letter(vector["payload"].encode(), vector["timestamp"], signature)) is GOOD
    (news,) = desk.news
    assert (news.kind, news.unit_key, news.generation) == ("completed", UNIT, None)
    assert news.generation_id in {"cm_1", "gen_123456789"}


MESSAGES = (letter(nested()), letter(flat(), message_id="evt_1"))


@given(
    message=st.sampled_from(MESSAGES),
    place=st.integers(0),
    change=st.integers(1, 255),
    where=st.sampled_from(["change", "insert", "remove", "cut"]),
)
def test_a_changed_body_is_no_news(message: Letter, place: int, change: int, where: str) -> None:
    body = bytearray(message.body)
    at = place % len(body)
    match where:
        case "change":
            body[at] ^= change
        case "insert":
            body[at:at] = bytes([change])
        case "remove":
            del body[at]
        case _:
            del body[at:]
    refused(message.with_(body=bytes(body)))


@given(message=st.sampled_from(MESSAGES), timestamp=st.text(st.characters(max_codepoint=255)) | st.integers().map(str))
def test_a_changed_timestamp_is_no_news(message: Letter, timestamp: str) -> None:
    assume(timestamp != message.timestamp)
    refused(message.with_(timestamp=timestamp))


@given(
    message=st.sampled_from(MESSAGES),
    signature=st.text(st.characters(max_codepoint=255))
    | st.binary(min_size=32, max_size=32).map(lambda raw: f"v1={raw.hex()}")
    | st.tuples(st.integers(3, 66), st.sampled_from("0123456789abcdef")).map(
        lambda change: f"{MESSAGES[0].signature[: change[0]]}{change[1]}{MESSAGES[0].signature[change[0] + 1 :]}"
    ),
)
def test_a_changed_signature_is_no_news(message: Letter, signature: str) -> None:
    assume(signature.lower() != message.signature)
    refused(message.with_(signature=signature))


@given(secret=st.text(st.characters(exclude_categories=["Cs"])), message=st.sampled_from([nested(), flat()]))
def test_another_secret_is_no_news(secret: str, message: dict[str, Any]) -> None:
    assume(secret != SECRET)
    refused(letter(message, secret=secret))
    assert Desk("").bring(letter(message, secret="")) is HTTPStatus.UNAUTHORIZED


def refused(message: Letter) -> None:
    desk = Desk()
    assert desk.bring(message) is HTTPStatus.UNAUTHORIZED
    assert not desk.news


@pytest.mark.parametrize("late_s", [-301, -300, 0, 300, 301, 300.5, float("nan"), float("inf")])
def test_only_what_was_sent_just_now_counts(late_s: float) -> None:
    desk = Desk()
    desk.now_s += late_s
    is_good = abs(late_s) <= 300
    assert desk.bring(letter(nested())) is (GOOD if is_good else HTTPStatus.UNAUTHORIZED)
    assert bool(desk.news) is is_good


@given(
    changes=st.fixed_dictionaries(
        {},
        optional={
            "id": st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1),
            "query": st.sampled_from(["", f"unit={'ab' * 32}"]),
            "signature": st.sampled_from(["{0},{0}", " {0} ", "v1=00,{0}"]),
        },
    ),
    payload=st.sampled_from([nested(), nested(message_id=None), flat()]),
)
def test_a_repeated_message_changes_nothing(changes: dict[str, str], payload: dict[str, Any]) -> None:
    desk = Desk()
    first = letter(payload, message_id="evt_1")
    assert desk.bring(first) is GOOD
    if "signature" in changes:
        changes = {**changes, "signature": changes["signature"].format(first.signature)}
    assert desk.bring(first.with_(**changes)) is GOOD
    assert len(desk.news) == 1


def test_a_message_that_is_sent_again_is_known_by_its_id() -> None:
    desk = Desk()
    for at_s in (NOW_S, NOW_S + 5):
        assert desk.bring(letter(nested(message_id=None), message_id="evt_1", at_s=at_s)) is GOOD
        assert desk.bring(letter(nested(message_id="evt_2"), at_s=at_s)) is GOOD
    assert len(desk.news) == 2


def test_without_an_id_it_is_known_by_job_and_event() -> None:
    desk = Desk()
    for at_s in (NOW_S, NOW_S + 5):
        for kind in ("comic.generation.updated", COMPLETED):
            for generation_id in ("gen_1", "gen_2"):
                assert desk.bring(letter(flat(kind, generation_id), at_s=at_s)) is GOOD
    assert [(news.kind, news.generation_id) for news in desk.news] == [
        ("updated", "gen_1"), ("updated", "gen_2"), ("completed", "gen_1"), ("completed", "gen_2"),
    ]  # fmt: skip


def test_nobody_can_use_up_the_id_of_another_job() -> None:
    desk = Desk()
    desk.bring(letter(flat(generation_id="gen_1"), message_id="evt_of_gen_2"))
    desk.bring(letter(flat(generation_id="gen_2"), message_id="evt_of_gen_2"))
    assert [news.generation_id for news in desk.news] == ["gen_1", "gen_2"]


@pytest.mark.parametrize(
    ("told", "is_whole"),
    [
        (nested(), True),
        (nested(status="FAILED"), True),
        (nested(status="LOADING"), False),
        (nested(status="SOMETHING"), False),
        (flat(), False),
        ({"type": COMPLETED, "data": job("https://cdn.test/0.webp", "")}, False),
        ({"type": COMPLETED, "data": job()}, False),
        ({"type": COMPLETED, "data": job("https://cdn.test/0.webp", generation_id="gen_2"), "generationId": "gen_1"}, False),
        ({"type": COMPLETED, "data": {"id": "gen_1", "status": "PROCESSED", "panel": 0, "data": {"assetUrl": "u"}}}, False),
        ({"type": COMPLETED, "data": {"id": "gen_1", "status": "PROCESSED", "videoUrl": "https://cdn.test/0.webm"}}, True),
    ],
)  # fmt: skip
def test_a_job_is_told_of_if_nothing_is_left_to_ask(told: dict[str, Any], *, is_whole: bool) -> None:
    desk = Desk()
    assert desk.bring(letter(told)) is GOOD
    (news,) = desk.news
    assert news.generation_id == "gen_1"
    assert (news.generation is not None) is is_whole
    if news.generation is not None:
        assert news.generation.id == "gen_1"
        assert news.generation.lifecycle in {Lifecycle.SUCCEEDED, Lifecycle.FAILED}


def test_events_that_nobody_knows_are_told_as_such() -> None:
    desk = Desk()
    for kind in ("comic.generation.paused", "completed", "comic.panel.failed"):
        desk.bring(letter(nested(kind, message_id=kind)))
    assert [news.kind for news in desk.news] == ["other"] * 3


@pytest.mark.parametrize("body", [b"", b"{", b"[" * 100_000, b'{"a":' * 100_000, b"\xff", b'"\\ud800"', b"{}{}"])
def test_signed_rubbish_is_no_news(body: bytes) -> None:
    desk = Desk()
    assert desk.bring(letter(body)) is HTTPStatus.BAD_REQUEST
    assert not desk.news


@given(st.recursive(st.none() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "type", "event", "data", "generationId", "status", "comics", "panel"]), inner)))  # fmt: skip
def test_signed_json_of_any_kind_does_no_harm(payload: Any) -> None:
    desk = Desk()
    assert desk.bring(letter(payload)) is GOOD
    assert all(news.generation_id for news in desk.news)


@pytest.mark.parametrize("payload", [[], 1, None, {"type": "webhook.test"}, {"data": {"id": "gen_1"}}])
def test_what_is_genuine_but_about_nothing_is_taken_and_forgotten(payload: Any) -> None:
    desk = Desk()
    assert desk.bring(letter(payload)) is GOOD
    assert not desk.news


def test_without_room_the_service_is_to_come_again() -> None:
    desk = Desk()
    desk.has_room = False
    assert desk.bring(letter(nested())) is HTTPStatus.SERVICE_UNAVAILABLE
    desk.has_room = True
    assert desk.bring(letter(nested())) is GOOD
    assert [news.kind for news in desk.news] == ["completed"]


@given(query=st.text() | st.text(alphabet="unit=&%;+abcdef0123456789"))
def test_a_query_is_a_unit_or_nothing(query: str) -> None:
    desk = Desk()
    desk.bring(letter(nested(), query=query))
    desk.bring(letter(nested(message_id="evt_2"), query=f"{query}&unit={UNIT}"))
    assert desk.news[0].unit_key == "" or f"unit={desk.news[0].unit_key}" in query
    assert desk.news[1].unit_key == UNIT


def test_an_endless_query_names_no_unit() -> None:
    desk = Desk()
    desk.bring(letter(nested(), query="&".join(["a=b"] * 5_000 + [f"unit={UNIT}"])))
    assert [news.unit_key for news in desk.news] == [""]


def test_memory_has_a_bound() -> None:
    seen = Seen(most=3)
    for number in range(10):
        seen.add(("event", str(number)))
        seen.add(("event", str(number)))
    assert len(seen) == 3
    assert [("event", str(number)) in seen for number in (6, 7, 9)] == [False, True, True]
    assert ("e", "vent9") not in seen


def test_nobody_is_shown_the_secret() -> None:
    desk = Desk()
    desk.bring(letter(nested()))
    for shown in (repr(desk.reception), str(vars(desk)), repr(desk.news[0])):
        assert SECRET not in shown
    assert isinstance(desk.news[0], News)
