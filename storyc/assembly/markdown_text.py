"""Text inside Markdown that renders as it was typed, on a code host too.

Everything a parser might take for markup is escaped where it stands, so that no text needs to know what surrounds it.
"""

from re import compile as regex
from urllib.parse import quote

from .visible import visible

_FOLDED = regex(r"[ \t\r\n]{2,}|[\t\r\n]")
_SPECIAL = regex(r"[\\`*_\[\]<>|~$#]|&(?=[#\w])")
_BLOCK_START = regex(r"[-+=]|[0-9]{1,9}(?=[.)])")


def inline(text: str) -> str:
    """Return text for the middle of a line, a table cell or a heading."""
    return _SPECIAL.sub(r"\\\g<0>", _FOLDED.sub(" ", visible(text)))


def paragraph(text: str) -> str:
    """Return text for a line of its own; empty if there is nothing to see."""
    line = inline(text).strip()
    start = _BLOCK_START.match(line)
    if start is None:
        return line
    at = 0 if start[0] in "-+=" else start.end()
    return f"{line[:at]}\\{line[at:]}"


def strong(text: str) -> str:
    """Return text in bold; empty if there is nothing to see."""
    name = inline(text).strip()
    return f"**{name}**" if name else ""


def italic(text: str) -> str:
    """Return text in italics; empty if there is nothing to see."""
    words = inline(text).strip()
    return f"*{words}*" if words else ""


def small(*parts: str) -> str:
    """Return one line of small print; empty if every part is."""
    words = " · ".join(inline(part) for part in parts if part)
    return f"<sub>{words}</sub>" if words else ""


def anchored(anchor: str, heading: str) -> str:
    """Return a heading's text with a place that a link can name, whatever the host makes of the words."""
    return f'<a id="{anchor}"></a>{heading}'


def file_link(root: str, path: str) -> str:
    """Return the destination of a link to a file: relative, each character that could end the link encoded."""
    return quote(f"{root.rstrip('/')}/{path}" if root else path, safe="/")
