"""Opinions about a story that checks: a file a rule, the same diagnostics as everywhere. Pure."""

from .opinions import lint
from .redrawing import Filming, Redrawing, Rewording
from .rules import RULES
from .settings import Choice, Settings, choose, read_settings

__all__ = ["RULES", "Choice", "Filming", "Redrawing", "Rewording", "Settings", "choose", "lint", "read_settings"]
