"""What was bought and what became of it: in SQLite for builds, in `story.lock` for version control."""

from .history import DOUBT, Entry, Event, find_key, load_entries
from .ledger import LedgerStore
from .lockfile import STORY_LOCK, Purchase, load_purchases, load_takes, read_purchases, save_purchases, write_purchases
from .memory import Memory
from .opening import load_depictions, load_drafts, load_note, load_requests, load_states, open_draft_ledger, open_ledger
from .settling import Abandon, Adopt, Decision, Resubmit, resolve, settle
from .sqlite_ledger import SqliteLedger
from .sweeping import find_garbage, sweep, verify_memory

__all__ = [
    "DOUBT",
    "STORY_LOCK",
    "Abandon",
    "Adopt",
    "Decision",
    "Entry",
    "Event",
    "LedgerStore",
    "Memory",
    "Purchase",
    "Resubmit",
    "SqliteLedger",
    "find_garbage",
    "find_key",
    "load_depictions",
    "load_drafts",
    "load_entries",
    "load_note",
    "load_purchases",
    "load_requests",
    "load_states",
    "load_takes",
    "open_draft_ledger",
    "open_ledger",
    "read_purchases",
    "resolve",
    "save_purchases",
    "settle",
    "sweep",
    "verify_memory",
    "write_purchases",
]
