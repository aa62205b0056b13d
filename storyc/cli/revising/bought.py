"""What `storyc lint` can learn from the record of what was bought, without touching it and without asking anybody."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from msgspec import json

from storyc.ledger import Memory, load_requests
from storyc.linting import Filming, Redrawing, Rewording
from storyc.lowering import lower
from storyc.pipeline import ApiBackend, BuildOptions, plan
from storyc.planning import Create, Reason
from storyc.project import Project
from storyc.semantics import Program

if TYPE_CHECKING:
    from storyc.pipeline import Outlook

_WORDS: Final = frozenset({"prompt", "panelPrompt"})
"""Fields of a request that are compared line by line."""


def find_redrawings(project: Project, program: Program) -> tuple[Redrawing, ...]:
    """Return what a build would buy again because its words are not what was bought. Raises: FileError, ConfigError."""
    outlook = plan(project, lower(program), BuildOptions(ApiBackend("", "")))
    return redrawings_of(outlook, load_requests(Memory(project.root).ledger))


def redrawings_of(outlook: "Outlook", request: Callable[[str], bytes]) -> tuple[Redrawing, ...]:
    """Return what a plan buys again because of words alone; `request` gives the requests on record, empty for none."""
    steps = [(step, outlook.reasons[step.unit.key]) for step in outlook.plan.purchases]
    films = [film for step, reason in steps if (film := _filming(step, reason)) is not None]
    found = (_redrawing(step, reason, films, request) for step, reason in steps if step.unit.clip is None)
    return tuple(one for one in found if one is not None)


def _filming(step: Create, reason: Reason) -> Filming | None:
    """Return the clip that a step films again; None if it is new, or if more than a picture that it begins or ends with is another."""
    clip, changes = step.unit.clip, reason.changes
    if clip is None or not changes or any(change.panel is None or change.old != change.new for change in changes):
        return None
    return Filming(clip, frozenset(change.panel for change in changes if change.panel is not None), step.price_credits)


def _redrawing(
    step: Create, reason: Reason, films: Sequence[Filming], request: Callable[[str], bytes]
) -> Redrawing | None:
    """Return what a step draws again; None if it draws something new, or if more than words is not what it was."""
    if not reason.changes or not (bought := request(reason.base)):
        return None
    before, now = _beside_words(json.decode(bought)), _beside_words(step.unit.request.body())
    if any(before[name] != now[name] for name in before.keys() & now.keys()):
        return None
    changes = tuple(Rewording(change.field, change.old, change.new) for change in reason.changes)
    panels = step.unit.panels
    follow = tuple(film for film in films if not film.panels.isdisjoint(panels))
    return Redrawing(panels, step.price_credits, changes, follow)


def _beside_words(body: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name not in _WORDS}
