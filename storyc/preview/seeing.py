"""One look at a project: read, checked, and compared with what is at home. Nothing is sent and nothing is written."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from storyc.errors import StorycError
from storyc.lowering import local_files, lower
from storyc.pipeline import look_home
from storyc.project import Checked, Project, check_sources, find_project
from storyc.storyboard import Storyboard
from storyc.text import DiskFiles

from .asking import AskedFiles, Signature, signature

if TYPE_CHECKING:
    from storyc.pipeline import Home

_SETTINGS = ("storyc.toml", "pyproject.toml")
_MEMORY = ("story.lock", ".storyc/ledger.sqlite", ".storyc/ledger.sqlite-wal", ".storyc/draft/ledger.sqlite")
"""What a build elsewhere changes, so that its pictures are shown as they come."""


class Seen(Struct, frozen=True):
    """What a look found out, as far as it came."""

    project: Project | None
    checked: Checked | None
    board: Storyboard | None
    """None if the script has errors, or if it cannot be compiled."""
    home: "Home | None"
    problem: StorycError | None
    files: Mapping[Path, Signature]
    """All that it depends on, there or not, as it was before it was read."""


def look(path: Path, *, is_draft: bool | None) -> Seen:
    """Return what there is to see of the project that a path belongs to; what is wrong with it is in the result."""
    near = {path, *(folder / name for folder in (path, path.parent) for name in _SETTINGS)}
    known = {place: signature(place) for place in near}
    try:
        project = find_project(path)
    except StorycError as found:
        return Seen(None, None, None, None, found, known)
    files = AskedFiles(project.root, DiskFiles(project.root))
    template = project.config.template
    for name in (project.entry, *_SETTINGS, *_MEMORY, *(() if template is None else (template,))):
        files.note(name)
    checked: Checked | None = None
    board: Storyboard | None = None
    home: Home | None = None
    problem: StorycError | None = None
    try:
        checked = check_sources(project.entry, files, project.config.data)
        if checked.program is not None:
            made = lower(checked.program)
            for name in local_files(made):
                files.note(name)
            home = look_home(project, made, is_draft=is_draft)
            board = made
    except StorycError as found:
        problem = found
    return Seen(project, checked, board, home, problem, {**known, **files.asked})
