"""What has become of every unit that was ever wanted, as builds see it.

What a ledger says after a call is on disk, so it may be acted upon. Whoever writes says what it knew before; if somebody else wrote
meanwhile, nothing is changed and the call fails, so no two builds can both believe that a purchase is theirs.
"""

from collections.abc import Mapping
from typing import Protocol

from storyc.lowering import Depiction
from storyc.planning import Intended, UnitState


class LedgerStore(Protocol):
    """The memory of builds. Every call may be repeated; what it says is on disk when it returns."""

    def states(self) -> Mapping[str, UnitState]:
        """Return the state of every unit on record, by its key."""

    def depictions(self) -> Mapping[str, Depiction]:
        """Return what the pictures of purchases show, by their keys. Raises: FileError."""

    def request(self, key: str) -> bytes:
        """Return the request of a purchase in its canonical form; empty if it was bought elsewhere. Raises: FileError."""

    def intend(self, key: str, state: Intended, request: bytes, depiction: Depiction) -> None:
        """Claim a planned unit for a purchase, with the request whose digest is its key. Raises: FileError."""

    def record(self, key: str, state: UnitState) -> None:
        """Set the state of a unit by what a build has seen. Raises: FileError."""

    def settle(self, states: Mapping[str, UnitState], depictions: Mapping[str, Depiction] = ...) -> None:
        """Set states, all or none, by the word of a person or of another ledger, which may say what they show. Raises: FileError."""

    def uploads(self) -> Mapping[str, str]:
        """Return where files went not long ago, by the SHA-256 of their content."""

    def record_upload(self, sha256: str, url: str) -> None:
        """Remember where a file went. Raises: FileError."""

    def use_up(self, plan_id: str) -> None:
        """Remember that a saved plan is being carried out. Raises: RefusedError if it was before, FileError."""

    def slots_s(self) -> tuple[float, ...]:
        """Return when the latest requests that count against the rate left, oldest first, in Unix seconds."""

    def record_slot(self, at_s: float) -> None:
        """Remember that a request leaves, so that a restart does not forget it. Raises: FileError."""

    def note(self, name: str) -> str:
        """Return what builds noted for those after them, under a name; empty if nothing. A build can do without it. Raises: FileError."""

    def record_note(self, name: str, text: str) -> None:
        """Note something under a name, in the place of what was noted before. Raises: FileError."""

    def close(self) -> None:
        """Let go of the file; the ledger is of no use afterwards."""
