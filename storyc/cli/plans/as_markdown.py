"""A plan as the Markdown of a comment beside a change. Nothing in it is bought and nothing is in doubt: nothing is said.

Words of a script stand in code spans, where a code host makes no markup, no links, no mentions and no references of them.
"""

from collections.abc import Iterator
from re import compile as regex
from typing import TYPE_CHECKING, Final

from storyc.cli.state_view import KEY_LETTERS
from storyc.planning import Doubt

from .contrast import contrast, one_line, window
from .items import Item, Script, Told, make_items, some
from .view import price_source, summary

if TYPE_CHECKING:
    from storyc.pipeline import Outlook

_TICKS: Final = regex("`+")
_MOST_ROWS: Final = 60
"""Code hosts cut comments that are longer than 65,536 characters."""
_MOST_CHANGES: Final = 2
_COLUMNS: Final = 120
"""Of one text in a cell."""


def plan_markdown(outlook: "Outlook", script: Script, *, is_free: bool) -> str:
    """Return a plan as Markdown; empty if nothing is bought and nothing is in doubt."""
    plan = outlook.plan
    items = make_items(plan.steps, outlook.reasons, script)
    bought = [item for item in items if item.is_bought]
    doubtful = [item for item in items if isinstance(item.step, Doubt)]
    if not bought and not doubtful:
        return ""
    lines = [f"### storyc: {summary(outlook, is_free=is_free)}", ""]
    if bought:
        lines += ["| | what | credits | why | where |", "|---|---|---:|---|---|"]
        lines += [_row(item) for item in bought[:_MOST_ROWS]]
        if len(bought) > _MOST_ROWS:
            price = sum(item.price_credits for item in bought[_MOST_ROWS:])
            lines.append(f"| | and {some(len(bought) - _MOST_ROWS, 'more request')} | {price:,} | | |")
        lines.append(f"| | **in all** | **{plan.price_credits:,}** | | |")
        lines.append("")
    for item in doubtful[:_MOST_ROWS]:
        settle = _code(f"storyc state show {item.unit.key[:KEY_LETTERS]}")
        lines.append(f"- :warning: {item.name} is in doubt, perhaps paid for: {settle}")
    if doubtful:
        lines.append("")
    lines += [
        "<details><summary>everything else</summary>",
        "",
        *_rest(outlook, items, is_free=is_free),
        "",
        "</details>",
    ]
    return "\n".join(lines) + "\n"


def unknown_markdown(why: str) -> str:
    """Return why there is no plan as Markdown."""
    return f"### storyc: what this costs is not known\n\n{_span(one_line(why))}\n"


def _row(item: Item) -> str:
    place = _code(item.place) if item.place else ""
    return f"| {item.action} | {item.name} | {item.price_credits:,} | {_why(item)} | {place} |"


def _why(item: Item) -> str:
    said = [_change(told) for told in item.changes[:_MOST_CHANGES]] or [item.why]
    left = len(item.changes) - _MOST_CHANGES
    if left > 0:
        said.append(f"and {some(left, 'more change')}")
    return "<br>".join(said)


def _change(told: Told) -> str:
    field = _code(told.field or "text")
    old, new = one_line(told.old), one_line(told.new)
    if told.old == told.new:
        return f"{field}: {new} is drawn again"
    if not (old and new):
        what, text = ("removed", old) if old else ("added", new)
        return f"{field} {what}: {_code(window(text, 0, 0, _COLUMNS, '…'))}"
    before, now = contrast(old, new, 2 * _COLUMNS, "…")
    return f"{field}: {_code(before)} → {_code(now)}"


def _rest(outlook: "Outlook", items: tuple[Item, ...], *, is_free: bool) -> Iterator[str]:
    plan = outlook.plan
    wholes = {item.whole.key: item.whole.price_credits for item in items if item.whole is not None}
    if wholes:
        yield f"- bought as wholes, what is bought in parts would cost {sum(wholes.values()):,} credits"
    for actions, words in (
        (("keep", "reuse"), "at home already"),
        (("fetch",), "paid for, to be brought home"),
        (("failed",), "failed or given up; not bought again until they change"),
    ):
        count = sum(item.action in actions for item in items)
        if count:
            yield f"- {some(count, 'request')} {words}"
    if plan.orphans:
        yield f"- {some(len(plan.orphans), 'purchase')} that nothing uses any more"
    if plan.left_out:
        price = sum(step.price_credits for step in plan.left_out)
        yield f"- {some(len(plan.left_out), 'request')} left out, {price:,} credits"
    if plan.outstanding_credits:
        yield f"- {plan.outstanding_credits:,} credits of earlier builds are in flight or in doubt"
    yield f"- layout {outlook.layout}: {_code(outlook.why)}"
    if plan.purchases and not is_free:
        yield f"- {price_source(plan)}"


def _code(text: str) -> str:
    """Return a text as a code span for a cell of a table; empty if there is nothing to see."""
    return _span(one_line(text).replace("|", "\\|"))


def _span(line: str) -> str:
    if not line:
        return ""
    ticks = "`" * (1 + max((len(run) for run in _TICKS.findall(line)), default=0))
    room = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{ticks}{room}{line}{room}{ticks}"
