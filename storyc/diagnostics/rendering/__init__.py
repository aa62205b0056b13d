"""The faces of a diagnostic: for people, for editors, for build servers.

Every form is a module of this package named after it, with one function `render`, a `Renderer`. They are not imported here,
because a command prints one form only and some of them need libraries that take longer to import than a check to run.
"""

from .look import Look, Renderer

FORMS = ("full", "concise", "json", "jsonl", "github", "gitlab", "sarif", "rdjson", "junit")
"""The names of all forms, the default first."""

__all__ = ["FORMS", "Look", "Renderer"]
