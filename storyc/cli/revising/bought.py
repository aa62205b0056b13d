"""What `storyc lint` can learn from the record of what was bought, without touching it and without asking anybody."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from msgspec import json

from storyc.ledger import Memory, load_requests
from storyc.linting import Redrawing, Rewording
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
    found = (_redrawing(step, outlook.reasons[step.unit.key], request) for step in outlook.plan.purchases)
    return tuple(one for one in found if one is not None)


def _redrawing(step: Create, reason: Reason, request: Callable[[str], bytes]) -> Redrawing | None:
    """Return what a step draws again; None if it draws something new, or if more than words is not what it was."""
    if not reason.changes or not (bought := request(reason.base)):
        return None
    before, now = _beside_words(json.decode(bought)), _beside_words(step.unit.request.body())
    if any(before[name] != now[name] for name in before.keys() & now.keys()):
        return None
    changes = tuple(Rewording(change.field, change.old, change.new) for change in reason.changes)
    return Redrawing(step.unit.panels, step.price_credits, changes)


def _beside_words(body: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name not in _WORDS}
