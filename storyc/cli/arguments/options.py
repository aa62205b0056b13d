"""Options that every command takes."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import click

from storyc.cli.terminal.screen import ColorChoice, Screen
from storyc.errors import DeclinedError, StorycError

Rest = ParamSpec("Rest")
Result = TypeVar("Result")

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def with_screen(command: Callable[Concatenate[Screen, Rest], Result]) -> Callable[..., Result]:
    """Give a command `--color -q -v --no-input`, as its first argument; what the world does wrong is told by it."""

    @click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="When to use colour.")
    @click.option("-q", "--quiet", is_flag=True, help="Say nothing but the result.")
    @click.option("-v", "--verbose", is_flag=True, help="Say more.")
    @click.option("--no-input", is_flag=True, help="Never ask a question.")
    @wraps(command)
    def wrapped(*args: Any, color: str, quiet: bool, verbose: bool, no_input: bool, **named: Any) -> Result:
        screen = Screen(cast("ColorChoice", color), quiet, verbose, not no_input)
        try:
            return command(screen, *args, **named)
        except DeclinedError as decision:
            screen.tell(decision.message)
            raise click.exceptions.Exit(decision.exit_code) from decision
        except StorycError as problem:
            screen.complain(problem)
            raise click.exceptions.Exit(problem.exit_code) from problem

    return wrapped
