"""The calls behind `storyc build` and `storyc plan`. A build that has nothing to do is over before anything is loaded."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from msgspec.structs import replace

from storyc.project import Project
from storyc.storyboard import Storyboard

from .options import BuildOptions, Front, Summary
from .stamp import inputs_sha256, is_current, load_stamp

if TYPE_CHECKING:
    from storyc.planning import Plan


def build(project: Project, board: Storyboard, options: BuildOptions, front: Front | None = None) -> Summary:
    """Bring a storyboard's art home, write its pages, and return what was done.

    Interrupted once (SIGINT), it sends nothing more and writes what is there; twice, it leaves at once with KeyboardInterrupt.

    Raises: FileError, ConfigError, RefusedError, CredentialsError, NetworkError, ApiError; what is at home by then is on record and in the pages.
    """
    inputs = inputs_sha256(project, board, options)
    stamp = load_stamp(project.root)
    if stamp is not None and is_current(stamp, inputs, project.root):
        done = stamp.summary
        return replace(done, is_current=True, kept=done.kept + done.built, built=0, price_credits=0)
    summary: Summary = _rest().carry_out(project, board, options, stamp, inputs=inputs, front=front or Front())
    return summary


def plan(project: Project, board: Storyboard, options: BuildOptions) -> "Plan":
    """Return what a build would do and cost; nothing is sent and nothing is written. Raises: FileError, ConfigError."""
    outlook: Plan = _rest().look_ahead(project, board, options)
    return outlook


def _rest() -> ModuleType:
    """Load the client, the artist and the templates. It takes most of a second, so only what needs them does it."""
    return import_module("storyc.pipeline.carrying")
