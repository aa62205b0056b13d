"""What the simulator shows of itself, for programs and for people. The service has none of this.

The page for people holds no script, and everything on it that came from outside is escaped.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from html import escape
from typing import Any, Final

from msgspec.json import encode

from .asgi import Reply
from .courier import Courier
from .records import RequestLog, TruthLedger
from .state import Account

_SHOWN: Final = 300
_POLICY: Final = (b"content-security-policy", b"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
_STYLE: Final = (
    "body{font:14px/1.4 system-ui,sans-serif;margin:2em;color:#222}table{border-collapse:collapse;margin:0 0 2em}"
    "th,td{text-align:left;padding:.2em .8em;border-bottom:1px solid #ddd}td.n,th.n{text-align:right}"
    "tr.bad td{color:#a00}caption{text-align:left;font-weight:600;padding:.3em 0}"
)


def log_reply(log: RequestLog) -> Reply:
    """Return the request log as JSON, oldest first."""
    return Reply(200, encode({"total": log.total, "requests": list(log.entries)}))


def ledger_reply(ledger: TruthLedger) -> Reply:
    """Return the ledger of truth as JSON: what was bought how often, and each charge."""
    return Reply(
        200, encode({"credits": ledger.credits, "purchases": ledger.purchases(), "charges": list(ledger.charges)})
    )


def deliveries_reply(courier: Courier) -> Reply:
    """Return the deliveries of webhooks as JSON, oldest first."""
    return Reply(200, encode({"waiting": courier.waiting, "attempts": list(courier.receipts)}))


def overview_reply(
    accounts: Mapping[str, Account], log: RequestLog, ledger: TruthLedger, courier: Courier, now_s: float
) -> Reply:
    """Return the page for people, newest first."""
    recent = list(log.entries)[-_SHOWN:]
    tables = [
        _table(
            "Accounts",
            ("name", "plan", "credits", "charged", "orders", "limits"),
            (
                (name, it.plan, it.credits, it.charged_credits, it.requests, "enforced" if it.is_limited else "off")
                for name, it in accounts.items()
            ),
        ),
        _table(
            f"Requests, {len(recent)} of {log.total}",
            ("id", "time", "request", "account", "status", "ms", "credits", "generation", "fault"),
            (
                (
                    entry.id,
                    _clock(entry.time_s),
                    f"{entry.method} {entry.path}",
                    entry.account,
                    entry.status,
                    round(entry.latency_ms, 1),
                    entry.credits,
                    entry.generation_id,
                    entry.fault,
                )
                for entry in reversed(recent)
            ),
        ),
        _table(
            f"Bought, {ledger.credits} credits",
            ("digest", "operation", "generations", "times", "credits"),
            (
                (bought.digest[:16], bought.operation, ", ".join(bought.generation_ids), bought.times, bought.credits)
                for bought in reversed(ledger.purchases()[-_SHOWN:])
            ),
        ),
        _table(
            f"Webhooks, {courier.waiting} waiting",
            ("id", "event", "generation", "to", "attempt", "time", "status"),
            (
                (it.id, it.event, it.generation_id, it.url, it.attempt, _clock(it.time_s), it.status)
                for it in reversed(list(courier.receipts)[-_SHOWN:])
            ),
        ),
    ]
    page = (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Comic API simulator</title><style>{_STYLE}</style>'
        f"<h1>Comic API simulator</h1><p>Its clock says {_clock(now_s)}. As JSON: "
        '<a href="/sim/log">requests</a>, <a href="/sim/ledger">ledger</a>, <a href="/sim/webhooks">webhooks</a>.</p>'
        f"{''.join(tables)}</html>"
    )
    return Reply(200, page.encode("utf-8", "replace"), "text/html; charset=utf-8", (_POLICY,))


def _clock(time_s: float) -> str:
    return datetime.fromtimestamp(time_s, UTC).strftime("%Y-%m-%d %H:%M:%S")


def _table(caption: str, names: Iterable[str], rows: Iterable[tuple[Any, ...]]) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return f"<table><caption>{escape(caption)}</caption><tr>{head}</tr>{body}</table>"


def _cell(value: object) -> str:
    kind = ' class="n"' if isinstance(value, int | float) else ""
    return f"<td{kind}>{escape(str(value))}</td>"
