"""`storyc explain`."""

import sys
import textwrap

import click
from click.shell_completion import CompletionItem
from msgspec import json

from storyc.diagnostics import Code, closest, codes

from .arguments.options import CONTEXT, with_screen
from .terminal.screen import Screen, write

_MARGIN = " " * 4


def _begun(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Return the numbers that begin like a word, each with its name; of a word that is begun, also the names."""
    numbers = [CompletionItem(one.number, help=one.name) for one in codes.ALL.values()]
    names = [CompletionItem(one.name, help=one.number) for one in codes.ALL.values()] if begun else []
    return [one for one in (*numbers, *names) if one.value.lower().startswith(begun.lower())]


@click.command("explain", context_settings=CONTEXT)
@click.argument("code", required=False, shell_complete=_begun)
@click.option("--all", "is_all", is_flag=True, help="Explain every diagnostic.")
@click.option("--output-format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
@with_screen
def command(screen: Screen, code: str | None, form: str, *, is_all: bool) -> int:
    """Explain a diagnostic: why it matters, how to mend it, an example.

    \b
    Example:
      storyc explain SC0201
      storyc explain unknown-character
    """
    del screen  # a text of its own choosing is all there is to print
    if (code is None) != is_all:
        raise click.UsageError("Name one diagnostic, or say --all.")
    wanted = tuple(codes.ALL.values()) if code is None else (_find(code),)
    if form == "json":
        shown = [
            {
                "code": one.number,
                "name": one.name,
                "severity": one.severity.value,
                "explanation": one.explanation,
                "example": one.example,
                **({"bought": one.bought} if one.bought else {}),
            }
            for one in wanted
        ]
        write(sys.stdout, json.format(json.encode(shown if is_all else shown[0]), indent=2).decode() + "\n")
    else:
        write(sys.stdout, "\n".join(_text(one) for one in wanted))
    return 0


def _find(word: str) -> Code:
    by_name = {one.name: one for one in codes.ALL.values()}
    found = codes.ALL.get(word.upper()) or by_name.get(word.lower())
    if found is None:
        near = closest(word.lower(), by_name) or closest(word.upper(), codes.ALL)
        hint = f"Did you mean `{near}`?" if near else "`storyc explain --all` lists them."
        raise click.UsageError(f"There is no diagnostic `{word}`. {hint}")
    return found


def _text(code: Code) -> str:
    shown = f"\nFor example, this script:\n\n{textwrap.indent(code.example, _MARGIN)}" if code.example else ""
    if code.bought:
        shown += f"\nwhose pictures were bought when it said:\n\n{textwrap.indent(code.bought, _MARGIN)}"
    return f"{code.number} {code.name} ({code.severity.value})\n\n{code.explanation}\n{shown}"
