"""How long a build will take, as far as anybody can say beforehand."""

from collections.abc import Sequence

from storyc.lowering import Unit
from storyc.wire import ArtLink, placeholders, read_placeholder

from .learnt import Learnt, kind_of
from .pace import Pace
from .plan import Collect, Create, Plan
from .states import Submitted


def expected_duration_s(plan: Plan, pace: Pace, learnt: Learnt, *, has_webhooks: bool = False) -> float:
    """Return about how many seconds a plan takes to carry out, with no request left over from before; 0 if nothing is to be waited for.

    No build can be much faster: so many requests need so many windows, and the jobs that are begun last take their time.
    """
    sent = [step.unit for step in plan.steps if isinstance(step, Create)]
    flying = [step.unit for step in plan.steps if isinstance(step, Collect) and isinstance(step.state, Submitted)]
    if not sent and not flying:
        return 0.0
    late = [unit for unit in sent if _waits(unit)]
    early = [unit for unit in sent if not _waits(unit)]
    asked = len(sent) + len(flying) if pace.polls_count and not has_webhooks else 0
    counted = len(sent) + asked
    begun_s = _windows_s(len(early), pace) + _slowest_s(early, pace, learnt)
    ended_s = max(begun_s, _slowest_s(flying, pace, learnt))
    if late:
        # what waits for art can only be begun when that is at home
        ended_s = max(ended_s, _windows_s(len(sent), pace)) + _slowest_s(late, pace, learnt)
    return max(ended_s, _windows_s(counted, pace))


def _waits(unit: Unit) -> bool:
    """Return whether a unit begins with art of another."""
    return any(isinstance(read_placeholder(name), ArtLink) for name in placeholders(unit.request))


def _windows_s(requests: int, pace: Pace) -> float:
    """Return when the last of so many requests leaves if all leave as soon as they may."""
    return max((max(requests - 1, 0) // one.requests * one.length_s for one in pace.windows), default=0.0)


def _slowest_s(units: Sequence[Unit], pace: Pace, learnt: Learnt) -> float:
    """Return how long the slowest of the units takes that are begun last."""
    if not units:
        return 0.0
    most = min((one.requests for one in pace.windows), default=len(units))
    last = units[-((len(units) - 1) % most + 1) :]
    share = len(last) / (len(last) + 1)
    return max(learnt.of(kind).quantile_s(share) for kind in {kind_of(unit) for unit in last})
