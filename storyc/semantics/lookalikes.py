"""Says of lines that are read as description what else their writer may have meant."""

import re

from storyc.diagnostics import Code, Diagnostic, Edit, Fix, codes
from storyc.syntax import Prose, Speech
from storyc.text import Source, Span

from .elsewhere import NO_HEADING, heading_here
from .saying import place, replacement
from .speakers import Speakers
from .vocabulary import BLOCKS, FRAMINGS, MODIFIERS, RESERVED

MAX_LOOKALIKE_WORDS = 3
_LOOKALIKE = re.compile(
    r"(?P<heading>(?:PAGES?|PANEL)\s+(?:\W{0,2}\d|NO\b|[IVXLC]+\b)|CLIP\s.*\[)"
    rf"|(?:INCLUDE|DEFINE)\s+\S|(?:{'|'.join(BLOCKS)})\Z"
)
_QUOTED = r"(?P<name>[^「『」』（）()]{1,64}?)\s*(?P<how>[（(][^（）()]*[)）])?\s*[「『](?P<words>[^「『」』]*)[」』]\Z"
"""As a text: few scripts need it compiled."""
QUOTE_ENDS = frozenset("」』")
_DASHED = (
    # most prose is told from a label by its second letter
    rf"(?=[^a-z–—―\-(（]*+[-–—―(（]|(?i:{'|'.join(sorted(RESERVED))})\b)"
    r"(?P<name>[^\s:：()（）\[\]–—―](?:[^:：()（）\[\]–—―]{0,62}?[^\s:：()（）\[\]–—―])?)\s*+(?P<how>[(（][^()（）]*+[)）]\s*+)?"
    r"(?P<dash>(?<=\s)-++\s++|[–—―]++\s*+)(?P<words>[^\s:：].*)"
)
_UNDASHED = r"(?P<name>SFX)(?P<how>)(?P<dash>[.;=]?\s++)(?P<words>[^\s:：([\-–—―].*)"
"""As texts, like the one before: a script without such dashes needs neither compiled."""
_ASIDE = re.compile(r"\s[-–—―]+\s|[–—―]")
_FIRST_WORD = re.compile(r"[\w'’]+")
_CALLED = frozenset(",!?.…;")
_FIRST = frozenset("ACDILPS")
"""What `_LOOKALIKE` may begin with: most lines begin with something else, and need no look at the rest."""


def is_lookalike(text: str) -> bool:
    """Return whether a line begins as a heading or a declaration does; one that is read as text is none where it stands."""
    return (text[0] in _FIRST and _LOOKALIKE.match(text) is not None) or heading_here(text) is not None


def is_heading(text: str) -> bool:
    """Return whether a line begins as the heading of a page or a panel does, here or elsewhere."""
    return (text[0] == "P" and _LOOKALIKE.match(text) is not None) or heading_here(text) is not None


def is_dashed(text: str) -> bool:
    """Return whether a line has the shape of a label and words, with a dash where the colon belongs, or with nothing there."""
    is_effect = text.startswith("SFX")
    if not (is_effect or " -" in text or "–" in text or "—" in text or "―" in text):
        return False
    found = re.match(_DASHED, text) or (re.match(_UNDASHED, text) if is_effect else None)
    return found is not None and (found["name"].upper() in RESERVED or not any(map(str.islower, found["name"])))


def dashed(
    text: str, at: int, source: Source, speakers: Speakers | None, read_as: str, otherwise: str
) -> tuple[Diagnostic, ...]:
    """Return what is to be said of `SFX - BOOM`, which has everything of a label but the colon; nothing of another line.

    A name counts if it is one of the cast, given by `speakers`, and what stands behind the dash begins as a speech does:
    "MARA - thin, tall - looks up" is description.
    """
    found = re.match(_DASHED, text) or re.match(_UNDASHED, text)
    if found is None:
        return ()
    name, words = found["name"], found["words"]
    if name.upper() in RESERVED:
        is_label = not name[0].islower() and (found.re.pattern == _DASHED or not words[0].islower())
    else:
        is_label = speakers is not None and _is_spoken(name, found["dash"], words, speakers)
    if not is_label:
        return ()
    label = place(source, at, at + found.start("words"))
    head = text[: found.start("dash")].rstrip()
    gap = place(source, at + len(head), at + found.start("words"))
    helps = (f"write `{head}: …` if that is meant, {otherwise}",)
    message = f"without a colon behind `{head}` this is read as {read_as}"
    fixes = (replacement(gap, ": ", "put a colon there"),)
    return (Diagnostic(codes.NO_COLON, message, label, helps=helps, fixes=fixes),)


def _is_spoken(name: str, dash: str, words: str, speakers: Speakers) -> bool:
    """Return whether a name and what stands behind a dash may be a speech: all in capitals, and the beginning of a sentence."""
    if any(map(str.islower, name)) or dash[-1:].strip() or words[0].islower() or _ASIDE.search(words):
        return False
    if speakers.find(name.lstrip("@")) is None or words.casefold().rstrip(".") in FRAMINGS.keys() | MODIFIERS.keys():
        return False
    first = _FIRST_WORD.match(words)
    return first is None or speakers.find(first[0]) is None or words[first.end() : first.end() + 1] in _CALLED


def lookalike(line: Prose, source: Source) -> Diagnostic:
    """Return what is to be said of a line that is a lookalike."""
    if (here := heading_here(line.text)) is not None:
        label = place(source, line.span.start, line.span.end)
        fixes = (replacement(label, here.line),)
        return Diagnostic(codes.NOT_A_HEADING, NO_HEADING, label, helps=(here.why,), fixes=fixes)
    found = _LOOKALIKE.match(line.text)
    if found is not None and found["heading"]:
        return _say(codes.NOT_A_HEADING, NO_HEADING, source, line.span,
                    "behind the number, or the one word that names a clip, put `:` `.` `(` `[` or a dash, or end the line")  # fmt: skip
    return _say(codes.DECLARATION_IN_PANEL, "inside a panel this line is description", source, line.span,
                "declarations stand before the first page, or under a section line (`# …`)")  # fmt: skip


def unknown_cue(name: str, source: Source, at: int, speakers: Speakers) -> Diagnostic:
    """Return what is to be said of capitals that stand alone, like a name, above other text."""
    label = place(source, at, at + len(name), "stands alone like a name")
    near = speakers.near.find(name)
    meant = near.upper() if near is not None else speakers.label_here(name) or f"SFX: {name}"
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


def looks_spoken(line: Speech, source: Source, speakers: Speakers, read_as: str = "description") -> Diagnostic:
    """Return what is to be said of prose that has the shape of a speech."""
    label = place(source, line.label_at, line.label_at + len(line.label), "not in the cast")
    insert = Edit(source.name, Span(line.span.start, line.span.start), "!")
    together = speakers.together(line.label)
    here = None if line.how is not None or together else speakers.label_here(line.label)
    mended = f"write `{here or together}`" if here or together else f"add `{line.label}` to CAST"
    meant = "that is meant" if here else "somebody speaks here"
    return Diagnostic(
        codes.LOOKS_LIKE_DIALOGUE,
        f"this looks like dialogue, but is read as {read_as}",
        label,
        helps=(f"{mended} if {meant}, or put `!` before the line",),
        fixes=(Fix("put `!` before the line", (insert,)),),
    )


def quoted_speech(line: Prose, source: Source, speakers: Speakers) -> Diagnostic | None:
    """Return what is to be said of `局長「また寝坊かね」`, which is a speech elsewhere; None of a line that is none."""
    found = re.match(_QUOTED, line.text)
    if found is None or speakers.find(found["name"]) is None:
        return None
    label = place(source, line.span.start, line.span.end)
    here = f"{found['name']}{found['how'] or ''}：{found['words']}"
    message = "this looks like dialogue, but is read as description"
    helps = (f"a colon stands behind the name of who speaks: `{here}`",)
    return Diagnostic(codes.LOOKS_LIKE_DIALOGUE, message, label, helps=helps, fixes=(replacement(label, here),))


def _say(code: Code, message: str, source: Source, span: Span, help_: str) -> Diagnostic:
    return Diagnostic(code, message, place(source, span.start, span.end), helps=(help_,))
