"""One editor and what it has open: between the shapes of the protocol and the places in scripts."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from storyc.text import Span

from .background import Background
from .columns import Encoding, to_offset, to_span
from .desk import NOWHERE, Desk
from .script import Script
from .shapes import Shapes
from .view import View


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


class Session:
    """What all answers are made from."""

    def __init__(self, server: LanguageServer, on_news: Callable[[], None]) -> None:
        """Tell `on_news` when something was found out about a story that nobody waits for."""
        self.server = server
        self.desk = Desk()
        self.addresses = Addresses()
        self.background = Background(on_news)
        self.versions: dict[str, int] = {}
        """Of the open documents, by their addresses."""

    def view(self, params: Any) -> View | None:
        """Return what a question about a document is answered from; None if it is not open."""
        return self.desk.view(self.path(params))

    def path(self, params: Any) -> Path:
        """Return the path of the document that a question is about."""
        return self.addresses.path(params.text_document.uri)

    def offset(self, script: Script, position: types.Position) -> int:
        """Return the offset of a position."""
        return to_offset(script, (position.line, position.character), self.encoding)

    def span(self, script: Script, wanted: types.Range) -> Span:
        """Return the span of a range."""
        start, end = wanted.start, wanted.end
        return to_span(script, (start.line, start.character), (end.line, end.character), self.encoding)

    @property
    def shapes(self) -> Shapes:
        """Return what makes the values of the protocol."""
        return Shapes(self.encoding, self.addresses.uri, self.versions)

    @property
    def encoding(self) -> Encoding:
        """Return what columns are counted in."""
        match self.server.server_capabilities.position_encoding:
            case types.PositionEncodingKind.Utf8:
                return "utf-8"
            case types.PositionEncodingKind.Utf32:
                return "utf-32"
            case _:
                return "utf-16"

    @property
    def pulls(self) -> bool:
        """Return whether the editor asks for diagnostics itself."""
        return self._can("text_document.diagnostic")

    @property
    def refreshes_diagnostics(self) -> bool:
        """Return whether the editor asks for diagnostics again when it is told to."""
        return self._can("workspace.diagnostics.refresh_support")

    @property
    def refreshes_lenses(self) -> bool:
        """Return whether the editor asks for lenses again when it is told to."""
        return self._can("workspace.code_lens.refresh_support")

    @property
    def confirms_edits(self) -> bool:
        """Return whether the editor shows what it is told about edits before it makes them."""
        return self._can("workspace.workspace_edit.document_changes") and self._can(
            "workspace.workspace_edit.change_annotation_support"
        )

    @property
    def sizes_pictures(self) -> bool:
        """Return whether the editor takes the width of a picture behind its address, as VS Code does."""
        markdown = self._capability(("general", "markdown"))
        return markdown is not None and markdown.parser == "marked"

    def _can(self, path: str) -> bool:
        return bool(self._capability(path.split(".")))

    def _capability(self, names: Sequence[str]) -> Any:
        found: Any = self.server.client_capabilities
        for name in names:
            found = None if found is None else getattr(found, name, None)
        return found
