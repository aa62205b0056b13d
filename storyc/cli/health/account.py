"""The health of the account: a key, and a service that accepts it."""

import os

from storyc.cli.accounts.asking import ask_account
from storyc.cli.accounts.credentials import NO_KEY_HINT, find_credential, service
from storyc.credentials import KEY_VARIABLE, OTHER_VARIABLES, Key

from .finding import Checks, ok, problem, warning

_MOST_SKEW_S = 120


def look_at_account(*, is_offline: bool) -> Checks:
    """Yield what is to be said about the key and, if it may be asked, the service."""
    key = find_credential(None)
    if key is None:
        other = next((name for name in OTHER_VARIABLES if os.environ.get(name)), None)
        hint = NO_KEY_HINT if other is None else f"storyc reads {KEY_VARIABLE}, not {other}"
        yield warning("key", f"none for {service()}: builds are drafts", hint)
        return
    yield ok("key", f"{key.masked} for {service()}, from {key.where}")
    if is_offline:
        yield ok("service", "not asked")
    else:
        yield from _look_at_service(key)


def _look_at_service(key: Key) -> Checks:
    account = ask_account(key)
    if account.problem is not None:
        yield problem("service", account.problem.message, account.problem.hint)
    elif account.usage is not None:
        balance = account.usage.credits
        yield ok("service", "accepts the key" + ("" if balance is None else f"; {balance:,} credits are left"))
    if account.skew_s is None:
        return
    if abs(account.skew_s) > _MOST_SKEW_S:
        text = f"{abs(account.skew_s):,.0f} seconds {'ahead of' if account.skew_s > 0 else 'behind'} the service's"
        yield warning("clock", text, "set this machine's clock")
    else:
        yield ok("clock", "as the service's")
