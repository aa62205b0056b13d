"""What a build would buy again, if one script was bought and another is wanted."""

from storyc.cli.revising.bought import redrawings_of
from storyc.linting import Redrawing
from storyc.lowering import Lowered, lower, units
from storyc.pipeline import ApiBackend, BuildOptions, plan_between
from storyc.project import Checked
from storyc.wire import PROFILES, canonical


def redrawings_between(bought: Checked, wanted: Checked) -> tuple[Redrawing, ...]:
    """Return what a build would buy again."""
    before = _requests(bought)
    outlook = plan_between(before, _requests(wanted), BuildOptions(ApiBackend("", "")))
    requests = {unit.key: canonical(unit.request) for unit in before.units}
    return redrawings_of(outlook, lambda key: requests.get(key, b""))


def _requests(checked: Checked) -> Lowered:
    assert checked.program is not None, checked.diagnostics
    return units(lower(checked.program), PROFILES["newest"], {})
