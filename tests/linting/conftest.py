"""Opinions about scripts, as short as they can be told."""

from collections.abc import Callable, Sequence

import pytest

from storyc.diagnostics import Diagnostic
from storyc.linting import choose, lint, read_settings
from storyc.project import check_sources
from storyc.text import MemoryFiles

Opinions = Callable[..., Sequence[Diagnostic]]
MAIN = "main.story"


@pytest.fixture
def opinions() -> Opinions:
    """A function that returns what is thought of a script, of all rules or of some; `most` sets the limit of each."""

    def think(script: str, *rules: str, most: int | None = None, **others: str) -> Sequence[Diagnostic]:
        texts = {MAIN: script, **{f"{name}.story": text for name, text in others.items()}}
        files = MemoryFiles({name: text.encode() for name, text in texts.items()})
        checked = check_sources(MAIN, files, {})
        assert checked.program is not None, checked.diagnostics
        said = {rule: {"max": most} for rule in rules} if most is not None else {}
        settings = choose(read_settings({"rules": said}), rules or ["all"])
        return lint(checked.program, checked.documents, settings)

    return think
