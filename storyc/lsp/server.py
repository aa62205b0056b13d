"""The server: hears what the editor does, answers what it asks, and tells it what is to be said."""

import logging
import sys
from asyncio import TimerHandle, get_running_loop
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from .answers import ALL, MAIN_SCRIPT, QUICK, Answers
from .colours import DECLARATION, SORTS
from .findings import Findings
from .protocol import PiecewiseProtocol
from .session import Session

PAUSE_S: Final = 0.03
"""How long it waits for the next keystroke before it says what it thinks of the last."""
_TURN_S: Final = 0.0005
"""How long an answer waits for its turn while somebody looks ahead."""
_LEGEND: Final = types.SemanticTokensLegend(list(SORTS), [DECLARATION])
_WATCHED: Final = ("**/*.story", "**/storyc.toml", "**/pyproject.toml", "**/story.lock", "**/.storyc/**/ledger.sqlite*")
_SETTINGS: Final = ".toml"
_SCRIPT: Final = ".story"
_DIAGNOSTICS: Final = types.DiagnosticOptions(
    inter_file_dependencies=True, workspace_diagnostics=True, identifier="storyc"
)


def serve(version: str, *, is_verbose: bool = False) -> int:
    """Talk to an editor on stdin and stdout until it is done; return 0 if it said so, 1 if it was just gone."""
    # what an editor asks wrongly is answered in the protocol
    logging.getLogger("pygls").setLevel(logging.INFO if is_verbose else logging.CRITICAL)
    sys.setswitchinterval(_TURN_S)
    server = LanguageServer("storyc", version, protocol_cls=PiecewiseProtocol)
    _Face(server)
    server.start_io()
    protocol = server.protocol
    assert isinstance(protocol, PiecewiseProtocol)
    return 0 if protocol.is_ended else 1


class _Face:
    """What happens to documents, under the names that the protocol has for it."""

    def __init__(self, server: LanguageServer) -> None:
        self._server = server
        self._session = Session(server, self._refresh_lenses)
        self._answers = Answers(self._session)
        self._findings = Findings(self._session)
        self._timer: TimerHandle | None = None
        self._edited: set[str] = set()
        """What was written in since something was said."""
        self._told: set[str] = set()
        """Troubles that were shown already."""
        for method, (feature, options) in self._features().items():
            # pygls writes its own marks on what it is given, which a method does not take
            server.feature(method, options)(partial(feature))

    def _features(self) -> Mapping[str, tuple[Callable[..., Any], Any]]:
        asked, found = self._answers, self._findings
        kinds = types.CodeActionOptions([QUICK, ALL])
        watched = types.CompletionOptions(trigger_characters=["[", "(", "{", ",", " ", "/", "@"])
        return {
            types.INITIALIZED: (self.initialized, None),
            types.TEXT_DOCUMENT_DID_OPEN: (self.opened, None),
            types.TEXT_DOCUMENT_DID_CHANGE: (self.changed, None),
            types.TEXT_DOCUMENT_DID_CLOSE: (self.closed, None),
            types.TEXT_DOCUMENT_DID_SAVE: (self.saved, None),
            types.WORKSPACE_DID_CHANGE_WATCHED_FILES: (self.watched, None),
            types.TEXT_DOCUMENT_DIAGNOSTIC: (found.of_document, _DIAGNOSTICS),
            types.WORKSPACE_DIAGNOSTIC: (found.of_workspace, None),
            types.TEXT_DOCUMENT_CODE_ACTION: (asked.code_actions, kinds),
            types.TEXT_DOCUMENT_COMPLETION: (asked.completion, watched),
            types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (asked.outline, None),
            types.TEXT_DOCUMENT_FOLDING_RANGE: (asked.folding, None),
            types.TEXT_DOCUMENT_DEFINITION: (asked.definition, None),
            types.TEXT_DOCUMENT_REFERENCES: (asked.references, None),
            types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT: (asked.highlights, None),
            types.TEXT_DOCUMENT_PREPARE_RENAME: (asked.prepare_rename, None),
            types.TEXT_DOCUMENT_RENAME: (asked.rename, types.RenameOptions(prepare_provider=True)),
            types.TEXT_DOCUMENT_HOVER: (asked.hover, None),
            types.TEXT_DOCUMENT_DOCUMENT_LINK: (asked.links, None),
            types.TEXT_DOCUMENT_CODE_LENS: (asked.lenses, None),
            types.TEXT_DOCUMENT_INLAY_HINT: (asked.hints, None),
            types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL: (asked.tokens, _LEGEND),
            types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE: (asked.tokens_between, _LEGEND),
            MAIN_SCRIPT: (asked.main_script, None),
            types.TEXT_DOCUMENT_FORMATTING: (asked.formatting, None),
            types.TEXT_DOCUMENT_RANGE_FORMATTING: (asked.formatting_between, None),
        }

    def initialized(self, _params: types.InitializedParams) -> None:
        """Ask to be told of files that change on disk, of an editor that can."""
        asked = self._server.client_capabilities.workspace
        watching = asked.did_change_watched_files if asked else None
        if watching is not None and watching.dynamic_registration:
            watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            wanted = types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            self._server.client_register_capability(types.RegistrationParams([wanted]))

    def opened(self, params: types.DidOpenTextDocumentParams) -> None:
        """Put a document on the desk."""
        document, session = params.text_document, self._session
        home = session.desk.open(session.addresses.path(document.uri), document.text)
        session.addresses.remember(home.root / home.name, document.uri)
        session.versions[document.uri] = document.version
        if home.trouble and home.trouble not in self._told:
            self._told.add(home.trouble)
            self._server.window_show_message(types.ShowMessageParams(types.MessageType.Warning, home.trouble))
        self._publish()

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """Change a document, and say what there is to say about it as soon as nothing more is typed."""
        session = self._session
        path = session.addresses.path(params.text_document.uri)
        script = session.desk.script(path)
        if script is None:
            return
        session.background.interrupt()
        for change in params.content_changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                span = session.span(script, change.range)
                script = script.edited(span.start, span.end, change.text)
            else:
                script = script.replaced(change.text)
        session.desk.put(path, script)
        session.versions[params.text_document.uri] = params.text_document.version
        self._edited.add(params.text_document.uri)
        self._publish_soon()

    def closed(self, params: types.DidCloseTextDocumentParams) -> None:
        """Take a document from the desk."""
        self._session.desk.close(self._session.addresses.path(params.text_document.uri))
        self._session.versions.pop(params.text_document.uri, None)
        self._publish()

    def saved(self, _params: types.DidSaveTextDocumentParams) -> None:
        """Look again at the files that are not open; something else may have been saved with this one."""
        self._session.desk.settle_parts()
        self._publish_soon()

    def watched(self, params: types.DidChangeWatchedFilesParams) -> None:
        """Look again at files that have changed, and at settings; what was bought may be another story now."""
        if any(change.uri.endswith(_SETTINGS) for change in params.changes):
            self._session.desk.settle()
        elif any(change.uri.endswith(_SCRIPT) for change in params.changes):
            self._session.desk.settle_parts()
        self._publish_soon()
        self._refresh_lenses()

    def _refresh_lenses(self) -> None:
        if self._session.refreshes_lenses:
            self._server.workspace_code_lens_refresh(None)

    def _publish_soon(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = get_running_loop().call_later(PAUSE_S, self._publish)

    def _publish(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        edited, self._edited = self._edited, set()
        self._findings.tell(edited)
