"""Disks that are small, or that may only be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from os import geteuid
from pathlib import Path
from subprocess import run
from sys import platform

import pytest

if platform != "win32":
    from resource import RLIMIT_FSIZE, getrlimit, setrlimit


@contextmanager
def small_disk(path: Path, size_bytes: int) -> Iterator[None]:
    """Mount a disk of its own at a folder."""
    if platform != "linux" or geteuid() != 0:
        pytest.skip("only root mounts disks")
    path.mkdir(parents=True, exist_ok=True)
    mounted = run(["mount", "-t", "tmpfs", "-o", f"size={size_bytes}", "tmpfs", path], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("nothing may be mounted here")
    try:
        yield
    finally:
        run(["umount", "--lazy", path], capture_output=True, check=True)


def resize(path: Path, size_bytes: int) -> None:
    """Make a small disk larger."""
    run(["mount", "-o", f"remount,size={size_bytes}", path], capture_output=True, check=True)


@contextmanager
def read_only(path: Path) -> Iterator[None]:
    """Let nothing be written below a folder, which is a small disk if this is root, whom permissions do not stop."""
    if geteuid() == 0:
        run(["mount", "-o", "remount,ro", path], capture_output=True, check=True)
    else:
        path.chmod(0o555)
    try:
        yield
    finally:
        if geteuid() == 0:
            run(["mount", "-o", "remount,rw", path], capture_output=True, check=True)
        else:
            path.chmod(0o755)


@contextmanager
def short_files(size_bytes: int) -> Iterator[None]:
    """Let no file grow beyond a size: what a quota does, without being root."""
    soft, hard = getrlimit(RLIMIT_FSIZE)
    setrlimit(RLIMIT_FSIZE, (size_bytes, hard))
    try:
        yield
    finally:
        setrlimit(RLIMIT_FSIZE, (soft, hard))
