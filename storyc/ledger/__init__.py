"""What was bought and what became of it: in SQLite for builds, in `story.lock` for version control."""

from .history import DOUBT, Entry, Event, find_key, load_entries
from .learnt import LEARNT, load_learnt
from .ledger import LedgerStore
from .lockfile import STORY_LOCK, Purchase, load_purchases, load_takes, read_purchases, save_purchases, write_purchases
from .memory import Memory
from .opening import load_depictions, load_drafts, load_note, load_requests, load_states, open_draft_ledger, open_ledger
from .record import ARTIST, Record, load_draft_record, load_record, stored_art
from .settling import Abandon, Adopt, Decision, Resubmit, resolve, settle
from .sqlite_ledger import SqliteLedger
from .sweeping import find_garbage, sweep, verify_memory
from .takes import find_takes, load_pinned

__all__ = [
    "ARTIST",
    "DOUBT",
    "LEARNT",
    "STORY_LOCK",
    "Abandon",
    "Adopt",
    "Decision",
    "Entry",
    "Event",
    "LedgerStore",
    "Memory",
    "Purchase",
    "Record",
    "Resubmit",
    "SqliteLedger",
    "find_garbage",
    "find_key",
    "find_takes",
    "load_depictions",
    "load_draft_record",
    "load_drafts",
    "load_entries",
    "load_learnt",
    "load_note",
    "load_pinned",
    "load_purchases",
    "load_record",
    "load_requests",
    "load_states",
    "load_takes",
    "open_draft_ledger",
    "open_ledger",
    "read_purchases",
    "resolve",
    "save_purchases",
    "settle",
    "stored_art",
    "sweep",
    "verify_memory",
    "write_purchases",
]
