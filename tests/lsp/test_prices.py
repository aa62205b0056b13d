"""What lenses say a story costs is what a build would pay for it."""

from pathlib import Path
from re import compile as regex

import pytest
from msgspec.structs import replace

from storyc.lowering import lower
from storyc.lsp.desk import Desk
from storyc.lsp.forecast import Prospect
from storyc.lsp.lenses import lenses, prospect_words
from storyc.lsp.planner import make_forecast
from storyc.lsp.view import View
from storyc.planning import make_plan
from storyc.project import check_part, check_project, compile_project, find_project

EXAMPLES = Path(__file__).parents[2] / "examples"
PRICE = regex(r"([0-9,]+) credits")


def go_on() -> None:
    """Never give up."""


def opened(desk: Desk, path: Path) -> View:
    """Return a script of an example as an editor sees it."""
    desk.open(path, path.read_text("utf-8"))
    view = desk.view(path)
    assert view is not None
    return view


def prices(view: View) -> list[int]:
    """Return what the lenses of a script say that it costs, in their order."""
    found = [PRICE.search(lens.text) for lens in lenses(view, make_forecast(view.inquiry, go_on))]
    return [int(price[1].replace(",", "")) for price in found if price is not None]


@pytest.mark.parametrize("folder", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_lenses_add_up_to_the_plan(folder: Path) -> None:
    project = find_project(folder)
    checked = check_project(project)
    assert checked.program is not None
    board = lower(checked.program)
    plan = make_plan(compile_project(project, board).units, {}, frozenset())
    desk = Desk()
    whole, *parts = prices(opened(desk, project.root / project.entry))
    for name in checked.sources.keys() - {project.entry}:
        parts += prices(opened(desk, project.root / name))
    assert whole == plan.price_credits
    # of what is drawn from a brief there are no pages yet
    assert sum(parts) == (whole if board.pages else 0)


def test_a_clip_of_a_story_of_which_something_was_paid_for(tmp_path: Path) -> None:
    path = tmp_path / "clip.story"
    path.write_text("PAGE 1\n\nPANEL 1\nRain.\n\nCLIP drift [6s, 480p, from panel 1]\n\nIt drifts.\n")
    view = opened(Desk(), path)
    found = replace(make_forecast(view.inquiry, go_on), has_record=True)
    *_, clip = lenses(view, found)
    assert clip.text == "6 s · new: 3,840 credits"
    changed = Prospect("changed", 3_840, "Action changed")
    assert prospect_words(changed, has_record=True, made="filmed").startswith("will be filmed again for 3,840 credits")


@pytest.mark.parametrize("script", sorted(EXAMPLES.glob("*/*.story")), ids=lambda path: path.name)
def test_a_script_belongs_to_the_story_that_check_reads_it_in(script: Path) -> None:
    part = check_part(find_project(script))
    view = opened(Desk(), script)
    assert (view.root, view.look.entry, view.script.name) == (
        part.project.root, part.project.entry, part.script or part.project.entry,
    )  # fmt: skip
    assert view.look.diagnostics == part.checked.diagnostics
