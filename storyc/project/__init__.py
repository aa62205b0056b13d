"""A project on disk: its settings, its sources, and what they compile to. Offline.

Compiling needs the models of the wire, which take longer to import than a script to check, and a user's settings need the
folders of the operating system; so these are imported when they are asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .checking import Checked, Part, check_part, check_project, check_sources
from .config import Config, load_config
from .conflicts import conflicts, without_marks
from .discovery import STDIN, Project, find_project, find_settings
from .hosts import hosts
from .loading import MAX_SOURCE_BYTES, Loaded, load

if TYPE_CHECKING:
    from .compiling import compile_project
    from .revision import AbsentError, checked_out, merge_base
    from .user import UserConfig, load_user_config, user_folder

__all__ = [
    "MAX_SOURCE_BYTES", "STDIN", "AbsentError", "Checked", "Config", "Loaded", "Part", "Project", "UserConfig", "check_part",
    "check_project", "check_sources", "checked_out", "compile_project", "conflicts", "find_project", "find_settings", "hosts",
    "load", "load_config", "load_user_config", "merge_base", "user_folder", "without_marks",
]  # fmt: skip

_LATER = {
    "AbsentError": "revision",
    "checked_out": "revision",
    "merge_base": "revision",
    "compile_project": "compiling",
    "UserConfig": "user",
    "load_user_config": "user",
    "user_folder": "user",
}
"""What is imported when it is asked for, and the module that has it."""


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(f"storyc.project.{_LATER[name]}"), name)
    raise AttributeError(name)
