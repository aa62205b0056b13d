"""What becomes of whole scripts: the tree that is read, and the storyboard that is meant."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import Struct

from storyc.lowering import lower
from storyc.project import check_sources, load
from storyc.text import DiskFiles

Dump = Callable[[Struct], str]


@pytest.mark.golden("scripts", ".tree")
def test_the_tree(case: Path, expect: Callable[[str], None], dump: Dump) -> None:
    loaded = load(case.name, DiskFiles(case.parent))
    expect(dump(loaded.documents[case.name]))


@pytest.mark.golden("scripts", ".board")
def test_the_storyboard(case: Path, expect: Callable[[str], None], dump: Dump) -> None:
    checked = check_sources(case.name, DiskFiles(case.parent), {})
    assert checked.program is not None, checked.diagnostics
    expect(dump(lower(checked.program)))
