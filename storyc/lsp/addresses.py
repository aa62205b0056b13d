"""Files, as they are called on disk and as the editor calls them."""

import os
from pathlib import Path
from urllib.parse import quote

from pygls import uris

from .desk import NOWHERE


class Addresses:
    """The addresses of documents; an open one keeps the address that the editor gave it."""

    def __init__(self) -> None:
        self._given: dict[Path, str] = {}

    def path(self, uri: str) -> Path:
        """Return the path of a document; of one that is no file, a path where nothing can be."""
        if uri.startswith("file:") and (path := uris.to_fs_path(uri)):
            return Path(path)
        return NOWHERE / quote(uri, safe="")

    def remember(self, path: Path, uri: str) -> None:
        """Let a file be called as the editor calls it."""
        self._given[path] = uri

    def uri(self, path: Path) -> str:
        """Return the address of a file."""
        return self._given.get(path) or uris.from_fs_path(os.fspath(path)) or ""
