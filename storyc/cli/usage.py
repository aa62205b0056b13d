"""`storyc usage`."""

import sys

import click

from storyc.wire import Usage

from .accounts.asking import ask_account, plan_name, usage_record
from .accounts.credentials import require_key
from .arguments.options import CONTEXT, with_screen
from .terminal.json_text import to_json
from .terminal.screen import Screen, write

_UNSAID = "the service does not say"


@click.command("usage", context_settings=CONTEXT)
@click.option("--api-key-file", type=click.Path(dir_okay=False), help="Read the API key from a file.")
@click.option("--json", "is_json", is_flag=True, help="Print JSON.")
@with_screen
def command(screen: Screen, api_key_file: str | None, *, is_json: bool) -> int:
    """Print the plan, the credits and the requests of the account; exit with 4 if its key is missing or refused.

    \b
    Example:
      storyc usage --json
    """
    key = require_key(api_key_file)
    screen.detail(f"the key {key.masked} comes from {key.where}")
    account = ask_account(key)
    if account.usage is None:
        assert account.problem is not None
        raise account.problem
    write(sys.stdout, to_json(usage_record(account.usage)) if is_json else _text(account.usage))
    return 0


def _text(usage: Usage) -> str:
    used, most = usage.api_usage_count, usage.api_max_usage
    requests = _UNSAID if used is None else f"{used:,}" if most is None else f"{used:,} of {most:,}"
    balance = _UNSAID if usage.credits is None else f"{usage.credits:,}"
    return f"plan      {plan_name(usage) or _UNSAID}\ncredits   {balance}\nrequests  {requests}\n"
