"""What a reader of PDF finds: text, structure, bookmarks, pictures with words for them, and the same bytes every time."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from shutil import which
from subprocess import run
from typing import Any

import pytest
from msgspec.structs import replace

from storyc.errors import FileError
from storyc.exporting import Book, ExportOptions, write_pdf
from storyc.storyboard import Action, Page, Panel, Speech, Storyboard
from tests.exporting.conftest import shelved, text

pypdf = pytest.importorskip("pypdf")
pytest.importorskip("typst")

SHEETS = ExportOptions()
FINISHED = ExportOptions(pages="finished")
SCRIPT = ExportOptions(pages="script")
needs_poppler = pytest.mark.skipif(which("pdftotext") is None, reason="no poppler on this machine")


def printed(book: Book, options: ExportOptions = SHEETS) -> bytes:
    target = BytesIO()
    assert write_pdf(book, options, target) == ()
    return target.getvalue()


def read(content: bytes) -> Any:
    return pypdf.PdfReader(BytesIO(content), strict=True)


def structure(content: bytes) -> Iterator[dict[str, object]]:
    """Yield every element of the structure tree, in order."""

    def walk(node: object) -> Iterator[dict[str, object]]:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for part in node:
                yield from walk(part)
        elif isinstance(node, dict):
            if "/S" in node:
                yield node
            if "/K" in node:
                yield from walk(node["/K"])

    yield from walk(read(content).trailer["/Root"]["/StructTreeRoot"])


def words(content: bytes, tmp_path: Path, *flags: str) -> str:
    """Return the text as poppler reads it."""
    path = tmp_path / "book.pdf"
    path.write_bytes(content)
    return " ".join(
        run(["pdftotext", *flags, str(path), "-"], capture_output=True, text=True, check=True).stdout.split()
    )


@pytest.mark.parametrize("options", [SHEETS, FINISHED, SCRIPT, ExportOptions(made_at_s=1_000_000_000)])
def test_equal_input_gives_equal_bytes(book: Book, options: ExportOptions) -> None:
    assert printed(book, options) == printed(book, options)


def test_it_says_what_it_is(book: Book) -> None:
    pdf = read(printed(book, ExportOptions(made_at_s=1_000_000_000)))
    root = pdf.trailer["/Root"]
    assert pdf.metadata.title == "The Harbour Light"
    assert pdf.metadata.author == "A. Writer, B. Writer"
    assert pdf.metadata.creation_date.timestamp() == 1_000_000_000
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_without_a_date_it_bears_none(book: Book) -> None:
    assert "/CreationDate" not in read(printed(book)).metadata


def test_pages_are_bookmarked(book: Book) -> None:
    for options in (SHEETS, FINISHED):
        titles = [entry.title for entry in read(printed(book, options)).outline if not isinstance(entry, list)]
        assert titles == ["Page 1", "Page 2", "Pages 3–4", "Page 5"]
    titles = [entry.title for entry in read(printed(book, SCRIPT)).outline if not isinstance(entry, list)]
    assert titles == ["Cast", "Locations", "PAGE 1", "PAGE 2", "PAGES 3–4", "PAGE 5"]


def test_every_picture_has_words_for_it(book: Book) -> None:
    spoken = [node["/Alt"] for node in structure(printed(book)) if node["/S"] == "/Figure" and "/Alt" in node]
    assert spoken[:2] == ["The whole harbour, seen from the water.", "MARA at the rail."]
    finished = [node["/Alt"] for node in structure(printed(book, FINISHED)) if node["/S"] == "/Figure"]
    assert finished[1] == "MARA at the rail."


def test_headings_say_where_one_is(book: Book) -> None:
    kinds = [node["/S"] for node in structure(printed(book))]
    assert kinds.count("/H1") == 4
    assert kinds.count("/H2") == 6


@needs_poppler
def test_all_words_can_be_selected(book: Book, tmp_path: Path) -> None:
    found = words(printed(book, ExportOptions(columns=1, rows=2)), tmp_path, "-raw")
    for said in (
        "The Harbour Light", "Part one", "EXT. THE HARBOUR - NIGHT", "wide, bleed", "The whole harbour, seen from the water.",
        "Caption (locale): Port Ansel.", "MARA VOSS (off, burst): Get in side", "MARA VOSS & TOBY", "Sound (radio): KRSSHHH",
        "For the letterer: No tail.", "(2a)", "inset in panel 2", "No picture yet", "Title: THE LIGHT",
    ):  # fmt: skip
        assert said in found


@needs_poppler
def test_words_of_finished_pages_can_be_found(book: Book, tmp_path: Path) -> None:
    found = words(printed(book, FINISHED), tmp_path, "-raw")
    assert "MARA VOSS: Get in side" in found
    assert "Title: THE LIGHT" in found


@needs_poppler
def test_a_script_has_a_sheet_for_every_page_and_numbers_its_lettering(book: Book, tmp_path: Path) -> None:
    content = printed(book, SCRIPT)
    assert len(read(content).pages) == 2 + 4
    found = words(content, tmp_path, "-raw")
    for said in (
        "Night Pilots 3 The Harbour Light A. Writer, B. Writer", "Copyright: A. Writer", "MARA VOSS (Mara) Harbour pilot. Age: 34",
        "PAGE 1 3 panels", "Panel 1 wide, bleed EXT. THE HARBOUR - NIGHT The whole harbour, seen from the water. 1 Caption (locale) Port Ansel.",
        "Panel 2 MARA at the rail. 2 MARA VOSS (off, burst) Get in side 3 MARA VOSS & TOBY (at the same time) -- not once.",
        "4 Sound (radio) KRSSHHH For the letterer: No tail.", "Panel 2a inset in panel 2 INT. PILOT HOUSE", "5 In the art (screen) NO SERVICE", "PAGE 2 splash, 1 panel",
        "1 Title THE LIGHT", "A page to breathe.", "For the editor: Keep it white.",
    ):  # fmt: skip
        assert said in found
    assert "No picture yet" not in found


@needs_poppler
def test_a_page_of_a_script_that_is_longer_than_a_sheet_goes_on(board: Storyboard, tmp_path: Path) -> None:
    panels = tuple(Panel(number, items=(Action(f"Rain {number}. " + "It falls. " * 60),)) for number in range(1, 13))
    content = printed(shelved(replace(board, cast=(), locations=(), pages=(Page(1, panels=panels),))), SCRIPT)
    assert len(read(content).pages) > 2
    found = words(content, tmp_path)
    assert all(f"Rain {number}." in found for number in range(1, 13))


@needs_poppler
def test_what_is_said_of_a_page_is_there_even_if_it_has_no_panel(book: Book, tmp_path: Path) -> None:
    found = words(printed(book), tmp_path, "-raw")
    assert "A page to breathe." in found
    assert "For the editor: Keep it white." in found


@needs_poppler
def test_japanese_can_be_selected(manga: Book, tmp_path: Path) -> None:
    found = words(printed(manga), tmp_path, "-raw")
    assert "夕暮れの商店街。" in found
    assert "……重い。" in found


def test_fonts_are_inside_and_only_what_is_needed_of_them(manga: Book) -> None:
    content = printed(manga)
    fonts = {
        str(font["/BaseFont"])
        for page in read(content).pages
        for font in map(_solved, page["/Resources"]["/Font"].values())
    }
    assert any("NotoSansCJK" in name for name in fonts)
    assert all(name[7] == "+" for name in fonts)  # the mark of a subset
    assert len(content) < 200_000  # the whole font has sixteen megabytes


def test_manga_is_bound_on_the_right(manga: Book, book: Book) -> None:
    for options in (SHEETS, FINISHED, SCRIPT):
        assert read(printed(manga, options)).trailer["/Root"]["/ViewerPreferences"]["/Direction"] == "/R2L"
        assert read(printed(book, options)).trailer["/Root"]["/ViewerPreferences"]["/Direction"] == "/L2R"


@needs_poppler
def test_manga_sheets_begin_on_the_right(manga: Book, tmp_path: Path) -> None:
    line = words(printed(manga, ExportOptions(columns=2, rows=2)), tmp_path, "-layout", "-l", "1")
    assert line.index("1.2") < line.index("1.1")


@pytest.mark.parametrize("grid", [(1, 1), (2, 3), (3, 2), (6, 5), (1, 6)])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_grids_and_papers(board: Storyboard, grid: tuple[int, int], paper: str) -> None:
    panels = tuple(Panel(number, items=(Action("Rain."),)) for number in range(1, 32))
    book = shelved(replace(board, pages=(Page(1, panels=panels),)))
    columns, rows = grid
    pdf = read(printed(book, ExportOptions(columns=columns, rows=rows, paper="a4" if paper == "a4" else "letter")))
    assert len(pdf.pages) == -(-31 // (columns * rows))
    short, long = (595.3, 841.9) if paper == "a4" else (612.0, 792.0)
    expected = (long, short) if columns > rows else (short, long)
    assert [float(side) for side in pdf.pages[0].mediabox[2:]] == pytest.approx(expected, abs=0.1)


def test_finished_pages_are_one_a_sheet_and_a_spread_is_wide(book: Book) -> None:
    sizes = [tuple(map(float, page.mediabox[2:])) for page in read(printed(book, FINISHED)).pages]
    assert [width > height for width, height in sizes] == [False, False, True, False]


@needs_poppler
def test_nothing_is_lost_of_a_panel_with_more_words_than_a_sheet(board: Storyboard, tmp_path: Path) -> None:
    said = tuple(
        Speech(("MARA",), text(f"Word {number} of a very long speech that never ends.")) for number in range(400)
    )
    book = shelved(replace(board, pages=(Page(1, panels=(Panel(1, items=said), Panel(2))),)))
    found = words(printed(book), tmp_path)
    assert all(f"Word {number} of" in found for number in range(400))


@needs_poppler
def test_hostile_words_stay_words(hostile: Book, tmp_path: Path) -> None:
    for options in (SHEETS, FINISHED, SCRIPT):
        content = printed(hostile, options)
        root = read(content).trailer["/Root"]
        assert "/OpenAction" not in root
        assert not {"/JavaScript", "/EmbeddedFiles"} & set(root.get("/Names", {}))
    found = words(printed(hostile, ExportOptions(columns=1, rows=1)), tmp_path, "-raw")
    assert '<script>alert(1)</script> & "q"' in found
    assert '#image("x") *b* $x$ \ufffd\ufffd\ufffd[31m' in found


def test_a_title_that_looks_like_a_catalog_changes_nothing(manga: Book) -> None:
    names = replace(manga.board.credits, title="/Type/Catalog/Direction/L2R")
    book = replace(manga, board=replace(manga.board, credits=names))
    pdf = read(printed(book))
    assert pdf.metadata.title == "/Type/Catalog/Direction/L2R"
    assert pdf.trailer["/Root"]["/ViewerPreferences"]["/Direction"] == "/R2L"


def test_letters_that_no_font_has_are_remarked_upon(board: Storyboard) -> None:
    book = shelved(replace(board, pages=(Page(1, panels=(Panel(1, items=(Action("\U0001fbff \U000f0000"),)),)),)))
    target = BytesIO()
    assert write_pdf(book, ExportOptions(), target) == (
        "no font here has some of the letters: empty boxes stand for them",
    )
    assert len(read(target.getvalue()).pages) == 1


def test_art_that_does_not_decode_is_named(book: Book) -> None:
    with pytest.raises(FileError, match=r"the art build/art/1-1\.webp cannot be decoded"):
        write_pdf(replace(book, read_art=lambda _art: b"RIFF nothing"), ExportOptions(), BytesIO())


def test_a_story_without_pages_is_an_empty_sheet(board: Storyboard) -> None:
    for options in (ExportOptions(), FINISHED):
        assert len(read(printed(shelved(replace(board, pages=())), options)).pages) == 1


def _solved(thing: object) -> dict[str, object]:
    solved = thing.get_object() if hasattr(thing, "get_object") else thing
    assert isinstance(solved, dict)
    return solved
