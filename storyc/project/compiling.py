"""The driver of the offline phases after a program: storyboard and requests."""

from pathlib import Path

from storyc.errors import ConfigError
from storyc.lowering import Lowered, local_files, units
from storyc.storyboard import Layout, Storyboard
from storyc.text import DiskFiles, normalise
from storyc.wire import PROFILES

from .discovery import Project


def read_template(project: Project) -> str | None:
    """Return the text of the project's own prompt template, None if it has none. Raises: ConfigError."""
    written = project.config.template
    if written is None:
        return None
    path = normalise(written)
    if path is None:
        raise ConfigError(f"the template `{written}` lies outside the project", hint="write a path below its folder")
    try:
        return Path(project.root / path).read_text(encoding="utf-8")
    except OSError as problem:
        raise ConfigError(f"cannot read the template {written}: {problem.strerror or problem}") from problem
    except UnicodeDecodeError as problem:
        raise ConfigError(f"the template {written} is not UTF-8", hint="save it as UTF-8") from problem


def compile_project(project: Project, board: Storyboard, layout: Layout | None = None) -> Lowered:
    """Return the requests that draw a storyboard. Raises: ConfigError for the template, FileError for a reference."""
    files = DiskFiles(project.root)
    digests = {path: files.sha256(path) for path in local_files(board)}
    profile = PROFILES[project.config.profile]
    _, _, owner = project.build_folder.partition("/")
    return units(board, profile, digests, read_template(project), layout or project.config.layout, owner)
