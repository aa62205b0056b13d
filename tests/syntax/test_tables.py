"""The tables say what the grammar says, and the same each time."""

from pathlib import Path
from re import fullmatch, match
from shutil import copytree, ignore_patterns
from subprocess import run
from sys import executable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.syntax.making import make_tables, write_tables
from storyc.syntax.tables import grammar_path
from tests.fuzz.fragments import FRAGMENTS, ROOT, example_scripts
from tests.syntax.structure import by_lark, by_tables, read, tables

CATCH_ALLS = ({"PROSE"}, {"ATTACHMENT"}, {"BARE", "MORE"})
"""Kinds that between them fit every line that is not blank."""

texts = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join)
lines = st.text(st.characters(exclude_characters="\n\r", codec="utf-8"), min_size=1).map(lambda text: f"{text}\n")


def states_that_read() -> set[int]:
    """Return the states in which a line may begin."""
    shifted = {to for row in tables().shifts for kind, to in row.items() if kind != "$END"}
    longer = {to for row in tables().appends.values() for to in row.values()}
    return {tables().start, *shifted, *longer, *tables().opens.values()}


@settings(max_examples=300, deadline=None)
@given(texts)
def test_the_tables_and_stock_lark_agree(text: str) -> None:
    assert by_tables(text) == by_lark(text)


@pytest.mark.parametrize("script", example_scripts(), ids=lambda path: path.stem)
def test_the_tables_and_stock_lark_agree_on_examples(script: Path) -> None:
    text = script.read_text("utf-8")
    assert by_tables(text) == by_lark(text)


def test_every_place_takes_every_line() -> None:
    for state in states_that_read():
        accepted = set(tables().accepts(state))
        assert "BLANK" in accepted
        assert any(kinds <= accepted for kinds in CATCH_ALLS), (state, accepted)


@given(lines)
def test_catch_alls_fit_every_line_that_is_not_blank(line: str) -> None:
    patterns = tables().patterns
    for kinds in ({"BLANK"},) if not line.strip() else CATCH_ALLS:
        assert any(fullmatch(patterns[kind], line) for kind in kinds)


@settings(max_examples=200, deadline=None)
@given(texts)
def test_no_kind_fits_more_than_a_line(text: str) -> None:
    shadow = read(text)
    for kind, pattern in tables().patterns.items():
        found = match(pattern, shadow)
        assert found is None or found.end() == shadow.index("\n") + 1, kind


def test_equal_grammars_give_equal_tables(tmp_path: Path) -> None:
    code = (
        "from storyc.syntax.making import *; from storyc.syntax.tables import grammar_path; "
        "print(write_tables(make_tables(grammar_path().read_text('utf-8'))))"
    )
    made = {
        run(
            [executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            cwd=tmp_path,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1


def test_written_tables_are_the_tables() -> None:
    made = make_tables(grammar_path().read_text("utf-8"))
    written: dict[str, object] = {}
    exec(write_tables(made), written)
    assert {name.lower(): value for name, value in written.items() if name.isupper()} == made


def test_a_checkout_whose_grammar_changes_gets_new_tables(tmp_path: Path) -> None:
    copytree(ROOT / "storyc", tmp_path / "storyc", ignore=ignore_patterns("__pycache__", "_tables.py"))
    grammar = tmp_path / "grammar" / "story.lark"
    grammar.parent.mkdir()
    code = (
        "from storyc.syntax import parse; from storyc.text import Source; "
        "print(type(parse(Source('a', 'IMPORT x')).value.parts[0]).__name__)"
    )

    def first_part() -> str:
        return run(
            [executable, "-c", code],
            env={"PYTHONPATH": str(tmp_path)},
            cwd=tmp_path,
            capture_output=True,
            check=True,
            text=True,
        ).stdout.strip()

    written = grammar_path().read_text("utf-8")
    grammar.write_text(written, "utf-8")
    assert first_part() == "Prose"
    grammar.write_text(written.replace('"INCLUDE"', '"IMPORT"'), "utf-8")
    assert first_part() == "Include"
    assert (tmp_path / "storyc" / "syntax" / "_tables.py").is_file()
    grammar.write_text(written, "utf-8")
    assert first_part() == "Prose"
