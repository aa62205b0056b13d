"""Carries a plan out: what was bought, what it brought, and never twice."""

from .atomic import unwritable, write_atomically
from .desk import Desk
from .events import (
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
    Submitted,
    Uploaded,
)
from .execution import execute
from .history import Entry, Event, find_key, load_entries
from .ledger import LedgerStore
from .limiter import Limiter
from .lock import hold_lock
from .lockfile import STORY_LOCK, Purchase, load_purchases, load_takes, read_purchases, save_purchases, write_purchases
from .memory import Memory
from .opening import load_drafts, load_states, open_draft_ledger, open_ledger
from .pace import DEMO_PACE, DRAFT_PACE, PAID_PACE, Pace
from .picture import CorruptAssetError, Look, read_look
from .settling import Abandon, Adopt, Decision, Resubmit, resolve, settle
from .sqlite_ledger import SqliteLedger
from .store import AssetStore, Damage, Stored
from .sweeping import find_garbage, sweep, verify_memory

__all__ = [
    "DEMO_PACE", "DRAFT_PACE", "PAID_PACE", "STORY_LOCK", "Abandon", "Adopt", "AssetStore", "Blocked", "BuildEvent",
    "CorruptAssetError", "Damage", "Decision", "Desk", "Doubted", "Entry", "Event", "Failed", "Fetched", "Finished",
    "Kept", "LedgerStore", "Left", "Limiter", "Look", "Memory", "Pace", "Polled", "Postponed", "Purchase", "Refused",
    "Resubmit", "SqliteLedger", "Stored", "Submitted", "Uploaded", "execute", "find_garbage", "find_key", "hold_lock",
    "load_drafts", "load_entries", "load_purchases", "load_states", "load_takes", "open_draft_ledger", "open_ledger",
    "read_look", "read_purchases", "resolve", "save_purchases", "settle", "sweep", "unwritable", "verify_memory",
    "write_atomically", "write_purchases",
]  # fmt: skip
