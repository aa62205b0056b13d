"""The server: takes what the editor says, asks the features, and answers in the shapes of the protocol."""

import logging
from asyncio import TimerHandle, get_running_loop
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer

from storyc.diagnostics import Edit
from storyc.text import Span

from .actions import actions, fix_all
from .addresses import Addresses
from .colours import DECLARATION, SORTS, tokens
from .columns import Encoding, to_offset, to_span
from .desk import Desk
from .hints import hints, lenses
from .hovering import hover
from .links import links
from .navigation import RenameError, Target, definition, named_at, references, renaming, spot_at
from .outline import folds, symbols
from .protocol import PiecewiseProtocol
from .script import Script
from .shapes import Shapes, folding
from .suggesting import suggestions
from .tidying import tidied
from .view import View

PAUSE_S: Final = 0.03
"""How long it waits for the next keystroke before it says what it thinks of the last."""
_QUICK: Final = types.CodeActionKind.QuickFix
_ALL: Final = types.CodeActionKind.SourceFixAll
_LEGEND: Final = types.SemanticTokensLegend(list(SORTS), [DECLARATION])
_WATCHED: Final = ("**/*.story", "**/storyc.toml", "**/pyproject.toml")
_SETTINGS: Final = ".toml"


def serve(version: str, *, is_verbose: bool = False) -> int:
    """Talk to an editor on stdin and stdout until it is done; return 0 if it said so, 1 if it was just gone."""
    # what an editor asks wrongly is answered in the protocol
    logging.getLogger("pygls").setLevel(logging.INFO if is_verbose else logging.CRITICAL)
    server = LanguageServer("storyc", version, protocol_cls=PiecewiseProtocol)
    _Face(server)
    server.start_io()
    protocol = server.protocol
    assert isinstance(protocol, PiecewiseProtocol)
    return 0 if protocol.is_ended else 1


class _Face:
    """The features of one server, under the names that the protocol has for them."""

    def __init__(self, server: LanguageServer) -> None:
        self._server = server
        self._desk = Desk()
        self._addresses = Addresses()
        self._published: set[str] = set()
        self._versions: dict[str, int] = {}
        self._timer: TimerHandle | None = None
        self._told: set[str] = set()
        """Troubles that were shown already."""
        for method, (feature, options) in self._features().items():
            # pygls writes its own marks on what it is given, which a method does not take
            server.feature(method, options)(partial(feature))

    def _features(self) -> Mapping[str, tuple[Callable[..., Any], Any]]:
        kinds = types.CodeActionOptions([_QUICK, _ALL])
        watched = types.CompletionOptions(trigger_characters=["[", "(", "{", ",", " ", "/", "@"])
        return {
            types.INITIALIZED: (self.initialized, None),
            types.TEXT_DOCUMENT_DID_OPEN: (self.opened, None),
            types.TEXT_DOCUMENT_DID_CHANGE: (self.changed, None),
            types.TEXT_DOCUMENT_DID_CLOSE: (self.closed, None),
            types.TEXT_DOCUMENT_DID_SAVE: (self.saved, None),
            types.WORKSPACE_DID_CHANGE_WATCHED_FILES: (self.watched, None),
            types.TEXT_DOCUMENT_CODE_ACTION: (self.code_actions, kinds),
            types.TEXT_DOCUMENT_COMPLETION: (self.completion, watched),
            types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (self.outline, None),
            types.TEXT_DOCUMENT_FOLDING_RANGE: (self.folding, None),
            types.TEXT_DOCUMENT_DEFINITION: (self.definition, None),
            types.TEXT_DOCUMENT_REFERENCES: (self.references, None),
            types.TEXT_DOCUMENT_PREPARE_RENAME: (self.prepare_rename, None),
            types.TEXT_DOCUMENT_RENAME: (self.rename, types.RenameOptions(prepare_provider=True)),
            types.TEXT_DOCUMENT_HOVER: (self.hover, None),
            types.TEXT_DOCUMENT_DOCUMENT_LINK: (self.links, None),
            types.TEXT_DOCUMENT_CODE_LENS: (self.lenses, None),
            types.TEXT_DOCUMENT_INLAY_HINT: (self.hints, None),
            types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL: (self.tokens, _LEGEND),
            types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE: (self.tokens_between, _LEGEND),
            types.TEXT_DOCUMENT_FORMATTING: (self.formatting, None),
            types.TEXT_DOCUMENT_RANGE_FORMATTING: (self.formatting_between, None),
        }

    # ---- what happens to documents

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
        document = params.text_document
        home = self._desk.open(self._addresses.path(document.uri), document.text)
        self._addresses.remember(home.root / home.name, document.uri)
        self._versions[document.uri] = document.version
        if home.trouble and home.trouble not in self._told:
            self._told.add(home.trouble)
            self._server.window_show_message(types.ShowMessageParams(types.MessageType.Warning, home.trouble))
        self._publish()

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """Change a document, and say what there is to say about it as soon as nothing more is typed."""
        path = self._addresses.path(params.text_document.uri)
        script = self._desk.script(path)
        if script is None:
            return
        for change in params.content_changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                span = self._span(script, change.range)
                script = script.edited(span.start, span.end, change.text)
            else:
                script = script.replaced(change.text)
        self._desk.put(path, script)
        self._versions[params.text_document.uri] = params.text_document.version
        self._publish_soon()

    def closed(self, params: types.DidCloseTextDocumentParams) -> None:
        """Take a document from the desk."""
        self._desk.close(self._addresses.path(params.text_document.uri))
        self._versions.pop(params.text_document.uri, None)
        self._publish()

    def saved(self, _params: types.DidSaveTextDocumentParams) -> None:
        """Look again at the files that are not open; something else may have been saved with this one."""
        self._publish_soon()

    def watched(self, params: types.DidChangeWatchedFilesParams) -> None:
        """Look again at files that have changed, and at settings."""
        if any(change.uri.endswith(_SETTINGS) for change in params.changes):
            self._desk.settle()
        self._publish_soon()

    def _publish_soon(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = get_running_loop().call_later(PAUSE_S, self._publish)

    def _publish(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        shapes = self._shapes()
        found = self._desk.findings()
        addresses = {path: self._addresses.uri(path) for path in found}
        for path, said in found.items():
            uri = addresses[path]
            if said or uri in self._versions or uri in self._published:
                shown = [shapes.diagnostic(look, one) for look, one in said]
                self._send(uri, shown)
        for uri in self._published - set(addresses.values()):
            self._send(uri, [])
        self._published = {addresses[path] for path, said in found.items() if said}

    def _send(self, uri: str, shown: list[types.Diagnostic]) -> None:
        self._server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, shown, version=self._versions.get(uri))
        )

    # ---- what is asked

    def code_actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """Return the fixes of what is said about a range."""
        if (view := self._view(params)) is None:
            return []
        wanted = params.context.only
        shapes = self._shapes()
        found = [shapes.action(view, one, _QUICK) for one in actions(view, self._span(view.script, params.range))
                 if wanted is None or _QUICK in wanted]  # fmt: skip
        everything = fix_all(view) if wanted is None or any(kind in {_ALL, "source"} for kind in wanted) else None
        return found if everything is None else [*found, shapes.action(view, everything, _ALL)]

    def completion(self, params: types.CompletionParams) -> types.CompletionList:
        """Return what may be typed next."""
        if (view := self._view(params)) is None:
            return types.CompletionList(is_incomplete=False, items=[])
        shapes = self._shapes()
        found = suggestions(view, self._offset(view.script, params.position))
        items = [shapes.suggestion(view.script, one, rank) for rank, one in enumerate(found)]
        return types.CompletionList(is_incomplete=False, items=items)

    def outline(self, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        """Return the outline."""
        view = self._view(params)
        return [] if view is None else [self._shapes().symbol(view.script, one) for one in symbols(view)]

    def folding(self, params: types.FoldingRangeParams) -> list[types.FoldingRange]:
        """Return what can be folded."""
        view = self._view(params)
        return [] if view is None else [folding(one) for one in folds(view.script)]

    def definition(self, params: types.DefinitionParams) -> types.Location | None:
        """Return where the word at a place is declared."""
        view = self._view(params)
        found = None if view is None else definition(view, self._offset(view.script, params.position))
        return None if view is None or found is None else self._location(view, found)

    def references(self, params: types.ReferenceParams) -> list[types.Location]:
        """Return where the thing at a place is named."""
        if (view := self._view(params)) is None:
            return []
        at = self._offset(view.script, params.position)
        found = references(view, at, with_declaration=params.context.include_declaration)
        return [self._location(view, one) for one in found]

    def prepare_rename(self, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        """Return what would be renamed; None if nothing can be."""
        view = self._view(params)
        spot = None if view is None else spot_at(view, self._offset(view.script, params.position))
        if view is None or spot is None or (named := named_at(view, spot)) is None or not named.place.source:
            return None
        return types.PrepareRenamePlaceholder(self._shapes().range(view.script, spot.span), spot.text)

    def rename(self, params: types.RenameParams) -> types.WorkspaceEdit | None:
        """Return the edits that give something another name. Raises: JsonRpcInvalidParams if it cannot have it."""
        if (view := self._view(params)) is None:
            return None
        try:
            places = renaming(view, self._offset(view.script, params.position), params.new_name)
        except RenameError as problem:
            raise JsonRpcInvalidParams(str(problem)) from problem
        new = " ".join(params.new_name.split())
        return self._shapes().edits(view, [Edit(name, span, new) for name, spans in places.items() for span in spans])

    def hover(self, params: types.HoverParams) -> types.Hover | None:
        """Return a card about the word at a place."""
        view = self._view(params)
        card = None if view is None else hover(view, self._offset(view.script, params.position))
        if view is None or card is None:
            return None
        content = types.MarkupContent(types.MarkupKind.Markdown, card.markdown)
        return types.Hover(content, self._shapes().range(view.script, card.span))

    def links(self, params: types.DocumentLinkParams) -> list[types.DocumentLink]:
        """Return files and addresses to open."""
        if (view := self._view(params)) is None:
            return []
        shapes = self._shapes()
        return [
            types.DocumentLink(shapes.range(view.script, one.span), one.address or shapes.uri(view, one.file or ""))
            for one in links(view)
        ]

    def lenses(self, params: types.CodeLensParams) -> list[types.CodeLens]:
        """Return what stands above pages and panels."""
        view = self._view(params)
        return [] if view is None else [self._shapes().lens(view.script, one) for one in lenses(view)]

    def hints(self, params: types.InlayHintParams) -> list[types.InlayHint]:
        """Return the counts behind balloons."""
        if (view := self._view(params)) is None:
            return []
        found = hints(view, params.range.start.line, params.range.end.line)
        return [self._shapes().inlay(view.script, one) for one in found]

    def tokens(self, params: types.SemanticTokensParams) -> types.SemanticTokens:
        """Return the sorts of all words."""
        view = self._view(params)
        return types.SemanticTokens([]) if view is None else self._shapes().tokens(tokens(view))

    def tokens_between(self, params: types.SemanticTokensRangeParams) -> types.SemanticTokens:
        """Return the sorts of the words of some lines."""
        if (view := self._view(params)) is None:
            return types.SemanticTokens([])
        found = tokens(view, params.range.start.line, params.range.end.line)
        return self._shapes().tokens(found)

    def formatting(self, params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        """Return the edit that formats a script."""
        return self._tidied(params, None, None)

    def formatting_between(self, params: types.DocumentRangeFormattingParams) -> list[types.TextEdit]:
        """Return the edit that formats some lines."""
        return self._tidied(params, params.range.start.line, params.range.end.line)

    # ---- between the two

    def _tidied(self, params: Any, first: int | None, last: int | None) -> list[types.TextEdit]:
        if (view := self._view(params)) is None or (edit := tidied(view.script, first, last)) is None:
            return []
        span, text = edit
        return [types.TextEdit(self._shapes().range(view.script, span), text)]

    def _view(self, params: Any) -> View | None:
        return self._desk.view(self._addresses.path(params.text_document.uri))

    def _location(self, view: View, target: Target) -> types.Location:
        return self._shapes().location(view, target)

    @property
    def _encoding(self) -> Encoding:
        match self._server.server_capabilities.position_encoding:
            case types.PositionEncodingKind.Utf8:
                return "utf-8"
            case types.PositionEncodingKind.Utf32:
                return "utf-32"
            case _:
                return "utf-16"

    def _shapes(self) -> Shapes:
        return Shapes(self._encoding, self._addresses.uri)

    def _offset(self, script: Script, position: types.Position) -> int:
        return to_offset(script, (position.line, position.character), self._encoding)

    def _span(self, script: Script, wanted: types.Range) -> Span:
        start, end = wanted.start, wanted.end
        return to_span(script, (start.line, start.character), (end.line, end.character), self._encoding)
