"""What an account may do: how often it may ask, and what an order costs it.

A request counts for the sixty seconds, and the day, that follow it; at the very end of them it counts no more. One that was
turned away counts not at all. The service says neither: both are this simulator's own.
"""

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from storyc.wire import RATE_LIMITS, Request, price_credits

from .state import Account

MINUTE_S: Final = 60.0
DAY_S: Final = 86_400.0


DEMO_KEY: Final = "sk-demo"
PAID_KEY: Final = "sk-paid"
READY_KEYS: Final[Mapping[str, str]] = {DEMO_KEY: "demo", PAID_KEY: "paid"}
"""Keys that need nobody to sign up, and the accounts that they open."""
PAID_CREDITS: Final = 1_000_000


def ready_accounts(paid_credits: int = PAID_CREDITS, *, is_paid_limited: bool = True) -> Mapping[str, Account]:
    """Return the accounts behind the ready keys; the demo plan is always limited."""
    day = RATE_LIMITS["demo"].per_day or 0
    return {
        "demo": Account(0, plan="demo", is_limited=True, max_requests=day),
        "paid": Account(paid_credits, is_limited=is_paid_limited),
    }


def admit(account: Account, now_s: float) -> tuple[Account, float]:
    """Return the account after one more request and 0, or the same account and the seconds after which it may ask again."""
    if not account.is_limited:
        return account, 0.0
    limit = RATE_LIMITS[account.plan]
    windows = [(limit.per_minute, MINUTE_S)] + ([] if limit.per_day is None else [(limit.per_day, DAY_S)])
    wait_s = 0.0
    for most, window_s in windows:
        inside = [time_s for time_s in account.recent_s if time_s > now_s - window_s]
        if len(inside) >= most:
            wait_s = max(wait_s, inside[-most] + window_s - now_s)
    if wait_s:
        return account, wait_s
    longest_s = windows[-1][1]
    kept = (*(time_s for time_s in account.recent_s if time_s > now_s - longest_s), now_s)
    return replace(account, recent_s=kept), 0.0


def price(account: Account, order: Request) -> int:
    """Return what an order costs an account in credits: nothing on the demo plan, which counts requests instead."""
    return 0 if account.plan == "demo" else price_credits(order)


def charge(account: Account, credits_due: int) -> Account:
    """Return an account after it paid for an order."""
    return replace(
        account,
        credits=account.credits - credits_due,
        charged_credits=account.charged_credits + credits_due,
        requests=account.requests + 1,
    )
