"""Asks the service about an account. It costs nothing but one request."""

from asyncio import run
from time import time
from typing import Any

from msgspec import Struct

from storyc.api import ComicClient, Patience
from storyc.credentials import Key
from storyc.errors import StorycError
from storyc.wire import Usage

from .credentials import api_address

_PATIENCE = Patience(attempts=3, first_s=1.0)
"""Somebody is waiting."""


class Account(Struct, frozen=True):
    """What came of asking."""

    usage: Usage | None
    """None if there was no usable answer."""
    problem: StorycError | None
    """Why there was none."""
    skew_s: float | None
    """How far this machine's clock is ahead of the service's; None if that did not say."""


def ask_account(key: Key) -> Account:
    """Return what the service says of the account that a key opens. Raises: ConfigError for its address."""
    return run(_ask(api_address(), key))


async def _ask(address: str, key: Key) -> Account:
    async with ComicClient(address, key.secret, patience=_PATIENCE) as client:
        try:
            usage, problem = await client.usage(), None
        except StorycError as failure:
            usage, problem = None, failure
        said_s = client.service_time_s
    return Account(usage, problem, None if said_s is None else time() - said_s)


def usage_record(usage: Usage) -> dict[str, Any]:
    """Return an account for programs; None is what the service does not say."""
    return {
        "plan": plan_name(usage),
        "credits": usage.credits,
        "requests": usage.api_usage_count,
        "max_requests": usage.api_max_usage,
    }


def plan_name(usage: Usage) -> str | None:
    """Return `paid` or `demo`, None if the service does not say."""
    return None if usage.is_paid_plan is None else "paid" if usage.is_paid_plan else "demo"
