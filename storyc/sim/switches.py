"""Behaviour that the service's descriptions leave open, or tell in two ways, as one value to choose by."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from .dialects import NEWEST, Dialect, Envelope
from .webhooks import WebhookRules


class Switches(Struct, frozen=True):
    """How the service behaves; the defaults are the likeliest reading."""

    dialect: Dialect = NEWEST
    envelope: Envelope | None = None
    """How errors are wrapped; None for the dialect's own way."""
    polls_count: bool = True
    """Whether a question counts as a request, or only what begins, changes or uploads something."""
    bad_key_status: Literal[401, 403] = 401
    no_credit_status: Literal[402, 429] = 402
    has_retry_after: bool = False
    """Whether a request that comes too soon is told when to come again."""
    webhooks: WebhookRules = WebhookRules()
    patience_s: float = 30.0
    """How long the body of a request may take, in real seconds."""


Keys = Mapping[str, str]
"""From a key to the name of its account."""
