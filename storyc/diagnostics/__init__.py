"""Findings about a script."""

from . import codes
from .model import Code, Diagnostic, Edit, Fix, Label, Outcome, Severity, has_errors
from .suggestions import closest

__all__ = ["Code", "Diagnostic", "Edit", "Fix", "Label", "Outcome", "Severity", "closest", "codes", "has_errors"]
