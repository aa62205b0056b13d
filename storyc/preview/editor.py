"""Links that open a script in the reader's editor."""

from pathlib import Path
from re import compile as regex
from shutil import which
from typing import Final
from urllib.parse import quote

from storyc.errors import UsageError

PATTERNS: Final = {
    "vscode": "vscode://file{path}:{line}:{column}",
    "cursor": "cursor://file{path}:{line}:{column}",
    "zed": "zed://file{path}:{line}:{column}",
    "idea": "idea://open?file={path}&line={line}&column={column}",
    "none": "",
}
"""Addresses that editors have registered for themselves, by name; `none` for no links at all."""
_COMMANDS: Final = {"vscode": "code", "cursor": "cursor", "zed": "zed"}
_SCHEME: Final = regex(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")
_RUNNING: Final = frozenset({"javascript", "data", "vbscript", "blob"})
"""Schemes whose links run what stands in them."""


def editor_pattern(name: str | None) -> str:
    """Return the pattern of an editor, or the one that was said; None is the first known editor on this machine.

    `{path}` is a whole path, `{line}` and `{column}` count from 1. Raises: UsageError.
    """
    if name is None:
        return next((PATTERNS[editor] for editor, program in _COMMANDS.items() if which(program)), "")
    if name in PATTERNS:
        return PATTERNS[name]
    scheme = _SCHEME.match(name)
    if scheme is None or "{path}" not in name:
        raise UsageError(
            f"`{name}` is no editor and no pattern of addresses",
            hint=f"say {', '.join(PATTERNS)}, or a pattern such as `myeditor://{{path}}:{{line}}`",
        )
    if scheme[0].lower() in _RUNNING:
        raise UsageError(f"links to an editor cannot begin with `{scheme[0]}:`")
    return name


class Editor:
    """Makes links to files below one folder. An empty pattern makes none."""

    def __init__(self, pattern: str, root: Path) -> None:
        self._pattern = pattern
        self._root = quote("/" + root.as_posix().lstrip("/"), safe="/:")

    def link(self, path: str, line: int, column: int) -> str:
        """Return the address of a place in a file, which is relative to the folder; empty if there are no links."""
        written = self._pattern.replace("{line}", str(line)).replace("{column}", str(column))
        return written.replace("{path}", f"{self._root}/{quote(path, safe='/')}")

    @property
    def source_link(self) -> str:
        """Return the pattern for lines, with paths relative to the folder."""
        return self._pattern.replace("{column}", "1").replace("{path}", self._root + "/{path}")
