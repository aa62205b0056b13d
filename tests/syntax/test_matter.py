"""What stands before the first page: the title page, blocks, includes and definitions."""

from typing import TypeVar

import pytest

from storyc.syntax import (
    Attachments,
    Blank,
    Block,
    Comment,
    Define,
    Document,
    Entry,
    Field,
    Include,
    More,
    NoteLine,
    Page,
    Panel,
    Piece,
    Prose,
    Section,
    Speech,
    Synopsis,
    TitlePage,
    parse,
)
from storyc.text import Source

NodeT = TypeVar("NodeT")


def document(text: str) -> Document:
    outcome = parse(Source("a.story", text))
    assert not outcome.diagnostics
    return outcome.value


def first(text: str, kind: type[NodeT]) -> NodeT:
    return next(part for part in document(text).parts if isinstance(part, kind))


def title(text: str) -> list[tuple[str, list[str]]]:
    return [(field.key, [line.text for line in field.lines]) for field in first(text, TitlePage).fields]


def test_a_title_page_ends_at_the_first_blank_line() -> None:
    parts = document("Title: The Light\nFoo: bar\n\nAuthor: nobody\n").parts
    assert isinstance(parts[0], TitlePage)
    assert [field.key for field in parts[0].fields] == ["Title", "Foo"]
    assert [type(part) for part in parts[1:]] == [Blank, Speech]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("title： 狐の弁当\n", [("title", ["狐の弁当"])]),
        ("\n// draft\n/* 2 */\n  Draft date : 1 May\n", [("Draft date", ["1 May"])]),
        ("Title:\n    One\n\tTwo\nNotes: x\n", [("Title", ["", "One", "Two"]), ("Notes", ["x"])]),
        ("Title: A\n// not now\nAuthor: B\n", [("Title", ["A"]), ("Author", ["B"])]),
        ("Title: A\nPage count: 3\nPAGE 1\n", [("Title", ["A"]), ("Page count", ["3"])]),
        ("Brief: https://a.b/c\n", [("Brief", ["https://a.b/c"])]),
    ],
)
def test_title_pages(text: str, fields: list[tuple[str, list[str]]]) -> None:
    assert title(text) == fields


@pytest.mark.parametrize("text", ["Titel: x\n", "Rain.\nTitle: x\n", "PAGE 1\nTitle: x\n", "Title\n"])
def test_texts_without_a_title_page(text: str) -> None:
    assert not any(isinstance(part, TitlePage) for part in document(text).parts)


def test_places_of_a_title_field() -> None:
    source = Source("a.story", "Title:  The\n   Light  \nAuthor: B\n")
    (page,) = parse(source).value.parts
    assert isinstance(page, TitlePage)
    assert [source.slice(line.span) for line in page.fields[0].lines] == ["The", "Light"]
    assert source.slice(page.fields[0].span) == "Title:  The\n   Light"
    assert source.slice(page.span) == source.text.strip()


def entries(text: str) -> tuple[Entry, ...]:
    return first(text, Block).entries


@pytest.mark.parametrize(
    ("line", "name", "aliases", "text"),
    [
        ("MARA: Harbour pilot.", "MARA", None, "Harbour pilot."),
        ("MARA VOSS (Mara, the Captain): Pilot: good.", "MARA VOSS", "Mara, the Captain", "Pilot: good."),
        ("EUGENE / 1984 (old Eugene): 43", "EUGENE / 1984", "old Eugene", "43"),
        ("美咲（みさき）：弁当", "美咲", "みさき", "弁当"),
        ("MARA:", "MARA", None, ""),
        ("MARA (Mara: pilot", "MARA", "Mara", "pilot"),
        ("MARA", "MARA", None, None),
        ("MARA (Mara)", "MARA", "Mara", None),
        ("burn scar (left) hand.", "burn scar (left) hand.", None, None),
        ("A (b) c: d", "A (b) c", None, "d"),
        ("see https://a.b", "see https://a.b", None, None),
        ("12:30", "12", None, "30"),
    ],
)
def test_entries(line: str, name: str, aliases: str | None, text: str | None) -> None:
    (entry,) = entries(f"CAST\n\n{line}\n")
    assert (entry.name, entry.aliases, entry.text, entry.lines) == (name, aliases, text, ())


def test_lines_under_an_entry() -> None:
    (entry,) = entries(
        "CAST\nMARA: Pilot,\n    tall.\n  age : 34\n\tref: https://a.b\n    see https://a.b\n\n= later\n[[note]]\n// no\n"
    )
    assert [type(line) for line in entry.lines] == [
        More, Field, Field, More, Blank, Synopsis, NoteLine, Comment
    ]  # fmt: skip
    assert [(line.key, line.value) for line in entry.lines if isinstance(line, Field)] == [
        ("age", "34"), ("ref", "https://a.b"),
    ]  # fmt: skip


def test_places_of_an_entry() -> None:
    source = Source("a.story", "CAST\nMARA (Mara): Pilot\n  age: 34\n")
    (block,) = parse(source).value.parts
    assert isinstance(block, Block)
    (entry,) = block.entries
    (field,) = entry.lines
    assert isinstance(field, Field)
    assert source.slice(entry.span) == "MARA (Mara): Pilot"
    assert [source.text[at:][:4] for at in (entry.name_at, entry.aliases_at, entry.text_at)] == ["MARA", "Mara", "Pilo"]
    assert source.text[field.value_at :][:2] == "34"


@pytest.mark.parametrize("keyword", ["CAST", "CHARACTERS", "LOCATIONS", "PROPS", "STYLE", "STORY", "CONSTRAINTS"])
def test_blocks(keyword: str) -> None:
    block = first(f"  {keyword} /* main */\n\n  loose\nA: b\n\nPAGE 1\n", Block)
    assert block.keyword == keyword
    assert [type(line) for line in block.lines] == [Blank, More]
    assert [entry.name for entry in block.entries] == ["A"]


def test_a_block_follows_a_block_a_section_or_an_include() -> None:
    parts = document("CAST\nA: b\nPROPS\nC: d\nINCLUDE more\nSTYLE\nart: ink\n# One\nCAST\nE: f\n\nPANEL 1\n").parts
    assert [type(part) for part in parts] == [Block, Block, Include, Block, Section]
    section = parts[-1]
    assert isinstance(section, Section)
    assert [type(part) for part in section.parts] == [Block, Panel]


def test_attachments() -> None:
    found = first("ATTACHMENTS\n\nart/a.png (sketch)\n  https://a.b/c\n[[later]]\n", Attachments)
    assert [line.text for line in found.lines if isinstance(line, Piece)] == ["art/a.png (sketch)", "https://a.b/c"]
    assert [type(line) for line in found.lines] == [Blank, Piece, Piece, NoteLine]


def test_includes_and_definitions_have_the_lines_under_them() -> None:
    include, define, page = document("INCLUDE  acts/one \nRain.\nDEFINE  ship =  the *Rose*\n\nPAGE 1\n").parts
    assert isinstance(include, Include)
    assert isinstance(define, Define)
    assert isinstance(page, Page)
    assert (include.path, include.lines) == ("acts/one", (Prose("Rain.", 0),))
    assert (define.name, define.value) == ("ship", "the *Rose*")
    assert [type(line) for line in define.lines] == [Blank]


@pytest.mark.parametrize("line", ["INCLUDE", "DEFINE x", "INCLUDED: no", "CASTLE", "CAST: x"])
def test_lines_that_declare_nothing(line: str) -> None:
    assert not [part for part in document(f"{line}\n").parts if isinstance(part, Include | Define | Block)]
