"""What a later version wrote is not read by halves."""

from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest

from storyc.errors import FileError
from storyc.ledger import load_states, open_ledger, read_purchases


def test_a_ledger_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    open_ledger(path, has_paid_art=False).close()
    with closing(connect(path)) as file:
        file.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    for look in (lambda: load_states(path), lambda: open_ledger(path, has_paid_art=False)):
        with pytest.raises(FileError, match="was written by a newer storyc") as failure:
            look()
        assert failure.value.hint is not None
        assert "bring storyc up to date" in failure.value.hint
    assert path.read_bytes() == before


def test_so_is_a_lock() -> None:
    with pytest.raises(FileError, match=r"^story\.lock was written by a newer storyc than this one$"):
        read_purchases("# storyc lock 2: who knows\n", "story.lock")
