"""Reads what stands in the brackets behind a name."""

import re
from functools import lru_cache

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
_IN_SQUARE = r"([^\[\]［］]*[^\[\]［］\s])\s*[\[［]([^\[\]［］]*)[\]］]\Z"
"""As a text: few scripts need it compiled."""
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
    found = re.match(_IN_SQUARE, line.label)
    if found is None or line.how is not None or speakers.find(line.label.lstrip("@")) is not None:
        return None
    label = found[1]
    if not (label[0] == "@" or label.isupper() or label.upper() in RESERVED or speakers.find(label)):
        return None
    return Speech(label, found[2], line.text, line.label_at, line.label_at + found.start(2), line.text_at)


def read_how(
    how: str | None, source: Source, at: int, said: list[Diagnostic] | None, *, is_direction: bool = False
) -> How:
    """Return the modifiers of a balloon; words outside the vocabulary are kept as directions.

    Of several words, or with `is_direction` for a line of its own under a cue, that is nothing unusual, and only a slip is
    reported: to `said`, if it is given.
    """
    if not how:
        return PLAINLY
    read, places = _read_words(how)
    if said is None:
        return read
    for word, index in zip(read.directions, places, strict=True):
        if _is_slip(word) if is_direction or " " in word else True:
            start = at + index
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
    return read


@lru_cache(maxsize=1_000)
def _read_words(how: str) -> tuple[How, tuple[int, ...]]:
    """Return what stands in brackets, and the places of its directions; a story has few ways of speaking, and many speeches."""
    modifiers: dict[Modifier, None] = {}
    directions: list[str] = []
    places: list[int] = []
    for written in _WORD.finditer(how):
        word = written[0].strip("\0 \t　")
        modifier = MODIFIERS.get(word.casefold())
        if modifier is not None:
            modifiers[modifier] = None
        elif word:
            directions.append(word)
            places.append(written.start() + written[0].index(word[0]))
    return How(tuple(modifiers), tuple(directions)), tuple(places)


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
