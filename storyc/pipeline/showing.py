"""What is at home for a storyboard and what a build would do about the rest, for somebody who only wants to look."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from msgspec import Struct

from storyc.ledger import Memory
from storyc.lowering import Depiction
from storyc.planning import Art, Downloaded, Plan, Results, StoredAsset, UnitState, find_pictures
from storyc.project import Project, compile_project
from storyc.store import AssetStore
from storyc.storyboard import PanelKey, Storyboard
from storyc.wire import RegeneratePanel

from .desks import load_memory
from .looking import past_of, plan_of, stored_art
from .options import ApiBackend, BuildOptions, DraftBackend
from .outputs import panel_path
from .results import make_results
from .takes import load_pinned

_PAID: Final = ApiBackend("", "")
"""Nobody is asked anything, so there is neither an address nor a key."""

Slot = tuple[str, int, int]
"""A generation, a page of it and a panel on that page, both from 0."""


class Home(Struct, frozen=True):
    """The art of a storyboard that needs no build, and what a build would do about the rest."""

    plan: Plan
    results: Results
    replaced: Mapping[PanelKey, Art]
    """Of panels that would be drawn again: the picture that a build would put another in the place of."""
    store: AssetStore


def look_home(project: Project, board: Storyboard, *, is_draft: bool | None = None) -> Home:
    """Return what is at home: what was bought or what was sketched; by default what was bought, if anything was.

    Nothing is sent or written. Raises: FileError, ConfigError.
    """
    memory = Memory(project.root)
    if is_draft is None:
        is_draft = not (memory.story_lock.exists() or memory.store.has_anything())
    options = BuildOptions(DraftBackend() if is_draft else _PAID)
    found = load_memory(options.backend, project.root)
    wanted = compile_project(project, board)
    pinned = load_pinned(board, memory.story_lock, found.store.has, is_draft=is_draft)
    past = past_of(options.backend, wanted, found.depictions, found.request, pinned.keys())
    plan = plan_of(wanted, found.states, found.store, past, options)
    have = stored_art(found.states, found.store)
    return Home(
        plan=plan,
        results=make_results(
            wanted.units,
            found.states,
            find_pictures(wanted.units, found.states, have, past),
            pinned,
            is_draft=is_draft,
        ),
        replaced=dict(_replaced(plan, found.states, found.depictions(), have)),
        store=found.store,
    )


def _replaced(
    plan: Plan, states: Mapping[str, UnitState], depictions: Mapping[str, Depiction], have: AbstractSet[str]
) -> Iterator[tuple[PanelKey, Art]]:
    redrawn = [step.unit for step in plan.purchases if isinstance(step.unit.request, RegeneratePanel)]
    if not redrawn:
        return
    pictures = dict(_pictures(states, depictions, have))
    for unit in redrawn:
        request = unit.request
        assert isinstance(request, RegeneratePanel)
        asset = pictures.get((unit.changes, request.page, request.panel))
        if asset is not None:
            for key in unit.panels:
                path = panel_path(key, asset.media_type)
                yield key, Art(asset.sha256, path, asset.width_px, asset.height_px, asset.media_type)


def _pictures(
    states: Mapping[str, UnitState], depictions: Mapping[str, Depiction], have: AbstractSet[str]
) -> Iterator[tuple[Slot, StoredAsset]]:
    """Yield the pictures that are here by where they stand in a comic, those that were drawn again behind those that they replaced."""
    again: list[tuple[Slot, StoredAsset]] = []
    for key, state in states.items():
        if not isinstance(state, Downloaded):
            continue
        at = depictions[key].at if key in depictions else None
        for asset in state.assets:
            if asset.sha256 not in have:
                continue
            if at is not None:
                again.append(((state.generation_id, *at), asset))
            else:
                yield (state.generation_id, state.first_page + asset.page, asset.panel), asset
    yield from again
