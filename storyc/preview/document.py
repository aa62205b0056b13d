"""The storyboard page taken apart, so that parts of it can be sent again.

The page is our own and every word of a writer in it is escaped, so what looks like the beginning of a part is one.
"""

from hashlib import sha256
from html import escape
from re import DOTALL, Pattern
from re import compile as regex
from typing import Final

from msgspec import Struct

_ROOT: Final = regex(r"<html [^>]*>")
_SCHEME: Final = regex(r'<meta name="color-scheme"[^>]*>')
_TITLE: Final = regex(r"<title>(.*?)</title>", DOTALL)
_STYLE: Final = regex(r"<style>(.*?)</style>", DOTALL)
_SCRIPT: Final = regex(r"<script>(.*?)</script>", DOTALL)
_NAMED: Final = {
    '<header class="bar"': "bar",
    '<dialog class="help"': "help",
    '<header class="cover"': "cover",
    '<section class="page clips"': "clips",
    '<div class="reference"': "reference",
    '<footer class="colophon"': "colophon",
}
"""How the parts begin that are there once, and their ids here; pages bring their own."""
_PART: Final = regex(rf'(?=<article class="page[^>]* id="(?P<page>page-\d+)"|(?P<named>{"|".join(_NAMED)}))')
_END: Final = regex(r"</(?:main|body)>")


class Document(Struct, frozen=True):
    """A storyboard page in parts."""

    root: str
    """The opening tag of the document."""
    scheme: str
    """The meta element that names the colours."""
    title: str
    """Escaped."""
    style: str
    script: str
    parts: dict[str, str]
    """By id, in the order of the page; each is one element that has its id."""

    @property
    def style_address(self) -> str:
        """Return where the style sheet is found: another one has another address."""
        return f"style.css?{sha256(self.style.encode()).hexdigest()[:16]}"


def take_apart(html: str) -> Document:
    """Return a storyboard page in its parts."""
    head, _, body = html.partition("<body>")
    before, _, after = body.partition("<script>")
    script, _, main = after.partition("</script>")
    return Document(
        root=_found(_ROOT, head, 0),
        scheme=_found(_SCHEME, head, 0),
        title=_found(_TITLE, head, 1),
        style=_found(_STYLE, head, 1),
        script=script,
        parts={**_parts(before), **_parts(main)},
    )


def put_together(document: Document, watch: str, revision: str) -> str:
    """Return a page that looks the same, takes styles and scripts from beside it, and can be changed in parts."""
    outside = {name: html for name, html in document.parts.items() if name in {"bar", "help"}}
    foot = document.parts.get("colophon", "")
    inside = (html for name, html in document.parts.items() if name not in outside and name != "colophon")
    return f"""<!doctype html>
{document.root}
<head>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="revision" content="{escape(revision)}">
{document.scheme}
<title>{document.title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" id="style" href="{document.style_address}">
<link rel="stylesheet" href="preview.css">
<script src="preview.js" defer></script>
</head>
<body>
{"".join(outside.values())}
<script src="storyboard.js"></script>
{watch}<p id="watch-said" class="mark" role="status"></p>
<main>
{"".join(inside)}</main>
{foot}
</body>
</html>
"""


def _found(pattern: Pattern[str], text: str, group: int) -> str:
    found = pattern.search(text)
    assert found is not None, pattern.pattern
    return found[group]


def _parts(html: str) -> dict[str, str]:
    starts = list(_PART.finditer(html))
    ends = [start.start() for start in starts[1:]] + [len(html)]
    found = {}
    for start, end in zip(starts, ends, strict=True):
        piece = html[start.start() : end]
        # what closes the elements around the parts belongs to none of them
        closing = _END.search(piece)
        piece = piece if closing is None else piece[: closing.start()]
        if start["page"]:
            found[start["page"]] = piece
        else:
            name = _NAMED[start["named"]]
            found[name] = (
                piece if f' id="{name}"' in piece[: piece.index(">")] else piece.replace(" ", f' id="{name}" ', 1)
            )
    return found
