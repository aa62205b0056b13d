"""The canonical form of whole scripts, and scripts with new numbers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storyc.formatting import format_source, renumber
from storyc.syntax import parse
from storyc.text import Source


@pytest.mark.golden("format", ".formatted")
def test_the_canonical_form(case: Path, expect: Callable[[str], None]) -> None:
    expect(format_source(Source(case.name, case.read_bytes().decode())))


@pytest.mark.golden("renumber", ".renumbered")
def test_new_numbers(case: Path, expect: Callable[[str], None]) -> None:
    numbered = renumber(parse(Source(case.name, case.read_bytes().decode())).value)
    expect(format_source(Source(case.name, numbered)))
