"""A plan as text for people: what it costs in one line, then a line for each request that is paid for, then what is free."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from storyc.cli.state_view import KEY_LETTERS, word
from storyc.planning import Barred, Doubt, Plan, name_of
from storyc.wire import CLIP_CREDITS_PER_S, PANEL_CREDITS, REDRAW_CREDITS

from .contrast import columns_of, contrast, one_line, window
from .items import Action, Item, Script, Told, make_items, some

if TYPE_CHECKING:
    from storyc.pipeline import Outlook

_MARKS: Final[Mapping[Action, str]] = {
    "draw": "+",
    "film": "+",
    "continue": ">",
    "redraw": "~",
    "keep": "=",
    "reuse": "=",
    "fetch": "<",
    "in doubt": "!",
    "failed": "x",
}
_COLORS: Final[Mapping[str, str]] = {
    "+": "\x1b[32m",
    ">": "\x1b[32m",
    "~": "\x1b[33m",
    "!": "\x1b[1;31m",
    "x": "\x1b[31m",
}
_PLAIN, _BOLD, _DIM = "\x1b[0m", "\x1b[1m", "\x1b[2m"
_FEWEST_COLUMNS: Final = 32
"""Of a reason: less tells nothing, so a very narrow screen wraps."""
_FEWEST_BESIDE: Final = 60
"""Of a reason beside what it is the reason of: with less, it stands below."""
_LONG_MINUTES: Final = 120
_LONG_HOURS: Final = 48
_INDENT: Final = " " * 6
_FEWEST_BESIDE_A_PLACE: Final = 48
"""Of a reason: with less, the place in the script stands below it."""
_MOST_CHANGES: Final = 3
_NAMED: Final = frozenset({"Dialogue", "Place", "Prop"})
"""Lines of a prompt whose text begins with a name."""
_FREE: Final[Mapping[Action, str]] = {
    "keep": "at home",
    "reuse": "put together from pictures that are at home",
    "fetch": "paid for, to be brought home",
}


class Page(Struct, frozen=True):
    """What a plan is written on."""

    columns: int = 120
    is_unicode: bool = False
    is_colored: bool = False

    @property
    def arrow(self) -> str:
        """Return what stands between before and now."""
        return "→" if self.is_unicode else "->"

    @property
    def ellipsis(self) -> str:
        """Return what stands for words that are left out."""
        return "…" if self.is_unicode else "..."

    def painted(self, text: str, color: str) -> str:
        """Return a text in a colour, if there are colours here."""
        return f"{color}{text}{_PLAIN}" if self.is_colored and color else text


def plan_text(outlook: "Outlook", script: Script, page: Page, *, is_free: bool, is_whole: bool) -> str:
    """Return a plan as text; a whole one names what is kept, unused and left out too."""
    plan = outlook.plan
    items = make_items(plan.steps, outlook.reasons, script)
    listed = [item for item in items if is_whole or item.action not in _FREE]
    parts = [
        [page.painted(summary(outlook, is_free=is_free), _BOLD)],
        list(_listing(listed, page, is_whole=is_whole)),
        list(_counts(plan, items, page, is_whole=is_whole)),
        [page.painted(line, _DIM) for line in _small_print(outlook, is_free=is_free, is_whole=is_whole)],
    ]
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def summary(outlook: "Outlook", *, is_free: bool) -> str:
    """Return what a plan comes to in one line."""
    plan = outlook.plan
    if not plan.purchases:
        return "nothing to draw" if is_free else "nothing to buy"
    price = "free sketches" if is_free else f"{plan.price_credits:,} credits"
    told = (some(len(plan.purchases), "request"), price, about(outlook.expected_s))
    return ", ".join(word for word in told if word)


def about(seconds: float) -> str:
    """Return a duration roughly; nothing for none."""
    if not seconds:
        return ""
    minutes = max(round(seconds / 60), 1)
    if minutes < _LONG_MINUTES:
        return f"about {minutes} min"
    hours = round(minutes / 60)
    return f"about {hours} hours" if hours < _LONG_HOURS else f"about {some(round(hours / 24), 'day')}"


def item_blocks(items: Sequence[Item], page: Page, *, most_changes: int = _MOST_CHANGES) -> Iterator[list[str]]:
    """Yield the lines of each item, in columns."""
    action = max((len(item.action) for item in items), default=0)
    name = max((len(item.name) for item in items), default=0)
    price = max((len(_price(item)) for item in items), default=0)
    for item in items:
        mark = _MARKS[item.action]
        head = f"{mark} {item.action:<{action}}  {item.name:<{name}}  {_price(item):>{price}}"
        painted = f"  {page.painted(head, _COLORS.get(mark, ''))}"
        beside = page.columns - len(head) - 4
        is_below = beside < _FEWEST_BESIDE
        room = max(page.columns - len(_INDENT), _FEWEST_COLUMNS) if is_below else beside
        first, *rest = reasons = _reasons(item, page, room, most_changes)
        if is_below and (rest or columns_of(first) > beside):
            yield [painted, *(f"{_INDENT}{line}" for line in reasons)]
        else:
            indent = " " * (len(head) + 4)
            yield [f"{painted}  {first}".rstrip(), *(f"{indent}{line}" for line in rest)]


def _listing(items: Sequence[Item], page: Page, *, is_whole: bool) -> Iterator[str]:
    """Yield the lines of items, and after the parts of one request what it would cost as a whole."""
    blocks = item_blocks(items, page, most_changes=sys.maxsize if is_whole else _MOST_CHANGES)
    for item, block, follower in zip(items, blocks, chain(items[1:], [None]), strict=False):
        yield from block
        if item.whole is not None and (follower is None or follower.whole is not item.whole):
            yield f"{_INDENT}{name_of(item.whole)} as a whole would cost {item.whole.price_credits:,}"


def _price(item: Item) -> str:
    return f"{item.price_credits:,}" if item.is_bought and item.price_credits else "-"


def _reasons(item: Item, page: Page, columns: int, most_changes: int) -> list[str]:
    """Return why something is done, a line a change, the first with the place in the script."""
    place = f"({item.place})" if item.place else ""
    match item.step:
        case Doubt():
            return [f"perhaps paid for; look at it: storyc state show {item.unit.key[:KEY_LETTERS]}"]
        case Barred(state=state):
            settle = f"to buy it again: storyc state resolve {item.unit.key[:KEY_LETTERS]} --resubmit"
            said = one_line(state.reason)
            return [f"{said}  {place}".strip(), settle] if said else [settle]
        case _:
            pass
    if not item.changes:
        return [f"{item.why}  {place}".strip()]
    shown = item.changes[:most_changes]
    lines: list[str] = []
    for number, told in enumerate(shown):
        where = place if not number else f"({told.at})" if told.at not in {"", item.place} else ""
        room = columns - columns_of(where) - 2
        if where and room < _FEWEST_BESIDE_A_PLACE:
            lines += [change_line(told, page, columns), where]
        else:
            lines.append(f"{change_line(told, page, room if where else columns)}  {where}".rstrip())
    left = len(item.changes) - len(shown)
    return [*lines, f"and {some(left, 'more change')}"] if left else lines


def change_line(told: Told, page: Page, columns: int) -> str:
    """Return a change in one line of about so many columns."""
    field = one_line(told.field) or "text"
    old, new = one_line(told.old), one_line(told.new)
    if told.old == told.new:
        return f"{field}: {new} is drawn again"
    room = max(columns - columns_of(field) - 2, _FEWEST_COLUMNS // 2)
    if not (old and new):
        what, text = ("removed", old) if old else ("added", new)
        return f"{field} {what}: {window(text, 0, 0, room - len(what) - 1, page.ellipsis)}"
    who, colon, said = new.partition(": ")
    if field in _NAMED and colon and old.startswith(who + colon):
        # who speaks, and what is described, need not be said twice
        field, old, new = f"{field}: {who}", old.removeprefix(who + colon), said
        room = max(room - columns_of(who) - 2, _FEWEST_COLUMNS // 2)
    old, new = contrast(old, new, room - len(page.arrow) - 2, page.ellipsis)
    return f"{field}: {old} {page.arrow} {new}"


def _counts(plan: Plan, items: Iterable[Item], page: Page, *, is_whole: bool) -> Iterator[str]:
    """Yield what else there is, counted."""
    counts = Counter(item.action for item in items)
    for action, words in _FREE.items():
        if counts[action]:
            yield f"  {_MARKS[action]} {some(counts[action], 'request')} {words}"
    if plan.orphans:
        yield page.painted(f"  - {some(len(plan.orphans), 'purchase')} that nothing uses now", _DIM)
        if is_whole:
            yield from (f"      {orphan.key[:KEY_LETTERS]}  {word(orphan.state)}" for orphan in plan.orphans)
    if plan.left_out:
        price = sum(step.price_credits for step in plan.left_out)
        yield f"  . {some(len(plan.left_out), 'more request')}, {price:,} credits, left out by --only or --limit"
        if is_whole:
            yield from (f"      {item.name}  {_price(item)}" for item in make_items(plan.left_out))
    if plan.outstanding_credits:
        yield f"  ! {plan.outstanding_credits:,} credits of earlier builds are in flight or in doubt"


def _small_print(outlook: "Outlook", *, is_free: bool, is_whole: bool) -> Iterator[str]:
    if is_whole:
        yield f"layout {outlook.layout}: {outlook.why}"
    if outlook.plan.purchases and not is_free:
        yield price_source(outlook.plan)


def price_source(plan: Plan) -> str:
    """Return in one line where the prices of a plan are from."""
    operations = {step.unit.operation for step in plan.purchases}
    known = []
    if operations & {"create", "continue"}:
        known.append(f"{PANEL_CREDITS} credits a panel")
    if "video" in operations:
        each = CLIP_CREDITS_PER_S.values()
        known.append(f"{min(each):,} to {max(each):,} credits a second of film")
    said = [f"{' and '.join(known)} by the service's model card"] if known else []
    if "redraw" in operations:
        said.append(f"{REDRAW_CREDITS} credits a redrawn panel by assumption")
    return f"prices are estimates: {', '.join(said)}"
