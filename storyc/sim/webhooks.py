"""What the service sends by itself when a generation moves on.

The signature is as documented. Nobody says how often a delivery is tried again, in which order deliveries come or whether one comes
twice: the waits are this simulator's own, and repetition and disorder come on request. What is not on this machine gets nothing unless
a rule allows it: a simulator must not knock at strangers' doors.
"""

from collections.abc import Iterator
from ipaddress import ip_address
from typing import Final, Literal
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.json import encode

from storyc.wire import (
    WEBHOOK_ID,
    WEBHOOK_REQUEST_ID,
    WEBHOOK_SIGNATURE,
    WEBHOOK_TIMESTAMP,
    FlatWebhook,
    NestedWebhook,
    sign_webhook,
)

from .dialects import Dialect
from .ids import make_id
from .shapes import AssetUrl, stage, status, whole_job, written_time
from .state import Callback, Job

RETRY_AFTER_S: Final = (5.0, 30.0, 120.0)
"""How long after a delivery that failed it is tried again."""
_MAX_URL: Final = 2_048


class WebhookRules(Struct, frozen=True):
    """How deliveries are made."""

    form: Literal["nested", "flat"] = "nested"
    copies: int = 1
    """How often each is sent, with the same id."""
    is_reversed: bool = False
    """Whether all wait for the end and the last event comes first."""
    reaches_everyone: bool = False
    """Whether addresses beyond this machine are called."""
    secret: str = "whsec_sim"  # noqa: S105 - a secret of nobody, printed in the documentation
    """What signs for an order that brings no secret of its own."""


class Delivery(Struct, frozen=True):
    """A message that waits for its time."""

    id: str
    event: str
    generation_id: str
    callback: Callback
    body: bytes
    due_s: float
    request_id: str
    """Of the request that caused it."""
    attempt: int = 1


class Posted(Struct, frozen=True):
    """One POST as it leaves."""

    url: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


def is_on_this_machine(url: str) -> bool:
    """Return whether a URL leads to a loopback address, or to the name that always is one."""
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def is_reachable(url: str, rules: WebhookRules) -> bool:
    """Return whether a delivery to a URL is made at all."""
    is_plain = len(url) <= _MAX_URL and url.isascii() and url.isprintable() and " " not in url
    return is_plain and (rules.reaches_everyone or is_on_this_machine(url))


def plan_deliveries(
    job: Job, *, is_new: bool, request_id: str, dialect: Dialect, rules: WebhookRules, url: AssetUrl
) -> tuple[Delivery, ...]:
    """Return what is to be sent about a job's latest order, first due first; nothing for a job that nobody asked about."""
    callback = job.callback
    if callback is None or not is_reachable(callback.url, rules):
        return ()
    moments = list(_moments(job, is_new=is_new))
    times_s = [time_s for _, time_s in moments]
    if rules.is_reversed:
        moments.reverse()
        times_s = [max(times_s)] * len(moments)
    deliveries = []
    for number, ((event, told_s), due_s) in enumerate(zip(moments, times_s, strict=True)):
        webhook_id = f"evt_{make_id(number, int(request_id.rpartition('_')[2]))}"
        body = _body(webhook_id, event, job, told_s, dialect, rules, url)
        delivery = Delivery(webhook_id, event, job.id, callback, body, due_s, request_id)
        deliveries += [delivery] * rules.copies
    return tuple(deliveries)


def stamp(delivery: Delivery, now_s: float) -> Posted:
    """Return a delivery signed for the moment at which it leaves."""
    timestamp = str(int(now_s))
    headers = (
        ("Content-Type", "application/json"),
        (WEBHOOK_ID, delivery.id),
        (WEBHOOK_TIMESTAMP, timestamp),
        (WEBHOOK_SIGNATURE, sign_webhook(delivery.callback.secret, timestamp, delivery.body)),
        (WEBHOOK_REQUEST_ID, delivery.request_id),
    )
    return Posted(delivery.callback.url, headers, delivery.body)


def _moments(job: Job, *, is_new: bool) -> Iterator[tuple[str, float]]:
    """Give the events of an order and when they happen: begun, under way, ended."""
    if is_new:
        yield "comic.generation.created", job.begun_s
    if job.is_endless:
        yield "comic.generation.updated", job.begun_s
        return
    yield "comic.generation.updated", (job.begun_s + job.ready_s) / 2
    is_good = stage(job, job.ready_s) == "done"
    yield f"comic.generation.{'completed' if is_good else 'failed'}", job.ready_s


def _body(
    webhook_id: str, event: str, job: Job, told_s: float, dialect: Dialect, rules: WebhookRules, url: AssetUrl
) -> bytes:
    # an event may be over in the moment in which it begins; what it says of the job is still the event's own
    said = dialect.stages["queued"] if event.endswith("created") else dialect.stages["running"]
    if event.endswith(("completed", "failed")):
        said = status(job, told_s, dialect)
        link = _first_link(job, told_s, url)
        told = whole_job(job, told_s, url, dialect)
    else:
        link, told = None, {"id": job.id, "status": said}
    if rules.form == "nested":
        return encode(NestedWebhook(id=webhook_id, type=event, created=int(told_s), data=told).model_dump(mode="json"))
    flat = FlatWebhook(event=event, generation_id=job.id, status=said, asset_url=link, created_at=written_time(told_s))
    return encode(flat.model_dump(mode="json", by_alias=True, exclude_none=True))


def _first_link(job: Job, now_s: float, url: AssetUrl) -> str | None:
    panel = job.pages[0].panels[0]
    return url(panel.asset_id) if panel.ready_s <= now_s and not panel.is_missing else None
