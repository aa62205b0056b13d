"""Carries a plan out: what was bought, what it brought, and never twice."""

from .atomic import unwritable, write_atomically
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
from .history import DOUBT, Entry, Event, find_key, load_entries
from .learnt import Learnt, load_learnt
from .ledger import LedgerStore
from .limiter import Limiter, Window
from .lock import hold_lock
from .lockfile import STORY_LOCK, Purchase, load_purchases, load_takes, read_purchases, save_purchases, write_purchases
from .memory import Memory
from .news import News
from .opening import load_depictions, load_drafts, load_requests, load_states, open_draft_ledger, open_ledger
from .pace import DEMO_PACE, DRAFT_PACE, PAID_PACE, Pace
from .picture import CorruptAssetError, Look, read_look
from .recovery import recover
from .settling import Abandon, Adopt, Decision, Resubmit, resolve, settle
from .sqlite_ledger import SqliteLedger
from .store import AssetStore, Damage, Stored
from .sweeping import find_garbage, sweep, verify_memory

__all__ = [
    "DEMO_PACE",
    "DOUBT",
    "DRAFT_PACE",
    "PAID_PACE",
    "STORY_LOCK",
    "Abandon",
    "Adopt",
    "Adopted",
    "AssetStore",
    "Blocked",
    "BuildEvent",
    "CorruptAssetError",
    "Damage",
    "Decision",
    "Desk",
    "Doubted",
    "Entry",
    "Event",
    "Failed",
    "Fetched",
    "Finished",
    "Kept",
    "Learnt",
    "LedgerStore",
    "Left",
    "Limiter",
    "Look",
    "Memory",
    "News",
    "Pace",
    "Polled",
    "Postponed",
    "Purchase",
    "Refused",
    "Resubmit",
    "SqliteLedger",
    "Stopping",
    "Stored",
    "Submitted",
    "Uploaded",
    "Waiting",
    "Window",
    "execute",
    "expected_duration_s",
    "find_garbage",
    "find_key",
    "hold_lock",
    "load_depictions",
    "load_drafts",
    "load_entries",
    "load_learnt",
    "load_purchases",
    "load_requests",
    "load_states",
    "load_takes",
    "open_draft_ledger",
    "open_ledger",
    "read_look",
    "read_purchases",
    "recover",
    "resolve",
    "save_purchases",
    "settle",
    "sweep",
    "unwritable",
    "verify_memory",
    "write_atomically",
    "write_purchases",
]  # fmt: skip
