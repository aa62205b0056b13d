"""The command line: arguments, one call, printing. Each command is a module that is imported when it is used."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Any, NoReturn

import click

from storyc import __version__
from storyc.errors import FileError

from .options import CONTEXT
from .screen import INTERRUPTED, Screen

COMMANDS = {
    "init": "Begin a project that builds at once.",
    "check": "Read scripts and say what is wrong with them.",
    "lint": "Say what could be better about a script, and mend it.",
    "fmt": "Give scripts their one canonical form.",
    "stats": "Count words, balloons and panels by page, character and place.",
    "import": "Make a .story of a script of another kind.",
    "explain": "Explain a diagnostic, with an example.",
    "compile": "Print the requests that a script becomes, as JSON.",
    "build": "Draw a script's panels and assemble its storyboard.",
    "plan": "Show what a build would do and cost, and why.",
    "watch": "Show a storyboard that follows its script, in a browser.",
    "export": "Write a storyboard as PDF, EPUB, CBZ, a strip or a table.",
    "state": "Look at what was bought, and settle what is in doubt.",
    "auth": "Keep the API key of an account where builds find it.",
    "usage": "Print the plan, the credits and the requests of the account.",
    "doctor": "Look for what would keep a build from working.",
    "lsp": "Serve editors, on stdin and stdout.",
    "completion": "Print what makes a shell complete commands and options.",
    "mcp": "Serve tools for agents, on stdin and stdout.",
    "sim": "Serve the Comic API on this machine, to develop and test against.",
}


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

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            near = import_module("storyc.diagnostics").closest(name, COMMANDS)
            hint = f"Did you mean `{near}`?" if near else f"Commands are: {', '.join(COMMANDS)}."
            raise click.UsageError(f"There is no command `{name}`. {hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings=CONTEXT, epilog="Begin with:  storyc init my-comic")
@click.version_option(__version__, "--version", message="storyc %(version)s")
def storyc() -> None:
    """Turn plain-text comic scripts into storyboards.

    \b
    Example:
      storyc build harbour.story
    """


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code: 0 done, 1 findings, 2 trouble, 3 refused, 4 credentials, 5 in doubt."""
    # a command ends before looking for cycles would pay, and loading its modules makes none; only a build asks for it again
    gc.disable()
    try:
        result: Any = storyc.main(args=list(arguments), prog_name="storyc", standalone_mode=False)
        if not sys.stdout.closed:  # a server for editors closes it when it leaves
            sys.stdout.flush()
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as problem:
        Screen().tell(_usage(problem))
        return 2
    except (click.Abort, KeyboardInterrupt):
        Screen().tell("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has enough; stdout must not complain again when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except OSError as problem:
        where = f" {problem.filename}" if problem.filename else ""
        Screen().complain(FileError(f"cannot use{where or ' a file'}: {problem.strerror or problem}"))
        return 2
    return result if isinstance(result, int) else 0


def _usage(problem: click.ClickException) -> str:
    context = problem.ctx if isinstance(problem, click.UsageError) else None
    usage = "" if context is None else f"{context.get_usage()}\nTry '{context.command_path} --help' for help.\n\n"
    return f"{usage}Error: {problem.format_message()}"


def main() -> NoReturn:
    """Run the command that the process was started with."""
    _open_streams()
    sys.exit(run(sys.argv[1:]))


def _open_streams() -> None:
    """Open what the caller closed (`>&-`), or the next file that is opened would be taken for it and written to."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open until the end
