"""Asks before money is spent."""

import sys
from shutil import get_terminal_size
from typing import Final

import click

from storyc.cli.terminal.screen import Screen, is_terminal, is_unicode
from storyc.errors import RefusedError
from storyc.planning import Plan

from .items import make_items, some
from .view import Page, item_blocks

_MOST_LINES: Final = 10
"""Of a list that must leave the question in sight."""


def approve(plan: Plan, screen: Screen, *, is_agreed: bool, limit_credits: int | None) -> bool:
    """Return whether a plan that costs something may be carried out.

    On a terminal somebody is asked, unless they agreed beforehand; elsewhere both an agreement and a limit are needed.
    Raises: RefusedError, saying what is missing.
    """
    price = f"{plan.price_credits:,} credits"
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
    for line in _bought(plan, screen):
        screen.tell(line)
    return click.confirm(f"This build costs {price}. Go on?", default=False, err=True)


def _bought(plan: Plan, screen: Screen) -> list[str]:
    """Return what is paid for, a line each, as far as it can be overlooked."""
    page = Page(
        get_terminal_size().columns,
        is_unicode=is_unicode(sys.stderr),
        is_colored=screen.is_colored(sys.stderr),
    )
    items = make_items(plan.purchases)
    shown = items if len(items) <= _MOST_LINES else items[: _MOST_LINES - 1]
    lines = [line for block in item_blocks(shown, page) for line in block]
    if rest := items[len(shown) :]:
        price = sum(item.price_credits for item in rest)
        lines.append(f"  {page.ellipsis} and {some(len(rest), 'more request')}, {price:,} credits")
    return lines
