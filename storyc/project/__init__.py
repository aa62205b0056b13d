"""A project on disk: its settings, its sources, and what they compile to. Offline.

Compiling needs the models of the wire, which take longer to import than a script to check; so that is imported when it
is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .checking import Checked, check_project, check_sources
from .config import Config, load_config
from .discovery import STDIN, Project, find_project
from .loading import MAX_SOURCE_BYTES, Loaded, load

if TYPE_CHECKING:
    from .compiling import compile_project, read_template

__all__ = [
    "MAX_SOURCE_BYTES", "STDIN", "Checked", "Config", "Loaded", "Project", "check_project", "check_sources", "compile_project",
    "find_project", "load", "load_config", "read_template",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name in {"compile_project", "read_template"}:
        return getattr(import_module("storyc.project.compiling"), name)
    raise AttributeError(name)
