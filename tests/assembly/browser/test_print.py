"""Each view on paper."""

from collections.abc import Callable
from re import findall
from typing import Any

import pytest

from storyc.storyboard import Storyboard

Write = Callable[..., str]
OpenPage = Callable[..., Any]


def sheets(pdf: bytes) -> list[tuple[int, int]]:
    """The size of every sheet, in points."""
    boxes = findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]", pdf)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def printed(visit: Any) -> list[tuple[int, int]]:
    return sheets(visit.page.pdf(prefer_css_page_size=True, print_background=True))


def is_landscape(sheet: tuple[int, int]) -> bool:
    return sheet[0] > sheet[1]


def test_read_prints_a_page_of_the_comic_a_sheet(harbour: Storyboard, write: Write, open_page: OpenPage) -> None:
    with open_page(write(harbour)) as visit:
        found = printed(visit)
        assert not any(map(is_landscape, found))
        # the title, three pages, a spread's clip, the clips and the reference
        assert 5 <= len(found) <= 8
        visit.page.emulate_media(media="print")
        boxes = [visit.page.locator(f"#page-{number} .panels").bounding_box() for number in (1, 2, 4)]
        assert all(box["height"] <= 277 / 25.4 * 96 for box in boxes)


def test_guided_prints_a_panel_a_sheet(harbour: Storyboard, write: Write, open_page: OpenPage) -> None:
    with open_page(write(harbour), address="?view=guided") as visit:
        assert sum(map(is_landscape, printed(visit))) >= 9


@pytest.mark.parametrize(
    ("view", "landscape", "most"), [("board", True, 9), ("strip", False, 9), ("contact", False, 3)]
)
def test_other_views_print_on_few_sheets(
    harbour: Storyboard, write: Write, open_page: OpenPage, view: str, most: int, *, landscape: bool
) -> None:
    with open_page(write(harbour), address=f"?view={view}") as visit:
        found = printed(visit)
        assert any(map(is_landscape, found)) == landscape
        assert len(found) <= most


def test_controls_are_not_printed(harbour: Storyboard, write: Write, open_page: OpenPage) -> None:
    with open_page(write(harbour), address="?view=board") as visit:
        visit.page.emulate_media(media="print")
        assert not visit.page.locator(".bar").is_visible()
        assert not visit.page.locator(".skip").is_visible()
        assert visit.page.locator("#panel-1-2 .action").is_visible()


def test_paper_is_white_whatever_the_screen_is(harbour: Storyboard, write: Write, open_page: OpenPage) -> None:
    for view in ("read", "board"):
        with open_page(write(harbour, theme="dark"), scheme="dark", address=f"?view={view}") as visit:
            visit.page.emulate_media(media="print")
            colours = (
                "(({ backgroundColor, color }) => [backgroundColor, color])(getComputedStyle(document.documentElement))"
            )
            assert visit.page.evaluate(colours) == ["rgb(255, 255, 255)", "rgb(29, 26, 23)"]
