"""Another way to pictures that were to be drawn in a comic which the service has forgotten.

Nothing came of the change that told so, and every other change of that comic would fare alike; so none of them is sent. The pictures are
bought as parts of pages instead, as the next build would buy them, as far as that costs no more than what was agreed to for the changes.
"""

from collections.abc import Callable

from msgspec import Struct

from storyc.lowering import Depiction, Unit
from storyc.planning import Create, Plan

from .queueing import Queue


class Otherwise(Struct, frozen=True):
    """How a build finds another way."""

    plan: Callable[[], Plan]
    """Gives what is to be done now, by what is on record. Raises: FileError, ConfigError."""
    is_limited: bool = False
    """Whether only so many requests may be sent as were agreed to."""


class Detour(Struct, frozen=True):
    """What takes the place of changes that cannot be made."""

    replaced: tuple[Create, ...]
    """All of whose pictures other requests bring."""
    lost: tuple[Create, ...]
    """What this build does without."""


def take_detour(
    queue: Queue[Create],
    first: Create,
    agreed: Plan,
    otherwise: Otherwise | None,
    depict: Callable[[Unit], Depiction],
) -> Detour:
    """Change a queue from which `first` was taken, because its comic is forgotten, and return what became of such steps.

    Raises: FileError, ConfigError.
    """
    changes = first.unit.changes
    gone = [first, *queue.take(lambda step: step.unit.changes == changes)]
    if otherwise is None:
        return Detour((), tuple(gone))
    now = otherwise.plan().purchases
    keys = {step.unit.key for step in now}
    # who plans again may put panels together that were apart before
    gone += queue.take(lambda step: step.unit.key not in keys)
    known = {step.unit.key for step in (*queue, *agreed.purchases, *agreed.left_out)}
    budget_credits = sum(step.price_credits for step in gone)
    requests = len(gone) if otherwise.is_limited else len(now)
    beyond: set[str] = set()
    """What is shown by pictures that would cost more than was agreed to."""
    for step in now:
        if step.unit.key in known:
            continue
        if step.price_credits <= budget_credits and requests:
            budget_credits -= step.price_credits
            requests -= 1
            queue.add(step)
        else:
            beyond.update(shown.content for shown in depict(step.unit).shown)
    lost = [step for step in gone if any(shown.content in beyond for shown in depict(step.unit).shown)]
    replaced = (step for step in gone if step.unit.changes == changes and step not in lost)
    return Detour(tuple(replaced), tuple(lost))
