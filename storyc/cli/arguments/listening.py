"""The options of a command that lets the service call back."""

import os
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar
from urllib.parse import urlsplit

import click

from storyc.errors import ConfigError, UsageError

if TYPE_CHECKING:
    from storyc.inbox import WebhookSettings

Rest = ParamSpec("Rest")
Result = TypeVar("Result")

SECRET_VARIABLE = "LLAMAGEN_WEBHOOK_SECRET"  # noqa: S105 - the name of a variable
_MAX_URL = 1_900
"""Leaves room for the unit; many a server refuses more than 2,048 characters."""
_MAX_SECRET_BYTES = 4_096


def with_webhook(command: Callable[..., Result]) -> Callable[..., Result]:
    """Give a command `--webhook --listen --webhook-secret-file`, as its argument `webhook`: settings, or None without the options.

    It goes below `with_screen`, which tells what is wrong with them.
    """

    @click.option("--webhook", "url", metavar="URL", help="Have the service call this address; it leads to --listen.")
    @click.option("--listen", "port", type=click.IntRange(1, 65_535), metavar="PORT", help="Where its calls arrive.")
    @click.option(
        "--webhook-secret-file", "secret_file", metavar="FILE", help=f"What signs the calls; or set {SECRET_VARIABLE}."
    )
    @wraps(command)
    def wrapped(*args: Any, url: str | None, port: int | None, secret_file: str | None, **named: Any) -> Result:
        return command(*args, webhook=find_webhook(url, port, secret_file), **named)

    return wrapped


def find_webhook(url: str | None, port: int | None, secret_file: str | None = None) -> "WebhookSettings | None":
    """Return where the service is to call and where its calls arrive; None if neither is said.

    Raises: UsageError for options that make no sense together, ConfigError without a secret that can be used.
    """
    if url is None and port is None:
        if secret_file is not None:
            raise UsageError(
                "--webhook-secret-file says what signs calls, but nobody is to call",
                hint="say --webhook URL and --listen PORT as well",
            )
        return None
    if port is None:
        raise UsageError(
            "--webhook says where the service calls, but not where its calls arrive",
            hint="say --listen PORT as well: the port of this machine that the URL leads to",
        )
    if url is None:
        raise UsageError(
            "--listen says where calls arrive, but not where the service calls",
            hint="say --webhook URL as well: the public address that leads to this port",
        )
    _check_url(url)
    settings: WebhookSettings = import_module("storyc.inbox").WebhookSettings(url, port, _find_secret(secret_file))
    return settings


def _check_url(url: str) -> None:
    is_plain = url.isascii() and url.isprintable() and " " not in url
    try:
        parts = urlsplit(url)
        is_address = is_plain and parts.scheme in {"http", "https"} and bool(parts.hostname)
        _ = parts.port
    except ValueError:
        is_address = False
    if not is_address:
        raise UsageError("--webhook is no http or https address", hint="write it like https://hooks.example.com/storyc")
    if parts.username is not None or parts.fragment:
        raise UsageError(
            "--webhook holds a name, a password or a fragment, which do not belong into a callback",
            hint="the signature proves who calls; leave them out",
        )
    if len(url) > _MAX_URL:
        raise UsageError(f"--webhook is longer than {_MAX_URL:,} characters")


def _find_secret(secret_file: str | None) -> str:
    if secret_file is None:
        secret, source = os.environ.get(SECRET_VARIABLE, "").strip(), SECRET_VARIABLE
        if not secret:
            raise ConfigError(
                "there is no webhook secret, so no call could be believed",
                hint=f"set {SECRET_VARIABLE} to the secret of your account's webhooks, or say --webhook-secret-file FILE",
            )
    else:
        secret, source = _read_secret(secret_file), secret_file
    if not secret or not secret.isprintable() or " " in secret:
        # a byte that is not UTF-8 stands in the environment as a surrogate, which is not printable
        raise ConfigError(f"{source} holds no webhook secret", hint="it is to hold the secret and nothing else")
    return secret


def _read_secret(path: str) -> str:
    try:
        with Path(path).open("rb") as file:
            raw = file.read(_MAX_SECRET_BYTES + 1)
        text = raw.decode()
    except (OSError, UnicodeDecodeError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else "it is not text"
        raise ConfigError(f"cannot read the webhook secret from {path}: {reason}") from None
    return text.strip() if len(raw) <= _MAX_SECRET_BYTES else ""
