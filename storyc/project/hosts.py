"""Finds the stories that a script is a part of: a script that others include is read in the light of what they declare."""

from collections.abc import Iterator
from pathlib import Path
from re import IGNORECASE, MULTILINE
from re import compile as regex

from msgspec.structs import replace

from storyc.errors import FileError
from storyc.recall import DISK, Disk
from storyc.semantics import include_target, includes
from storyc.syntax import parse
from storyc.text import DiskFiles, Files, Source

from .config import load_config
from .discovery import Project
from .loading import MAX_SOURCE_BYTES

_MAIN = "main.story"
_INCLUDE = "INCLUDE"
_DRAWN = regex(r"^[ \t]*(?:PAGE|PANEL)\b", IGNORECASE | MULTILINE)


def hosts(project: Project, disk: Disk = DISK) -> Iterator[Project]:
    """Yield the projects whose main script seems to include that of a project, the one that its settings name first.

    They are looked for in its folder and in those above it, up to the root of the project or, where there are no settings, up to
    that of the repository. Where settings name no main script, a script without pages may be shared by stories in folders beside
    these, too. A main script is a part of nothing. An include that stands in a comment counts, too, until somebody
    reads the story. Raises: ConfigError.
    """
    if project.entry in {project.config.entry, _MAIN}:
        return
    path = project.root / project.entry
    folder = path.parent
    roots: dict[Path, _Includes] = {}

    def leads_here(candidate: Project) -> bool:
        scripts = roots.setdefault(candidate.root, _Includes(DiskFiles(candidate.root, disk)))
        name = path.relative_to(candidate.root).as_posix()
        return name != candidate.entry and scripts.lead(candidate.entry, name)

    yield from filter(leads_here, _candidates(project, folder, disk))
    if project.config.entry is None and load_config(project.root, disk) is not None:
        own = _Includes(DiskFiles(project.root, disk))
        if not own.has_pages(project.entry):  # reading every other story for each of them would take its time
            yield from filter(leads_here, _stories_beside(project, folder, disk))


def _candidates(project: Project, folder: Path, disk: Disk) -> Iterator[Project]:
    """Yield what may be a main script: what the settings name, then `main.story`, then the others, in the nearest folder first."""
    named = project.config.entry
    if named is not None:
        yield Project(project.root, named, project.config)
    has_settings = load_config(project.root, disk) is not None
    for above in _up_to(folder, project.root) if has_settings else _up_to_repository(folder, disk):
        root = project.root if has_settings else above
        for script in sorted(_scripts(above, disk), key=lambda name: (name != _MAIN, name)):
            entry = (above / script).relative_to(root).as_posix()
            if entry != named:
                yield Project(root, entry, project.config)


def _stories_beside(project: Project, folder: Path, disk: Disk) -> Iterator[Project]:
    """Yield what may be a main script in the folders beside that of a script and those above it."""
    for above in _up_to(folder, project.root):
        for beside in _folders(above, disk):
            if not folder.is_relative_to(beside):
                for script in _scripts(beside, disk):
                    yield replace(project, entry=(beside / script).relative_to(project.root).as_posix())


def _up_to(folder: Path, root: Path) -> Iterator[Path]:
    yield folder
    yield from (above for above in folder.parents if above.is_relative_to(root))


def _up_to_repository(folder: Path, disk: Disk) -> tuple[Path, ...]:
    """Return a folder and those above it up to that of its repository; only the folder itself if it is in none."""
    above = (folder, *folder.parents)
    top = next((depth for depth, one in enumerate(above) if disk.kind(str(one / ".git"))), 0)
    return above[: top + 1]


def _scripts(folder: Path, disk: Disk) -> tuple[str, ...]:
    try:
        return disk.scripts(str(folder))
    except OSError:  # a folder that nobody may look into
        return ()


def _folders(folder: Path, disk: Disk) -> tuple[Path, ...]:
    try:
        return tuple(folder / name for name in disk.folders(str(folder)))
    except OSError:  # a folder that nobody may look into
        return ()


class _Includes:
    """What the scripts below a root seem to include."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._known: dict[str, list[str]] = {}

    def lead(self, entry: str, name: str) -> bool:
        """Return whether a script seems to include another one, or what it includes does."""
        seen: set[str] = set()
        waiting = [entry]
        while waiting and name not in seen:
            script = waiting.pop()
            if script not in seen:
                seen.add(script)
                waiting += self._of(script)
        return name in seen

    def has_pages(self, script: str) -> bool:
        """Return whether a script seems to hold something to draw."""
        return _DRAWN.search(self._text(script)) is not None

    def _of(self, script: str) -> list[str]:
        if script not in self._known:
            # of the whole text, only the lines that look like an include are parsed
            lines = [line for line in self._text(script).splitlines() if line.lstrip().startswith(_INCLUDE)]
            document = parse(Source(script, "\n\n".join((*lines, "")))).value if lines else None
            found = [] if document is None else includes(document)
            self._known[script] = [target for part in found if (target := include_target(script, part))]
        return self._known[script]

    def _text(self, script: str) -> str:
        """Return a script, or nothing where `check` would say that it is none."""
        size_bytes = self._files.size_bytes(script)
        if size_bytes is None or size_bytes > MAX_SOURCE_BYTES:
            return ""
        try:
            return self._files.read_bytes(script).decode("utf-8", "replace")
        except FileError:
            return ""
