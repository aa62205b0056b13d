"""What an editor asks about a document, answered by the features."""

from asyncio import gather, wait_for
from collections.abc import Sequence
from typing import Any, Final

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from storyc.diagnostics import Edit

from .actions import actions, fix_all, tidied
from .colours import tokens
from .everywhere import handle_anywhere, references_everywhere, renaming_everywhere
from .forecast import Forecast, Inquiry, price_of_edits, supposed
from .frame import Frame
from .hovering import hover
from .lenses import hints, lenses
from .navigation import definition, highlights, links, thing_at
from .outline import folds, symbols
from .renaming import RenameError
from .session import Session
from .shapes import folding
from .suggesting import suggestions
from .view import View

QUICK: Final = types.CodeActionKind.QuickFix
ALL: Final = types.CodeActionKind.SourceFixAll
MAIN_SCRIPT: Final = "storyc/mainScript"
"""A question that the protocol does not know; it is asked like one about a document."""
_PATIENCE_S: Final = 10.0
"""How long somebody waits who has pointed at something or renames it."""


class Answers:
    """The features, under the names that the protocol has for them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def code_actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """Return the fixes of what is said about a range."""
        if (view := self._session.view(params)) is None:
            return []
        wanted = params.context.only
        shapes = self._session.shapes
        found = [shapes.action(view, one, QUICK) for one in actions(view, self._session.span(view.script, params.range))
                 if wanted is None or QUICK in wanted]  # fmt: skip
        everything = fix_all(view) if wanted is None or any(kind in {ALL, "source"} for kind in wanted) else None
        return found if everything is None else [*found, shapes.action(view, everything, ALL)]

    def completion(self, params: types.CompletionParams) -> types.CompletionList:
        """Return what may be typed next."""
        if (view := self._session.view(params)) is None:
            return types.CompletionList(is_incomplete=False, items=[])
        shapes = self._session.shapes
        found = suggestions(view, self._session.offset(view.script, params.position))
        items = [shapes.suggestion(view.script, one, rank) for rank, one in enumerate(found)]
        return types.CompletionList(is_incomplete=False, items=items)

    def outline(self, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        """Return the outline."""
        if (view := self._session.view(params)) is None:
            return []
        shapes = self._session.shapes
        known = self._session.background.known(view.inquiry)
        return [shapes.symbol(view.script, one) for one in symbols(view, known)]

    def folding(self, params: types.FoldingRangeParams) -> list[types.FoldingRange]:
        """Return what can be folded."""
        view = self._session.view(params)
        return [] if view is None else [folding(one) for one in folds(view.script)]

    def definition(self, params: types.DefinitionParams) -> types.Location | None:
        """Return where the word at a place is declared."""
        view = self._session.view(params)
        found = None if view is None else definition(view, self._session.offset(view.script, params.position))
        return None if view is None or found is None else self._session.shapes.location(view, found)

    def references(self, params: types.ReferenceParams) -> list[types.Location]:
        """Return where the thing at a place is named."""
        if (view := self._session.view(params)) is None:
            return []
        at = self._session.offset(view.script, params.position)
        found = references_everywhere(self._session.desk, self._session.path(params), at)
        with_declaration = params.context.include_declaration
        shapes = self._session.shapes
        return [shapes.location(there, one) for there, one in found if with_declaration or not one.is_declared]

    def highlights(self, params: types.DocumentHighlightParams) -> list[types.DocumentHighlight]:
        """Return where the thing at a place is named in its document: it is written where it is declared, and read elsewhere."""
        if (view := self._session.view(params)) is None:
            return []
        # whichever story it is read in, the script is the same
        named = thing_at(view, self._session.offset(view.script, params.position))
        found = () if named is None else highlights(view, named)
        return [self._session.shapes.highlight(view.script, one) for one in found]

    def prepare_rename(self, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        """Return what would be renamed; None if nothing can be."""
        if (view := self._session.view(params)) is None:
            return None
        at = self._session.offset(view.script, params.position)
        found = handle_anywhere(self._session.desk, self._session.path(params), at)
        if found is None:
            return None
        return types.PrepareRenamePlaceholder(self._session.shapes.range(view.script, found.span), found.text)

    async def rename(self, params: types.RenameParams) -> types.WorkspaceEdit | None:
        """Return the edits that give something another name, and say what they cost. Raises: JsonRpcInvalidParams if it cannot have it."""
        if (view := self._session.view(params)) is None:
            return None
        at = self._session.offset(view.script, params.position)
        try:
            found = renaming_everywhere(self._session.desk, self._session.path(params), at, params.new_name)
        except RenameError as problem:
            raise JsonRpcInvalidParams(str(problem)) from problem
        shapes = self._session.shapes
        edits = shapes.edits_of_all(found)
        price = await self._price(found)
        if price and self._session.confirms_edits:
            return shapes.priced(edits, price)
        if price:
            told = types.ShowMessageParams(types.MessageType.Info, f"A build now {price}. Undo to keep what was drawn.")
            self._session.server.window_show_message(told)
        return edits

    async def hover(self, params: types.HoverParams) -> types.Hover | None:
        """Return a card about the word at a place."""
        if (view := self._session.view(params)) is None:
            return None
        at = self._session.offset(view.script, params.position)
        frame = Frame(is_sized=self._session.sizes_pictures)
        card = hover(view, at, frame)
        if card is not None and card.is_of_panel:
            card = hover(view, at, frame, await self._current(view.inquiry))
        if card is None:
            return None
        content = types.MarkupContent(types.MarkupKind.Markdown, card.markdown)
        return types.Hover(content, self._session.shapes.range(view.script, card.span))

    def links(self, params: types.DocumentLinkParams) -> list[types.DocumentLink]:
        """Return files and addresses to open."""
        if (view := self._session.view(params)) is None:
            return []
        shapes = self._session.shapes
        return [
            types.DocumentLink(shapes.range(view.script, one.span), one.address or shapes.uri(view, one.file or ""))
            for one in links(view)
        ]

    async def lenses(self, params: types.CodeLensParams) -> list[types.CodeLens]:
        """Return what stands above pages and panels. An editor that asks again when it is told to gets at once what is known."""
        if (view := self._session.view(params)) is None:
            return []
        background = self._session.background
        if self._session.refreshes_lenses:
            background.look_soon(view.inquiry)
            known = background.known(view.inquiry)
        else:
            known = await background.current(view.inquiry)
            # something may have been typed meanwhile
            view = self._session.view(params) or view
        shapes = self._session.shapes
        return [shapes.lens(view.script, one) for one in lenses(view, known)]

    def hints(self, params: types.InlayHintParams) -> list[types.InlayHint]:
        """Return the counts behind balloons."""
        if (view := self._session.view(params)) is None:
            return []
        found = hints(view, params.range.start.line, params.range.end.line)
        return [self._session.shapes.inlay(view.script, one) for one in found]

    def tokens(self, params: types.SemanticTokensParams) -> types.SemanticTokens:
        """Return the sorts of all words."""
        view = self._session.view(params)
        return types.SemanticTokens([]) if view is None else self._session.shapes.tokens(tokens(view))

    def tokens_between(self, params: types.SemanticTokensRangeParams) -> types.SemanticTokens:
        """Return the sorts of the words of some lines."""
        if (view := self._session.view(params)) is None:
            return types.SemanticTokens([])
        found = tokens(view, params.range.start.line, params.range.end.line)
        return self._session.shapes.tokens(found)

    def main_script(self, params: Any) -> str | None:
        """Return the address of the main script of the story that an open document belongs to; None if it is not open."""
        view = self._session.desk.view(self._session.addresses.path(params.textDocument.uri))
        return None if view is None else self._session.shapes.uri(view, view.look.entry)

    def formatting(self, params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        """Return the edit that formats a script."""
        return self._tidied(params, None, None)

    def formatting_between(self, params: types.DocumentRangeFormattingParams) -> list[types.TextEdit]:
        """Return the edit that formats some lines."""
        return self._tidied(params, params.range.start.line, params.range.end.line)

    def _tidied(self, params: Any, first: int | None, last: int | None) -> list[types.TextEdit]:
        if (view := self._session.view(params)) is None or (edit := tidied(view.script, first, last)) is None:
            return []
        span, text = edit
        return [types.TextEdit(self._session.shapes.range(view.script, span), text)]

    async def _current(self, inquiry: Inquiry) -> Forecast | None:
        """Return what a build would do with a story, or what is known of that when patience ends."""
        background = self._session.background
        try:
            return await wait_for(background.current(inquiry), _PATIENCE_S)
        except TimeoutError:
            return background.known(inquiry)

    async def _price(self, found: Sequence[tuple[View, Sequence[Edit]]]) -> str:
        """Return what edits of some stories cost, in a few words; empty if they cost nothing, or nothing was ever bought."""
        before = await gather(*(self._current(view.inquiry) for view, _ in found))
        if not any(one is not None and one.has_record for one in before):
            return ""
        after = await gather(
            *(self._supposed(one, view, edits) for one, (view, edits) in zip(before, found, strict=True))
        )
        known: list[tuple[Forecast, Forecast]] = []
        unknown: list[str] = []
        for old, new, (view, _) in zip(before, after, found, strict=True):
            if old is not None and new is not None and new.is_known:
                known.append((old, new))
            elif old is None or old.has_record:
                unknown.append(view.look.entry)
        return price_of_edits([old for old, _ in known], [new for _, new in known], unknown)

    async def _supposed(self, before: Forecast | None, view: View, edits: Sequence[Edit]) -> Forecast | None:
        """Return what a build would do with a story after edits; None if nobody knows, or it would buy all of it anyway."""
        if before is None or not (before.is_known and before.has_record):
            return None
        try:
            return await wait_for(self._session.background.suppose(supposed(view.inquiry, edits)), _PATIENCE_S)
        except TimeoutError:
            return None
