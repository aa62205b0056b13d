"""Findings about a script."""

from . import codes
from .applying import Mended, apply_fixes
from .model import Code, Diagnostic, Edit, Fix, Label, Outcome, Severity, has_errors
from .suggestions import Vocabulary, closest

__all__ = [
    "Code", "Diagnostic", "Edit", "Fix", "Label", "Mended", "Outcome", "Severity", "Vocabulary", "apply_fixes", "closest",
    "codes", "has_errors",
]  # fmt: skip
