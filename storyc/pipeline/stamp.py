"""What the last build was made from and what it left, so that one with nothing to do finds that out without doing anything.

Importing the client, the artist and the templates costs a hundred times what reading this file costs; so nothing here imports them.
A stamp is only a shortcut: without it, or with one that does not fit, the build looks at everything.
"""

from hashlib import sha256
from os import stat_result
from pathlib import Path
from typing import Final

from msgspec import MsgspecError, Struct, json, msgpack

from storyc import __version__
from storyc.errors import FileError
from storyc.project import Project
from storyc.storyboard import Storyboard
from storyc.text import DiskFiles

from .options import ApiBackend, BuildOptions, DraftBackend, McpBackend, Summary

_FOLDER: Final = ".storyc"
_NAME: Final = "stamp.json"
FORMAT: Final = 1


class Output(Struct, frozen=True):
    """A file that a build wrote."""

    path: str
    """Relative to the root, POSIX."""
    size_bytes: int
    mtime_ns: int
    sha256: str


class Stamp(Struct, frozen=True):
    """The end of a build."""

    inputs_sha256: str
    """Of all that decides what is built, but for the files that it refers to; empty if something is missing yet."""
    references: tuple[tuple[str, str], ...]
    """Files that it was made from, beside the script: path and SHA-256."""
    outputs: tuple[Output, ...]
    summary: Summary
    format: int = FORMAT


def inputs_sha256(project: Project, board: Storyboard, options: BuildOptions) -> str:
    """Return the digest of all that decides what is built, but for the files that it refers to."""
    match options.backend:
        case DraftBackend():
            backend = "draft"
        case ApiBackend(base_url=base_url):
            backend = f"api {base_url}"
        case McpBackend(url=url):
            backend = f"mcp {url}"
    return sha256(msgpack.encode((__version__, backend, options.layout, project.config, board))).hexdigest()


def stamp_path(project: Project) -> Path:
    """Return where a story's stamp lies; every folder that stories are built into has one."""
    _, _, folder = project.build_folder.partition("/")
    below = f"stamps/{folder}/{_NAME}" if folder else _NAME
    return project.root / _FOLDER / below


def load_stamp(project: Project) -> Stamp | None:
    """Return what the last build of a story left behind; None if there was none or it cannot be read."""
    try:
        stamp = json.decode(stamp_path(project).read_bytes(), type=Stamp)
    except (OSError, MsgspecError, UnicodeDecodeError):
        return None
    return stamp if stamp.format == FORMAT else None


def is_current(stamp: Stamp, inputs: str, root: Path) -> bool:
    """Whether a build from these inputs would find everything as the last one left it."""
    if stamp.inputs_sha256 != inputs:
        return False
    files = DiskFiles(root)
    try:
        if any(files.sha256(path) != digest for path, digest in stamp.references):
            return False
    except FileError:
        return False
    return all(is_untouched(output, root) for output in stamp.outputs)


def is_untouched(output: Output, root: Path) -> bool:
    """Whether a file is still as it was written: by size and time, or else by content."""
    path = root / output.path
    try:
        found = path.stat()
        if is_same(output, found):
            return True
        return found.st_size == output.size_bytes and sha256(path.read_bytes()).hexdigest() == output.sha256
    except OSError:
        return False


def is_same(output: Output, found: stat_result) -> bool:
    """Whether size and time of a file are those that were noted when it was written."""
    return found.st_size == output.size_bytes and found.st_mtime_ns == output.mtime_ns
