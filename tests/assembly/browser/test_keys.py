"""Keys, links, the remembered place and the thumb."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from storyc.storyboard import Storyboard

Write = Callable[..., str]
OpenPage = Callable[..., Any]


def settle(visit: Any, panel: str) -> None:
    visit.page.wait_for_function(
        "name => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('.panel')?.id === name", arg=panel
    )


def test_onward_and_back_panel_by_panel(harbour: Storyboard, write: Write, open_page: OpenPage) -> None:
    with open_page(write(harbour), address="?view=guided") as visit:
        press = visit.page.keyboard.press
        for key, panel in (
            ("ArrowRight", "panel-1-1"),
            ("ArrowRight", "panel-1-2"),
            (" ", "panel-1-3"),
            ("n", "panel-1-4"),
            ("PageDown", "panel-2-1"),
            ("ArrowLeft", "panel-1-4"),
            ("Shift+ ", "panel-1-3"),
            ("p", "panel-1-2"),
            ("End", "panel-4-4"),
            ("ArrowRight", "panel-4-4"),
            ("Home", "panel-1-1"),
        ):
            press(key)
            settle(visit, panel)
        assert visit.faults == []


def test_manga_goes_onward_to_the_left(fox: Storyboard, write: Write, open_page: OpenPage) -> None:
    with open_page(write(fox), address="?view=guided#panel-1-1") as visit:
        settle(visit, "panel-1-1")
        visit.page.keyboard.press("ArrowLeft")
        settle(visit, "panel-1-2")
        visit.page.keyboard.press("ArrowRight")
        settle(visit, "panel-1-1")
        visit.page.keyboard.press("?")
        assert "← n" in visit.page.locator(".help").inner_text().replace("\n", " ")


def test_a_strip_is_guided_downward(harbour: Storyboard, write: Write, open_page: OpenPage) -> None:
    with open_page(write(replace(harbour, reading="vertical")), address="?view=guided#panel-1-1") as visit:
        settle(visit, "panel-1-1")
        visit.page.keyboard.press("ArrowDown")
        settle(visit, "panel-1-2")
        assert visit.page.evaluate("scrollY") > 700
        assert visit.page.evaluate("scrollX") == 0


def test_a_tap_on_a_side_turns_to_that_side(harbour: Storyboard, write: Write, open_page: OpenPage) -> None:
    with open_page(write(harbour), size="phone", address="?view=guided#panel-1-2") as visit:
        settle(visit, "panel-1-2")
        visit.page.touchscreen.tap(360, 450)
        settle(visit, "panel-1-3")
        visit.page.touchscreen.tap(30, 450)
        settle(visit, "panel-1-2")
        visit.page.touchscreen.tap(195, 450)
        settle(visit, "panel-1-2")


def test_reading_goes_by_what_stands_side_by_side(harbour: Storyboard, write: Write, open_page: OpenPage) -> None:
    with open_page(write(harbour)) as visit:
        tops = []
        for _ in range(4):
            visit.page.keyboard.press("ArrowRight")
            tops.append(visit.page.evaluate("scrollY"))
        assert tops == sorted(tops)
        assert visit.page.locator(".where").inner_text() == "Pages 4–5 · Panel 1"


@pytest.mark.parametrize(
    ("key", "view"), [("1", "read"), ("2", "board"), ("3", "strip"), ("4", "guided"), ("5", "contact")]
)
def test_a_number_opens_a_view_at_the_same_panel(
    harbour: Storyboard, write: Write, open_page: OpenPage, key: str, view: str
) -> None:
    with open_page(write(harbour), address="?view=board#panel-4-3") as visit:
        visit.page.keyboard.press(key)
        assert visit.chosen("view") == view
        assert visit.page.evaluate("location.href").endswith(f"?view={view}#panel-4-3")
        top = visit.page.locator("#panel-4-3").bounding_box()["y"]
        assert -1 <= top < 900


def test_letters_change_how_it_is_shown(harbour: Storyboard, write: Write, open_page: OpenPage) -> None:
    with open_page(write(harbour)) as visit:
        press = visit.page.keyboard.press
        press("f")
        assert visit.chosen("fit") == "width"
        press("d")
        assert visit.chosen("pages") == "two"
        press("w")
        assert visit.chosen("show") == "words"
        press("t")
        press("t")
        assert visit.chosen("theme") == "dark"
        assert visit.page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark only"
        press("g")
        assert visit.chosen("view") == "guided"
        press("g")
        assert visit.chosen("view") == "read"
        press("c")
        assert visit.page.locator(".contents").is_visible()
        press("Escape")
        assert not visit.page.locator(".contents").is_visible()


def test_help_says_the_keys_and_closes(harbour: Storyboard, write: Write, open_page: OpenPage) -> None:
    with open_page(write(harbour)) as visit:
        help_ = visit.page.locator(".help")
        assert not help_.is_visible()
        visit.page.keyboard.press("?")
        assert help_.is_visible()
        visit.page.keyboard.press("2")
        assert visit.chosen("view") == "read"
        visit.page.keyboard.press("Escape")
        assert not help_.is_visible()


def test_single_keys_can_be_turned_off(harbour: Storyboard, write: Write, open_page: OpenPage) -> None:
    with open_page(write(harbour)) as visit:
        visit.choose("keys-single")
        visit.page.keyboard.press("2")
        assert visit.chosen("view") == "read"


def test_every_control_is_reached_by_tab(harbour: Storyboard, write: Write, open_page: OpenPage) -> None:
    with open_page(write(harbour)) as visit:
        reached = []
        for _ in range(5):
            visit.page.keyboard.press("Tab")
            reached.append(
                visit.page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")
            )
        assert reached[:3] == ["Skip to the first page", "Contents", "view-read"]
        assert "Display" in reached


def test_choices_and_the_place_are_remembered(harbour: Storyboard, write: Write, open_page: OpenPage) -> None:
    with open_page(write(harbour), address="?view=board#panel-1-1") as visit:
        page = visit.page
        for key in "3tnn":
            page.keyboard.press(key)
        page.wait_for_function("() => location.hash === '#panel-1-3'")
        page.goto(page.url.split("?")[0])
        assert visit.chosen("view") == "strip"
        assert visit.chosen("theme") == "light"
        page.locator(".where a").click()
        page.wait_for_function("() => location.hash === '#panel-1-3'")
        assert visit.faults == []


def test_who_went_to_a_panel_is_there_however_late_the_browser_says_what_came_into_sight(
    harbour: Storyboard, write: Write, open_page: OpenPage
) -> None:
    with open_page(write(harbour), address="?view=board") as visit:
        page = visit.page
        page.evaluate("let now_ms = 0; performance.now = () => (now_ms += 10_000)")
        for place in (
            "Page 1 · Panel 1",
            "Page 1 · Panel 2",
            "Page 1 · Panel 3",
            "Page 1 · Panel 4",
            "Page 2 · Panel 1",
            "Pages 4–5 · Panel 1",
        ):
            page.keyboard.press("n")
            page.evaluate(
                "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
            )
            assert page.locator(".where").inner_text() == place


def test_a_link_into_the_page_opens_there(harbour: Storyboard, write: Write, open_page: OpenPage) -> None:
    with open_page(write(harbour), address="#panel-4-2") as visit:
        box = visit.page.locator("#panel-4-2").bounding_box()
        assert 0 <= box["y"] < 900


def test_the_contents_lead_to_a_page_in_the_guided_view_too(
    harbour: Storyboard, write: Write, open_page: OpenPage
) -> None:
    with open_page(write(harbour), address="?view=guided") as visit:
        visit.page.keyboard.press("c")
        visit.page.locator(".contents a[href='#page-4']").click()
        settle(visit, "panel-4-1")
        assert not visit.page.locator(".contents").is_visible()


@pytest.mark.parametrize("address", ["?view=../x#%22%3E", "?view=read#%", "?view=<script>#__proto__"])
def test_an_odd_address_is_only_an_address(
    harbour: Storyboard, write: Write, open_page: OpenPage, address: str
) -> None:
    with open_page(write(harbour), address=address) as visit:
        assert visit.chosen("view") == "read"
        visit.page.keyboard.press("n")
        assert visit.faults == []


@pytest.mark.parametrize(
    "kept", ["nonsense", "[]", '"x"', '{"chosen": 3, "place": 7}', '{"chosen": {"view": {}}, "place": "<b>"}']
)
def test_what_somebody_else_left_in_storage_does_no_harm(
    harbour: Storyboard, write: Write, open_page: OpenPage, kept: str
) -> None:
    with open_page(write(harbour)) as visit:
        visit.page.evaluate("kept => localStorage.setItem(`storyc ${location.pathname}`, kept)", kept)
        visit.page.reload()
        visit.page.keyboard.press("2")
        assert visit.chosen("view") == "board"
        assert visit.faults == []
