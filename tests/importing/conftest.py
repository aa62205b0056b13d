"""Foreign scripts to read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storyc.diagnostics import Diagnostic
from storyc.project import check_sources
from storyc.text import MemoryFiles

SCRIPTS = Path(__file__).parent / "scripts"


@pytest.fixture(scope="session")
def errors() -> Callable[[str], list[Diagnostic]]:
    """A function that returns the errors of a `.story`."""

    def check(story: str) -> list[Diagnostic]:
        checked = check_sources("imported.story", MemoryFiles({"imported.story": story.encode()}), {})
        return [said for said in checked.diagnostics if said.is_error]

    return check
