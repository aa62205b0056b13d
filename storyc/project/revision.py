"""A project as version control remembers it."""

from collections.abc import Iterator
from contextlib import contextmanager
from os import environ
from pathlib import Path
from re import compile as regex
from shutil import copyfile
from subprocess import DEVNULL, TimeoutExpired, run
from tarfile import TarError
from tarfile import open as open_archive
from tempfile import TemporaryDirectory
from typing import Final

from msgspec.structs import replace

from storyc.errors import ConfigError, FileError, UsageError

from .config import Config, load_config
from .discovery import Project, find_project

_WITHIN_S: Final = 120.0
_HOOK_VARIABLES: Final = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
"""A hook of git has these, and they would stand for its own folder and not for the project's."""
_NO_NETWORK: Final = {"GIT_LFS_SKIP_SMUDGE": "1", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
_POINTER: Final = regex(rb"version https://git-lfs\.github\.com/spec/v1\n(?:.*\n)*?oid sha256:([0-9a-f]{64})\n")
"""What stands in a revision for a large file."""
_POINTER_BYTES: Final = 1024
_LEFT_OUT: Final = (":(exclude).storyc", ":(exclude)build")
"""What builds leave may be large, and no script reads it."""


@contextmanager
def checked_out(project: Project, revision: str) -> Iterator[Project]:
    """Give a project as it was in a revision, in a folder that is there for as long as it is looked at.

    Its main script is the one of the same name, or else the one that was its main script then. Nothing of the repository is changed,
    and nothing is fetched. Raises: UsageError if there is no such revision, FileError if the project is not under version control
    or was not there then, ConfigError.
    """
    commit = _commit(project.root, revision)
    with TemporaryDirectory(prefix="storyc-") as folder:
        outside = Path(folder).resolve()
        (outside / ".git").mkdir()  # settings above it do not count
        root = outside / "project"
        root.mkdir()
        _extract(project.root, commit, revision, outside / "project.tar", root)
        _bring_large_files(root, project.root)
        if (root / project.entry).is_file():
            yield replace(project, root=root, config=load_config(root) or Config())
        else:
            yield _main_script(root, project.entry, revision)


def _main_script(root: Path, entry: str, revision: str) -> Project:
    try:
        return find_project(root)
    except (FileError, UsageError) as problem:
        raise FileError(f"there was no {entry} in {revision}, and no other script stands out") from problem


def _commit(root: Path, revision: str) -> str:
    if revision.startswith("-") or not revision.strip() or "\0" in revision:
        raise UsageError(f"`{revision}` names no revision", hint="`git log` shows what there is")
    try:
        found = _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    except FileError:
        # a folder that is no repository at all is another mistake than a wrong name
        _git(root, "rev-parse", "--git-dir")
        raise UsageError(f"`{revision}` names no revision", hint="`git log` shows what there is") from None
    return found.decode().strip()


def _extract(root: Path, commit: str, revision: str, archive: Path, to: Path) -> None:
    """Put what a revision holds of a folder into another. Raises: FileError."""
    try:
        tree = _git(root, "rev-parse", "--verify", "--quiet", f"{commit}:./").decode().strip()
    except FileError:
        raise FileError(f"this project was not there in {revision}") from None
    # below the top, git would look for the tree's files in a folder of the same name
    top = Path(_git(root, "rev-parse", "--show-toplevel").decode().removesuffix("\n"))
    _git(top, "archive", "--format=tar", f"--output={archive}", tree, "--", ".", *_LEFT_OUT)
    try:
        with open_archive(archive) as files:
            files.extractall(to, filter="data")
    except (TarError, OSError) as problem:
        raise FileError(f"cannot look at {revision}: {problem}") from problem
    archive.unlink()


def _bring_large_files(root: Path, repository: Path) -> None:
    """Put large files in the place of what stands for them, as far as they are on this machine."""
    objects: Path | None = None
    for path in root.rglob("*"):
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _POINTER_BYTES:
            continue
        if (pointer := _POINTER.match(path.read_bytes())) is None:
            continue
        if objects is None:
            folder = _git(repository, "rev-parse", "--git-common-dir").decode().rstrip("\n")
            objects = repository / folder / "lfs" / "objects"
        name = pointer[1].decode()
        content = objects / name[:2] / name[2:4] / name
        if content.is_file():
            copyfile(content, path)


def _git(root: Path, *arguments: str) -> bytes:
    surroundings = {name: value for name, value in environ.items() if name not in _HOOK_VARIABLES}
    try:
        # a revision is no flag and reaches no shell; git is whichever one the user calls by that name
        done = run(  # noqa: S603
            ["git", "-C", str(root), *arguments],  # noqa: S607
            env={**surroundings, **_NO_NETWORK},
            stdin=DEVNULL,
            capture_output=True,
            check=False,
            timeout=_WITHIN_S,
        )
    except FileNotFoundError as problem:
        raise ConfigError("git is not installed", hint="revisions are looked up with it") from problem
    except OSError as problem:
        raise ConfigError(f"git cannot be run: {problem.strerror or problem}") from problem
    except TimeoutExpired as problem:
        raise FileError("git gives no answer") from problem
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise FileError(f"git: {said[-1] if said else 'that did not work'}")
    return done.stdout
