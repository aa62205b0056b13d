"""The object that `storyc plan --json` prints.

Paths are as they are seen from the working directory, lines count from 1, keys are the whole SHA-256 of a request. A program that
reads it should leave alone what it does not know: members may be added, the meaning of those below stays as long as `version` does.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from msgspec import Struct, to_builtins

from storyc.cli.terminal.json_text import to_json
from storyc.planning import Doubt
from storyc.storyboard import Origin

from .items import Item, Script, make_items

if TYPE_CHECKING:
    from storyc.pipeline import Outlook

VERSION: Final = 1


class Place(Struct, frozen=True):
    """A line of a script."""

    file: str
    line: int


class ChangeRecord(Struct, frozen=True):
    """What a request says that the one before it did not."""

    field: str
    """`Dialogue`, `Action`, `Place`, `size`, the name of a character, `first frame`, …"""
    old: str
    """Empty if there was nothing; equal to `new` for a panel that is drawn again and that a clip begins or ends with."""
    new: str
    """Empty if there is nothing any more."""
    origin: Place | None
    """The entry of the cast, the places or the props that was changed, or the panel that a clip begins or ends with; else null."""


class PanelRecord(Struct, frozen=True):
    """A panel of the storyboard, both from 1."""

    page: int
    panel: int


class StepRecord(Struct, frozen=True):
    """What a build would do about one request."""

    action: str
    """`draw`, `redraw`, `continue` and `film` are paid for; `keep`, `reuse`, `fetch`, `in doubt` and `failed` are not."""
    operation: str
    """What is or was sent: `create`, `redraw`, `continue` or `video`."""
    key: str
    name: str
    """The same in words: `page 1, panel 3`."""
    pages: tuple[int, ...]
    """The first numbers of its pages: a spread is known by the one that it begins with."""
    last_page: int | None
    """The last number, which for a spread is one more; null for what has no pages."""
    panels: tuple[PanelRecord, ...]
    clip: int | None
    """The number of a clip, from 1; null for a comic."""
    price_credits: int
    """An estimate; 0 for what is free."""
    reason: str
    """`changed`, `new`, `no picture yet`, …; empty for what is not bought."""
    changes: tuple[ChangeRecord, ...]
    origin: tuple[Place, ...]
    """Where its pages, its panel or its clip were written."""
    part_of: str | None
    """The key of the wanted request of which it is a part; null if it is wanted itself."""
    alternative_credits: int | None
    """What that wanted request would cost as a whole; null if this is one."""


class OrphanRecord(Struct, frozen=True):
    """A purchase that nothing uses now."""

    key: str
    state: str


class Totals(Struct, frozen=True):
    """Requests by what would be done about them."""

    requests: int
    """That would be sent."""
    price_credits: int
    at_home: int
    to_fetch: int
    in_doubt: int
    failed: int
    orphans: int
    left_out: int
    left_out_credits: int


class PlanRecord(Struct, frozen=True):
    """What a build would do and cost, and why."""

    version: int
    story: str
    """The main script."""
    backend: str
    """`api`, `mcp` or `draft`."""
    layout: str
    why: str
    """Why the pages are cut into requests as they are."""
    totals: Totals
    expected_s: float
    """About how many seconds a build would take; 0 if there is nothing to wait for."""
    outstanding_credits: int
    """What earlier builds committed and may still get nothing for."""
    steps: tuple[StepRecord, ...]
    """Parts of one wanted request stand together."""
    left_out: tuple[StepRecord, ...]
    """What would be bought without `--only` and `--limit`."""
    in_doubt: tuple[str, ...]
    """Keys of requests that may have been paid for and that a person must settle."""
    orphans: tuple[OrphanRecord, ...]


def plan_json(outlook: "Outlook", script: Script, *, story: str, backend: str) -> str:
    """Return a plan as one indented JSON object."""
    plan = outlook.plan
    items = make_items(plan.steps, outlook.reasons, script)
    record = PlanRecord(
        version=VERSION,
        story=script.seen(Origin(story)).source,
        backend=backend,
        layout=outlook.layout,
        why=outlook.why,
        totals=Totals(
            requests=len(plan.purchases),
            price_credits=plan.price_credits,
            at_home=_count(items, "keep", "reuse"),
            to_fetch=_count(items, "fetch"),
            in_doubt=_count(items, "in doubt"),
            failed=_count(items, "failed"),
            orphans=len(plan.orphans),
            left_out=len(plan.left_out),
            left_out_credits=sum(step.price_credits for step in plan.left_out),
        ),
        expected_s=round(outlook.expected_s, 1),
        outstanding_credits=plan.outstanding_credits,
        steps=tuple(map(_step, items)),
        left_out=tuple(map(_step, make_items(plan.left_out, {}, script))),
        in_doubt=tuple(step.unit.key for step in plan.steps if isinstance(step, Doubt)),
        orphans=tuple(OrphanRecord(orphan.key, to_builtins(orphan.state)["type"]) for orphan in plan.orphans),
    )
    return to_json(record)


def _step(item: Item) -> StepRecord:
    unit = item.unit
    return StepRecord(
        action=item.action,
        operation=unit.operation,
        key=unit.key,
        name=item.name,
        pages=unit.pages,
        last_page=max((page + (page in unit.spreads) for page in unit.pages), default=None),
        panels=tuple(PanelRecord(key.page, key.panel) for key in unit.panels),
        clip=unit.clip,
        price_credits=item.price_credits,
        reason="changed" if item.changes else item.why,
        changes=tuple(
            ChangeRecord(told.field, told.old, told.new, None if told.place is None else _place(told.place))
            for told in item.changes
        ),
        origin=tuple(map(_place, item.places)),
        part_of=None if item.whole is None else item.whole.key,
        alternative_credits=None if item.whole is None else item.whole.price_credits,
    )


def _place(origin: Origin) -> Place:
    return Place(origin.source, origin.line)


def _count(items: Iterable[Item], *actions: str) -> int:
    return sum(item.action in actions for item in items)
