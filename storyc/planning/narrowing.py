"""Less than a whole plan: some pages, or only so many purchases."""

from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from .plan import Barred, Create, Plan, Step


def narrow(
    plan: Plan,
    *,
    pages: AbstractSet[int] | None = None,
    limit: int | None = None,
    keys: AbstractSet[str] | None = None,
) -> Plan:
    """Return a plan that buys only what is on some pages or has some keys, and at most so many requests of it; None for no bound.

    What was paid for comes home all the same, and what is in doubt is told. Clips stand outside the pages, so pages leave them out.
    """
    steps: list[Step] = []
    left_out, set_aside = list(plan.left_out), list(plan.set_aside)
    bought = 0
    for step in plan.steps:
        is_meant = pages is None or not pages.isdisjoint(step.unit.pages)
        if isinstance(step, Barred) and not is_meant:
            set_aside.append(step)
        elif not isinstance(step, Create):
            steps.append(step)
        elif is_meant and (keys is None or step.unit.key in keys) and (limit is None or bought < limit):
            bought += 1
            steps.append(step)
        else:
            left_out.append(step)
    return replace(plan, steps=tuple(steps), left_out=tuple(left_out), set_aside=tuple(set_aside))
