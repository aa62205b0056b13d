"""`storyc auth`."""

import os
import sys
from typing import Any

import click

from storyc.api import NoCreditsError, UnauthorisedError
from storyc.credentials import KEY_VARIABLE, Key, forget_key, load_records, read_key, store_key
from storyc.errors import ApiError, CredentialsError, UsageError

from .accounts.asking import Account, ask_account, usage_record
from .accounts.credentials import NO_KEY_HINT, find_credential, service, user_places
from .arguments.options import CONTEXT, with_screen
from .terminal.hiding import NOT_TYPED
from .terminal.json_text import to_json
from .terminal.screen import Screen, is_terminal, write

_REFUSED = CredentialsError.exit_code
_MOST_BYTES = 64 * 1024
_ANSWERS = {True: "accepts the key", False: "refuses the key", None: "cannot be asked"}


@click.group("auth", context_settings=CONTEXT, epilog="Each of these takes --color, -q, -v and --no-input.")
def command() -> None:
    """Keep the API key of an account where builds find it.

    \b
    Example:
      storyc auth login
    """


@command.command("login", context_settings={**CONTEXT, "allow_extra_args": True})
@click.option("--with-token", is_flag=True, help="Read the key from stdin instead of asking for it.")
@click.option("--no-check", is_flag=True, help="Do not ask the service whether it accepts the key.")
@with_screen
def login(screen: Screen, *, with_token: bool, no_check: bool) -> int:
    """Store a key in the keyring, or else in a file that only you can read; it is asked for, and not shown.

    \b
    Example:
      storyc auth login --with-token < key.txt

    It is stored for one service: the one that LLAMAGEN_BASE_URL names, or else LlamaGen's own.
    """
    if click.get_current_context().args:  # not quoted: it will be a key
        raise UsageError("a key is not given as an argument", hint=NOT_TYPED)
    name = service()
    key = _given_key(screen, is_piped=with_token)
    if not no_check:
        _check(key)
    where = store_key(name, key.secret, user_places())
    screen.tell(f"the key {key.masked} for {name} is in {where} now")
    if os.environ.get(KEY_VARIABLE, "").strip():
        screen.tell(f"{KEY_VARIABLE} is set as well, and goes first")
    return 0


@command.command("status", context_settings=CONTEXT)
@click.option("--api-key-file", type=click.Path(dir_okay=False), help="Read the API key from a file.")
@click.option("--offline", is_flag=True, help="Do not ask the service whether it accepts the key.")
@click.option("--json", "is_json", is_flag=True, help="Print JSON.")
@with_screen
def status(screen: Screen, api_key_file: str | None, *, offline: bool, is_json: bool) -> int:
    """Print which key builds use and whether the service accepts it; exit with 4 if there is none or it is refused.

    \b
    Example:
      storyc auth status
    """
    name, key = service(), find_credential(api_key_file)
    account = None if key is None or offline else ask_account(key)
    problem = None if account is None else account.problem
    write(sys.stdout, to_json(_record(name, key, account)) if is_json else _text(name, key, account))
    if key is None:
        screen.tell(NO_KEY_HINT)
        return _REFUSED
    if problem is None:
        return 0
    screen.complain(problem)
    return problem.exit_code


@command.command("logout", context_settings=CONTEXT)
@with_screen
def logout(screen: Screen) -> int:
    """Remove the key that was stored for a service, and say what remains.

    \b
    Example:
      storyc auth logout
    """
    name, places = service(), user_places()
    removed = forget_key(name, places)
    screen.tell(
        f"the key for {name} is gone from {' and '.join(removed)}" if removed else f"no key was stored for {name}"
    )
    if removed:
        screen.tell("the service still accepts it; withdraw it there if somebody else has it")
    if os.environ.get(KEY_VARIABLE, "").strip():
        screen.tell(f"{KEY_VARIABLE} is still set, and builds use it")
    elif (rest := find_credential(None)) is not None:
        screen.tell(
            f"builds use the key of LlamaGen's own program now, from {rest.where}; `llamagen auth logout` removes it"
        )
    if others := len(load_records(places.own)):
        screen.tell(f"keys for other services are kept: {others}")
    return 0


def _given_key(screen: Screen, *, is_piped: bool) -> Key:
    if is_piped:
        text = sys.stdin.buffer.read(_MOST_BYTES).decode("utf-8", "replace")
    elif screen.may_ask and is_terminal(sys.stdin):
        text = click.prompt("API key (not shown)", hide_input=True, err=True)
    else:
        raise UsageError("nobody is here to give a key", hint="pipe it in: storyc auth login --with-token < FILE")
    secret = read_key(text)
    if secret is None:
        raise CredentialsError("that is no API key", hint="give the key and nothing else")
    return Key(secret, "named file", "stdin")


def _check(key: Key) -> None:
    """Raise what keeps the service from accepting a key."""
    problem = ask_account(key).problem
    if isinstance(problem, UnauthorisedError):
        raise problem
    if problem is not None and not isinstance(problem, NoCreditsError):
        hint = "nothing is stored; --no-check stores the key without asking the service"
        raise ApiError(problem.message, hint=hint) from problem


def _record(name: str, key: Key | None, account: Account | None) -> dict[str, Any]:
    problem = None if account is None else account.problem
    return {
        "service": name,
        "source": None if key is None else key.source,
        "where": None if key is None else key.where,
        "key": None if key is None else key.masked,
        "is_accepted": _is_accepted(account),
        "problem": None if problem is None else problem.message,
        "account": None if account is None or account.usage is None else usage_record(account.usage),
    }


def _text(name: str, key: Key | None, account: Account | None) -> str:
    if key is None:
        return f"service  {name}\nkey      none\n"
    said = "was not asked" if account is None else _ANSWERS[_is_accepted(account)]
    return f"service  {name}, which {said}\nkey      {key.masked}, from {key.where}\n"


def _is_accepted(account: Account | None) -> bool | None:
    """Return what the service says of a key, None if it was not asked or did not answer."""
    if account is None:
        return None
    if isinstance(account.problem, UnauthorisedError):
        return False
    # who cannot pay is known
    return True if account.problem is None or isinstance(account.problem, NoCreditsError) else None
