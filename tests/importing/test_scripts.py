"""Whole scripts in every dialect. A new one is put into `scripts`, with an empty `.story` of its name in `tests/golden/import`."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from storyc.diagnostics import Diagnostic
from storyc.formatting import format_source
from storyc.importing import DIALECTS, Imported, decode, detect, import_text
from storyc.text import Source

SCRIPTS: Mapping[str, Path] = {path.stem: path for path in sorted((Path(__file__).parent / "scripts").iterdir())}
DIALECT_OF = {
    "full-script": "comic", "hard-wrapped": "comic", "japanese": "comic", "screenplay": "fountain", "emoji": "markdown",
    "guide-prompt": "prompt", "word": "comic", "brackets": "comic",
}  # fmt: skip
"""The dialects of the scripts that are not named after theirs."""


def imported(name: str) -> Imported:
    text = decode(SCRIPTS[name].read_bytes()).text
    return import_text(text, detect(text)[0].dialect)


@pytest.mark.golden("import", ".story")
def test_the_whole_story(golden: Path, expect: Callable[[str], None]) -> None:
    expect(imported(golden.stem).text)


@pytest.mark.golden("import", ".report")
def test_the_whole_report(golden: Path, expect: Callable[[str], None]) -> None:
    found = imported(golden.stem).findings
    expect("".join(f"{one.line}: {one.kind}: {one.message}{f' | {one.text}' if one.text else ''}\n" for one in found))


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_is_told_by_its_marks(name: str) -> None:
    assert imported(name).dialect == DIALECT_OF.get(name, name)


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_story_checks_without_errors(name: str, errors: Callable[[str], list[Diagnostic]]) -> None:
    assert not errors(imported(name).text)


@pytest.mark.parametrize("name", SCRIPTS)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_so_does_one_that_is_read_as_another_dialect(
    name: str, dialect: str, errors: Callable[[str], list[Diagnostic]]
) -> None:
    text = decode(SCRIPTS[name].read_bytes()).text
    assert not errors(import_text(text, dialect).text)


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_story_is_in_its_canonical_form(name: str) -> None:
    story = imported(name).text
    assert format_source(Source(name, story)) == story


def test_every_script_has_its_golden() -> None:
    golden = Path(__file__).parents[1] / "golden" / "import"
    assert {path.stem for path in golden.glob("*.story")} == set(SCRIPTS)


def test_every_dialect_has_a_script() -> None:
    assert {DIALECT_OF.get(name, name) for name in SCRIPTS} == set(DIALECTS)
