"""Every kind of diagnostic is explained, shown and pinned."""

from pathlib import Path
from re import fullmatch

import pytest

from storyc.diagnostics import Code
from storyc.diagnostics.codes import ALL

GOLDEN = Path(__file__).parents[1] / "golden"

each_code = pytest.mark.parametrize("code", ALL.values(), ids=lambda code: code.name)


def cases(code: Code) -> Path:
    """Return the folder with the golden cases of a code's family."""
    return GOLDEN / ("lint" if code.number.startswith("SC05") else "diagnostics")


def test_numbers_and_names_are_used_once() -> None:
    assert len({code.name for code in ALL.values()}) == len(ALL)
    assert list(ALL) == sorted(ALL)


@each_code
def test_a_code_is_well_formed(code: Code) -> None:
    assert fullmatch(r"SC0[1-5]\d\d", code.number)
    assert fullmatch(r"[a-z]+(-[a-z]+)*", code.name)


@each_code
def test_a_code_is_explained(code: Code) -> None:
    assert len(code.explanation.split()) > len(code.name.split("-"))
    assert code.explanation.rstrip().endswith((".", "`"))


@each_code
def test_a_code_has_an_example_unless_it_takes_several_files(code: Code) -> None:
    assert code.example.strip() or (cases(code) / code.name / "main.story").exists()


@each_code
def test_a_code_has_a_golden_case(code: Code) -> None:
    golden = cases(code) / f"{code.name}.txt"
    assert golden.exists()
    assert f"[{code.number} {code.name}]" in golden.read_text("utf-8")


def test_every_golden_case_is_named_after_a_code() -> None:
    wanted = {cases(code) / f"{code.name}.txt" for code in ALL.values()}
    assert not {path for folder in ("diagnostics", "lint") for path in (GOLDEN / folder).glob("*.txt")} - wanted
