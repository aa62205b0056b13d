"""A saved plan in the place of a script."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from storyc.errors import UsageError
from storyc.project import STDIN

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
    """Return where a script is: below the working directory or the plan's folder, or below one above them. Raises: UsageError."""
    for folder in (Path.cwd(), file.resolve().parent):
        for root in (folder, *folder.parents):
            if (root / story).is_file():
                return root / story
    raise UsageError(
        f"the plan is about {story}, which is not here", hint="run this in the project that it was made in"
    )
