"""Every comment of a document: those that a tree has as lines, and those inside a line."""

from bisect import bisect_right
from collections.abc import Iterator

from storyc.syntax import Comment, Document, Heading, Node
from storyc.text import Span


class Comments:
    """The comments of one document, found by places in them."""

    def __init__(self, document: Document) -> None:
        found = {comment.text_at: comment.span for comment in _comments(document)}
        self._spans = [found[start] for start in sorted(found)]

    def around(self, at: int) -> Span | None:
        """Return the comment that a place lies in, None if it lies in none."""
        index = bisect_right(self._spans, at, key=lambda span: span.start) - 1
        return self._spans[index] if index >= 0 and at < self._spans[index].end else None


def _comments(node: Node) -> Iterator[Comment]:
    if isinstance(node, Comment):
        yield node
    elif not isinstance(node, Heading):
        for field in node.__struct_fields__:
            value = getattr(node, field)
            if isinstance(value, tuple):
                for child in value:
                    yield from _comments(child)
