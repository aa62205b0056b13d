"""Findings about a script."""

from .model import Code, Diagnostic, Edit, Fix, Label, Outcome, Severity, has_errors

__all__ = ["Code", "Diagnostic", "Edit", "Fix", "Label", "Outcome", "Severity", "has_errors"]
