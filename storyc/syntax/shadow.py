"""Paints over what must not be read as lines: comments, and the line ends inside notes.

The shadow of a text has the same length as the text (but for a line end at the very end, if there was none), so that
every place in it is a place in the text.
"""

import re

from msgspec import Struct

from storyc.diagnostics import Diagnostic, Edit, Fix, Label, codes
from storyc.text import Source, Span

from .tree import Comment

IN_COMMENT = "\0"
IN_NOTE = "\x01"

_OPENING = re.compile(
    r"""
      (?:(?<=[\r\n])|\A)[^\S\r\n]*(?://|\\)[^\r\n]*     # a line comment or a literal line: nothing opens inside
    | (?:(?<=\s)|\A|(?<=\*/))/\*                        # only at the start of a line or after white space
    | (?<!\\)\[\[
    | [\0\x01]
    """,
    re.VERBOSE,
)
_NESTING = re.compile(r"/\*|\*/")
_NOTE_END = re.compile(r"\]\]|(?:\r\n?|\n)[^\S\r\n]*(?=[\r\n]|\Z)")


class Shadow(Struct, frozen=True, gc=False):
    """A text to be read line by line, and what was painted over."""

    text: str
    """Empty, or ends with a line end."""
    comments: tuple[Comment, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def make_shadow(source: Source) -> Shadow:
    """Return the shadow of a source, with a diagnostic for each comment or note that nobody closed."""
    text = source.text
    ending = "" if not text or text[-1] in "\r\n" else "\n"
    if "/*" not in text and "[[" not in text and "\0" not in text and "\x01" not in text:
        return Shadow(text + ending)
    pieces: list[str] = []
    comments: list[Comment] = []
    said: list[Diagnostic] = []
    done = at = 0
    while found := _OPENING.search(text, at):
        start, at = found.span()
        opening = found.group()
        if opening == "/*":
            at = _comment_end(text, at)
            if at < 0:
                said.append(_unclosed(codes.UNCLOSED_COMMENT, source, start, "comment", "*/", len(text)))
                at = len(text)
            comments.append(Comment(text[start:at], Span(start, at)))
            pieces += (text[done:start], IN_COMMENT * (at - start))
            done = at
        elif opening == "[[":
            closing = _NOTE_END.search(text, at)
            at = len(text) if closing is None else closing.end() if closing.group() == "]]" else closing.start()
            if closing is None or closing.group() != "]]":
                said.append(_unclosed(codes.UNCLOSED_NOTE, source, start, "note", "]]", at))
            note = text[start:at]
            if "\n" in note or "\r" in note or IN_COMMENT in note or IN_NOTE in note:
                pieces += (text[done:start], re.sub(r"[\r\n\0\x01]", IN_NOTE, note))
                done = at
        elif opening in (IN_COMMENT, IN_NOTE):
            place = Label(source.name, Span(start, at), "here")
            said.append(
                Diagnostic(
                    codes.CONTROL_CHARACTER,
                    f"the control character U+{ord(opening):04X} stands in the text",
                    place,
                    helps=("save the script as UTF-8; it is read here as if the character were missing",),
                    fixes=(Fix("remove it", (Edit(source.name, place.span, ""),)),),
                )
            )
            pieces += (text[done:start], "\ufffd")
            done = at
    pieces.append(text[done:])
    shadow = "".join(pieces)
    # A comment that nobody closed swallows the last line end, too.
    ending = "" if not shadow or shadow[-1] in "\r\n" else "\n"
    return Shadow(shadow + ending, tuple(comments), tuple(said))


def _comment_end(text: str, at: int) -> int:
    """Return where the comment that was opened just before `at` ends, -1 if it does not; comments nest."""
    depth = 1
    for mark in _NESTING.finditer(text, at):
        depth += 1 if mark.group() == "/*" else -1
        if depth == 0:
            return mark.end()
    return -1


def _unclosed(code: "codes.Code", source: Source, start: int, what: str, mark: str, end: int) -> Diagnostic:
    return Diagnostic(
        code,
        f"this {what} is opened but never closed",
        Label(source.name, Span(start, start + 2), "opened here"),
        helps=(f"close it with `{mark}`",),
        fixes=(Fix(f"insert `{mark}`", (Edit(source.name, Span(end, end), f" {mark}"),), is_safe=False),),
    )
