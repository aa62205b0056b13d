"""Stories that were bought, edited and built again, against a service behind a real socket."""

from pathlib import Path

import pytest

from storyc.errors import ConfigError, RefusedError
from storyc.ledger import load_purchases
from storyc.lowering import lower
from storyc.pipeline import BuildOptions, Front, Summary, build, plan
from storyc.pipeline.saved import SavedPlan, load_plan, make_saved_plan, save_plan
from storyc.project import Config, Project, check_sources
from storyc.storyboard import Storyboard
from storyc.text import MemoryFiles
from tests.pipeline.test_paid import Shop, shop

__all__ = ["shop"]

STORY = """\
Title: The Harbour Light

CAST

MARA: Harbour pilot.

PAGE 1

PANEL 1
The harbour.

PANEL 2
MARA at the rail.

MARA: It never went out.

PANEL 3
The lamp is dark.
"""
MORE = "\nPAGE 2\n\nPANEL 1\nThe stairs.\n\nPANEL 2\nThe door.\n\nPANEL 3\nThe lamp room.\n"


def board(script: str) -> Storyboard:
    checked = check_sources("main.story", MemoryFiles({"main.story": script.encode()}), {})
    assert checked.program is not None, checked.diagnostics
    return lower(checked.program)


class Story:
    """A project whose script is edited between builds."""

    def __init__(self, shop: Shop, name: str = "here") -> None:
        self.shop = shop
        self.root = shop.root / name
        self.project = Project(self.root, "main.story", Config(layout="book"))

    def build(self, script: str, **wishes: object) -> Summary:
        options = BuildOptions(self.shop.options().backend, **wishes)  # type: ignore[arg-type]  # what a test wishes for
        return build(self.project, board(script), options, Front(approve=lambda _plan: True))

    def art(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted((self.root / "build/art").iterdir())}

    def saved(self, script: str, path: Path) -> SavedPlan:
        outlook = plan(self.project, board(script), self.shop.options())
        save_plan(path, make_saved_plan(outlook.plan, story="main.story", layout=None, backend="api"))
        return load_plan(path)


def test_one_panel_is_drawn_again_and_the_others_stay(shop: Shop) -> None:
    story = Story(shop)
    story.build(STORY)
    before = story.art()
    again = story.build(STORY.replace("never", "always"))
    after = story.art()
    assert (again.price_credits, again.spent_credits, again.pictures) == (150, 600, 3)
    assert [name for name in before if before[name] != after[name]] == ["page-001-panel-02.png"]
    back = story.build(STORY)
    assert (back.price_credits, back.is_whole) == (0, True)
    assert story.art() == before
    assert shop.charges == 2


def test_pages_that_follow_continue_the_comic(shop: Shop) -> None:
    story = Story(shop)
    story.build(STORY)
    before = story.art()
    more = story.build(STORY + MORE)
    assert (more.price_credits, more.pictures, more.is_whole) == (450, 6, True)
    assert {name: content for name, content in story.art().items() if name in before} == before
    closer = story.build((STORY + MORE).replace("The door", "The open door").replace("never", "always"))
    assert (closer.price_credits, closer.is_whole) == (300, True)
    operations = [one.depiction.operation for one in load_purchases(story.root / "story.lock")]
    assert sorted(operations) == ["continue", "create", "redraw", "redraw"]


def test_a_clone_knows_what_every_purchase_shows(shop: Shop) -> None:
    here, there = Story(shop), Story(shop, "there")
    here.build(STORY)
    here.build(STORY.replace("never", "always"))
    there.root.mkdir()
    (there.root / "story.lock").write_bytes((here.root / "story.lock").read_bytes())
    charges = shop.charges
    moved = STORY.replace("never", "always").replace("PANEL 1\nThe harbour.\n\n", "")
    summary = there.build(moved)
    assert (summary.price_credits, summary.pictures, summary.is_whole) == (0, 2, True)
    assert there.build(moved.replace("dark", "lit")).price_credits == 150
    assert shop.charges == charges + 1


def test_a_pinned_picture_stays_whatever_the_script_says(shop: Shop) -> None:
    story = Story(shop)
    story.build(STORY)
    first = story.art()["page-001-panel-02.png"]
    story.build(STORY.replace("never", "always"))
    (create,) = [one for one in load_purchases(story.root / "story.lock") if one.depiction.operation == "create"]
    pinned = STORY.replace("never", "seldom").replace("PANEL 2", f"PANEL 2 [pin: {create.assets[1].sha256[:8]}]")
    summary = story.build(pinned)
    assert (summary.price_credits, summary.is_whole) == (0, True)
    assert story.art()["page-001-panel-02.png"] == first
    with pytest.raises(ConfigError, match=r"main\.story:12: `pin: beef` names no picture"):
        story.build(STORY.replace("PANEL 2", "PANEL 2 [pin: beef]"))


def test_a_saved_plan_is_carried_out_once_and_only_as_it_was_agreed(shop: Shop, tmp_path: Path) -> None:
    story, file = Story(shop), tmp_path / "plan"
    agreed = story.saved(STORY, file)
    with pytest.raises(RefusedError, match="not what it was"):
        story.build(STORY + MORE, saved=agreed)
    assert shop.charges == 0
    assert story.build(STORY, saved=agreed).price_credits == 450
    (story.root / "story.lock").unlink()
    (story.root / ".storyc" / "stamp.json").unlink()
    with pytest.raises(RefusedError, match="not what it was"):
        story.build(STORY, saved=agreed)
    assert shop.charges == 1


def test_a_saved_plan_may_be_for_less_than_everything(shop: Shop) -> None:
    story = Story(shop)
    script = STORY + MORE.replace("PANEL 3\nThe lamp room.\n", "")
    options = BuildOptions(shop.options().backend, pages=frozenset({2}))
    outlook = plan(story.project, board(script), options)
    agreed = make_saved_plan(outlook.plan, story="main.story", layout=None, backend="api")
    summary = story.build(script, saved=agreed)
    assert (summary.price_credits, summary.left_out) == (300, 1)


def test_less_than_everything(shop: Shop) -> None:
    story = Story(shop)
    script = STORY + MORE.replace("PANEL 3\nThe lamp room.\n", "")
    first = story.build(script, pages=frozenset({1}))
    assert (first.price_credits, first.left_out, first.is_whole) == (450, 1, False)
    assert story.build(script, limit=0).left_out == 1
    assert story.build(script).price_credits == 300
