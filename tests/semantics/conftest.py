"""Stories checked in memory."""

from textwrap import dedent

from storyc.diagnostics import Diagnostic
from storyc.lowering import lower
from storyc.project import Checked, check_sources
from storyc.storyboard import Panel, Storyboard
from storyc.text import MemoryFiles

CAST = """\
CAST

MARA VOSS (Mara, the Captain): Harbour pilot.

TOBY: Her nephew.

DR. CHO: Biologist.

狐 (きつね): A fox.

"""


def check(script: str, **files: str) -> Checked:
    """Return what is to be said of a script; further files are named without their ending."""
    contents = {"main.story": dedent(script).encode()}
    return check_sources(
        "main.story", MemoryFiles(contents | {f"{name}.story": text.encode() for name, text in files.items()}), {}
    )


def said(script: str, **files: str) -> list[str]:
    """Return every finding as `name line:column marked text`."""
    checked = check(script, **files)
    return [_finding(checked, one) for one in checked.diagnostics]


def _finding(checked: Checked, one: Diagnostic) -> str:
    source = checked.sources[one.primary.source]
    place = source.position(one.primary.span.start)
    return f"{one.code.name} {place.line}:{place.column} {source.slice(one.primary.span)}".rstrip()


def board(script: str, **files: str) -> Storyboard:
    """Return the storyboard of a script without an error."""
    checked = check(script, **files)
    assert checked.program is not None, said(script, **files)
    return lower(checked.program)


def panel(body: str) -> Panel:
    """Return the only panel of a page with these lines in it."""
    return board(f"{CAST}PAGE 1\n\nPANEL 1\n{dedent(body)}").pages[0].panels[0]


def in_panel(body: str) -> list[str]:
    """Return the findings in a panel, lines counted from its first."""
    start = f"{CAST}PAGE 1\n\nPANEL 1\n"
    lines = start.count("\n")
    found = [one.split(" ", 2) for one in said(start + dedent(body))]
    return [
        " ".join((name, f"{int(place.split(':')[0]) - lines}:{place.split(':')[1]}", *rest))
        for name, place, *rest in found
    ]
