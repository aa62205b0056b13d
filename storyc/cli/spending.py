"""Asks before money is spent."""

import sys

import click

from storyc.errors import RefusedError
from storyc.planning import Plan

from .screen import Screen, is_terminal


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
    return click.confirm(f"This build costs {price}. Go on?", default=False, err=True)
