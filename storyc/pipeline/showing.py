"""What is at home for a storyboard and what a build would do about the rest, for somebody who only wants to look."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from storyc.ledger import Memory, load_pinned, stored_art
from storyc.lowering import Unit
from storyc.planning import Art, Plan, Results, find_pictures, find_replaced, panel_path
from storyc.project import Project, compile_project
from storyc.store import AssetStore
from storyc.storyboard import PanelKey, Storyboard

from .desks import load_memory
from .looking import past_of, plan_of
from .options import ApiBackend, BuildOptions, DraftBackend
from .results import make_art, make_results

_PAID: Final = ApiBackend("", "")
"""Nobody is asked anything, so there is neither an address nor a key."""


class Home(Struct, frozen=True):
    """The art of a storyboard that needs no build, and what a build would do about the rest."""

    plan: Plan
    results: Results
    replaced: Mapping[PanelKey, Art]
    """Of panels that would be drawn again: the picture that a build would put another in the place of."""
    store: AssetStore
    units: tuple[Unit, ...]
    """Everything that the storyboard asks for."""

    @property
    def without_art(self) -> frozenset[PanelKey]:
        """Return the panels that no picture was ever made for."""
        every = {key for unit in self.units for key in unit.panels}
        return frozenset(every - self.results.panels.keys() - self.replaced.keys())


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
            folder=project.build_folder,
            is_draft=is_draft,
        ),
        replaced={
            panel: make_art(asset, panel_path(project.build_folder, panel, asset.media_type))
            for panel, asset in find_replaced(plan, found.states, found.depictions(), have).items()
        },
        store=found.store,
        units=wanted.units,
    )
