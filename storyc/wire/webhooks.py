"""Messages that the service sends when a generation moves on.

The signature is HMAC-SHA256 over the timestamp header as it stands, a full stop and the raw body, keyed with the UTF-8 bytes of the
whole secret, in hexadecimal with or without `v1=` in front; a list of them is good if one is. The clients' own check lets a good signature
pass that is followed by rubbish; this one does not. No other header and no part of the address is signed.
"""

from hashlib import sha256
from hmac import compare_digest
from hmac import digest as hmac_digest
from re import compile as regex
from typing import Any, Final

from .fault import WireError
from .generation import Generation, read_generation
from .lenient import Word
from .lifecycle import Lifecycle, read_status
from .model import Answer, Part

WEBHOOK_ID: Final = "X-Llama-Webhook-Id"
WEBHOOK_TIMESTAMP: Final = "X-Llama-Webhook-Timestamp"
WEBHOOK_SIGNATURE: Final = "X-Llama-Webhook-Signature"
WEBHOOK_REQUEST_ID: Final = "X-Llama-Webhook-Request-Id"
WEBHOOK_EVENTS: Final = (
    "comic.generation.created",
    "comic.generation.updated",
    "comic.generation.completed",
    "comic.generation.failed",
)
"""The events that are published; the set is open."""
WEBHOOK_TOLERANCE_S: Final = 300

_SIGNATURE: Final = regex(r"(?:v1=)?([0-9a-fA-F]{64})")
_TIMESTAMP: Final = regex(r"[0-9]{1,15}")


class NestedWebhook(Part):
    """The form that one client documents: an event around the generation."""

    id: str | None = None
    type: str
    created: int | None = None
    data: dict[str, Any]


class FlatWebhook(Part):
    """The form that the model card shows: all keys on one level."""

    event: str
    generation_id: str
    status: str
    asset_url: str | None = None
    created_at: str


class WebhookEvent(Answer):
    """One message in either form."""

    id: str
    """To tell a repeated message by; made of generation and event where the service gives none."""
    type: str
    generation_id: str
    status: str
    lifecycle: Lifecycle
    generation: Generation | None = None
    """The job as the message tells of it; None if it tells of one panel, of another job or of none."""


class _WebhookAnswer(Answer):
    id: Word = ""
    type: Word = ""
    event: Word = ""
    generation_id: Word = ""
    status: Word = ""


def signing_bytes(timestamp: str, body: bytes) -> bytes:
    """Return what a webhook's signature covers; `timestamp` is the header's text."""
    return timestamp.encode() + b"." + body


def sign_webhook(secret: str | bytes, timestamp: str, body: bytes) -> str:
    """Return the signature header of a webhook."""
    return f"v1={_mac(secret, timestamp, body).hex()}"


def is_signed(
    secret: str | bytes,
    timestamp: str,
    signature: str,
    body: bytes,
    *,
    now_s: float,
    tolerance_s: int = WEBHOOK_TOLERANCE_S,
) -> bool:
    """Return whether a webhook comes from who knows the secret, at most `tolerance_s` from `now_s` (Unix seconds); 0 is any time."""
    if not secret or not _TIMESTAMP.fullmatch(timestamp):
        return False
    # asked this way round, a clock that tells no number lets nothing pass
    if tolerance_s and not abs(now_s - int(timestamp)) <= tolerance_s:
        return False
    expected = _mac(secret, timestamp, body)
    is_good = False
    for part in signature[:4_096].split(","):
        if match := _SIGNATURE.fullmatch(part.strip()):
            # all of them are compared, each in constant time, so that the duration tells nothing
            is_good |= compare_digest(bytes.fromhex(match[1]), expected)
    return is_good


def read_webhook(payload: object, *, header_id: str = "") -> WebhookEvent:
    """Return the event of a webhook whose signature was found good; `header_id` is its id header.

    Raises: WireError if it names no event or no generation.
    """
    if not isinstance(payload, dict):
        raise WireError("a webhook is a JSON object")
    told = _WebhookAnswer.model_validate(payload)
    kind = told.type or told.event
    inner = _generation(payload.get("data"))
    generation_id = told.generation_id or (inner.id if inner else "")
    status = told.status or (inner.status if inner else "")
    if not kind or not generation_id:
        raise WireError("a webhook names an event and a generation", field="generationId" if kind else "type")
    return WebhookEvent(
        id=told.id or _WebhookAnswer(id=header_id).id or f"{generation_id}/{kind}",
        type=kind,
        generation_id=generation_id,
        status=status,
        lifecycle=read_status(status),
        generation=inner if inner and inner.id == generation_id and not _is_one_panel(payload["data"]) else None,
    )


def _mac(secret: str | bytes, timestamp: str, body: bytes) -> bytes:
    key = secret if isinstance(secret, bytes) else secret.encode()
    return hmac_digest(key, signing_bytes(timestamp, body), sha256)


def _generation(payload: object) -> Generation | None:
    if not isinstance(payload, dict):
        return None
    # an `id` beside it may be the message's own, or null
    named = payload.get("generationId")
    try:
        return read_generation({**payload, "id": named} if named else payload)
    except WireError:
        return None


def _is_one_panel(job: dict[str, Any]) -> bool:
    """Return whether a job is told of in the shape of the answer about one of its panels."""
    return "panel" in job or isinstance(job.get("data"), dict)
