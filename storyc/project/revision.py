"""A project as version control remembers it."""

import posixpath
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from os import environ
from pathlib import Path
from re import compile as regex
from shutil import copyfile
from subprocess import DEVNULL, TimeoutExpired, run
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
_FETCHED: Final = (
    "this clone has only a part of the history; fetch what is missing, as in `git fetch --depth=1 origin REVISION`"
)
_POINTER: Final = regex(rb"version https://git-lfs\.github\.com/spec/v1\n(?:.*\n)*?oid sha256:([0-9a-f]{64})\n")
"""What stands in a revision for a large file."""
_POINTER_BYTES: Final = 1024
_LEFT_OUT: Final = (":(exclude).storyc", ":(exclude)build")
"""What builds leave may be large, and no script reads it."""


class AbsentError(FileError):
    """A project that a revision has nothing of."""


def merge_base(project: Project, first: str, second: str) -> str:
    """Return the commit at which two revisions parted. Raises: UsageError if there is none, FileError, ConfigError."""
    ends = [_commit(project.root, revision) for revision in (first, second)]
    try:
        return _git(project.root, "merge-base", *ends).decode().split()[0]
    except FileError:
        hint = _FETCHED if _is_shallow(project.root) else None
        raise UsageError(f"`{first}` and `{second}` have no commit in common", hint=hint) from None


@contextmanager
def checked_out(project: Project, revision: str) -> Iterator[Project]:
    """Give a project as it was in a revision, in a folder that is there for as long as it is looked at.

    Its main script is the one of the same name, or else the one that was its main script then and is no longer there. Nothing of the
    repository is changed, and nothing is fetched. Raises: UsageError if there is no such revision, AbsentError if the project was not
    there then, FileError if it is not under version control, ConfigError.
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
            yield _renamed(root, project, revision)


def _renamed(root: Path, project: Project, revision: str) -> Project:
    """Return what a project was under another name: a script that is still there is another story. Raises: AbsentError, ConfigError."""
    own_folder = root / Path(project.entry).parent
    try:
        then = find_project(own_folder if own_folder.is_dir() else root)
    except (FileError, UsageError) as problem:
        raise AbsentError(f"there was no {project.entry} in {revision}") from problem
    if (project.root / (then.root / then.entry).relative_to(root)).exists():
        raise AbsentError(f"there was no {project.entry} in {revision}")
    return then


def _commit(root: Path, revision: str) -> str:
    if revision.startswith("-") or not revision.strip() or "\0" in revision:
        raise UsageError(f"`{revision}` names no revision", hint="`git log` shows what there is")
    try:
        found = _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    except FileError:
        # a folder that is no repository at all is another mistake than a wrong name
        hint = _FETCHED if _is_shallow(root) else "`git log` shows what there is"
        raise UsageError(f"`{revision}` names no revision", hint=hint) from None
    return found.decode().strip()


def _is_shallow(root: Path) -> bool:
    return _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _extract(root: Path, commit: str, revision: str, archive: Path, to: Path) -> None:
    """Put what a revision holds of a folder into another. Raises: FileError."""
    try:
        tree = _git(root, "rev-parse", "--verify", "--quiet", f"{commit}:./").decode().strip()
    except FileError:
        raise AbsentError(f"this project was not there in {revision}") from None
    # below the top, git would look for the tree's files in a folder of the same name
    top = Path(_git(root, "rev-parse", "--show-toplevel").decode().removesuffix("\n"))
    _git(top, "archive", "--format=tar", f"--output={archive}", tree, "--", ".", *_LEFT_OUT)
    try:
        with tarfile.open(archive) as files:
            for member in files:
                if _leads_out(member):
                    raise FileError(f"cannot look at {revision}: the link {member.name} leads out of the project")
            # Python has it since 3.11.4; git itself puts nothing into an archive that could be more harmful than a link
            files.extraction_filter = getattr(tarfile, "data_filter", None)
            files.extractall(to)  # noqa: S202 - the filter is set
    except (tarfile.TarError, OSError) as problem:
        raise FileError(f"cannot look at {revision}: {problem}") from problem
    archive.unlink()


def _leads_out(member: tarfile.TarInfo) -> bool:
    """Whether this is a link to something outside of its archive."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(member.name), member.linkname))
    return member.issym() and (target == ".." or target.startswith(("/", "../")))


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
