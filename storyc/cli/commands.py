"""The commands as click knows them. Each is a module that is imported when it is used."""

from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

from storyc import __version__
from storyc.errors import FileError
from storyc.recall import Memory

from .arguments.options import CONTEXT
from .overview import COMMANDS, overview
from .terminal.hiding import NOT_TYPED, hide_keys
from .terminal.screen import INTERRUPTED, Screen


class Commands(click.Group):
    """Commands by name; a name that is nearly one is not guessed, but suggested."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command = import_module(f"storyc.cli.{module}").command
        assert isinstance(command, click.Command)
        return command

    def get_help(self, ctx: click.Context) -> str:  # noqa: ARG002
        return overview().rstrip()

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            near = import_module("storyc.diagnostics").closest(name, COMMANDS)
            hint = f"Did you mean `{near}`?" if near else f"Commands are: {', '.join(COMMANDS)}."
            raise click.UsageError(f"There is no command `{name}`. {hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings=CONTEXT)
@click.version_option(__version__, "--version", message="storyc %(version)s")
def storyc() -> None:
    """Turn plain-text comic scripts into storyboards."""


def run(arguments: Sequence[str], memory: Memory) -> int:
    """Run a command, which may keep its answer in a memory, and return its exit code."""
    try:
        result: Any = storyc.main(args=list(arguments), prog_name="storyc", standalone_mode=False, obj=memory)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as problem:
        Screen().tell(_usage(problem))
        return 2
    except click.Abort:
        Screen().tell("interrupted")
        return INTERRUPTED
    return result if isinstance(result, int) else 0


def complain(problem: OSError) -> None:
    """Say what the operating system refused, where nobody knew better what that means."""
    failed = f"cannot use {problem.filename}" if problem.filename else "cannot read or write"
    Screen().complain(FileError(f"{failed}: {problem.strerror or problem}"))


def _usage(problem: click.ClickException) -> str:
    if isinstance(problem, click.exceptions.NoArgsIsHelpError):
        return problem.format_message()
    context = problem.ctx if isinstance(problem, click.UsageError) else None
    usage = "" if context is None else f"{context.get_usage()}\nTry '{context.command_path} --help' for help.\n\n"
    said = problem.format_message()
    hidden = hide_keys(said)
    advice = "" if hidden == said else f"\nThat looks like an API key; {NOT_TYPED}."
    return f"{usage}Error: {hidden}{advice}"
