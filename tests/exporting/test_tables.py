"""The storyboard as JSON and its lettering as a table."""

import json
from csv import reader
from importlib.resources import files
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from storyc.exporting import Book, ExportOptions, board_json, board_schema, lettering_table
from storyc.lowering import lower
from storyc.planning import Results
from storyc.project import check_project, find_project
from storyc.storyboard import Page, Panel, Run, Speech, Storyboard
from tests.exporting.conftest import HOSTILE, shelved

NOTHING = ExportOptions()
EXAMPLES = Path(__file__).parents[2] / "examples"


def rows(content: bytes, delimiter: str = ",") -> list[list[str]]:
    return list(reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter, strict=True))


def test_every_balloon_has_a_row(book: Book) -> None:
    assert rows(lettering_table(book, NOTHING)) == [
        ["page", "panel", "number", "speaker", "kind", "manner", "text"],
        ["1", "1", "1", "", "caption", "locale", "Port Ansel."],
        ["1", "2", "2", "MARA VOSS", "speech", "off, burst", "Get in\nside"],
        ["1", "2", "3", "MARA VOSS & TOBY", "speech", "at the same time", "'-- not once."],
        ["1", "2", "4", "", "sound", "radio", "KRSSHHH"],
        ["1", "3", "5", "", "in-art", "screen", "NO SERVICE"],
        ["2", "1", "1", "", "title", "", "THE LIGHT"],
    ]


def test_rows_end_as_the_standard_says(book: Book) -> None:
    content = lettering_table(book, NOTHING)
    assert content.endswith(b"\r\n")
    assert b'"Get in\nside"' in content


def test_tabs_and_the_mark_for_excel(book: Book) -> None:
    content = lettering_table(book, ExportOptions(delimiter="\t", has_mark=True))
    assert content.startswith(b"\xef\xbb\xbfpage\tpanel\t")
    assert rows(content, "\t") == rows(lettering_table(book, NOTHING))


@given(st.text(min_size=1, max_size=20))
def test_no_cell_is_a_formula_and_no_letter_is_lost(said: str) -> None:
    board = Storyboard(size="64x64", pages=(Page(1, panels=(Panel(1, items=(Speech((said,), (Run(said),)),)),)),))
    encodable = said.encode("utf-8", "replace").decode()
    if encodable != said:
        return
    row = rows(lettering_table(shelved(board, without=frozenset()), NOTHING))[1]
    for cell in (row[3], row[6]):
        assert cell.lstrip()[:1] not in {*"=+-@＝＋－＠"}
        assert cell[:1] not in {"\t", "\r", "\n"}
        assert (
            cell.removeprefix("'").isprintable() or "\ufffd" in cell or any(not letter.isprintable() for letter in said)
        )


@pytest.mark.parametrize("said", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\n=1", "＝1"])
def test_formulas_are_disarmed(said: str) -> None:
    board = Storyboard(size="64x64", pages=(Page(1, panels=(Panel(1, items=(Speech(("A",), (Run(said),)),)),)),))
    assert rows(lettering_table(shelved(board), NOTHING))[1][6] == f"'{said}"


def test_the_schema_is_the_one_that_is_published() -> None:
    published = files("storyc.exporting").joinpath("storyboard.schema.json").read_text("utf-8")
    assert json.loads(published) == json.loads(json.dumps(board_schema()))


def test_the_storyboard_and_the_paths_of_its_art(book: Book) -> None:
    found = json.loads(board_json(book))
    assert (found["version"], found["title"], found["reading"]) == (1, "The Harbour Light", "left-to-right")
    first, spread = found["pages"][0], found["pages"][2]
    assert first["panels"][0]["art"]["path"] == "build/art/1-1.webp"
    assert first["panels"][1]["lettering"][0]["runs"] == [
        {"text": "Get ", "emphasis": []},
        {"text": "in\nside", "emphasis": ["bold"]},
    ]
    assert (spread["number"], spread["last_number"], spread["kind"]) == (3, 4, "spread")
    assert spread["panels"][1]["art"] is None


def test_json_keeps_hostile_words_as_they_are(hostile: Book) -> None:
    assert json.loads(board_json(hostile))["title"] == HOSTILE


@pytest.mark.parametrize("name", ["book", "manga", "hostile"])
def test_it_is_what_the_schema_says(name: str, request: pytest.FixtureRequest) -> None:
    jsonschema: Any = pytest.importorskip("jsonschema")
    found = json.loads(board_json(request.getfixturevalue(name)))
    jsonschema.Draft202012Validator.check_schema(board_schema())
    jsonschema.Draft202012Validator(board_schema()).validate(found)


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir()))
def test_every_example_is_what_the_schema_says(name: str) -> None:
    jsonschema: Any = pytest.importorskip("jsonschema")
    checked = check_project(find_project(EXAMPLES / name))
    assert checked.program is not None
    found = json.loads(board_json(Book(lower(checked.program), Results({}, {}, is_draft=True), lambda _art: b"")))
    jsonschema.Draft202012Validator(board_schema()).validate(found)


def test_equal_input_gives_equal_bytes(book: Book) -> None:
    again = replace(book)
    assert board_json(book) == board_json(again)
    assert lettering_table(book, NOTHING) == lettering_table(again, NOTHING)
