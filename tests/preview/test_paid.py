"""What was bought is shown; what the script no longer says is marked with what a build would cost."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from storyc.lowering import lower
from storyc.pipeline import ApiBackend, BuildOptions, Front, build
from storyc.planning import Pace
from storyc.project import check_project, find_project
from tests.kill.server import Service, served
from tests.preview.conftest import address_of, sketch

if TYPE_CHECKING:
    from tests.preview.conftest import Show, Story


@pytest.fixture
def buy(monkeypatch: pytest.MonkeyPatch) -> Callable[["Story"], None]:
    """A function that buys the art of a story from a service that is gone afterwards."""
    monkeypatch.setattr("storyc.pipeline.desks.PAID_PACE", Pace(first_look_s=0.0, shortest_pause_s=0.01))

    def buy(story: "Story") -> None:
        project = find_project(story.path)
        program = check_project(project).program
        assert program is not None
        with served(Service()) as port:
            backend = ApiBackend(f"http://127.0.0.1:{port}/shop", "sk-test")
            summary = build(project, lower(program), BuildOptions(backend), Front(approve=lambda _plan: True))
        assert summary.is_whole

    return buy


@pytest.fixture
def bought(story: "Story", buy: Callable[["Story"], None]) -> "Story":
    """A story of two pages that was bought."""
    buy(story)
    return story


def test_bought_art_is_shown_without_a_network(bought: "Story", show: "Show") -> None:
    page = show(bought.path).read()
    assert page.count('<img src="art/') == 3
    assert 'class="built"' not in page
    assert "a build would buy" not in page


def test_a_changed_panel_keeps_its_picture_and_says_what_another_costs(bought: "Story", show: "Show") -> None:
    bought.change("A boat.", "A ship.")
    shown = show(bought.path)
    page = shown.read()
    panel = page.partition('id="panel-1-2"')[2].partition("</figure>")[0]
    assert '<img src="art/' in panel
    assert "changed: drawn again for" in panel
    assert page.count('class="built"') == 1
    assert "a build would buy 1 request for" in page


def test_a_new_panel_is_a_sketch_among_art_and_says_so(bought: "Story", show: "Show") -> None:
    shown = show(bought.path)
    ledger = (bought.root / ".storyc" / "ledger.sqlite").read_bytes()
    lock = (bought.root / "story.lock").read_bytes()
    events = shown.events(shown.revision)
    bought.write(bought.path.read_text("utf-8") + "\nPAGE 3\n\nPANEL 1\nThe end.\n")
    report = shown.next_report()
    assert report.cost.startswith("a build would buy 1 request for")
    while "<img" not in (panel := shown.read().partition('id="panel-3-1"')[2].partition("</figure>")[0]):
        next(events)
    assert 'class="built sketch" lang="en" dir="ltr">sketch: to be drawn for' in panel
    assert (bought.root / ".storyc" / "ledger.sqlite").read_bytes() == ledger
    assert (bought.root / "story.lock").read_bytes() == lock


def test_art_alone_has_places_where_there_is_none(bought: "Story", show: "Show") -> None:
    bought.write(bought.path.read_text("utf-8") + "\nPAGE 3\n\nPANEL 1\nThe end.\n")
    page = show(bought.path, is_draft=False).read()
    panel = page.partition('id="panel-3-1"')[2].partition("</figure>")[0]
    assert "No picture yet" in panel
    assert "to be drawn for" in panel
    assert not (bought.root / ".storyc" / "sketches").exists()


def test_art_that_is_bought_elsewhere_takes_the_place_of_sketches(
    story: "Story", show: "Show", buy: Callable[["Story"], None]
) -> None:
    shown = show(story.path)
    page = shown.read()
    assert page.count('<img src="art/') == 3
    assert "Every picture here is a sketch" in page
    events = shown.events(shown.revision)
    buy(story)
    while "Every picture here is a sketch" in shown.read():
        next(events)
    assert shown.read().count('<img src="art/') == 3


def test_a_sketch_that_was_named_before_the_purchase_is_still_there(
    story: "Story", show: "Show", buy: Callable[["Story"], None]
) -> None:
    sketch(story.path)
    shown = show(story.path)
    named = address_of(shown.read(), "panel-1-2")
    events = shown.events(shown.revision)
    buy(story)
    while "Every picture here is a sketch" in shown.read():
        next(events)
    assert shown.ask(named).status == 200


def test_a_panel_that_only_moved_needs_nothing(bought: "Story", show: "Show") -> None:
    shown = show(bought.path)
    text = bought.path.read_text("utf-8").replace("PANEL 2\nA boat.\n", "")
    bought.write("\n\n" + text.replace("PANEL 1\nThe harbour", "PANEL 1\nA boat.\n\nPANEL 2\nThe harbour"))
    shown.next_report()
    page = shown.read()
    assert page.index("A boat.") < page.index("The harbour, dark.")
    assert page.count('<img src="art/') == 3


def test_sketches_of_a_story_that_was_bought(bought: "Story", show: "Show") -> None:
    page = show(bought.path, is_draft=True).read()
    assert page.count('<img src="art/') == 3
    assert "Every picture here is a sketch" in page
