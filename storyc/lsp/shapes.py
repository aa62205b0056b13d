"""From what the features answer to the shapes of the protocol."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from lsprotocol import types

from storyc.diagnostics import Diagnostic, Edit, Severity
from storyc.text import Span

from .actions import Action
from .colours import Token
from .columns import Encoding, to_place, units
from .desk import Found
from .lenses import Hint
from .navigation import Target
from .outline import Fold, Symbol, SymbolKind
from .script import Script
from .suggesting import Suggestion, SuggestionKind
from .view import View

SEVERITIES: Final = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}
_SYMBOLS: Final[Mapping[SymbolKind, types.SymbolKind]] = {
    "title": types.SymbolKind.File, "block": types.SymbolKind.Namespace, "person": types.SymbolKind.Class,
    "place": types.SymbolKind.Object, "thing": types.SymbolKind.Struct, "setting": types.SymbolKind.Property,
    "section": types.SymbolKind.Module, "page": types.SymbolKind.Package, "panel": types.SymbolKind.Field,
    "clip": types.SymbolKind.Event, "name": types.SymbolKind.Variable, "file": types.SymbolKind.File,
}  # fmt: skip
_SUGGESTIONS: Final[Mapping[SuggestionKind, types.CompletionItemKind]] = {
    "person": types.CompletionItemKind.Class, "place": types.CompletionItemKind.Module,
    "word": types.CompletionItemKind.Keyword, "value": types.CompletionItemKind.Value,
    "file": types.CompletionItemKind.File, "name": types.CompletionItemKind.Variable,
    "heading": types.CompletionItemKind.Struct,
}  # fmt: skip


_PRICE: Final = "price"
"""What edits that cost something are marked with."""


class Shapes:
    """Makes the values of the protocol, in the units that the editor counts columns in."""

    def __init__(self, encoding: Encoding, address: Callable[[Path], str], versions: Mapping[str, int]) -> None:
        """`address` gives the addresses of files, `versions` those of the open ones."""
        self._encoding = encoding
        self._address = address
        self._versions = versions

    def range(self, script: Script, span: Span) -> types.Range:
        """Return the range of a span."""
        return types.Range(self._position(script, span.start), self._position(script, span.end))

    def _position(self, script: Script, offset: int) -> types.Position:
        return types.Position(*to_place(script, offset, self._encoding))

    def uri(self, view: View | Found, name: str) -> str:
        """Return the address of a file of a project."""
        return self._address(view.root / name)

    def location(self, view: View, target: Target) -> types.Location:
        """Return a place in a file; of a file that is no script, its beginning."""
        script = view.look.scripts.get(target.file)
        nowhere = types.Position(0, 0)
        place = types.Range(nowhere, nowhere) if script is None else self.range(script, target.span)
        return types.Location(self.uri(view, target.file), place)

    def highlight(self, script: Script, target: Target) -> types.DocumentHighlight:
        """Return a place in an open script where something is named."""
        kind = types.DocumentHighlightKind.Write if target.is_declared else types.DocumentHighlightKind.Read
        return types.DocumentHighlight(self.range(script, target.span), kind)

    def diagnostic(self, view: View | Found, said: Diagnostic) -> types.Diagnostic:
        """Return a diagnostic; what helps stands under its message, other places beside it."""
        scripts = view.look.scripts
        message = "\n".join((said.message, *(f"help: {told}" for told in said.helps)))
        others = [
            types.DiagnosticRelatedInformation(
                types.Location(self.uri(view, label.source), self.range(scripts[label.source], label.span)),
                label.text or "see here",
            )
            for label in said.labels
            if label.source in scripts
        ]
        return types.Diagnostic(
            self.range(scripts[said.primary.source], said.primary.span),
            message,
            SEVERITIES[said.severity],
            code=said.code.number,
            source="storyc",
            related_information=others or None,
            data={"name": said.code.name},
        )

    def action(self, view: View, action: Action, kind: types.CodeActionKind) -> types.CodeAction:
        """Return edits that are offered."""
        said = [self.diagnostic(view, one) for one in action.said]
        return types.CodeAction(
            action.title, kind, said, is_preferred=action.is_safe, edit=self.edits(view, action.edits)
        )

    def edits(self, view: View, edits: Iterable[Edit]) -> types.WorkspaceEdit:
        """Return edits of the files of a story."""
        changes: dict[str, list[types.TextEdit]] = {}
        for edit in edits:
            if (script := view.look.scripts.get(edit.source)) is not None:
                there = changes.setdefault(self.uri(view, edit.source), [])
                there.append(types.TextEdit(self.range(script, edit.span), edit.text))
        return types.WorkspaceEdit(changes=changes)

    def edits_of_all(self, edits: Iterable[tuple[View, Sequence[Edit]]]) -> types.WorkspaceEdit:
        """Return edits of the files of several stories; those of a file that several have are the same in each."""
        changes: dict[str, Sequence[types.TextEdit]] = {}
        for view, there in edits:
            changes.update(self.edits(view, there).changes or {})
        return types.WorkspaceEdit(changes=changes)

    def priced(self, edits: types.WorkspaceEdit, price: str) -> types.WorkspaceEdit:
        """Return edits that an editor shows with their price before it makes them."""
        changes = [
            types.TextDocumentEdit(
                types.OptionalVersionedTextDocumentIdentifier(uri, self._versions.get(uri)),
                [types.AnnotatedTextEdit(_PRICE, one.range, one.new_text) for one in found],
            )
            for uri, found in (edits.changes or {}).items()
        ]
        annotation = types.ChangeAnnotation(price, needs_confirmation=True, description="with the next build")
        return types.WorkspaceEdit(document_changes=changes, change_annotations={_PRICE: annotation})

    def symbol(self, script: Script, symbol: Symbol) -> types.DocumentSymbol:
        """Return an entry of an outline."""
        children = [self.symbol(script, child) for child in symbol.children]
        return types.DocumentSymbol(
            symbol.name, _SYMBOLS[symbol.kind], self.range(script, symbol.whole), self.range(script, symbol.heading),
            detail=symbol.detail, children=children,
        )  # fmt: skip

    def suggestion(self, script: Script, one: Suggestion, rank: int) -> types.CompletionItem:
        """Return what may be typed; editors keep the order of the ranks."""
        return types.CompletionItem(
            one.label, kind=_SUGGESTIONS[one.kind], detail=one.detail or None, sort_text=f"{rank:04}",
            filter_text=one.label, text_edit=types.TextEdit(self.range(script, one.span), one.text),
        )  # fmt: skip

    def lens(self, script: Script, hint: Hint) -> types.CodeLens:
        """Return a few words above a line; clicking them does nothing."""
        return types.CodeLens(self.range(script, hint.span), command=types.Command(hint.text, ""))

    def inlay(self, script: Script, hint: Hint) -> types.InlayHint:
        """Return a few words behind a place."""
        return types.InlayHint(self._position(script, hint.span.end), hint.text, padding_left=True)

    def tokens(self, tokens: Iterable[Token]) -> types.SemanticTokens:
        """Return words with their sorts, each placed by its distance from the one before."""
        return types.SemanticTokens(list(self._distances(tokens)))

    def _distances(self, tokens: Iterable[Token]) -> Iterator[int]:
        line, column = 0, 0
        for token in tokens:
            begins = units(token.before, self._encoding)
            yield token.line - line
            yield begins - column if token.line == line else begins
            yield units(token.text, self._encoding)
            yield token.sort
            yield int(token.is_declared)
            line, column = token.line, begins


def folding(fold: Fold) -> types.FoldingRange:
    """Return lines that can be folded."""
    kind = types.FoldingRangeKind.Comment if fold.kind == "comment" else types.FoldingRangeKind.Region
    return types.FoldingRange(fold.first, fold.last, kind=kind)
