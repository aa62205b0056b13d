"""Nothing that is wanted is forgotten, whatever became of what was bought before, here or elsewhere."""

from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.lowering import Lowered, Unit
from storyc.planning import (
    Barred,
    Collect,
    Downloaded,
    Failed,
    InDoubt,
    Intended,
    Past,
    Plan,
    Planned,
    RemoteAsset,
    Submitted,
    Succeeded,
    UnitState,
    make_plan,
    narrow,
    recover,
)
from storyc.storyboard import Layout
from storyc.wire import canonical
from tests.planning.shelf import Shelf, compiled
from tests.planning.test_edits import EDITS, STORY

FATES = ["home", "lost", "submitted", "succeeded", "intended", "in doubt", "failed", "planned"]
"""What may have become of a purchase; the art of one that is lost is not in this store."""


def fated(bought: Downloaded, fate: str) -> UnitState:
    match fate:
        case "submitted":
            return Submitted(bought.generation_id, bought.price_credits, 0.0)
        case "succeeded":
            assets = tuple(
                RemoteAsset(asset.page, asset.panel, "https://example.com/x.webp") for asset in bought.assets
            )
            return Succeeded(bought.generation_id, bought.price_credits, assets, bought.first_page)
        case "intended":
            return Intended(bought.price_credits, 0.0)
        case "in doubt":
            return InDoubt("reset", bought.price_credits, 0.0)
        case "failed":
            return Failed("no", bought.generation_id, bought.price_credits)
        case "planned":
            return Planned()
        case _:
            return bought


class World:
    """What was bought of a story and of an edit of it, and what became of each purchase."""

    def __init__(self, names: list[str], layout: Layout, draw: st.DataObject) -> None:
        self.shelf = Shelf({}, {})
        self.requests: dict[str, bytes] = {}
        for text in (STORY, *(EDITS[name][0](STORY) for name in names)):
            wanted = compiled(text, layout)
            for step in self.shelf.plan(wanted).purchases:
                self.requests[step.unit.key] = canonical(step.unit.request)
            self.shelf.buy(wanted)
        self.have = set(self.shelf.have)
        self.foreign: set[str] = set()
        for key, bought in list(self.shelf.states.items()):
            assert isinstance(bought, Downloaded)
            fate = draw.draw(st.sampled_from(FATES))
            self.shelf.states[key] = fated(bought, fate)
            if fate != "home":
                self.have.difference_update(asset.sha256 for asset in bought.assets)
            if draw.draw(st.booleans()):
                self.foreign.add(key)

    def plan(self, wanted: Lowered) -> Plan:
        past = Past(lambda: self.shelf.depictions, wanted.pieces, self.recovered)
        return make_plan(wanted.units, self.shelf.states, self.have, past=past)

    def recovered(self, key: str) -> Unit | None:
        request = b"" if key in self.foreign else self.requests[key]
        return recover(key, request, self.shelf.depictions[key])

    def seen_to(self, wanted: Lowered, plan: Plan) -> set[str]:
        """Return the contents that are here or that some step is about."""
        found = {
            shown.content
            for key, state in self.shelf.states.items()
            if isinstance(state, Downloaded)
            for shown in self.shelf.depictions[key].shown
            if any(
                (asset.page, asset.panel) == (shown.page, shown.panel) and asset.sha256 in self.have
                for asset in state.assets
            )
        }
        for step in (*plan.steps, *plan.left_out):
            known = self.shelf.depictions.get(step.unit.key)
            shown = wanted.pieces.shown(step.unit.panels) if known is None else known.shown
            found.update(one.content for one in shown)
        return found


@settings(deadline=None, max_examples=50)
@given(
    names=st.lists(st.sampled_from(sorted(EDITS)), max_size=2),
    now=st.sampled_from(sorted(EDITS)),
    layouts=st.tuples(st.sampled_from(["pages", "book", "panels"]), st.sampled_from(["pages", "book", "panels"])),
    limit=st.none() | st.integers(0, 2),
    draw=st.data(),
)
def test_every_wanted_picture_is_here_or_somebody_sees_to_it(
    names: list[str], now: str, layouts: tuple[Layout, Layout], limit: int | None, draw: st.DataObject
) -> None:
    world = World(names, layouts[0], draw)
    wanted = compiled(EDITS[now][0](STORY), layouts[1])
    plan = narrow(world.plan(wanted), limit=limit)
    keys = [step.unit.key for step in (*plan.steps, *plan.left_out)]
    assert len(keys) == len(set(keys))
    assert not any(isinstance(step, Barred) and "belong to" in step.state.reason for step in plan.steps)
    contents = {shown.content for unit in wanted.units for shown in wanted.pieces.shown(unit.panels)}
    assert contents <= world.seen_to(wanted, plan)


@settings(deadline=None, max_examples=30)
@given(
    names=st.lists(st.sampled_from(sorted(EDITS)), max_size=2),
    layouts=st.tuples(st.sampled_from(["pages", "book", "panels"]), st.sampled_from(["pages", "book", "panels"])),
    draw=st.data(),
)
def test_what_may_have_been_paid_for_is_not_bought_again(
    names: list[str], layouts: tuple[Layout, Layout], draw: st.DataObject
) -> None:
    world = World(names, layouts[0], draw)
    wanted = compiled(STORY, layouts[1])
    held = {
        shown.content
        for key, state in world.shelf.states.items()
        if not isinstance(state, Planned | Failed)
        for shown in world.shelf.depictions[key].shown
    }
    for step in world.plan(wanted).purchases:
        again = {shown.content for shown in wanted.pieces.shown(step.unit.panels)} & held
        # the whole is bought again only where it costs no more than what is missing of it
        assert not again or step.whole is None


def test_what_nothing_tells_how_to_bring_home_is_named_and_not_bought_again() -> None:
    shelf = Shelf({}, {})
    shelf.buy(compiled(STORY, "pages"))
    wanted = compiled(STORY, "book")
    past = Past(lambda: shelf.depictions, wanted.pieces)
    plan = make_plan(wanted.units, shelf.states, frozenset(), past=past)
    assert [type(step) for step in plan.steps] == [Collect, Barred]
    assert plan.price_credits == 0
