"""Says of lines that are read as description what else their writer may have meant."""

import re

from storyc.diagnostics import Code, Diagnostic, Edit, Fix, closest, codes
from storyc.syntax import Prose, Speech
from storyc.text import Source, Span

from .saying import place, replacement
from .speakers import Speakers
from .vocabulary import BLOCKS, RESERVED

MAX_LOOKALIKE_WORDS = 3
_LOOKALIKE = re.compile(
    r"(?P<heading>(?:PAGES?|PANEL)\s+(?:\W{0,2}\d|NO\b|[IVXLC]+\b)|CLIP\s.*\[)"
    rf"|(?:INCLUDE|DEFINE)\s+\S|(?:{'|'.join(BLOCKS)})\Z"
)
_FIRST = frozenset("ACDILPS")
"""What `_LOOKALIKE` may begin with: most lines begin with something else, and need no look at the rest."""


def is_lookalike(text: str) -> bool:
    """Return whether a line begins as a heading or a declaration does; one that is read as text is none where it stands."""
    return text[0] in _FIRST and _LOOKALIKE.match(text) is not None


def lookalike(line: Prose, source: Source) -> Diagnostic:
    """Return what is to be said of a line that is a lookalike."""
    found = _LOOKALIKE.match(line.text)
    if found is not None and found["heading"]:
        return _say(codes.NOT_A_HEADING, "this is read as text, not as a heading", source, line.span,
                    "behind the number, or the one word that names a clip, put `:` `.` `(` `[` or a dash, or end the line")  # fmt: skip
    return _say(codes.DECLARATION_IN_PANEL, "inside a panel this line is description", source, line.span,
                "declarations stand before the first page, or under a section line (`# …`)")  # fmt: skip


def unknown_cue(name: str, source: Source, at: int, speakers: Speakers) -> Diagnostic:
    """Return what is to be said of capitals that stand alone, like a name, above other text."""
    label = place(source, at, at + len(name), "stands alone like a name")
    near = closest(name, [known.upper() for known in speakers.names()])
    meant = near or f"SFX: {name}"
    message = f"nobody called `{name}` is in the cast, so this is read as description"
    helps = (f"did you mean `{meant}`?", "put `!` before the line if it is description")
    return Diagnostic(codes.UNKNOWN_CUE, message, label, helps=helps, fixes=(replacement(label, meant),))


def cue_without_words(name: str, source: Source, at: int) -> Diagnostic:
    """Return what is to be said of a name that stands alone with nothing right under it."""
    return Diagnostic(
        codes.EMPTY_SPEECH,
        f"nothing is said under `{name}`, so this is read as description",
        place(source, at, at + len(name)),
        helps=("put the words right under the name, without an empty line; put `!` before it if it is description",),
    )


def looks_spoken(line: Speech, source: Source, speakers: Speakers) -> Diagnostic:
    """Return what is to be said of prose that has the shape of a speech."""
    label = place(source, line.label_at, line.label_at + len(line.label), "not in the cast")
    insert = Edit(source.name, Span(line.span.start, line.span.start), "!")
    word, together = line.label.upper(), speakers.together(line.label)
    mended = (
        f"write `{word}`" if word in RESERVED else f"write `{together}`" if together else f"add `{line.label}` to CAST"
    )
    meant = "that is meant" if word in RESERVED else "somebody speaks here"
    return Diagnostic(
        codes.LOOKS_LIKE_DIALOGUE,
        "this looks like dialogue, but is read as description",
        label,
        helps=(f"{mended} if {meant}, or put `!` before the line",),
        fixes=(Fix("put `!` before the line", (insert,)),),
    )


def _say(code: Code, message: str, source: Source, span: Span, help_: str) -> Diagnostic:
    return Diagnostic(code, message, place(source, span.start, span.end), helps=(help_,))
