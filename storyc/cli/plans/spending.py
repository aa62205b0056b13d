"""Asks before money is spent."""

import sys
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Final

import click

from storyc.cli.terminal.screen import Screen, is_terminal, is_unicode
from storyc.errors import RefusedError

from .items import Script, make_items, script_of, some
from .view import Page, item_blocks

if TYPE_CHECKING:
    from storyc.pipeline import Outlook

__all__ = ["approve", "script_of"]

_FEWEST_LINES: Final = 10
_MOST_LINES: Final = 20
"""Of a list that must leave the question in sight."""
_BESIDE: Final = 6
"""Lines of a screen for the question and for what was said before."""


def approve(outlook: "Outlook", script: Script, screen: Screen, *, is_agreed: bool, limit_credits: int | None) -> bool:
    """Return whether a plan that costs something may be carried out.

    On a terminal somebody is asked, unless they agreed beforehand; elsewhere both an agreement and a limit are needed.
    Raises: RefusedError, saying what is missing.
    """
    price = f"{outlook.plan.price_credits:,} credits"
    is_attended = screen.may_ask and is_terminal(sys.stdin) and is_terminal(sys.stderr)
    if not is_attended:
        if is_agreed and limit_credits is not None:
            return True
        raise RefusedError(
            f"this build costs {price}, and nobody is here to agree",
            hint="say --yes and --max-cost CREDITS, or --backend draft for free sketches",
        )
    if is_agreed:
        screen.tell(f"spending {price}")
        return True
    for line in _bought(outlook, script, screen):
        screen.tell(line)
    return click.confirm(f"This build costs {price}. Go on?", default=False, err=True)


def _bought(outlook: "Outlook", script: Script, screen: Screen) -> list[str]:
    """Return what is paid for and why, as far as it can be overlooked: what costs most if it is too much."""
    size = get_terminal_size()
    page = Page(size.columns, is_unicode=is_unicode(sys.stderr), is_colored=screen.is_colored(sys.stderr))
    items = make_items(outlook.plan.purchases, outlook.reasons, script)
    room = min(max(size.lines - _BESIDE, _FEWEST_LINES), _MOST_LINES)
    dearest = sorted(range(len(items)), key=lambda place: -items[place].price_credits)
    for count in range(min(len(items), room), 0, -1):
        shown = [items[place] for place in sorted(dearest[:count])]
        rest = [items[place] for place in dearest[count:]]
        lines = [line for block in item_blocks(shown, page, most_changes=1) for line in block]
        if rest:
            price = sum(item.price_credits for item in rest)
            lines.append(f"  {page.ellipsis} and {some(len(rest), 'more request')}, {price:,} credits")
        if len(lines) <= room:
            return lines
    return lines
