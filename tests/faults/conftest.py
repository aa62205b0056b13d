"""A story that uses everything, and one server for all tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.service import Switchboard, served
from tests.faults.world import World

STORY = """\
Title: Faults
Size: 512x768

CAST

MARA: A pilot.
    ref: mara.png

PAGE 1 (2 PANELS)

PANEL 1
MARA in the rain.

PANEL 2
MARA looks up.

PAGE 2 (1 PANEL)

PANEL 1
The harbour at night.

CLIP rain-stops [4s, 480p, from panel 1]

The rain stops.
"""


@pytest.fixture(scope="session")
def line() -> Iterator[tuple[Switchboard, int]]:
    """A server, and its port."""
    board = Switchboard()
    with served(board) as port:
        yield board, port


@pytest.fixture
def world(line: tuple[Switchboard, int], tmp_path: Path) -> World:
    """A project and a service that nothing has happened to."""
    board, port = line
    board.forget()
    return World(tmp_path / "project", board, port, STORY)
