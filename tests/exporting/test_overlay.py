"""Words that are laid over the art are in every picture that goes out."""

import sys
from io import BytesIO
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops

from storyc.errors import UsageError
from storyc.exporting import Book, ExportOptions, left_out, strips, write_cbz, write_epub
from storyc.storyboard import Page, Panel, PanelKey, Speech, Storyboard
from tests.exporting.conftest import shelved, text

pytest.importorskip("typst")

WIDE = ExportOptions(width_px=768, max_height_px=16_000, picture="png")
SPEECH = Speech(("MARA",), text("Forty years and it never went out."))


@pytest.fixture(scope="module")
def overlaid() -> Book:
    """A panel with a balloon to be laid over it, and one without."""
    page = Page(1, panels=(Panel(1, items=(SPEECH,)), Panel(2)))
    return shelved(Storyboard(size="768x1024", language="en", lettering="overlay", pages=(page,)))


@pytest.fixture(scope="module")
def bare(overlaid: Book) -> Book:
    return replace(overlaid, board=replace(overlaid.board, lettering="art"))


def strip(book: Book) -> Image.Image:
    (one,) = strips(book, WIDE)
    picture = Image.open(BytesIO(one.content))
    picture.load()
    return picture


def pictures(book: Book, form: str) -> list[bytes]:
    target = BytesIO()
    if form == "cbz":
        write_cbz(book, replace(WIDE, pages="panels"), target)
    else:
        write_epub(book, WIDE, target)
    with ZipFile(target) as zipped:
        return [zipped.read(name) for name in sorted(zipped.namelist()) if name.endswith((".png", ".jpg", ".webp"))]


def test_a_balloon_is_white_with_black_letters(overlaid: Book, bare: Book) -> None:
    difference = ImageChops.difference(strip(overlaid), strip(bare))
    box = difference.getbbox()
    assert box is not None
    assert box[3] < 1024 + 100  # all of it in the first panel
    colours = {pixel for _, pixel in strip(overlaid).crop(box).getcolors(100_000) or ()}
    assert {(255, 255, 255), (17, 17, 17)} <= colours


def test_the_same_every_time(overlaid: Book) -> None:
    assert strip(overlaid).tobytes() == strip(overlaid).tobytes()


@pytest.mark.parametrize("form", ["cbz", "epub"])
def test_every_format_has_them(overlaid: Book, bare: Book, form: str) -> None:
    lettered, unlettered = pictures(overlaid, form), pictures(bare, form)
    assert len(lettered) == len(unlettered) == 2
    assert lettered[0] != unlettered[0]


def test_words_without_room_are_named(overlaid: Book) -> None:
    assert list(left_out(overlaid)) == []
    page = Page(1, panels=(Panel(1), Panel(2, items=(SPEECH,) * 30)))
    crowded = shelved(replace(overlaid.board, size="16x16", pages=(page,)))
    assert list(left_out(crowded)) == [PanelKey(1, 2)]


def test_without_typst_it_says_what_to_install(overlaid: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(UsageError, match="Typst is not installed") as caught:
        pictures(overlaid, "cbz")
    assert "storyc[pdf]" in (caught.value.hint or "")
