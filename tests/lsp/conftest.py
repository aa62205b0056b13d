"""A project in an editor, without the protocol."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storyc.lsp.desk import Desk
from storyc.lsp.view import View

Look = Callable[[str], tuple[View, int]]

CAST = """\
CAST

MARA VOSS (Mara, the Captain): Harbour pilot. Tall.
    age: 34
    ref: art/mara.png

TOBY: A boy of eleven.

NELL: A singer.

NELL / 1987: A girl.

LOCATIONS

THE PIER (the jetty): Wood on iron legs.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project with a cast of its own and a picture."""
    folder = tmp_path.resolve()
    (folder / "storyc.toml").write_text('entry = "main.story"\n\n[data]\nreader = "Ada"\n')
    (folder / "cast.story").write_text(CAST)
    (folder / "art").mkdir()
    (folder / "art" / "mara.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return folder


@pytest.fixture
def look(project: Path) -> Look:
    """Return what opens the main script with a text and gives the view and the place of the `|` in it."""

    def opened(text: str) -> tuple[View, int]:
        desk = Desk()
        desk.open(project / "main.story", text.replace("|", "", 1))
        view = desk.view(project / "main.story")
        assert view is not None
        return view, max(text.find("|"), 0)

    return opened
