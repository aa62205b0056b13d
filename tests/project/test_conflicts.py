"""Scripts that version control has merged, and nobody has read since."""

import pytest

from storyc.project import check_sources
from storyc.text import MemoryFiles

TORN = """\
PAGE 1

PANEL 1
Rain.

<<<<<<< HEAD
CAPTION: It rains.
=======
CAPTION: It pours.
>>>>>>> storm
"""


def said(text: str, **more: str) -> list[str]:
    files = {f"{name}.story": content.encode() for name, content in {"main": text, **more}.items()}
    checked = check_sources("main.story", MemoryFiles(files), {})
    where = [(one, checked.sources[one.primary.source].position(one.primary.span.start)) for one in checked.diagnostics]
    assert (checked.program is None) == bool(where)
    return [f"{one.primary.source}:{at.line} {one.code.name}" for one, at in where]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_each_conflict_is_an_error_and_all_that_is_said_of_its_marks(end: str) -> None:
    assert said((TORN + TORN.partition("\n\n")[2].replace("1", "2")).replace("\n", end)) == [
        "main.story:6 merge-conflict",
        "main.story:14 merge-conflict",
    ]


def test_a_conflict_that_tells_of_the_ancestor_is_one() -> None:
    assert said(TORN.replace("=======", "||||||| 1f2e3d4\nCAPTION: Rain.\n=======")) == ["main.story:6 merge-conflict"]


def test_a_mark_that_was_left_behind_is_one() -> None:
    assert said(TORN.replace("<<<<<<< HEAD\n", "")) == ["main.story:9 merge-conflict"]


def test_a_conflict_in_what_is_included() -> None:
    assert said("INCLUDE rain\n", rain=TORN) == ["rain.story:6 merge-conflict"]


@pytest.mark.parametrize(
    "line", ["=======", "=======\n\n=======", "!<<<<<<<<<< what a storm", "He writes <<<<<<< HEAD."]
)
def test_what_only_looks_like_a_mark_is_none(line: str) -> None:
    assert said(f"PAGE 1\n\nPANEL 1\nRain.\n\n{line}\n") == []
