"""Stories that were bought, edited and built again, against a service behind a real socket."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from storyc.building import BuildEvent, Failed, Renewed, Submitted
from storyc.errors import ConfigError, RefusedError
from storyc.ledger import load_purchases
from storyc.lowering import lower
from storyc.pipeline import ApiBackend, BuildOptions, Front, Summary, build, plan
from storyc.pipeline.saved import SavedPlan, as_agreed, load_plan, make_saved_plan, save_plan
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


def test_a_clone_does_not_take_a_newer_picture_for_the_one_before_it(shop: Shop) -> None:
    here, there = Story(shop), Story(shop, "there")
    again, last = STORY.replace("never", "always"), STORY.replace("never", "seldom")
    for script in (STORY, again, last):
        here.build(script)
    lock = (here.root / "story.lock").read_bytes()
    there.root.mkdir()
    (there.root / "story.lock").write_bytes(lock)
    summary = there.build(last)
    assert (summary.price_credits, summary.pictures, summary.is_whole) == (0, 3, True)
    assert there.art() == here.art()
    # neither what was bought first nor what was drawn before the last is to be had from the service
    for script in (STORY, again):
        summary = there.build(script)
        assert (summary.price_credits, summary.pictures, summary.missing) == (0, 2, 1)
        assert "page-001-panel-02.png" not in there.art()
        assert (there.root / "story.lock").read_bytes() == lock
    assert there.build(last).is_whole
    assert here.build(STORY).is_whole


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
    with pytest.raises(ConfigError, match=r"main\.story:12: `\[pin beef\]` names no picture"):
        story.build(STORY.replace("PANEL 2", "PANEL 2 [pin: beef]"))


def test_a_saved_plan_is_carried_out_once_and_only_as_it_was_agreed(shop: Shop, tmp_path: Path) -> None:
    story, file = Story(shop), tmp_path / "plan"
    agreed = story.saved(STORY, file)
    with pytest.raises(
        RefusedError, match=r"when this plan was made: 1 request is new and 1 request is not needed any more$"
    ):
        story.build(STORY + MORE, saved=agreed)
    assert shop.charges == 0
    assert story.build(STORY, saved=agreed).price_credits == 450
    (story.root / "story.lock").unlink()
    (story.root / ".storyc" / "stamp.json").unlink()
    with pytest.raises(RefusedError, match="not what it was"):
        story.build(STORY, saved=agreed)
    assert shop.charges == 1


def test_a_saved_plan_with_other_prices_is_refused(shop: Shop) -> None:
    wanted = plan(Story(shop).project, board(STORY), shop.options()).plan
    agreed = make_saved_plan(wanted, story="main.story", layout=None, backend="api")
    cheaper = replace(agreed, purchases=tuple(replace(one, price_credits=1) for one in agreed.purchases))
    with pytest.raises(RefusedError, match=r"the requests are the same, and cost something else$"):
        as_agreed(cheaper, wanted)


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


# ---- a comic that the service has forgotten

CLIP = "\nCLIP [4s, 480p, from panel 2]\n\nIt rains.\n"
LAST = "\nPAGE 3\n\nPANEL 1\nFog.\n\nPANEL 2\nSnow.\n\nPANEL 3\nSun.\n"
CHANGED = STORY.replace("never", "always").replace("dark", "lit")


def build_after_it_was_forgotten(
    story: Story, script: str, events: list[BuildEvent], **wishes: object
) -> tuple[Summary, int]:
    """Build with a service of the same maker that knows nothing, and return what was done and how many requests it charged for."""
    backend = ApiBackend(f"http://127.0.0.1:{story.shop.port}/other", "sk-test")
    options = BuildOptions(backend, **wishes)  # type: ignore[arg-type]  # what a test wishes for
    front = Front(approve=lambda _outlook: True, report=events.append)
    summary = build(story.project, board(script), options, front)
    return summary, story.shop.service.charged["other"].total()


def told(events: list[BuildEvent], kind: type[BuildEvent]) -> list[tuple[int, ...]]:
    return [tuple(key.panel for key in event.unit.panels) for event in events if type(event) is kind]  # type: ignore[union-attr]  # these have units


def test_what_cannot_be_changed_any_more_is_drawn_anew_by_the_same_build(shop: Shop) -> None:
    story, events = Story(shop), list[BuildEvent]()
    story.build(STORY + CLIP)
    before = story.art()
    agreed = plan(story.project, board(CHANGED + CLIP), shop.options()).plan
    assert [step.unit.operation for step in agreed.purchases] == ["redraw", "redraw", "video"]
    summary, charges = build_after_it_was_forgotten(story, CHANGED + CLIP, events)
    # the second change is not even tried, and the clip begins with what was drawn anew
    assert (told(events, Renewed), told(events, Failed)) == ([(2,), (3,)], [])
    assert told(events, Submitted) == [(2, 3), ()]
    assert (summary.is_whole, summary.price_credits, charges) == (True, agreed.price_credits, 2)
    after = story.art()
    assert before["page-001-panel-01.png"] == after["page-001-panel-01.png"]
    assert before["page-001-panel-02.png"] != after["page-001-panel-02.png"]
    again, _ = build_after_it_was_forgotten(story, CHANGED + CLIP, events)
    assert again.price_credits == 0
    # what is changed next is not asked of the comic that is gone
    (step,) = plan(story.project, board(CHANGED.replace("harbour", "sea")), shop.options()).plan.purchases
    assert step.unit.operation == "create"


def test_pages_that_cannot_be_appended_any_more_are_drawn_anew(shop: Shop) -> None:
    story, events = Story(shop), list[BuildEvent]()
    story.build(STORY)
    summary, _ = build_after_it_was_forgotten(story, STORY + MORE + LAST, events)
    assert (summary.is_whole, summary.price_credits, summary.pictures) == (True, 900, 9)


def test_a_saved_plan_buys_nothing_else_in_the_place_of_what_is_gone(shop: Shop, tmp_path: Path) -> None:
    story, events = Story(shop), list[BuildEvent]()
    story.build(STORY)
    agreed = story.saved(CHANGED, tmp_path / "plan")
    summary, charges = build_after_it_was_forgotten(story, CHANGED, events, saved=agreed)
    assert (told(events, Failed), told(events, Renewed), charges) == ([(2,), (3,)], [], 0)
    assert (summary.is_whole, summary.failed) == (False, 2)
    assert build_after_it_was_forgotten(story, CHANGED, events)[0].is_whole


def test_no_more_is_sent_in_the_place_of_what_is_gone_than_was_asked_for(shop: Shop) -> None:
    story, events = Story(shop), list[BuildEvent]()
    story.build(STORY)
    script = STORY + MORE + LAST
    assert len(plan(story.project, board(script), shop.options()).plan.purchases) == 1
    summary, charges = build_after_it_was_forgotten(story, script, events, limit=1)
    assert (summary.price_credits, charges, summary.failed) == (450, 1, 1)
    summary, charges = build_after_it_was_forgotten(story, script, events)
    assert (summary.is_whole, summary.price_credits, charges) == (True, 450, 2)
