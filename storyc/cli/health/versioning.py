"""Asks git about files, where there is git."""

import os
from pathlib import Path
from shutil import which
from subprocess import DEVNULL, SubprocessError, run

_WITHIN_S = 10
# a repository from somebody else may name a program that watches its files, which git would start
_HARMLESS = ("-c", "core.fsmonitor=false")


def is_ignored(root: Path, name: str) -> bool | None:
    """Return whether version control ignores a file of a folder, None if there is none."""
    return _ask(root, "check-ignore", "--quiet", "--", name)


def is_tracked(root: Path, name: str) -> bool | None:
    """Return whether version control has a file of a folder, None if there is none."""
    return _ask(root, "ls-files", "--error-unmatch", "--", name)


def _ask(root: Path, *question: str) -> bool | None:
    git = which("git")
    if git is None:
        return None
    try:
        ended = run(  # noqa: S603 - the question is ours, and the name comes after `--`
            [git, "-C", str(root), *_HARMLESS, *question],
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0"},
            stdin=DEVNULL,
            stdout=DEVNULL,
            stderr=DEVNULL,
            timeout=_WITHIN_S,
            check=False,
        )
    except (OSError, SubprocessError):
        return None
    # anything else is git's own trouble: no repository, or one that belongs to somebody else
    return {0: True, 1: False}.get(ended.returncode)
