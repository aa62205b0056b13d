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


def with_opinions(checked: Checked, rule: str) -> Checked:
    """Return what linting finds out, with one rule more than those that speak unasked."""
    assert checked.program is not None
    settings = read_settings({"rules": {rule: "note" if rule in {"silent-run", "once-used-name"} else "warning"}})
    found = lint(checked.program, checked.documents, settings)
    return Checked(checked.program, (*checked.diagnostics, *found), checked.sources)


@pytest.mark.golden("lint", ".txt")
def test_the_whole_message(case: Path, golden: Path, expect: Callable[[str], None]) -> None:
    checked = with_opinions(check_sources(case.name, DiskFiles(case.parent), {}), golden.stem)
    expect(render(checked.diagnostics, checked.sources, Look(is_unicode=False)))


@pytest.mark.parametrize("code", [rule.code for rule in RULES], ids=lambda code: code.name)
def test_an_example_shows_its_opinion_and_no_other(code: Code) -> None:
    checked = check_sources("main.story", MemoryFiles({"main.story": code.example.encode()}), {})
    found = with_opinions(checked, code.name)
    assert [said.code for said in found.diagnostics] == [code]
