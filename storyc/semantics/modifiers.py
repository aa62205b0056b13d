"""Reads what stands in the brackets behind a name."""

import re

from msgspec import Struct

from storyc.diagnostics import Diagnostic, closest, codes
from storyc.storyboard import CaptionKind, Modifier
from storyc.syntax import COMMAS, Speech
from storyc.text import Source

from .saying import place, unknown_word
from .speakers import Speakers
from .vocabulary import CAPTION_KINDS, MODIFIERS, RESERVED

SHORTEST_SLIP = 3
SQUARE_ENDS = frozenset("]］")
_IN_SQUARE = re.compile(r"([^\[\]［］]*[^\[\]［］\s])\s*[\[［]([^\[\]［］]*)[\]］]\Z")
_WORD = re.compile(f"[^{COMMAS}]+")


class How(Struct, frozen=True, gc=False):
    """How a balloon is drawn and spoken."""

    modifiers: tuple[Modifier, ...] = ()
    directions: tuple[str, ...] = ()
    kind: CaptionKind = ""
    character: str = ""


PLAINLY = How()


def in_square(line: Speech, speakers: Speakers) -> Speech | None:
    """Return a line with `[off]` behind its label as if `(off)` stood there, None if the label is none without it."""
    found = _IN_SQUARE.match(line.label)
    if found is None or line.how is not None or speakers.find(line.label.lstrip("@")) is not None:
        return None
    label = found[1]
    if not (label[0] == "@" or label.isupper() or label.upper() in RESERVED or speakers.find(label)):
        return None
    return Speech(label, found[2], line.text, line.label_at, line.label_at + found.start(2), line.text_at)


def read_how(how: str | None, source: Source, at: int, said: list[Diagnostic], *, is_direction: bool = False) -> How:
    """Return the modifiers of a balloon; words outside the vocabulary are kept as directions.

    Of several words, or with `is_direction` for a line of its own under a cue, that is nothing unusual, and only a slip is
    reported.
    """
    if not how:
        return PLAINLY
    modifiers: list[Modifier] = []
    directions: list[str] = []
    for written in _WORD.finditer(how):
        word = written[0].strip("\0 \t　")
        modifier = MODIFIERS.get(word.casefold())
        if modifier is not None:
            modifiers += () if modifier in modifiers else (modifier,)
            continue
        if not word:
            continue
        directions.append(word)
        if _is_slip(word) if is_direction or " " in word else True:
            start = at + written.start() + written[0].index(word[0])
            said.append(
                unknown_word(
                    codes.UNKNOWN_MODIFIER,
                    f"`{word}` is no way to draw a balloon; it is kept as a direction",
                    place(source, start, start + len(word)),
                    word,
                    MODIFIERS,
                    "modifiers are",
                    dict.fromkeys(MODIFIERS.values()),
                )
            )
    return How(tuple(modifiers), tuple(directions))


def _is_slip(word: str) -> bool:
    """Return whether a word that may be any direction to an actor is nearly a modifier."""
    return len(word) > SHORTEST_SLIP and closest(word, MODIFIERS) is not None


def read_caption_how(how: str | None, source: Source, at: int, said: list[Diagnostic], speakers: Speakers) -> How:
    """Return the kind of a caption, or whose words it holds, and its modifiers."""
    if not how:
        return PLAINLY
    modifiers: list[Modifier] = []
    directions: list[str] = []
    kind: CaptionKind = ""
    character = ""
    for written in _WORD.finditer(how):
        word = written[0].strip("\0 \t　")
        lower = word.casefold()
        if not word:
            continue
        if lower in CAPTION_KINDS:
            kind = next(known for known in CAPTION_KINDS if known == lower)
        elif found := speakers.find(word):
            character = " & ".join(found)
        elif (modifier := MODIFIERS.get(lower)) is not None:
            modifiers.append(modifier)
        else:
            directions.append(word)
            start = at + written.start() + written[0].index(word[0])
            message = f"`{word}` is neither a kind of caption nor anybody in the cast; it is kept as a direction"
            label = place(source, start, start + len(word))
            said.append(
                unknown_word(codes.UNKNOWN_MODIFIER, message, label, word, speakers.near_caption, "captions are")
            )
    return How(tuple(modifiers), tuple(directions), kind, character)


def read_effect_how(how: str | None) -> tuple[str, tuple[Modifier, ...]]:
    """Return what makes a sound, and how large it is drawn."""
    modifiers: list[Modifier] = []
    sources: list[str] = []
    for written in _WORD.findall(how or ""):
        word = written.strip("\0 \t　")
        modifier = MODIFIERS.get(word.casefold())
        if modifier in {"small", "large", "weak", "burst", "off"} and modifier is not None:
            modifiers.append(modifier)
        elif word:
            sources.append(word)
    return ", ".join(sources), tuple(modifiers)
