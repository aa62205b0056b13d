"""A saved plan in the place of a script."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from storyc.errors import UsageError
from storyc.project import STDIN, find_project

if TYPE_CHECKING:
    from storyc.pipeline import SavedPlan

_SCRIPT = ".story"


class Agreed(Struct, frozen=True):
    """A saved plan, and the script that it is about."""

    path: str
    plan: "SavedPlan"


def load_saved(path: str, **changed: object) -> Agreed | None:
    """Return the plan in a file; None if the path is that of a script or a project. Nothing of it may be `changed`.

    Raises: UsageError, FileError, ConfigError.
    """
    file = Path(path)
    if path == STDIN or file.suffix == _SCRIPT or not file.is_file():
        return None
    reading = import_module("storyc.pipeline.saved")
    if not reading.is_saved_plan(file):
        return None
    for name, value in changed.items():
        if value is not None:
            raise UsageError(f"--{name} cannot be said of a saved plan", hint="`storyc plan --out FILE` takes it")
    plan: SavedPlan = reading.load_plan(file)
    return Agreed(str(_find_script(plan.story, file)), plan)


def _find_script(story: str, file: Path) -> Path:
    """Return where a script is, of the project that the working directory or the plan's folder is in. Raises: UsageError, ConfigError."""
    for folder in (Path.cwd().resolve(), file.resolve().parent):
        for root in _up_to_repository(folder):
            if (root / story).is_file() and find_project(root / story).root == root:
                return root / story
    raise UsageError(
        f"the plan is about {story}, which is not here", hint="run this in the project that it was made in"
    )


def _up_to_repository(folder: Path) -> Iterator[Path]:
    """Yield a folder and those above it, up to that of the repository: a script beyond it is somebody else's."""
    for one in (folder, *folder.parents):
        yield one
        if (one / ".git").exists():
            return
