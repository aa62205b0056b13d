"""What a writer is told, whole, and that the examples of `storyc explain` show what they are for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storyc.diagnostics import Code
from storyc.diagnostics.codes import ALL
from storyc.diagnostics.rendering import Look
from storyc.diagnostics.rendering.full import render
from storyc.project import check_sources
from storyc.text import DiskFiles, MemoryFiles

LOOK = Look(is_unicode=False)


class WeighedFiles(DiskFiles):
    """The files of a case; `<name>.size` holds the size in bytes of a file too large to keep."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._folder = root

    def size_bytes(self, path: str) -> int | None:
        weight = self._folder / f"{path}.size"
        return int(weight.read_text("utf-8")) if weight.exists() else super().size_bytes(path)


@pytest.mark.golden("diagnostics", ".txt")
def test_the_whole_message(case: Path, expect: Callable[[str], None]) -> None:
    checked = check_sources(case.name, WeighedFiles(case.parent), {})
    expect(render(checked.diagnostics, checked.sources, LOOK))


@pytest.mark.parametrize(
    "code",
    [code for code in ALL.values() if code.example and not code.number.startswith("SC05")],
    ids=lambda code: code.name,
)
def test_an_example_shows_its_diagnostic_and_no_other(code: Code) -> None:
    checked = check_sources("main.story", MemoryFiles({"main.story": code.example.encode()}), {})
    assert [said.code for said in checked.diagnostics] == [code]
