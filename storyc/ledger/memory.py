"""Where a project remembers what it bought."""

from pathlib import Path

from msgspec import Struct

from storyc.store import AssetStore

from .lockfile import STORY_LOCK


class Memory(Struct, frozen=True):
    """The places of one project."""

    root: Path

    @property
    def folder(self) -> Path:
        """What version control need not see."""
        return self.root / ".storyc"

    @property
    def draft_folder(self) -> Path:
        """The sketches, with a ledger of their own."""
        return self.folder / "draft"

    @property
    def guard(self) -> Path:
        """The lock that a build holds."""
        return self.folder / "lock"

    @property
    def ledger(self) -> Path:
        """What became of every unit that was paid for."""
        return self.folder / "ledger.sqlite"

    @property
    def story_lock(self) -> Path:
        """The same for version control."""
        return self.root / STORY_LOCK

    @property
    def store(self) -> AssetStore:
        """The art that was paid for."""
        return AssetStore(self.folder / "store")
