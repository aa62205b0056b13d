"""The numbers of whole scripts, as they are printed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storyc.cli.stats_view import write_statistics
from storyc.counting import count_story
from storyc.lowering import local_files, lower, units
from storyc.project import check_sources
from storyc.text import DiskFiles
from storyc.wire import NEWEST


@pytest.mark.golden("scripts", ".stats")
def test_the_numbers(case: Path, expect: Callable[[str], None]) -> None:
    checked = check_sources(case.name, DiskFiles(case.parent), {})
    assert checked.program is not None, checked.diagnostics
    board = lower(checked.program)
    expect(
        write_statistics(count_story(board, units(board, NEWEST, dict.fromkeys(local_files(board), "0" * 64)).units))
    )
