"""Emphasis inside a line, as the few tags that both outputs understand.

The letters go through `escape`, so that nothing is markup but the tags written here.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from html import escape as escape_attribute
from re import compile as regex

from markdown_it import MarkdownIt
from markdown_it.token import Token

from storyc.storyboard import Emphasis, Text

Escape = Callable[[str], str]

_MARKED = regex(r"[*_\[\\]")
_WEB = ("https://", "http://")
_TAGS: Mapping[str, str] = {
    "em_open": "<em>",
    "em_close": "</em>",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "link_close": "</a>",
    "softbreak": " ",
}


def lettered(text: Text, escape: Escape, underline: str) -> str:
    """Return the letters of a balloon as markup: `<em>`, `<strong>`, the element `underline`, `<br>` for a line break."""
    tags = _lettering_tags(underline)
    parts: list[str] = []
    for run in text:
        opening, closing = tags[run.emphasis]
        parts += (opening, "<br>".join(escape(line) for line in run.text.split("\n")), closing)
    return "".join(parts)


def emphasised(prose: str, escape: Escape) -> str:
    """Return prose as markup: emphasis and web links as in Markdown, everything else as it was typed."""
    if _MARKED.search(prose) is None:
        return escape(prose)
    tokens = _inline_tokens(prose, with_links=True)
    if not all(_href(token).startswith(_WEB) for token in tokens if token.type == "link_open"):
        tokens = _inline_tokens(prose, with_links=False)
    return "".join(_written(tokens, escape))


def _written(tokens: Sequence[Token], escape: Escape) -> Iterator[str]:
    for token in tokens:
        if token.type == "link_open":
            yield f'<a href="{escape_attribute(_href(token))}" rel="noopener noreferrer">'
        elif token.type in _TAGS:
            yield _TAGS[token.type]
        else:
            yield escape(token.content)


def _href(link: Token) -> str:
    return str(link.attrs["href"])


def _inline_tokens(prose: str, *, with_links: bool) -> Sequence[Token]:
    (line,) = _parser(with_links=with_links).parseInline(prose)
    return line.children or ()


@cache
def _parser(*, with_links: bool) -> MarkdownIt:
    rules = ["emphasis", "escape", *(["link"] if with_links else [])]
    return MarkdownIt("zero", {"html": False}).enable(rules)


@cache
def _lettering_tags(underline: str) -> Mapping[Emphasis, tuple[str, str]]:
    elements = ((Emphasis.UNDERLINE, underline), (Emphasis.BOLD, "strong"), (Emphasis.ITALIC, "em"))
    tags = {}
    for bits in range(8):
        emphasis = Emphasis(bits)
        names = [name for flag, name in elements if flag in emphasis]
        tags[emphasis] = (
            "".join(f"<{name}>" for name in names),
            "".join(f"</{name}>" for name in reversed(names)),
        )
    return tags
