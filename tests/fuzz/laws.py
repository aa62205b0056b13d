"""What holds for every text whatever."""

from collections.abc import Iterator

from storyc.assembly import to_html, to_markdown
from storyc.lowering import local_files, lower, to_json, units
from storyc.planning import Art, Results
from storyc.project import check_sources
from storyc.syntax import Document, Heading, Node, TitleField, TitlePage, parse
from storyc.text import MemoryFiles, Source, Span
from storyc.wire import NEWEST

NAME = "fuzz.story"
NOTHING_BUILT = Results(panels={}, clips={}, is_draft=True)


def spans(node: Node) -> Iterator[Span]:
    """Yield the spans of a tree's lines, in the order of the tree."""
    if not isinstance(node, Document) and not (hasattr(node, "heading") and isinstance(node.heading, Node)):
        yield node.span  # type: ignore[attr-defined]
    if isinstance(node, TitlePage | TitleField | Heading):
        return
    for field in node.__struct_fields__:
        value = getattr(node, field)
        for child in value if isinstance(value, tuple) else (value,):
            if isinstance(child, Node) and field != "comments":
                yield from spans(child)


def assert_lossless(source: Source) -> Document:
    """Assert that every character that is not white space stands in a line of the tree, and lines in their order."""
    document = parse(source).value
    found = list(spans(document))
    starts = [span.start for span in found]
    assert starts == sorted(starts), "the lines of the tree are not in the order of the text"
    covered = bytearray(len(source.text))
    for span in (*found, *(comment.span for comment in document.comments)):
        assert 0 <= span.start <= span.end <= len(source.text)
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    lost = [place for place, char in enumerate(source.text) if not covered[place] and not char.isspace()]
    assert not lost, f"{source.text[lost[0] :][:40]!r} stands in no line of the tree"
    return document


def assert_compiles(text: str) -> None:
    """Assert that a text goes through every phase that needs no network: to diagnostics, or to pages and requests."""
    checked = check_sources(NAME, MemoryFiles({NAME: text.encode()}), {})
    for said in checked.diagnostics:
        source = checked.sources[said.primary.source]
        assert 0 <= said.primary.span.start <= said.primary.span.end <= len(source.text)
    if checked.program is None:
        return
    board = lower(checked.program)
    to_markdown(board, NOTHING_BUILT)
    to_html(board, NOTHING_BUILT, _no_art)
    to_json(board, units(board, NEWEST, dict.fromkeys(local_files(board), "0" * 64)))


def _no_art(art: Art) -> bytes:
    raise AssertionError(art)
