"""Text into words, every one in a font that has its letters.

A word is what one font draws and no line break divides. Letters that no font has become other words that say what they
were, `[12 Thai letters]`: a box where a letter should be tells a writer nothing.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from .fonts import Face, Fonts, Voice
from .scripts import clusters, may_part, needs_shaping, substitute, unaccented

_ASCII = frozenset(map(chr, range(33, 127)))
_LONGEST_WORD = 40


class Word(Struct, frozen=True, gc=False):
    """Letters of one font that stay on one line."""

    text: str
    face: Face
    has_space: bool = False
    """Whether a space stands before it."""
    may_start_line: bool = True
    is_shaped: bool = False
    """Whether the letters depend on their neighbours, as in Arabic."""


def cut_words(text: str, fonts: Fonts, voice: Voice) -> Iterator[Word]:
    """Yield the words of a text that stands on one line."""
    previous = ""
    for stretch in text.split(" "):
        has_space = bool(previous)
        for letters, face in _with_faces(stretch, fonts, voice):
            for part in letters.split(" "):
                yield Word(
                    part,
                    face,
                    has_space=has_space,
                    may_start_line=has_space or not previous or may_part(previous, part),
                    is_shaped=any(map(needs_shaping, part)),
                )
                previous, has_space = part, True
            has_space = False


def _with_faces(stretch: str, fonts: Fonts, voice: Voice) -> Iterator[tuple[str, Face]]:
    """Yield the pieces of a stretch without spaces that one font draws and no line break may divide."""
    whole = fonts.face_for(stretch, voice) if len(stretch) <= _LONGEST_WORD else None
    missing: list[str] = []
    pending, pending_face = "", whole
    for cluster in clusters(stretch):
        letters, face = (cluster, whole) if whole else _with_face(cluster, fonts, voice)
        if pending and pending_face and (face is not pending_face or may_part(pending, letters)):
            yield (pending, pending_face)
            pending = ""
        if face is None:
            missing.append(cluster)
            continue
        if missing:
            yield from _said(missing, fonts, voice)
            missing = []
        pending, pending_face = pending + letters, face
    if pending and pending_face:
        yield (pending, pending_face)
    yield from _said(missing, fonts, voice)


def _with_face(cluster: str, fonts: Fonts, voice: Voice) -> tuple[str, Face | None]:
    face = fonts.face_for(cluster, voice)
    plain = "" if face else unaccented(cluster)
    return (plain, fonts.face_for(plain, voice)) if plain and _ASCII.issuperset(plain) else (cluster, face)


def _said(missing: list[str], fonts: Fonts, voice: Voice) -> Iterator[tuple[str, Face]]:
    said = substitute(missing) if missing else ""
    face = fonts.face_for(said, voice)
    if said and face:
        yield (said, face)


def unbreakable(words: Sequence[Word]) -> list[list[Word]]:
    """Return the words in groups that a line may end between."""
    groups: list[list[Word]] = []
    for word in words:
        if word.may_start_line or not groups:
            groups.append([word])
        else:
            groups[-1].append(word)
    return groups


def letter_by_letter(group: list[Word]) -> list[list[Word]]:
    """Return a group that is wider than any line as groups of one cluster each."""
    parts: list[list[Word]] = []
    for word in group:
        for number, cluster in enumerate(clusters(word.text)):
            has_space = word.has_space and number == 0
            parts.append([Word(cluster, word.face, has_space=has_space, is_shaped=word.is_shaped)])
    return parts
