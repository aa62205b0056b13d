"""A project on disk: its settings, its sources, and what they compile to. Offline.

Compiling needs the models of the wire, which take longer to import than a script to check, and a user's settings need the
folders of the operating system; so these are imported when they are asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .checking import Checked, Part, check_part, check_project, check_sources
from .config import Config, load_config
from .discovery import STDIN, Project, find_project
from .hosts import hosts
from .loading import MAX_SOURCE_BYTES, Loaded, load

if TYPE_CHECKING:
    from .compiling import compile_project
    from .revision import checked_out
    from .user import UserConfig, load_user_config, user_folder

__all__ = [
    "MAX_SOURCE_BYTES", "STDIN", "Checked", "Config", "Loaded", "Part", "Project", "UserConfig", "check_part",
    "check_project", "check_sources", "checked_out", "compile_project", "find_project", "hosts", "load", "load_config",
    "load_user_config", "user_folder",
]  # fmt: skip

_LATER = {
    "checked_out": "revision",
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
