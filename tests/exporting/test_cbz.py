"""What a reader of comics finds in an archive."""

from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZIP_STORED, ZipFile

import pytest
from msgspec.structs import replace
from PIL import Image

from storyc.exporting import Book, ExportOptions, write_cbz
from tests.exporting.conftest import HOSTILE, shelved

SMALL = ExportOptions(resolution_dpi=50)
PANELS = ExportOptions(pages="panels")
ORDER = (
    "Title", "Series", "Number", "Count", "Volume", "AlternateSeries", "AlternateNumber", "AlternateCount", "Summary",
    "Notes", "Year", "Month", "Day", "Writer", "Penciller", "Inker", "Colorist", "Letterer", "CoverArtist", "Editor",
    "Publisher", "Imprint", "Genre", "Web", "PageCount", "LanguageISO", "Format", "BlackAndWhite", "Manga", "Characters",
    "Teams", "Locations", "ScanInformation", "StoryArc", "SeriesGroup", "AgeRating", "Pages", "CommunityRating",
)  # fmt: skip
"""The sequence of ComicInfo 2.0."""
NUMBERS = {"Count", "Volume", "Year", "Month", "Day", "PageCount"}
PAGE_NUMBERS = {"Image", "ImageSize", "ImageWidth", "ImageHeight"}
PAGE_TYPES = {"FrontCover", "InnerCover", "Story", "BackCover", "Other"}


def packed(book: Book, options: ExportOptions = SMALL) -> bytes:
    target = BytesIO()
    write_cbz(book, options, target)
    return target.getvalue()


def files(content: bytes) -> Mapping[str, bytes]:
    with ZipFile(BytesIO(content)) as zipped:
        assert zipped.testzip() is None
        return {name: zipped.read(name) for name in zipped.namelist()}


def described(content: bytes) -> Element:
    """Return the description, after holding it against the schema."""
    info = fromstring(files(content)["ComicInfo.xml"])
    assert info.tag == "ComicInfo"
    places = [ORDER.index(child.tag) for child in info]
    assert all(before < after for before, after in pairwise(places))
    assert all(int(child.text or "") >= 0 for child in info if child.tag in NUMBERS)
    assert info.findtext("Manga", "Unknown") in {"Unknown", "No", "Yes", "YesAndRightToLeft"}
    for page in info.iterfind("Pages/Page"):
        assert all(int(page.attrib[name]) >= 0 for name in PAGE_NUMBERS)
        assert page.get("Type", "Story") in PAGE_TYPES
        assert page.get("DoublePage", "false") in {"true", "false"}
        assert page.attrib.keys() <= PAGE_NUMBERS | {"Type", "DoublePage"}
    return info


def shown(book: Book, content: bytes) -> None:
    """Hold what the description says of the pictures against the pictures."""
    found = files(content)
    pictures = [found[name] for name in found if name != "ComicInfo.xml"]
    info = described(content)
    assert info.findtext("PageCount") == str(len(pictures))
    for number, (page, picture) in enumerate(zip(info.iterfind("Pages/Page"), pictures, strict=True)):
        with Image.open(BytesIO(picture)) as opened:
            said = (page.get("Image"), page.get("ImageSize"), page.get("ImageWidth"), page.get("ImageHeight"))
            assert said == tuple(map(str, (number, len(picture), *opened.size)))
    assert book.title


@pytest.mark.parametrize("options", [SMALL, PANELS])
def test_equal_input_gives_equal_bytes(book: Book, options: ExportOptions) -> None:
    assert packed(book, options) == packed(book, options)


def test_pages_are_told_as_they_are(book: Book, manga: Book) -> None:
    for one in (book, manga):
        shown(one, packed(one))
        shown(one, packed(one, PANELS))


def test_readers_learn_what_it_is(book: Book) -> None:
    info = described(packed(book))
    said = {child.tag: child.text for child in info if child.tag != "Pages"}
    assert said == {
        "Title": "The Harbour Light", "Series": "Night Pilots", "Number": "3", "Summary": "The light goes out.",
        "Year": "2026", "Month": "11", "Day": "21", "Writer": "A. Writer, B. Writer", "PageCount": "4", "LanguageISO": "en-GB",
        "Manga": "No", "Characters": "MARA VOSS", "Locations": "THE HARBOUR",
    }  # fmt: skip
    assert [page.get("DoublePage") for page in info.iterfind("Pages/Page")] == [None, None, "true", None]


def test_manga_is_read_from_the_right_and_counted_in_volumes(manga: Book) -> None:
    info = described(packed(manga))
    assert info.findtext("Manga") == "YesAndRightToLeft"
    assert info.findtext("Volume") == "2"
    assert info.find("Number") is None
    assert info.findtext("Series") == "狐の弁当"


def test_a_draft_says_so(book: Book) -> None:
    draft = replace(book, results=replace(book.results, is_draft=True))
    assert "draft" in (described(packed(draft)).findtext("Notes") or "")


def test_names_sort_as_they_are_read(book: Book) -> None:
    for options in (SMALL, PANELS):
        names = [name for name in files(packed(book, options)) if name != "ComicInfo.xml"]
        assert names == sorted(names)
    assert "page-0003-0004.jpg" in files(packed(book))
    assert "page-0001-panel-002.webp" in files(packed(book, PANELS))


def test_panels_are_the_art_as_it_is(book: Book) -> None:
    found = files(packed(book, PANELS))
    arts = [book.read_art(art) for art in book.results.panels.values()]
    assert [found[name] for name in found if name.endswith(".webp")] == arts


def test_pictures_are_stored_and_dates_are_fixed(book: Book) -> None:
    for options, year in (
        (SMALL, 1980),
        (replace(SMALL, made_at_s=1_000_000_000), 2001),
        (replace(SMALL, made_at_s=0), 1980),
    ):
        with ZipFile(BytesIO(packed(book, options))) as zipped:
            pictures = [entry for entry in zipped.infolist() if entry.filename.endswith(".jpg")]
            assert {entry.compress_type for entry in pictures} == {ZIP_STORED}
            assert {entry.date_time[0] for entry in zipped.infolist()} == {year}


def test_a_spread_is_two_pages_wide(book: Book) -> None:
    found = files(packed(book))
    with (
        Image.open(BytesIO(found["page-0001.jpg"])) as page,
        Image.open(BytesIO(found["page-0003-0004.jpg"])) as spread,
    ):
        assert spread.width == 2 * page.width
        assert spread.height == page.height


def test_manga_goes_on_to_the_left(manga: Book) -> None:
    found = files(packed(manga, replace(SMALL, picture="png")))
    with Image.open(BytesIO(found["page-0001.png"])) as page:
        row = page.convert("RGB").crop((0, page.height * 3 // 4, page.width, page.height * 3 // 4 + 1))
    content = row.tobytes()
    greens = [green for green, blue in zip(content[1::3], content[2::3], strict=True) if blue == 200]
    assert list(dict.fromkeys(greens)) == [160, 120, 80]


@pytest.mark.parametrize("picture", ["webp", "png", "jpeg"])
def test_kinds_of_pictures(book: Book, picture: str) -> None:
    options = replace(SMALL, picture=picture)
    ending = {"jpeg": "jpg"}.get(picture, picture)
    found = files(packed(book, options))
    with Image.open(BytesIO(found[f"page-0001.{ending}"])) as opened:
        assert opened.format == picture.upper()


def test_vertical_stories_are_a_panel_a_picture(book: Book) -> None:
    vertical = replace(book, board=replace(book.board, reading="vertical"))
    content = packed(vertical, ExportOptions())
    assert "page-0001-panel-001.webp" in files(content)
    assert described(content).find("Manga") is None


def test_hostile_words_stay_words(hostile: Book) -> None:
    info = described(packed(hostile))
    assert info.findtext("Title") == HOSTILE.translate(dict.fromkeys((0, 7, 27, 0xFFFE), "\ufffd"))
    assert [child.tag for child in info.iter() if child.tag == "script"] == []


def test_an_empty_story_is_an_empty_archive(book: Book) -> None:
    content = packed(shelved(replace(book.board, pages=())))
    assert list(files(content)) == ["ComicInfo.xml"]
    assert described(content).findtext("PageCount") == "0"
