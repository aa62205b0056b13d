"""Carries a plan out: what was bought, what it brought, and never twice."""

from .desk import Desk
from .detour import Otherwise
from .events import (
    Adopted,
    Blocked,
    BuildEvent,
    Doubted,
    Failed,
    Fetched,
    Finished,
    Kept,
    Left,
    Polled,
    Postponed,
    Refused,
    Renewed,
    Stopping,
    Submitted,
    Uploaded,
    Waiting,
)
from .execution import execute
from .limiter import Limiter
from .news import News

__all__ = [
    "Adopted",
    "Blocked",
    "BuildEvent",
    "Desk",
    "Doubted",
    "Failed",
    "Fetched",
    "Finished",
    "Kept",
    "Left",
    "Limiter",
    "News",
    "Otherwise",
    "Polled",
    "Postponed",
    "Refused",
    "Renewed",
    "Stopping",
    "Submitted",
    "Uploaded",
    "Waiting",
    "execute",
]
