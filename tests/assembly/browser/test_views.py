"""Every view at three sizes, with and without the script, from a file."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from storyc.assembly import ReadArt, to_html
from storyc.planning import Results
from storyc.storyboard import Page, Panel, Storyboard

Write = Callable[..., str]
OpenPage = Callable[..., Any]

VIEWS = ("read", "board", "strip", "guided", "contact")
SIZES = ("phone", "tablet", "desk")
PICTURES = (
    "[...document.querySelectorAll('.art > img')].map(i => i.getBoundingClientRect()).map(r => [r.width, r.height])"
)


@pytest.mark.parametrize("size", SIZES)
def test_every_view_fits_its_window_and_shows_every_picture_in_its_shape(
    harbour: Storyboard, write: Write, open_page: OpenPage, size: str
) -> None:
    with open_page(write(harbour), size=size) as visit:
        for view in VIEWS:
            visit.choose(f"view-{view}")
            assert visit.is_beside_the_window() == (view == "guided")
            shapes = visit.page.evaluate(PICTURES)
            assert len(shapes) == 9
            assert [shape for shape in shapes if shape[0] < 30 or abs(shape[1] / shape[0] - 4 / 3) > 0.1] == []
        assert visit.asked_elsewhere == []
        assert visit.faults == []


@pytest.mark.parametrize("size", SIZES)
def test_every_view_is_there_without_the_script(
    harbour: Storyboard, write: Write, open_page: OpenPage, size: str
) -> None:
    with open_page(write(harbour), size=size, scripts=False) as visit:
        for view in VIEWS:
            visit.page.locator(f"label:has(#view-{view})").click()
            assert visit.page.locator(f"#view-{view}").is_checked()
            assert visit.page.locator("#panel-1-1 .art > img").bounding_box()["width"] > 60


def test_the_fit_and_the_words_can_be_chosen_without_the_script(
    harbour: Storyboard, write: Write, open_page: OpenPage
) -> None:
    with open_page(write(harbour), scripts=False) as visit:
        page = visit.page
        whole = page.locator("#page-1 .panels").bounding_box()
        page.locator(".display > summary").click()
        page.locator("label:has(#fit-width)").click()
        assert page.locator("#page-1 .panels").bounding_box()["width"] > whole["width"] * 1.5
        page.locator("label:has(#show-words)").click()
        assert page.locator("#panel-1-2 figcaption").bounding_box()["height"] > 60
        page.locator("label:has(#notes-letterer)").click()
        assert not page.locator(".for-letterer").is_visible()


def test_a_whole_page_fits_the_window_and_pages_stand_as_in_a_book(
    harbour: Storyboard, write: Write, open_page: OpenPage
) -> None:
    with open_page(write(harbour)) as visit:
        sheets = {
            name: visit.page.locator(f"#{name} .panels").bounding_box() for name in ("page-1", "page-2", "page-4")
        }
        assert all(sheet["height"] <= 900 for sheet in sheets.values())
        assert sheets["page-1"]["x"] >= 719
        assert sheets["page-2"]["x"] + sheets["page-2"]["width"] <= 721
        middle = sheets["page-4"]["x"] + sheets["page-4"]["width"] / 2
        assert middle == pytest.approx(720, abs=2)


def test_manga_opens_on_the_other_side(fox: Storyboard, write: Write, open_page: OpenPage) -> None:
    with open_page(write(fox)) as visit:
        page = visit.page
        sheet = page.locator("#page-1 .panels").bounding_box()
        assert sheet["x"] + sheet["width"] <= 721
        first, second = (page.locator(f"#panel-1-{number}").bounding_box() for number in (1, 2))
        assert first["y"] < second["y"] or first["x"] > second["x"]


def test_an_inset_lies_in_its_panel_and_a_bleed_reaches_the_edge(
    harbour: Storyboard, write: Write, open_page: OpenPage
) -> None:
    with open_page(write(harbour)) as visit:
        place = {
            name: visit.page.locator(f"#{name} .art").bounding_box() for name in ("panel-1-1", "panel-1-2", "panel-1-3")
        }
        sheet = visit.page.locator("#page-1 .panels").bounding_box()
        host, inset, bleed = place["panel-1-2"], place["panel-1-3"], place["panel-1-1"]
        assert host["x"] < inset["x"]
        assert inset["x"] + inset["width"] < host["x"] + host["width"]
        assert inset["y"] + inset["height"] < host["y"] + host["height"]
        assert (bleed["x"], bleed["y"], bleed["width"]) == pytest.approx(
            (sheet["x"], sheet["y"], sheet["width"]), abs=1
        )


def test_laid_over_words_cover_exactly_their_picture(fox: Storyboard, write: Write, open_page: OpenPage) -> None:
    document = write(replace(fox, lettering="overlay"))
    for view in VIEWS:
        with open_page(document, address=f"?view={view}#panel-1-2") as visit:
            picture = visit.page.locator("#panel-1-2 .art > img").bounding_box()
            assert visit.page.locator("#panel-1-2 .art > .over").bounding_box() == pytest.approx(picture, abs=1)
            assert visit.faults == []


def test_a_page_beside_its_pictures_loads_them_from_the_folder(
    harbour: Storyboard, write: Write, open_page: OpenPage
) -> None:
    with open_page(write(harbour, art_root="pictures")) as visit:
        visit.wait_until(lambda: any(url.endswith("a.png") for url in visit.asked))
        asked = {url.rsplit("/", 2)[1] for url in visit.asked if url.endswith("a.png")}
        assert asked == {"pictures"}
        assert not any("Content Security Policy" in fault for fault in visit.faults)


def test_a_thousand_panels_do_not_hold_up_the_first_paint(write: Write, open_page: OpenPage) -> None:
    pages = tuple(Page(number, panels=tuple(Panel(n) for n in range(1, 6))) for number in range(1, 201))
    with open_page(write(Storyboard(pages=pages))) as visit:
        painted = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
        parsed = "performance.getEntriesByType('navigation')[0].domContentLoadedEventStart"
        visit.page.wait_for_function(f"({painted}) > 0")
        assert visit.page.locator(".panel").count() == 1000
        decoded = "[...document.images].filter(i => i.complete && i.naturalWidth).length"
        assert visit.page.evaluate(decoded) < 500
        assert visit.page.evaluate(painted) < visit.page.evaluate(parsed) + 3000


def test_a_panel_without_a_picture_keeps_its_place_and_says_what_belongs_there(
    harbour: Storyboard, open_page: OpenPage, read_art: ReadArt
) -> None:
    document = to_html(harbour, Results({}, {}, is_draft=False), read_art)
    for view in VIEWS:
        with open_page(document, address=f"?view={view}#panel-1-2") as visit:
            box = visit.page.locator("#panel-1-2 .unbuilt").bounding_box()
            assert box["height"] / box["width"] == pytest.approx(4 / 3, rel=0.1)
            assert visit.page.locator("#panel-1-2 .unbuilt").get_by_text("No picture yet").is_visible()
