"""What is to be said about documents: told to an editor, or given to one that asks for it, never both."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from hashlib import sha256
from pathlib import Path

from lsprotocol import types
from pygls import uris

from storyc.diagnostics import Diagnostic

from .desk import Found
from .session import Session


class Findings:
    """The diagnostics of everything that is open, and of the stories that it belongs to."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._published: set[str] = set()
        self._before: Mapping[str, str] = {}
        """What was found about each document when it was looked at last, for an editor that asks."""

    def tell(self, edited: AbstractSet[str] = frozenset()) -> None:
        """Tell an editor what is to be said; one that asks is told to ask again about more than what was edited."""
        if self._session.pulls:
            self._call(edited)
            return
        found = self._session.desk.findings()
        addresses = {path: self._session.addresses.uri(path) for path in found}
        for path, said in found.items():
            uri = addresses[path]
            if said or uri in self._session.versions or uri in self._published:
                self._send(uri, self._shown(said))
        for uri in self._published - set(addresses.values()):
            self._send(uri, [])
        self._published = {addresses[path] for path, said in found.items() if said}

    def of_document(self, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        """Return what is to be said about a document, if that is not what the editor has."""
        session = self._session
        asked = session.addresses.path(params.text_document.uri)
        # an open script may have another name that leads to the same file
        uri = session.addresses.uri(session.desk.place(asked) or asked)
        found = self._by_address().get(uri, [])
        result = _digest(found)
        if params.previous_result_id == result:
            return types.RelatedUnchangedDocumentDiagnosticReport(result)
        return types.RelatedFullDocumentDiagnosticReport(found, result_id=result)

    def of_workspace(self, params: types.WorkspaceDiagnosticParams) -> types.WorkspaceDiagnosticReport:
        """Return what is to be said about all files of the stories that are open or lie in the folders of the editor."""
        known = {one.uri: one.value for one in params.previous_result_ids}
        found = self._by_address()
        for folder in self._folders():
            for path, said in self._session.desk.findings_of(folder).items():
                found.setdefault(self._session.addresses.uri(path), self._shown(said))
        # what was said about a file that is gone must be taken back
        gone: Mapping[str, list[types.Diagnostic]] = {uri: [] for uri in known.keys() - found.keys()}
        return types.WorkspaceDiagnosticReport(
            [self._report(uri, said, known.get(uri)) for uri, said in {**found, **gone}.items()]
        )

    def _report(
        self, uri: str, said: Sequence[types.Diagnostic], before: str | None
    ) -> types.WorkspaceFullDocumentDiagnosticReport | types.WorkspaceUnchangedDocumentDiagnosticReport:
        version, result = self._session.versions.get(uri), _digest(said)
        if before == result:
            return types.WorkspaceUnchangedDocumentDiagnosticReport(uri, result, version)
        return types.WorkspaceFullDocumentDiagnosticReport(uri, said, version, result_id=result)

    def _by_address(self) -> dict[str, list[types.Diagnostic]]:
        addresses = self._session.addresses
        return {addresses.uri(path): self._shown(said) for path, said in self._session.desk.findings().items()}

    def _shown(self, said: Sequence[tuple[Found, Diagnostic]]) -> list[types.Diagnostic]:
        shapes = self._session.shapes
        return [shapes.diagnostic(look, one) for look, one in said]

    def _folders(self) -> Iterator[Path]:
        workspace = self._session.server.workspace
        for uri in workspace.folders or ((workspace.root_uri,) if workspace.root_uri else ()):
            if uri.startswith("file:") and (path := uris.to_fs_path(uri)):
                yield Path(path)

    def _call(self, edited: AbstractSet[str]) -> None:
        if not self._session.refreshes_diagnostics:
            return
        found = {uri: _digest(said) for uri, said in self._by_address().items()}
        before, self._before = self._before, found
        if any(before[uri] != found.get(uri) for uri in before.keys() - edited):
            self._session.server.workspace_diagnostic_refresh(None)

    def _send(self, uri: str, shown: list[types.Diagnostic]) -> None:
        told = types.PublishDiagnosticsParams(uri, shown, version=self._session.versions.get(uri))
        self._session.server.text_document_publish_diagnostics(told)


def _digest(said: Sequence[types.Diagnostic]) -> str:
    return sha256(repr(said).encode("utf-8", "replace")).hexdigest()[:16]
