"""Carries a plan out: what was bought, what it brought, and never twice."""

from .desk import Desk
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
    Stopping,
    Submitted,
    Uploaded,
    Waiting,
)
from .execution import execute
from .expecting import expected_duration_s
from .learnt import Learnt, load_learnt
from .limiter import Limiter, Window
from .news import News
from .pace import DEMO_PACE, DRAFT_PACE, PAID_PACE, Pace
from .recovery import recover

__all__ = [
    "DEMO_PACE",
    "DRAFT_PACE",
    "PAID_PACE",
    "Adopted",
    "Blocked",
    "BuildEvent",
    "Desk",
    "Doubted",
    "Failed",
    "Fetched",
    "Finished",
    "Kept",
    "Learnt",
    "Left",
    "Limiter",
    "News",
    "Pace",
    "Polled",
    "Postponed",
    "Refused",
    "Stopping",
    "Submitted",
    "Uploaded",
    "Waiting",
    "Window",
    "execute",
    "expected_duration_s",
    "load_learnt",
    "recover",
]
