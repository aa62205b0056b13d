"""Why something is paid for: what its request says that the one before it did not.

Requests are compared as texts, because nothing else is left of what was wanted once. In a prompt each line is `Key: text`, so a line
that stands in the place of another with the same key is one change. What a project's own template makes of a storyboard is compared as
far as its lines allow.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from json import loads

from msgspec import Struct

from storyc.lowering import Depiction
from storyc.wire import RegeneratePanel

from .changing import Change
from .filming import Filming
from .plan import Create, Plan
from .sayings import Line, Said, read_saying

_TELLING = 50
"""A line that more requests have tells nothing about which of them was meant."""


class Reason(Struct, frozen=True, gc=False):
    """Why one request is paid for."""

    base: str
    """The key of the earlier purchase that it was compared with; empty if there is none like it."""
    changes: tuple[Change, ...] = ()
    """Empty if it is new."""


def find_reasons(
    plan: Plan, request: Callable[[str], bytes], depictions: Callable[[], Mapping[str, Depiction]]
) -> dict[str, Reason]:
    """Return why each purchase of a plan is one, by its key; `request` gives the requests on record, empty for none."""
    return _Comparison(plan, request, depictions).reasons() if plan.purchases else {}


def compare(before: Said, now: Said) -> tuple[Change, ...]:
    """Return what is different: first what concerns all panels, then panel by panel."""
    if now.is_clip:
        names = dict.fromkeys((*before.fields, *now.fields))
        fields = [(name, before.fields.get(name, ""), now.fields.get(name, "")) for name in names]
        return (*(Change(*field) for field in fields if field[1] != field[2]), *_differences(before.common, now.common))
    changes = [
        Change(name, before.fields[name], new)
        for name, new in now.fields.items()
        if before.fields.get(name, new) != new
    ]
    # a request for less than before knows less of the cast, so only what it does say is compared
    changes.extend(change for change in _differences(before.common, now.common) if change.new)
    for place, lines in now.panels.items():
        if place in before.panels:
            changes.extend(_differences(before.panels[place], lines))
    return tuple(changes)


class _Comparison:
    """The purchases of one plan beside what was bought before."""

    def __init__(
        self, plan: Plan, request: Callable[[str], bytes], depictions: Callable[[], Mapping[str, Depiction]]
    ) -> None:
        self._plan = plan
        self._request = request
        self._filming = Filming(plan, depictions)
        self._said: dict[str, Said | None] = {}
        self._redraws: defaultdict[str, list[str]] = defaultdict(list)
        """Keys of redrawn panels by their generation."""
        for key, depiction in depictions().items():
            if depiction.operation == "redraw":
                self._redraws[depiction.changes].append(key)

    def reasons(self) -> dict[str, Reason]:
        orphans = _Relatives({orphan.key: said for orphan in self._plan.orphans if (said := self._read(orphan.key))})
        return {step.unit.key: self._reason(step, orphans) for step in self._plan.purchases}

    def _reason(self, step: Create, orphans: "_Relatives") -> Reason:
        if not step.base and not orphans:
            return Reason("")
        now = read_saying(step.unit.request.body())
        base = step.base or orphans.nearest(now)
        before = self._read(base) if base else None
        if before is None:
            return Reason("")
        if isinstance(step.unit.request, RegeneratePanel):
            place = step.unit.request.page, step.unit.request.panel
            alone = self._redrawn(step.unit.changes, place) or before.only(place)
            return Reason(base, compare(alone, now))
        if now.is_clip:
            return Reason(base, self._filming.retold(step.unit, compare(before, now)))
        return Reason(base, compare(before, now) if step.whole is None else ())

    def _redrawn(self, generation_id: str, place: tuple[int, int]) -> Said | None:
        """Return what was said when a panel was last drawn again; None if it never was."""
        for key in self._redraws.get(generation_id, ()):
            if (said := self._read(key)) is not None and said.place == place:
                return said
        return None

    def _read(self, key: str) -> Said | None:
        if key not in self._said:
            content = self._request(key)
            self._said[key] = read_saying(loads(content)) if content else None
        return self._said[key]


class _Relatives:
    """Earlier requests, found by what they have in common with another."""

    def __init__(self, said: Mapping[str, Said]) -> None:
        self._keys: defaultdict[tuple[bool, Line], list[str]] = defaultdict(list)
        """By a line, and by whether it stands in a request for a film."""
        for key, one in said.items():
            for line in one.lines:
                self._keys[one.is_clip, line].append(key)

    def __bool__(self) -> bool:
        return bool(self._keys)

    def nearest(self, said: Said) -> str:
        """Return the key of the request that shares most; empty if none shares anything that few have."""
        found = (self._keys.get((said.is_clip, line), ()) for line in said.lines)
        votes = Counter(key for keys in found if len(keys) <= _TELLING for key in keys)
        return min(votes, key=lambda key: (-votes[key], key), default="")


def _differences(before: Sequence[Line], now: Sequence[Line]) -> Iterator[Change]:
    """Yield the lines that came, each with the one of its key that went, then those that only went."""
    kept = set(before) & set(now)
    gone: defaultdict[str, list[str]] = defaultdict(list)
    for line in before:
        if line not in kept:
            gone[line.key].append(line.text)
    for line in now:
        if line not in kept:
            old = gone[line.key].pop(0) if gone[line.key] else ""
            yield Change(line.key, old, line.text)
    for key, texts in gone.items():
        yield from (Change(key, text, "") for text in texts)
