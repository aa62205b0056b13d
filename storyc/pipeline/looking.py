"""What a build would do, found out without doing it."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from storyc.ledger import Memory, load_learnt, load_pinned, stored_art
from storyc.lowering import Depiction, Lowered, Unit
from storyc.planning import (
    DEMO_PACE,
    PAID_PACE,
    Downloaded,
    Learnt,
    Past,
    Plan,
    Reason,
    StoredAsset,
    UnitState,
    asset_count,
    expected_duration_s,
    find_reasons,
    make_past,
    make_plan,
    narrow,
)
from storyc.project import Project, compile_project
from storyc.store import AssetStore
from storyc.storyboard import PanelKey, Storyboard
from storyc.wire import canonical

from .desks import load_memory
from .options import ApiBackend, Backend, BuildOptions, DraftBackend

_ART: Final = "0" * 64
"""The SHA-256 of any picture that was bought, where it does not matter which."""
_HAVE: Final = frozenset({_ART})


class Outlook(Struct, frozen=True):
    """What a build would do, and why."""

    plan: Plan
    reasons: Mapping[str, Reason]
    """Of each purchase, by its key."""
    layout: str
    """How the pages are cut into requests."""
    why: str
    expected_s: float
    """About how many seconds it would take; 0 for sketches and if there is nothing to wait for."""


def look_ahead(project: Project, board: Storyboard, options: BuildOptions) -> Outlook:
    """Return what a build would do, from a look at the project that changes nothing. Raises: FileError, ConfigError."""
    found = load_memory(options.backend, project.root, for_build=True)
    wanted = compile_project(project, board, options.layout)
    memory, is_draft = Memory(project.root), isinstance(options.backend, DraftBackend)
    pinned = load_pinned(board, memory.story_lock, found.store.has, is_draft=is_draft)
    past = past_of(options.backend, wanted, found.depictions, found.request, pinned.keys())
    plan = plan_of(wanted, found.states, found.store, past, options)
    reasons = find_reasons(plan, found.request, found.depictions)
    learnt = load_learnt(memory.ledger)
    expected_s = _expected_s(plan, options, learnt, polls_count=project.config.polls_count)
    return Outlook(plan, reasons, wanted.layout, wanted.why, expected_s)


def look_between(before: Lowered | None, now: Lowered, options: BuildOptions) -> Outlook:
    """Return what it costs to come from one storyboard to another, if all of the first was bought; from None, all is new. Raises: ConfigError."""
    units = () if before is None else before.units
    requests = {unit.key: canonical(unit.request) for unit in units}
    depictions = {} if before is None else {unit.key: before.pieces.depict(unit) for unit in units}
    states: dict[str, UnitState] = {unit.key: _bought(unit, depictions[unit.key]) for unit in units}
    past = past_of(options.backend, now, lambda: depictions, lambda key: requests.get(key, b""))
    plan = make_plan(now.units, states, _HAVE, is_free=past is None, past=past)
    plan = narrow(plan, pages=options.pages, limit=options.limit)
    reasons = find_reasons(plan, lambda key: requests.get(key, b""), lambda: depictions)
    return Outlook(plan, reasons, now.layout, now.why, _expected_s(plan, options, Learnt()))


def _bought(unit: Unit, depiction: Depiction) -> Downloaded:
    """Return the state of a unit as if it had been bought; which picture came of it does not matter."""
    places = [(shown.page, shown.panel) for shown in depiction.shown]
    places = places or [(0, place) for place in range(asset_count(unit))]
    assets = tuple(StoredAsset(page, panel, "", _ART, 1, 1, "image/webp") for page, panel in places)
    return Downloaded(unit.key, unit.price_credits, assets)


def _expected_s(plan: Plan, options: BuildOptions, learnt: Learnt, *, polls_count: bool = True) -> float:
    if isinstance(options.backend, DraftBackend):
        return 0.0
    pace = DEMO_PACE if options.backend.is_demo else PAID_PACE
    return expected_duration_s(plan, replace(pace, polls_count=polls_count), learnt)


def past_of(
    backend: Backend,
    wanted: Lowered,
    depictions: Callable[[], Mapping[str, Depiction]],
    request: Callable[[str], bytes],
    pinned: AbstractSet[PanelKey] = frozenset(),
) -> Past | None:
    """Return what a plan can learn from earlier purchases; sketches are drawn again, which is simpler and as free."""
    if isinstance(backend, DraftBackend):
        return None
    return make_past(wanted, depictions, request, can_change=isinstance(backend, ApiBackend), pinned=pinned)


def plan_of(
    wanted: Lowered, record: Mapping[str, UnitState], store: AssetStore, past: Past | None, options: BuildOptions
) -> Plan:
    """Return what is to be done; without a `past` everything is free. Raises: ConfigError."""
    plan = make_plan(wanted.units, record, stored_art(record, store), is_free=past is None, past=past)
    return narrow(plan, pages=options.pages, limit=options.limit)
