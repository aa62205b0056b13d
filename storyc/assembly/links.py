"""Links from the page to the script."""

from re import compile as regex
from urllib.parse import quote

from storyc.errors import ConfigError
from storyc.storyboard import Origin

from .view import SourceView

_HOLE = regex(r"\{(path|line)\}")
_SCHEME = regex(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")
_RUNNING = frozenset({"javascript", "data", "vbscript", "blob"})
"""Schemes whose links run what stands in them."""


class SourceLinks:
    """A pattern such as `vscode://file/home/me/{path}:{line}`, `../{path}#L{line}`, or nothing."""

    def __init__(self, pattern: str) -> None:
        """Raises: ConfigError."""
        scheme = _SCHEME.match(pattern)
        if scheme is not None and scheme[0].lower() in _RUNNING:
            raise ConfigError(f"links to the script cannot begin with `{scheme[0]}:`")
        if pattern and "{path}" not in pattern:
            raise ConfigError(
                "a pattern for links to the script has no place for the file",
                hint="write {path} where the file belongs and {line} where the line does",
            )
        self._pattern = pattern

    def view(self, origin: Origin) -> SourceView:
        """Return a line of the script as `harbour.story:43`, with its address if there is a pattern."""
        if not origin.source:
            return SourceView("", "")
        name = f"{origin.source}:{origin.line}"
        if not self._pattern:
            return SourceView(name, "")
        said = {"path": quote(origin.source, safe="/"), "line": str(origin.line)}
        return SourceView(name, _HOLE.sub(lambda hole: said[hole[1]], self._pattern))
