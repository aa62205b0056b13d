"""A folder for what is needed only while something is exported."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from storyc.errors import FileError


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Give a folder that is gone afterwards. Raises: FileError if nothing can be written where such folders are, and why."""
    try:
        with TemporaryDirectory(prefix="storyc-") as folder:
            yield Path(folder)
    except OSError as problem:
        raise FileError(
            f"cannot write temporary files in {gettempdir()}: {problem.strerror or problem}",
            hint="nothing was exported and nothing is lost; make room there, or set TMPDIR to another folder, and export again",
        ) from problem
