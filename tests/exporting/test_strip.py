"""Strips are cut between panels only, and put together they are one strip."""

from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image

from storyc.errors import FileError
from storyc.exporting import Book, ExportOptions, strips
from storyc.storyboard import Page, Panel, Setting
from tests.exporting.conftest import shelved

PNG = ExportOptions(width_px=120, max_height_px=500, picture="png")
PANEL_PX = 160
BREATHS_PX = (10, 10, 38, 19, 10)
"""Before the first panel, one in the same scene, one in another, after it a silent one, and at the end."""


def drawn(book: Book, options: ExportOptions) -> list[Image.Image]:
    found: list[Image.Image] = []
    for strip in strips(book, options):
        picture = Image.open(BytesIO(strip.content))
        picture.load()
        found.append(picture)
    return found


def is_white(picture: Image.Image, y_px: int) -> bool:
    return picture.convert("RGB").crop((0, y_px, picture.width, y_px + 1)).getextrema() == ((255, 255),) * 3


def joined(parts: list[Image.Image]) -> Image.Image:
    whole = Image.new("RGB", (parts[0].width, sum(part.height for part in parts)))
    y_px = 0
    for part in parts:
        whole.paste(part, (0, y_px))
        y_px += part.height
    return whole


def test_equal_input_gives_equal_bytes(book: Book) -> None:
    assert [strip.content for strip in strips(book, PNG)] == [strip.content for strip in strips(book, PNG)]


def test_files_are_numbered_and_as_wide_as_asked(book: Book) -> None:
    assert [strip.name for strip in strips(book, PNG)] == ["strip-0001.png", "strip-0002.png", "strip-0003.png"]
    assert {picture.width for picture in drawn(book, PNG)} == {120}


@pytest.mark.parametrize("max_height_px", [400, 500, 900])
def test_files_are_as_high_as_allowed_and_cut_in_the_white(book: Book, max_height_px: int) -> None:
    for picture in drawn(book, replace(PNG, max_height_px=max_height_px)):
        assert picture.height <= max_height_px
        assert is_white(picture, 0)
        assert is_white(picture, picture.height - 1)


def test_where_it_is_cut_changes_nothing(book: Book) -> None:
    whole = joined(drawn(book, replace(PNG, max_height_px=16_000)))
    assert len(drawn(book, replace(PNG, max_height_px=16_000))) == 1
    assert joined(drawn(book, PNG)).tobytes() == whole.tobytes()


def test_a_panel_higher_than_a_file_has_one_of_its_own(book: Book) -> None:
    heights = [picture.height for picture in drawn(book, replace(PNG, max_height_px=100))]
    assert len(heights) == 6
    assert min(heights) >= PANEL_PX // 4


def test_time_passes_in_the_space_between(book: Book) -> None:
    here, there = Setting("INT. HERE"), Setting("INT. THERE")
    panels = (
        Panel(1, setting=here), Panel(2, setting=here), Panel(3, setting=there), Panel(4, framing=("silent",), setting=there),
    )  # fmt: skip
    board = replace(book.board, pages=(Page(1, panels=panels),))
    (whole,) = drawn(shelved(board), replace(PNG, max_height_px=16_000))
    white = [is_white(whole, y_px) for y_px in range(whole.height)]
    runs = "".join("w" if one else "p" for one in white).split("p" * PANEL_PX)
    assert tuple(map(len, runs)) == BREATHS_PX


@pytest.mark.parametrize("picture", ["webp", "png", "jpeg"])
def test_kinds_of_pictures(book: Book, picture: str) -> None:
    assert {one.format for one in drawn(book, replace(PNG, picture=picture))} == {picture.upper()}


def test_a_panel_too_high_for_its_kind_of_picture_is_refused(book: Book) -> None:
    high = shelved(replace(book.board, size="8x2048", pages=(Page(1, panels=(Panel(1),)),)))
    with pytest.raises(FileError, match="a picture of 120x") as caught:
        list(strips(high, replace(PNG, picture="webp")))
    assert "png" in (caught.value.hint or "")


def test_an_empty_story_has_no_strip(book: Book) -> None:
    assert list(strips(shelved(replace(book.board, pages=())), PNG)) == []
