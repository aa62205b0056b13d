"""Whatever a text is, every question about it has an answer, and every place in an answer is a place in the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.lsp.actions import actions, fix_all, tidied
from storyc.lsp.colours import tokens
from storyc.lsp.desk import NOWHERE, Desk
from storyc.lsp.everywhere import references_everywhere
from storyc.lsp.frame import Frame
from storyc.lsp.hovering import hover
from storyc.lsp.lenses import hints, lenses
from storyc.lsp.navigation import definition, links
from storyc.lsp.outline import Symbol, folds, symbols
from storyc.lsp.renaming import handle_at
from storyc.lsp.script import Script
from storyc.lsp.suggesting import suggestions
from storyc.text import Span
from tests.fuzz.fragments import FRAGMENTS
from tests.lsp.edits import LINES

texts = st.lists(st.sampled_from((*FRAGMENTS, *LINES)), max_size=30).map("".join) | st.text()


def assert_inside(script: Script, span: Span) -> None:
    """Assert that a span is one of the text."""
    assert 0 <= span.start <= span.end <= len(script.text)


def assert_nested(script: Script, symbol: Symbol) -> None:
    """Assert that headings are in what they head."""
    assert_inside(script, symbol.whole)
    assert symbol.whole.start <= symbol.heading.start <= symbol.heading.end <= symbol.whole.end
    assert symbol.name
    for child in symbol.children:
        assert_nested(script, child)


@settings(max_examples=150, deadline=None)
@given(texts, st.integers(0, 300), st.integers(0, 40))
def test_every_question_has_an_answer(text: str, at: int, line: int) -> None:
    path = NOWHERE / "any.story"
    desk = Desk()
    desk.open(path, text)
    view = desk.view(path)
    assert view is not None
    script = view.script
    offset = min(at, len(script.text))
    for symbol in symbols(view):
        assert_nested(script, symbol)
    for fold in folds(script):
        assert 0 <= fold.first < fold.last <= script.last_line
    spans = [lens.span for lens in lenses(view)]
    spans += [hint.span for hint in hints(view, 0, script.last_line)]
    spans += [link.span for link in links(view)]
    spans += [suggestion.span for suggestion in suggestions(view, offset)]
    spans += [target.span for _, target in references_everywhere(desk, path, offset)]
    for everything in (hover(view, offset, Frame(is_sized=True)), definition(view, offset), handle_at(view, offset)):
        spans += [] if everything is None else [everything.span]
    for action in (*actions(view, Span(0, len(script.text))), fix_all(view)):
        spans += [] if action is None else [edit.span for edit in action.edits]
    for span in spans:
        assert_inside(script, span)
    for token in tokens(view):
        assert script.slice(script.line_span(token.line)).startswith(token.before + token.text)
    for edit in (tidied(script), tidied(script, line, line + 3)):
        if edit is not None:
            assert_inside(script, edit[0])
