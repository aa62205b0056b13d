"""The calls behind `storyc build` and `storyc plan`. A build that has nothing to do is over before anything is loaded."""

from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from msgspec.structs import replace

from storyc.errors import FileError
from storyc.project import Project
from storyc.storyboard import Storyboard

from .options import BuildOptions, Front, Summary
from .stamp import inputs_sha256, is_current, load_stamp

if TYPE_CHECKING:
    from storyc.lowering import Lowered
    from storyc.planning import Plan

    from .looking import Outlook
    from .showing import Home
    from .sketching import Sketchbook


def build(project: Project, board: Storyboard, options: BuildOptions, front: Front | None = None) -> Summary:
    """Bring a storyboard's art home, write its pages, and return what was done.

    Interrupted once (SIGINT, SIGTERM), it sends nothing more and writes what is there; twice, it leaves at once with KeyboardInterrupt.

    Raises: FileError, ConfigError, RefusedError, CredentialsError, NetworkError, ApiError; what is at home by then is on record and in the pages.
    """
    inputs = inputs_sha256(project, board, options)
    stamp = load_stamp(project)
    if stamp is not None and is_current(stamp, inputs, project.root):
        done = stamp.summary
        kept = done.kept + done.built
        return replace(done, is_current=True, kept=kept, built=0, fetched=0, price_credits=0, actual_credits=None)
    summary: Summary = _rest().carry_out(project, board, options, stamp, inputs=inputs, front=front or Front())
    return summary


def plan(project: Project, board: Storyboard, options: BuildOptions) -> "Outlook":
    """Return what a build would do and cost, and why; nothing is sent or written. Raises: FileError, ConfigError."""
    outlook: Outlook = import_module("storyc.pipeline.looking").look_ahead(project, board, options)
    return outlook


def look_home(project: Project, board: Storyboard, *, is_draft: bool | None = None) -> "Home":
    """Return what is at home: what was bought or what was sketched; by default what was bought, if anything was.

    Nothing is sent or written. Raises: FileError, ConfigError.
    """
    home: Home = import_module("storyc.pipeline.showing").look_home(project, board, is_draft=is_draft)
    return home


def open_sketchbook(root: Path) -> "Sketchbook":
    """Return the sketches of single panels of the project at `root`."""
    book: Sketchbook = import_module("storyc.pipeline.sketching").Sketchbook(root)
    return book


def plan_between(before: "Lowered | None", now: "Lowered", options: BuildOptions) -> "Outlook":
    """Return what it costs to come from one storyboard to another if all of the first was bought; no record is looked at.

    If there was none before, everything is new.

    Raises: ConfigError.
    """
    outlook: Outlook = import_module("storyc.pipeline.looking").look_between(before, now, options)
    return outlook


def save(path: Path, plan: "Plan", project: Project, options: BuildOptions) -> None:
    """Write a plan to a file, to be carried out once. Raises: FileError, also if something else is there."""
    saved = import_module("storyc.pipeline.saved")
    if path.exists() and not saved.is_saved_plan(path):
        raise FileError(f"{path} is there already and is no saved plan", hint="choose another name")
    backend = options.backend.__struct_config__.tag
    saved.save_plan(path, saved.make_saved_plan(plan, story=project.entry, layout=options.layout, backend=backend))


def _rest() -> ModuleType:
    """Load the client, the artist and the templates. It takes most of a second, so only what needs them does it."""
    return import_module("storyc.pipeline.carrying")
