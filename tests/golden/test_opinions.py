"""What a writer is told of opinions, whole, and that the examples of `storyc explain` show what they are for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storyc.diagnostics import Code
from storyc.diagnostics.rendering import Look
from storyc.diagnostics.rendering.full import render
from storyc.linting import RULES, lint, read_settings
from storyc.project import Checked, check_sources
from storyc.text import DiskFiles, MemoryFiles
from tests.linting.bought import redrawings_between

BOUGHT = "bought.story"
"""In the folder of a case: the script as it was when its pictures were bought."""


def with_opinions(checked: Checked, rule: str, bought: Checked | None = None) -> Checked:
    """Return what linting finds out, with one rule more than those that speak unasked."""
    assert checked.program is not None
    settings = read_settings({"rules": {rule: "note" if rule in {"silent-run", "once-used-name"} else "warning"}})
    redrawings = () if bought is None else redrawings_between(bought, checked)
    found = lint(checked.program, checked.documents, settings, redrawings)
    return Checked(checked.program, (*checked.diagnostics, *found), checked.sources)


@pytest.mark.golden("lint", ".txt")
def test_the_whole_message(case: Path, golden: Path, expect: Callable[[str], None]) -> None:
    files = DiskFiles(case.parent)
    bought = check_sources(BOUGHT, files, {}) if (case.parent / BOUGHT).exists() else None
    checked = with_opinions(check_sources(case.name, files, {}), golden.stem, bought)
    expect(render(checked.diagnostics, checked.sources, Look(is_unicode=False)))


@pytest.mark.parametrize("code", [rule.code for rule in RULES], ids=lambda code: code.name)
def test_an_example_shows_its_opinion_and_no_other(code: Code) -> None:
    checked, bought = (
        check_sources("main.story", MemoryFiles({"main.story": text.encode()}), {})
        for text in (code.example, code.bought or code.example)
    )
    found = with_opinions(checked, code.name, bought)
    assert [said.code for said in found.diagnostics] == [code]
