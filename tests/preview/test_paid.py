"""What was bought is shown; what the script no longer says is marked with what a build would cost."""

from typing import TYPE_CHECKING

import pytest

from storyc.building import Pace
from storyc.lowering import lower
from storyc.pipeline import ApiBackend, BuildOptions, Front, build
from storyc.project import check_project, find_project
from tests.kill.server import Service, served

if TYPE_CHECKING:
    from tests.preview.conftest import Show, Story


@pytest.fixture
def bought(story: "Story", monkeypatch: pytest.MonkeyPatch) -> "Story":
    """A story of two pages that was bought, and whose service is gone."""
    monkeypatch.setattr("storyc.pipeline.desks.PAID_PACE", Pace(first_look_s=0.0, shortest_pause_s=0.01))
    project = find_project(story.path)
    program = check_project(project).program
    assert program is not None
    with served(Service()) as port:
        backend = ApiBackend(f"http://127.0.0.1:{port}/shop", "sk-test")
        summary = build(project, lower(program), BuildOptions(backend), Front(approve=lambda _plan: True))
    assert summary.is_whole
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


def test_a_new_panel_has_a_place_and_a_price(bought: "Story", show: "Show") -> None:
    shown = show(bought.path)
    bought.write(bought.path.read_text("utf-8") + "\nPAGE 3\n\nPANEL 1\nThe end.\n")
    report = shown.next_report()
    assert report.cost.startswith("a build would buy 1 request for")
    panel = shown.read().partition('id="panel-3-1"')[2].partition("</figure>")[0]
    assert "No picture yet" in panel
    assert "to be drawn for" in panel


def test_a_panel_that_only_moved_needs_nothing(bought: "Story", show: "Show") -> None:
    shown = show(bought.path)
    bought.write("\n\n" + bought.path.read_text("utf-8"))
    bought.change("PANEL 2\nA boat.\n", "")
    bought.change("PANEL 1\nThe harbour", "PANEL 1\nA boat.\n\nPANEL 2\nThe harbour")
    shown.next_report()
    page = shown.read()
    assert page.count('<img src="art/') == 3


def test_sketches_of_a_story_that_was_bought(bought: "Story", show: "Show") -> None:
    page = show(bought.path, is_draft=True).read()
    assert "<img" not in page
    assert page.count("to be sketched") == 3
