"""Finds the project that a path belongs to, and its main script."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from storyc.errors import ConfigError, FileError, UsageError
from storyc.recall import DISK, Disk
from storyc.text import normalise

from .config import Config, load_config

STDIN = "-"
MOST_LISTED = 8
_BUILD_FOLDER = "build"


class Project(Struct, frozen=True):
    """A folder, its main script and its settings."""

    root: Path
    entry: str
    """Relative to the root, POSIX."""
    config: Config

    @property
    def build_folder(self) -> str:
        """Where builds write, relative to the root, POSIX: for a story in a folder below, unless the settings name it, one of its own."""
        folder, _, _ = self.entry.rpartition("/")
        is_named = self.config.entry is not None and normalise(self.config.entry) == self.entry
        return _BUILD_FOLDER if is_named or not folder else f"{_BUILD_FOLDER}/{folder}"


def find_project(path: Path, disk: Disk = DISK) -> Project:
    """Return the project of a script or of a folder.

    Settings come from the nearest folder above that has any, up to that of the repository; a script with none around it
    is a project of its own folder. Raises: FileError, ConfigError, UsageError.
    """
    try:
        real = Path(disk.real(str(path.absolute())))
        kind = disk.kind(str(real))
        is_nowhere = kind == "" and disk.kind(str(real.parent)) != "folder"
    except (OSError, ValueError) as problem:
        raise FileError(f"cannot read {path}: {getattr(problem, 'strerror', None) or problem}") from problem
    if kind == "folder":
        root, config = find_settings(real, disk)
        if config.entry is None or root != real:
            return Project(root, _writable(_only_script(real, root, disk)), config)
        return Project(root, _entry(root, config.entry, disk), config)
    if kind == "ring":
        raise FileError(f"cannot read {path}: it is a link to itself")
    if kind == "other":
        raise FileError(f"{path} is no regular file", hint=f"pipe the script in and name it `{STDIN}`")
    if is_nowhere:
        raise FileError(f"there is no file {path}")
    root, config = find_settings(real.parent, disk)
    return Project(root, _writable(real.relative_to(root).as_posix()), config)


def _writable(entry: str) -> str:
    """Return the name of a script, which what it compiles to quotes. Raises: FileError if it is no text."""
    try:
        entry.encode()
    except UnicodeEncodeError as problem:
        raise FileError(f"the name of {entry} is not UTF-8", hint="give it another name") from problem
    return entry


def find_settings(folder: Path, disk: Disk = DISK) -> tuple[Path, Config]:
    """Return the root of the project that the scripts of a folder belong to, and its settings. Raises: ConfigError."""
    for candidate in (folder, *folder.parents):
        if (config := load_config(candidate, disk)) is not None:
            return candidate, config
        if disk.kind(str(candidate / ".git")):
            break
    return folder, Config()


def _entry(root: Path, entry: str, disk: Disk) -> str:
    path = normalise(entry)
    if path is None:
        raise ConfigError(f"{root / 'storyc.toml'}: `entry` lies outside the project", hint="write a path below it")
    if disk.kind(str(root / path)) != "file":
        raise ConfigError(f"{root / 'storyc.toml'}: there is no script `{entry}`", hint="correct `entry`")
    return path


def _only_script(folder: Path, root: Path, disk: Disk) -> str:
    """Return the script of a folder that names none: the only one, or `main.story`."""
    try:
        scripts = [name for name in disk.scripts(str(folder)) if disk.kind(str(folder / name)) == "file"]
    except OSError as problem:
        raise FileError(f"cannot look into {folder}: {problem.strerror or problem}") from problem
    chosen = "main.story" if "main.story" in scripts else scripts[0] if len(scripts) == 1 else None
    if chosen is None:
        if not scripts:
            raise FileError(f"there is no .story file in {folder}", hint=_where_else(folder, disk))
        raise UsageError(
            f"{folder} has several scripts: {_listed(scripts)}",
            hint='name one of them, or write `entry = "…"` into storyc.toml',
        )
    return (folder / chosen).relative_to(root).as_posix()


def _where_else(folder: Path, disk: Disk) -> str:
    """Return what to do about a folder without scripts, of which folders in it may have some."""
    try:
        below = [name for name in disk.folders(str(folder)) if disk.scripts(str(folder / name))]
    except OSError:  # one that nobody may look into
        below = []
    if below:
        return f"name a script or a folder; there are some in {_listed(below)}"
    return "name a script, or begin one with `storyc init`"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_LISTED]) + (", …" if len(names) > MOST_LISTED else "")
