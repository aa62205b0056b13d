"""Scripts with several mistakes: each is reported, at its own place, and none hides another."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storyc.diagnostics.rendering import Look
from storyc.diagnostics.rendering.full import render
from storyc.project import check_sources
from storyc.text import DiskFiles


@pytest.mark.golden("mistakes", ".txt")
def test_every_mistake_is_reported(case: Path, expect: Callable[[str], None]) -> None:
    checked = check_sources(case.name, DiskFiles(case.parent), {})
    expect(render(checked.diagnostics, checked.sources, Look(is_unicode=False)))
