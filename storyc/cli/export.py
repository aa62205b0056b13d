"""`storyc export`."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

import click

from storyc.errors import UsageError
from storyc.exporting import Book, ExportOptions, Format, Paper, Picture
from storyc.lowering import lower
from storyc.pipeline import look_home

from .arguments.options import CONTEXT, with_screen
from .arguments.stories import print_story_findings, read_story, with_places
from .terminal.screen import Screen, write
from .writing.exports import default_path, write_export

STDOUT = "-"
DATE_VARIABLE = "SOURCE_DATE_EPOCH"
_BY_SUFFIX: Mapping[str, Format] = {
    ".html": "html", ".md": "md", ".pdf": "pdf", ".cbz": "cbz", ".epub": "epub", ".json": "json", ".csv": "lettering",
    ".tsv": "lettering",
}  # fmt: skip
_READ_BY: Mapping[str, tuple[Format, ...]] = {
    "pages": ("pdf", "cbz"), "grid": ("pdf",), "paper": ("pdf",), "picture": ("cbz", "strip"), "dpi": ("cbz",),
    "width": ("strip",), "max_height": ("strip",), "delimiter": ("lettering",), "bom": ("lettering",),
}  # fmt: skip
"""The formats that an option changes anything about."""
_PAGES: Mapping[Format, tuple[str, ...]] = {"pdf": ("sheets", "finished", "script"), "cbz": ("finished", "panels")}


class _Grid(click.ParamType[tuple[int, int]]):
    name = "columns x rows"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        parts = str(value).lower().split("x")
        if len(parts) != 2 or not all(part.isascii() and part.isdigit() for part in parts):
            self.fail(f"{value!r} is not written like `2x3`", param, ctx)
        columns, rows = map(int, parts)
        if not (1 <= columns <= 6 and 1 <= rows <= 6):
            self.fail(f"{value!r} is not between 1x1 and 6x6", param, ctx)
        return columns, rows


@click.command("export", context_settings=CONTEXT)
@click.argument("path", default=".")
@click.option("--to", type=click.Choice(get_args(Format)), help="The format; default: what the ending of FILE says.")
@click.option("-o", "--output", metavar="FILE", help="Where to write, `-` for stdout; default: the folder `build`.")
@click.option(
    "--backend", type=click.Choice(["draft", "api"]), help="Whose art; default: what was bought, else the draft."
)
@click.option("--strict", is_flag=True, help="Write nothing if a picture is missing, and end with 1.")
@click.option(
    "--pages",
    type=click.Choice(["sheets", "finished", "script", "panels"]),
    help="PDF: `sheets` of a storyboard, `finished` pages or the `script` for people who draw and letter. "
    "CBZ: `finished` pages or `panels`.",
)
@click.option("--grid", type=_Grid(), metavar="COLUMNSxROWS", help="PDF: panels on a sheet, 1x1 to 6x6; default 2x3.")
@click.option("--paper", type=click.Choice(get_args(Paper)), help="PDF: the size of the sheets; default a4.")
@click.option("--picture", type=click.Choice(get_args(Picture)), help="CBZ, strip: the kind of pictures; default jpeg.")
@click.option("--dpi", type=click.IntRange(50, 600), help="CBZ: dots per inch of finished pages; default 250.")
@click.option("--width", type=click.IntRange(100, 4000), metavar="PX", help="Strip: its width; default 800.")
@click.option(
    "--max-height", type=click.IntRange(100, 16000), metavar="PX", help="Strip: how high a file may be; default 8000."
)
@click.option(
    "--delimiter", type=click.Choice(["comma", "tab"]), help="Lettering: what parts the cells; default comma."
)
@click.option("--bom", is_flag=True, default=None, help="Lettering: begin with the mark that Excel needs.")
@click.option("--stdin-filename", metavar="FILE", help="What to call the script that comes on stdin (`-`).")
@with_screen
def command(
    screen: Screen,
    /,
    path: str,
    to: Format | None,
    output: str | None,
    backend: str | None,
    stdin_filename: str | None,
    *,
    strict: bool,
    **chosen: Any,
) -> int:
    """Write a storyboard as HTML, Markdown, PDF, CBZ, EPUB, a strip, JSON or a table of its lettering.

    \b
    Example:
      storyc export harbour.story --to pdf --grid 3x3

    Shows the art that is at home; nothing is drawn, bought or sent. A picture that is missing becomes an empty frame. Table cells that
    a spreadsheet would take for a formula begin with an apostrophe.
    """
    form = _format(to, output)
    options = _options(form, output, chosen)
    project, checked = read_story(path, stdin_filename)
    print_story_findings(project, checked, screen)
    if checked.program is None:
        return 1
    board = lower(checked.program)
    with with_places(project, checked, screen):
        home = look_home(project, board, is_draft=None if backend is None else backend == "draft")
    book = Book(board, home.results, lambda art: home.store.read_bytes(art.sha256))
    missing = sum(1 for _ in book.missing())
    if missing and form != "lettering" and options.pages != "script":
        pictures = f"{missing:,} picture{'' if missing == 1 else 's'}"
        screen.tell(f"{pictures} {'is' if missing == 1 else 'are'} not drawn yet; `storyc build` draws them")
        if strict:
            return 1
    target = None if output == STDOUT else Path(output) if output else default_path(project, form, options)
    written, remarks = write_export(book, form, options, target, project)
    for remark in remarks:
        screen.tell(remark)
    for one in written:
        write(sys.stdout, f"{os.path.relpath(one)}\n")
    return 0


def _format(to: Format | None, output: str | None) -> Format:
    """Return the format that is asked for, by its name or by the ending of a file. Raises: UsageError."""
    if to is not None:
        return to
    suffix = Path(output).suffix.lower() if output else ""
    if suffix not in _BY_SUFFIX:
        raise UsageError("it is not said what to export to", hint=f"say --to {', '.join(get_args(Format))}")
    return _BY_SUFFIX[suffix]


def _options(form: Format, output: str | None, chosen: Mapping[str, Any]) -> ExportOptions:
    """Return the options of an export, with their defaults. Raises: UsageError for one that the format does not read."""
    said = {name: value for name, value in chosen.items() if value is not None}
    for name in said:
        if form not in _READ_BY[name]:
            known = ", ".join(_READ_BY[name])
            raise UsageError(f"--{name.replace('_', '-')} says nothing about {form}", hint=f"it is for: {known}")
    pages = said.get("pages")
    if pages is not None and pages not in _PAGES[form]:
        raise UsageError(f"{form} has no {pages}", hint=f"it has: {', '.join(_PAGES[form])}")
    columns, rows = said.get("grid", (2, 3))
    is_tabbed = said.get("delimiter") == "tab" or ("delimiter" not in said and (output or "").lower().endswith(".tsv"))
    return ExportOptions(
        pages=pages,
        columns=columns,
        rows=rows,
        paper=said.get("paper", "a4"),
        resolution_dpi=said.get("dpi", 250),
        width_px=said.get("width", 800),
        max_height_px=said.get("max_height", 8000),
        picture=said.get("picture", "jpeg"),
        delimiter="\t" if is_tabbed else ",",
        has_mark=said.get("bom", False),
        made_at_s=_made_at_s(),
    )


def _made_at_s() -> int | None:
    """Return the date that outputs shall bear, as builders of packages say it. Raises: UsageError."""
    said = os.environ.get(DATE_VARIABLE)
    if not said:
        return None
    if not (said.isascii() and said.isdigit() and len(said) <= 11):
        raise UsageError(f"{DATE_VARIABLE} is no number of seconds", hint="unset it, or set it to Unix time")
    return int(said)
