"""Signatures of webhooks, against vectors and against what one official verifier was seen to do."""

from base64 import b64encode
from hashlib import sha256
from hmac import digest
from json import dumps, loads
from typing import Any, Final

from storyc.wire import (
    WEBHOOK_EVENTS,
    WEBHOOK_ID,
    WEBHOOK_REQUEST_ID,
    WEBHOOK_SIGNATURE,
    WEBHOOK_TIMESTAMP,
    WEBHOOK_TOLERANCE_S,
    FlatWebhook,
    Lifecycle,
    NestedWebhook,
    is_signed,
    read_webhook,
    sign_webhook,
    signing_bytes,
)

SECRET: Final = "whsec_test"
TIMESTAMP: Final = "1715510400"
NOW_S: Final = 1715510400.0


def test_vectors(vector: dict[str, Any]) -> None:
    secret, timestamp, body = vector["secret"], vector["timestamp"], vector["payload"].encode()
    assert sign_webhook(secret, timestamp, body) == vector["signature"]
    assert is_signed(secret, timestamp, vector["signature"], body, now_s=float(timestamp))
    assert not is_signed(secret, timestamp, vector["signature"], body + b" ", now_s=float(timestamp))
    assert not is_signed("other", timestamp, vector["signature"], body, now_s=float(timestamp))
    assert not is_signed("", timestamp, vector["signature"], body, now_s=float(timestamp))


def test_forms(vector: dict[str, Any]) -> None:
    payload = loads(vector["payload"])
    form = NestedWebhook if "data" in payload else FlatWebhook
    assert form.model_validate(payload).model_dump(exclude_none=True) == payload
    event = read_webhook(payload, header_id="wh_1")
    assert event.type == "comic.generation.completed"
    assert event.generation_id == payload.get("generationId", "cm_1")
    assert event.lifecycle is Lifecycle.SUCCEEDED
    assert event.id == "wh_1"
    assert read_webhook(payload).id == f"{event.generation_id}/{event.type}"


def test_constants(known: dict[str, Any]) -> None:
    told = known["webhooks"]
    assert told["headers"] == [WEBHOOK_ID, WEBHOOK_TIMESTAMP, WEBHOOK_SIGNATURE, WEBHOOK_REQUEST_ID]
    assert told["events"] == list(WEBHOOK_EVENTS)
    assert told["tolerance_seconds"] == WEBHOOK_TOLERANCE_S


def test_the_same_verdicts_as_the_official_verifier(known: dict[str, Any]) -> None:
    body = known["webhooks"]["vectors"][0]["payload"].encode()
    signed = sign_webhook(SECRET, TIMESTAMP, body)
    hexadecimal = signed.removeprefix("v1=")
    raw = digest(SECRET.encode(), signing_bytes(TIMESTAMP, body), sha256)

    def verdict(
        signature: str = signed, *, at: str = TIMESTAMP, text: bytes = body, later_s: int = 0, tolerance_s: int = 300
    ) -> bool:
        return is_signed(SECRET, at, signature, text, now_s=NOW_S + later_s, tolerance_s=tolerance_s)

    def stamped(at: str) -> bool:
        return verdict(sign_webhook(SECRET, at, body), at=at)

    ours = {
        "v1_hex": verdict(),
        "bare_hex": verdict(hexadecimal),
        "upper_hex": verdict(f"v1={hexadecimal.upper()}"),
        "list_any_match": verdict(f"v1={'0' * 64}, {signed}"),
        "sha256_prefix": verdict(f"sha256={hexadecimal}"),
        "V1_uppercase_prefix": verdict(f"V1={hexadecimal}"),
        "base64": verdict(f"v1={b64encode(raw).decode()}"),
        "body_only": verdict(f"v1={digest(SECRET.encode(), body, sha256).hex()}"),
        "id_ts_body": verdict(f"v1={digest(SECRET.encode(), b'id.' + signing_bytes(TIMESTAMP, body), sha256).hex()}"),
        "hex_plus_garbage": verdict(f"{signed}zz"),
        "plus_300s": verdict(later_s=300),
        "plus_301s": verdict(later_s=301),
        "tolerance_0": verdict(later_s=10**6, tolerance_s=0),
        "iso_timestamp": stamped("2024-05-12T10:40:00Z"),
        "ms_timestamp": stamped(f"{TIMESTAMP}000"),
        "reserialised_body": verdict(text=dumps(loads(body)).encode()),
    }
    # the official check takes a good signature with rubbish behind it for a good one
    assert ours == {**known["webhooks"]["js_verifier_results"], "hex_plus_garbage": False}
