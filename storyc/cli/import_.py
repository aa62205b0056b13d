"""`storyc import`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import Any

import click

from storyc.errors import FileError, UsageError
from storyc.formatting import format_source
from storyc.importing import DEFAULT_PANELS_PER_PAGE, DIALECTS, Decoded, Finding, decode, detect, import_text
from storyc.project import MAX_SOURCE_BYTES, STDIN
from storyc.text import Source

from .arguments.options import CONTEXT, with_screen
from .terminal.json_text import to_json
from .terminal.screen import Screen, write_bytes

_CHOICES = "\n".join(f"  {dialect.name:14}{dialect.about}" for dialect in DIALECTS.values())
_KINDS = {"guessed": "guessed", "changed": "changed", "lost": "not carried over"}
_MAX_SHOWN = 60
"""Characters of a line that a finding shows."""


@click.command("import", context_settings=CONTEXT, epilog=f"\b\nDialects:\n{_CHOICES}")
@click.argument("path", metavar="FILE")
@click.option("--from", "dialect", type=click.Choice(list(DIALECTS)), metavar="DIALECT",
              help="How the script is written; default: what it looks like.")  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write to a file instead of stdout."
)
@click.option("--force", "is_forced", is_flag=True, help="With -o: write over a file that is there.")
@click.option("--encoding", metavar="NAME", help="What the file is encoded in; default: what it looks like.")
@click.option("--panels-per-page", type=click.IntRange(1, 20), default=DEFAULT_PANELS_PER_PAGE, show_default=True,
              help="At most, for a screenplay, which has no pages of its own.")  # fmt: skip
@click.option("--report", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="How to say on stderr what was guessed, changed or not carried over.")  # fmt: skip
@with_screen
def command(
    screen: Screen,
    path: str,
    dialect: str | None,
    output: str | None,
    encoding: str | None,
    panels_per_page: int,
    report: str,
    *,
    is_forced: bool,
) -> int:
    """Turn a script in another format into a .story.

    \b
    Example:
      storyc import harbour.fountain -o harbour.story

    The .story goes to stdout, and what should be looked at to stderr. In a screenplay each scene begins a page and each paragraph of
    action a panel.
    """
    _check_choice(path, output, dialect, is_forced=is_forced)
    decoded = decode(_read(path), encoding)
    if not decoded.text.strip():
        raise FileError("there is not a word in this file", hint="name the file that the script is in")
    scores = detect(decoded.text)
    imported = import_text(decoded.text, dialect or scores[0].dialect, panels_per_page=panels_per_page)
    story = format_source(Source("import.story", imported.text)).encode()
    if output is None:
        write_bytes(story)
    else:
        try:
            Path(output).write_bytes(story)
        except OSError as problem:
            raise FileError(f"cannot write {output}: {problem.strerror or problem}") from problem
    if report == "json":
        points = {score.dialect: score.points for score in scores if score.points}
        screen.tell(to_json(_report(imported.dialect, points, decoded, imported.findings)).rstrip("\n"))
    else:
        _tell(screen, imported.dialect, decoded, imported.findings, is_guess=dialect is None)
        if output is not None:
            screen.tell(f"now try:  storyc check {quote(output)}")
    return 0


def _check_choice(path: str, output: str | None, dialect: str | None, *, is_forced: bool) -> None:
    """Raise UsageError if nothing but harm can come of it."""
    if dialect is None and Path(path).suffix == ".story":
        raise UsageError(
            f"{path} is a .story already",
            hint="`storyc check` reads it as it is; say --from if it is written in some other way",
        )
    if output is not None and path != STDIN and Path(output).resolve() == Path(path).resolve():
        raise UsageError(f"{output} is what is read", hint="write to another file, so that nothing is lost")
    if output is not None and not is_forced and Path(output).is_file():
        raise UsageError(
            f"{output} is there already", hint="write to another file, or say --force to lose what it says"
        )


def _read(path: str) -> bytes:
    """Return the bytes of a file, or of stdin for `-`. Raises: FileError, UsageError."""
    if path == STDIN:
        if sys.stdin.isatty():
            raise UsageError("there is no script on stdin", hint="pipe one in, or name a file")
        content = sys.stdin.buffer.read(MAX_SOURCE_BYTES + 1)
    else:
        try:
            with Path(path).open("rb") as file:
                content = file.read(MAX_SOURCE_BYTES + 1)
        except OSError as problem:
            raise FileError(f"cannot read {path}: {problem.strerror or problem}") from problem
    if len(content) > MAX_SOURCE_BYTES:
        raise FileError(f"{path} is too large to be a script", hint="a script of a thousand pages has 2 MiB")
    return content


def _tell(screen: Screen, dialect: str, decoded: Decoded, findings: Sequence[Finding], *, is_guess: bool) -> None:
    read_as = f"{'seems to be' if is_guess else 'read as'} {dialect}: {DIALECTS[dialect].about}"
    screen.tell(f"{read_as}{'; say --from if it is not' if is_guess else ''}")
    if decoded.is_guessed:
        screen.tell(f"seems to be encoded in {decoded.encoding}; say --encoding if letters are wrong")
    for finding in findings:
        text = finding.text if len(finding.text) <= _MAX_SHOWN else f"{finding.text[: _MAX_SHOWN - 1]}…"
        where = f"line {finding.line}: " if finding.line else ""
        screen.tell(f"{where}{_KINDS[finding.kind]}: {finding.message}{f': {_visible(text)}' if text else ''}")


def _report(dialect: str, points: dict[str, int], decoded: Decoded, findings: Sequence[Finding]) -> dict[str, Any]:
    return {
        "version": 1,
        "dialect": dialect,
        "scores": points,
        "encoding": decoded.encoding,
        "encoding_guessed": decoded.is_guessed,
        "findings": [
            {"kind": one.kind, "line": one.line, "message": one.message, "text": one.text} for one in findings
        ],
    }


def _visible(text: str) -> str:
    """Return a line of a foreign script without the characters that a terminal would obey."""
    return "".join(
        letter if letter.isprintable() or letter == "\u00a0" else "\N{REPLACEMENT CHARACTER}" for letter in text
    )
