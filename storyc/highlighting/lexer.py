"""The lexer that Pygments finds by its entry point. Only who asks for it needs Pygments; storyc itself does not."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from pygments.lexer import Lexer
from pygments.token import Comment, Generic, Keyword, Name, Text, _TokenType

from storyc.text import Source

from .highlights import HighlightKind, find_highlights

_TOKENS: Mapping[HighlightKind, _TokenType] = {
    "comment": Comment,
    "note": Comment.Special,
    "heading": Keyword,
    "tag": Name.Attribute,
    "key": Name.Label,
    "block": Keyword.Namespace,
    "name": Name.Variable,
    "slug": Name.Namespace,
    "section": Generic.Heading,
    "synopsis": Comment.Single,
    "transition": Name.Decorator,
    "speaker": Name.Function,
    "modifier": Name.Builtin,
}


class StoryLexer(Lexer):
    """Comic scripts."""

    name = "storyc"
    url = "https://github.com/storyc/storyc"
    aliases: ClassVar[list[str]] = ["story", "storyc"]
    filenames: ClassVar[list[str]] = ["*.story"]
    mimetypes: ClassVar[list[str]] = ["text/x-story"]

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, _TokenType, str]]:
        """Yield where each token begins, what it is, and its text; together they are the whole text."""
        at = 0
        for mark in find_highlights(Source("story", text)):
            if at < mark.start:
                yield at, Text, text[at : mark.start]
            yield mark.start, _TOKENS[mark.kind], text[mark.start : mark.end]
            at = mark.end
        if at < len(text):
            yield at, Text, text[at:]
