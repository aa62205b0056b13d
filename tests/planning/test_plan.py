from hypothesis import given
from hypothesis import strategies as st

from storyc.lowering import Unit
from storyc.planning import (
    Abandoned,
    Barred,
    Collect,
    Create,
    Doubt,
    Downloaded,
    Failed,
    InDoubt,
    Intended,
    Keep,
    Planned,
    RemoteAsset,
    StoredAsset,
    Submitted,
    Succeeded,
    UnitState,
    committed_credits,
    make_plan,
    panel_key,
    spent_credits,
)
from storyc.storyboard import PanelKey
from storyc.wire import CreateComic, digest


def unit(number: int, panels: int = 1) -> Unit:
    request = CreateComic(prompt=f"page {number}", fix_panel_num=panels)
    keys = tuple(PanelKey(number, panel) for panel in range(1, panels + 1))
    return Unit(digest(request), "create", request, keys, (number,), None, (), 150 * panels, ())


def stored(panel: int = 0) -> StoredAsset:
    return StoredAsset(0, panel, "", f"{panel:064}", 1, 1, "image/webp")


WHOLE = Downloaded("c", 150, (stored(),))


def step(state: UnitState, *, panels: int = 1, have: frozenset[str] = frozenset({stored().sha256})) -> type:
    wanted = unit(1, panels)
    plan = make_plan([wanted], {wanted.key: state}, have)
    (only,) = plan.steps
    return type(only)


def test_every_state_has_its_step() -> None:
    assert step(Planned()) is Create
    assert step(Submitted("c", 150, 0.0)) is Collect
    assert step(Succeeded("c", 150, (RemoteAsset(0, 0, "u"),))) is Collect
    assert step(WHOLE) is Keep
    assert step(WHOLE, have=frozenset()) is Collect
    assert step(WHOLE, panels=2) is Collect
    assert step(Intended(150, 0.0)) is Doubt
    assert step(InDoubt("?", 150, 0.0)) is Doubt
    assert step(Failed("no")) is Barred
    assert step(Abandoned()) is Barred


@given(st.lists(st.integers(1, 6)), st.sets(st.integers(1, 6)))
def test_each_purchase_stands_once_and_in_order(wanted: list[int], bought: set[int]) -> None:
    units = [unit(number) for number in wanted]
    record: dict[str, UnitState] = {unit(number).key: WHOLE for number in bought}
    plan = make_plan(units, record, {stored().sha256})
    assert [step.unit.pages[0] for step in plan.steps] == list(dict.fromkeys(wanted))
    assert plan.price_credits == 150 * len(set(wanted) - bought)
    assert plan.is_settled == (set(wanted) <= bought)
    assert {orphan.key for orphan in plan.orphans} == {unit(number).key for number in bought - set(wanted)}
    assert spent_credits((one.key for one in units), record) == 150 * len(set(wanted) & bought)
    assert make_plan(units, record, set(), is_free=True).price_credits == 0


def test_what_may_have_been_paid_counts_as_spent() -> None:
    assert committed_credits(InDoubt("?", 600, 0.0)) == 600
    assert committed_credits(Planned()) == 0


def test_what_is_in_flight_or_in_doubt_is_outstanding() -> None:
    states: list[UnitState] = [
        Submitted("c", 150, 0.0),
        InDoubt("?", 300, 0.0),
        Intended(600, 0.0),
        WHOLE,
        Failed("no", "c", 150),
    ]
    record: dict[str, UnitState] = {unit(number).key: state for number, state in enumerate(states)}
    wanted = [unit(number) for number in range(len(states) + 1)]
    plan = make_plan(wanted, record, {stored().sha256})
    assert (plan.outstanding_credits, plan.price_credits) == (1050, 150)


def test_a_panel_knows_its_art() -> None:
    request = CreateComic(prompt="x")
    pair = Unit(
        "k",
        "create",
        request,
        (PanelKey(2, 1), PanelKey(2, 2), PanelKey(5, 1), PanelKey(5, 2)),
        (2, 5),
        None,
        (),
        0,
        (),
    )
    assert [panel_key(pair, page, panel) for page in range(2) for panel in range(2)] == list(pair.panels)
    assert panel_key(pair, 2, 0) is None
    brief = Unit("k", "create", request, (), (), None, (), 0, ())
    assert panel_key(brief, 1, 2) == PanelKey(2, 3)
