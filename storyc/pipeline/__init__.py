"""The online sequences that front ends share: plan, build, assemble."""

from typing import TYPE_CHECKING

from .build import build, look_home, open_sketchbook, plan, plan_between, save
from .options import ApiBackend, Backend, BuildOptions, DraftBackend, Front, McpBackend, Summary

if TYPE_CHECKING:
    from .looking import Outlook
    from .saved import SavedPlan
    from .showing import Home
    from .sketching import Sketchbook, Sketches

__all__ = [
    "ApiBackend", "Backend", "BuildOptions", "DraftBackend", "Front", "Home", "McpBackend", "Outlook", "SavedPlan", "Sketchbook", "Sketches",
    "Summary", "build", "look_home", "open_sketchbook", "plan", "plan_between", "save",
]  # fmt: skip
