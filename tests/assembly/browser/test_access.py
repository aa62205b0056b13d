"""Nobody is shut out: axe finds nothing to object to in any view, light or dark, and calm readers are not moved."""

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from msgspec.structs import replace

from storyc.storyboard import Storyboard

Write = Callable[..., str]
OpenPage = Callable[..., Any]

VIEWS = ("read", "board", "strip", "guided", "contact")
FOUND = "async () => (await axe.run()).violations.map(v => [v.id, v.nodes.slice(0, 3).map(n => n.html.slice(0, 120))])"


@pytest.fixture(scope="session")
def axe() -> str:
    package = pytest.importorskip("axe_playwright_python", reason="it carries axe")
    return files(package.__name__).joinpath("axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("size", ["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_view(
    harbour: Storyboard, write: Write, open_page: OpenPage, axe: str, size: str, scheme: str
) -> None:
    document = write(harbour, source_link="../{path}#L{line}")
    with open_page(document, size=size, scheme=scheme) as visit:
        visit.page.evaluate(axe)
        for view in VIEWS:
            visit.choose(f"view-{view}")
            assert visit.page.evaluate(FOUND) == [], view


@pytest.mark.parametrize("opened", ["display", "help", "words"])
def test_axe_finds_nothing_in_menus_help_and_words(
    harbour: Storyboard, write: Write, open_page: OpenPage, axe: str, opened: str
) -> None:
    with open_page(write(replace(harbour, lettering="overlay"))) as visit:
        if opened == "display":
            visit.page.locator(".display > summary").click()
        else:
            visit.page.keyboard.press({"help": "?", "words": "w"}[opened])
        visit.page.evaluate(axe)
        assert visit.page.evaluate(FOUND) == []


def test_axe_finds_nothing_in_manga_and_in_a_draft_without_pictures(
    fox: Storyboard, write: Write, open_page: OpenPage, axe: str
) -> None:
    for view in ("read", "board"):
        with open_page(write(fox), address=f"?view={view}") as visit:
            visit.page.evaluate(axe)
            assert visit.page.evaluate(FOUND) == []


def test_axe_objects_to_a_page_that_shuts_somebody_out(open_page: OpenPage, axe: str) -> None:
    with open_page("<!doctype html><html><title>x</title><main><img src='data:,'></main>") as visit:
        visit.page.evaluate(axe)
        assert {"image-alt", "html-has-lang"} <= {name for name, _ in visit.page.evaluate(FOUND)}


def test_the_words_are_there_for_those_who_hear_them_while_they_are_put_away(
    harbour: Storyboard, write: Write, open_page: OpenPage
) -> None:
    with open_page(write(harbour)) as visit:
        assert "Forty years." in visit.page.locator("#panel-1-2").aria_snapshot()


def test_who_wants_calm_is_not_moved_smoothly(harbour: Storyboard, write: Write, open_page: OpenPage) -> None:
    with open_page(write(harbour)) as visit:
        style = "getComputedStyle(document.documentElement).scrollBehavior"
        assert visit.page.evaluate(style) == "auto"
        visit.page.emulate_media(reduced_motion="no-preference")
        assert visit.page.evaluate(style) == "smooth"
