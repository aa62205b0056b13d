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
from .ledger import LedgerStore, LinesLedger, load_drafts, load_states, open_draft_ledger, open_ledger
from .limiter import Limiter
from .lock import hold_lock
from .pace import DEMO_PACE, DRAFT_PACE, PAID_PACE, Pace
from .picture import CorruptAssetError, Look, read_look
from .settling import Abandon, Adopt, Decision, Resubmit, settle
from .store import AssetStore, Damage, Stored

__all__ = [
    "DEMO_PACE", "DRAFT_PACE", "PAID_PACE", "Abandon", "Adopt", "AssetStore", "Blocked", "BuildEvent",
    "CorruptAssetError", "Damage", "Decision", "Desk", "Doubted", "Failed", "Fetched", "Finished", "Kept",
    "LedgerStore", "Left", "Limiter", "LinesLedger", "Look", "Pace", "Polled", "Postponed", "Refused", "Resubmit",
    "Stored", "Submitted", "Uploaded", "execute", "hold_lock", "load_drafts", "load_states", "open_draft_ledger",
    "open_ledger", "read_look", "settle", "unwritable", "write_atomically",
]  # fmt: skip
