"""Paints over what must not be read as lines: comments, line ends of other systems, and the line ends inside notes.

The shadow of a text has the same length as the text (but for a line end at the very end, if there was none), so that
every place in it is a place in the text.
"""

import re

from msgspec import Struct

from storyc.diagnostics import Code, Diagnostic, Edit, Fix, Label, codes
from storyc.text import Source, Span

from .tree import Comment

IN_COMMENT = "\0"
IN_NOTE = "\x01"

_CONTROL = re.compile("[\0\x01]+")
_NESTING = re.compile(r"/\*|\*/")
_NOTE_END = re.compile(r"\]\]|\n[^\S\n]*+(?=\n|\Z)")


class Shadow(Struct, frozen=True, gc=False):
    """A text to be read line by line, and what was painted over."""

    text: str
    """Empty, or ends with a line end; every line ends with a line feed."""
    comments: tuple[Comment, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def make_shadow(source: Source) -> Shadow:
    """Return the shadow of a source, with a diagnostic for each comment or note that nobody closed."""
    text = source.text
    said: list[Diagnostic] = []
    if "\0" in text or "\x01" in text:
        said.append(_control_characters(source))
        text = text.replace(IN_COMMENT, "\ufffd").replace(IN_NOTE, "\ufffd")
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    comments: list[Comment] = []
    text = _painted(text, source, comments, said)
    # A comment that nobody closed swallows the last line end, too.
    ending = "" if not text or text[-1] == "\n" else "\n"
    return Shadow(text + ending, tuple(comments), tuple(said))


def _painted(text: str, source: Source, comments: list[Comment], said: list[Diagnostic]) -> str:
    """Return a text without comments and without line ends inside notes."""
    pieces: list[str] = []
    done = at = 0
    comment, note = text.find("/*"), text.find("[[")
    while comment >= 0 or note >= 0:
        start = min(comment, note) if comment >= 0 and note >= 0 else max(comment, note)
        if _is_in_plain_line(text, at, start):
            at = text.find("\n", start)
        elif start == note:
            at, is_closed = (start + 1, True) if text[start - 1 : start] == "\\" else _note_end(text, start)
            if not is_closed:
                said.append(_unclosed(codes.UNCLOSED_NOTE, source, start, "note", "]]", at))
            if "\n" in (inside := text[start:at]):
                pieces += (text[done:start], inside.replace("\n", IN_NOTE))
                done = at
        elif not _opens_comment(text, start):
            at = start + 1
        else:
            at = _comment_end(text, start + 2)
            if at < 0:
                at = len(text)
                said.append(_unclosed(codes.UNCLOSED_COMMENT, source, start, "comment", "*/", at))
            comments.append(Comment(source.text[start:at], start))
            pieces += (text[done:start], IN_COMMENT * (at - start))
            done = at
        if at < 0:
            break
        comment = text.find("/*", at) if 0 <= comment < at else comment
        note = text.find("[[", at) if 0 <= note < at else note
    pieces.append(text[done:])
    return "".join(pieces)


def without_comments(text: str) -> str:
    """Return the beginning of a line, of the same length, with its comments painted over; one may go on in the next line."""
    at = text.find("/*")
    while at >= 0:
        end = _comment_end(text, at + 2) if _opens_comment(text, at) else at + 1
        end = len(text) if end < 0 else end
        if end > at + 1:
            text = text[:at] + IN_COMMENT * (end - at) + text[end:]
        at = text.find("/*", end)
    return text


def _is_in_plain_line(text: str, at: int, start: int) -> bool:
    r"""Return whether a place is in a line that begins with `//` or `\`, where nothing opens; all up to `at` is known."""
    line = text.rfind("\n", at, start) + 1
    if line == 0 and at > 0:  # a line that went on behind something that was opened and closed in it
        return False
    return text[line : start + 2].lstrip().startswith(("//", "\\"))


def _opens_comment(text: str, start: int) -> bool:
    """Return whether `/*` stands at the start of a line, after white space or right after another comment."""
    return start == 0 or text[start - 1].isspace() or text[max(start - 2, 0) : start] == "*/"


def _comment_end(text: str, at: int) -> int:
    """Return where the comment that was opened just before `at` ends, -1 if it does not; comments nest."""
    depth = 1
    for mark in _NESTING.finditer(text, at):
        depth += 1 if mark[0] == "/*" else -1
        if depth == 0:
            return mark.end()
    return -1


def _note_end(text: str, start: int) -> tuple[int, bool]:
    """Return where a note ends, which is before the next empty line at the latest, and whether it is closed."""
    closing = _NOTE_END.search(text, start + 2)
    if closing is None:
        return len(text), False
    return (closing.end(), True) if closing[0] == "]]" else (closing.start(), False)


def _control_characters(source: Source) -> Diagnostic:
    """Return what is to be said about characters that mean something only in a shadow."""
    runs = [Span(*run.span()) for run in _CONTROL.finditer(source.text)]
    first = source.text[runs[0].start]
    return Diagnostic(
        codes.CONTROL_CHARACTER,
        f"the control character U+{ord(first):04X} stands in the text",
        Label(source.name, runs[0], "here" if len(runs) == 1 else f"here, and at {len(runs) - 1} more places"),
        helps=("save the script as UTF-8; it is read here as if the character were missing",),
        fixes=(Fix("remove it", tuple(Edit(source.name, run, "") for run in runs)),),
    )


def _unclosed(code: Code, source: Source, start: int, what: str, mark: str, end: int) -> Diagnostic:
    return Diagnostic(
        code,
        f"this {what} is opened but never closed",
        Label(source.name, Span(start, start + 2), "opened here"),
        helps=(f"close it with `{mark}`",),
        fixes=(Fix(f"insert `{mark}`", (Edit(source.name, Span(end, end), f" {mark}"),), is_safe=False),),
    )
