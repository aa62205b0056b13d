"""Looking ahead: what a build would do is what it does, and looking changes nothing."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from storyc.lowering import Lowered
from storyc.pipeline import ApiBackend, BuildOptions, DraftBackend, McpBackend, plan, plan_between
from storyc.pipeline.looking import Outlook
from storyc.planning import Create, Keep
from storyc.project import Config, Project, compile_project
from storyc.storyboard import Action, Storyboard
from tests.pipeline.conftest import Place, story
from tests.planning.shelf import told

SERVICE = BuildOptions(ApiBackend("", ""))


def without_references(board: Storyboard) -> Storyboard:
    return replace(board, cast=tuple(replace(one, references=()) for one in board.cast))


def lowered(root: Path, *words: str) -> Lowered:
    return compile_project(Project(root, "main.story", Config()), without_references(story(*words)))


def second_panel(board: Storyboard, text: str) -> Storyboard:
    """Return a story in which the second panel of the first page shows something else."""
    page = board.pages[0]
    panel = replace(page.panels[1], items=(Action(text=text),))
    return replace(board, pages=(replace(page, panels=(page.panels[0], panel)), *board.pages[1:]))


def bought(outlook: Outlook) -> list[str]:
    return [told(step) for step in outlook.plan.purchases]


def test_a_look_at_nothing_creates_nothing(tmp_path: Path) -> None:
    (tmp_path / "mara.png").write_bytes(b"\x89PNG")
    outlook = plan(Project(tmp_path, "main.story", Config()), story("Rain", "Wind"), SERVICE)
    assert bought(outlook) == ["draw page 1", "draw page 2", "film clip 1"]
    assert (outlook.layout, outlook.why) == ("pages", "one request a page was asked for")
    assert outlook.reasons.keys() == {step.unit.key for step in outlook.plan.purchases}
    assert outlook.expected_s > 0
    assert [path.name for path in tmp_path.iterdir()] == ["mara.png"]


def test_a_sketched_story_has_nothing_to_sketch(project: Place) -> None:
    project.build(story("Rain"))
    outlook = plan(project.here, story("Rain"), BuildOptions(DraftBackend()))
    assert {type(step) for step in outlook.plan.steps} == {Keep}
    assert outlook.expected_s == 0
    more = plan(project.here, story("Rain", "Wind"), BuildOptions(DraftBackend()))
    assert (more.plan.price_credits, bought(more)) == (0, ["draw page 2"])
    # what was sketched was not bought
    assert plan(project.here, story("Rain"), SERVICE).plan.price_credits > 0


def test_a_look_is_narrowed(tmp_path: Path) -> None:
    (tmp_path / "mara.png").write_bytes(b"\x89PNG")
    here = Project(tmp_path, "main.story", Config())
    outlook = plan(here, story("Rain", "Wind"), replace(SERVICE, pages=frozenset({2}), limit=1))
    assert bought(outlook) == ["draw page 2"]
    assert [told(step) for step in outlook.plan.left_out] == ["draw page 1", "film clip 1"]


def test_from_a_story_to_itself_costs_nothing(tmp_path: Path) -> None:
    outlook = plan_between(lowered(tmp_path, "Rain", "Wind"), lowered(tmp_path, "Rain", "Wind"), SERVICE)
    assert outlook.plan.is_settled
    assert (outlook.plan.orphans, outlook.reasons, outlook.expected_s) == ((), {}, 0)


def test_from_one_story_to_another(tmp_path: Path) -> None:
    here = Project(tmp_path, "main.story", Config())
    before = compile_project(here, without_references(story("Rain", "Wind")))
    now = compile_project(here, without_references(second_panel(story("Rain", "Wind", "Snow"), "Hail.")))
    outlook = plan_between(before, now, SERVICE)
    assert bought(outlook) == ["redraw page 1 panel 2", "draw page 3"]
    (redraw, new) = (outlook.reasons[step.unit.key] for step in outlook.plan.purchases)
    assert [(change.field, change.old, change.new) for change in redraw.changes] == [("Action", "Rain again.", "Hail.")]
    assert (new.base, new.changes) == ("", ())
    back = plan_between(now, before, SERVICE)
    assert bought(back) == ["redraw page 1 panel 2"]
    assert plan_between(before, now, replace(SERVICE, limit=0)).plan.price_credits == 0


@pytest.mark.parametrize("backend", [McpBackend("", ""), DraftBackend()])
def test_between_stories_as_each_backend_would(tmp_path: Path, backend: McpBackend | DraftBackend) -> None:
    here = Project(tmp_path, "main.story", Config())
    before = compile_project(here, without_references(story("Rain")))
    now = compile_project(here, without_references(second_panel(story("Rain"), "Hail.")))
    (step,) = plan_between(before, now, BuildOptions(backend)).plan.purchases
    assert isinstance(step, Create)
    assert step.unit.operation == "create"
    assert step.price_credits == (0 if isinstance(backend, DraftBackend) else 150)
