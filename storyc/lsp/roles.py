"""What each line of a body is, now that names are known: somebody's name, somebody's words, or description.

This follows what the check decides, as far as an editor can see a difference; it says nothing of what is wrong.
"""

from collections.abc import Iterator, Sequence
from enum import Enum
from re import compile as regex

from storyc.syntax import Blank, BodyLine, Comment, Literal, MoreSpeech, Prose, Speech

from .guide import LETTERING, RESERVED
from .names import Names

CUE = regex(r"(@?)([^()（）]{1,64}?)\s*(?:[(（]([^()（）]*)[)）])?\s*(\^?)\Z")
_LONGEST_CUE = 120


class Role(Enum):
    """What a line is."""

    CUE = "a name alone above the words"
    LABEL = "a name or a word of the language, and words behind it"
    AGAIN = "the next balloon of the same speaker"
    DIRECTION = "brackets under a cue"
    WORDS = "words that go on"
    PROSE = "description"
    OTHER = "anything else"


def roles(lines: Sequence[BodyLine], names: Names) -> Iterator[tuple[BodyLine, Role]]:
    """Yield the lines of a body with what they are."""
    starts, is_cue, is_spoken = True, False, False
    for index, line in enumerate(lines):
        role = Role.OTHER
        if isinstance(line, Blank):
            starts, is_cue, is_spoken = True, False, False
            yield line, role
            continue
        if isinstance(line, Comment):
            yield line, role
            continue
        if is_cue:
            role = _under_cue(line)
        elif starts and _opens_cue(lines, index, names):
            role, is_cue = Role.CUE, True
        elif isinstance(line, Speech) and is_label(line.label, names):
            role, is_spoken = Role.LABEL, True
        elif isinstance(line, MoreSpeech):
            role, is_spoken = Role.AGAIN, True
        elif isinstance(line, Prose | Speech | Literal):
            role = Role.WORDS if is_spoken else Role.PROSE
        else:
            is_spoken = False
        starts = False
        yield line, role


def is_label(label: str, names: Names) -> bool:
    """Return whether what stands before a colon is somebody, or a word of the language."""
    if names.speakers(label) or (label.upper() in RESERVED and not label[:1].islower()):
        return True
    return label[:1] == "@" or label.isupper() or (label[:1] == "{" and label.endswith("}}"))


def is_lettering(label: str) -> bool:
    """Return whether what stands behind a label is lettered: it is, but for remarks to somebody."""
    word = label.upper()
    return word in LETTERING or word not in RESERVED or label[:1].islower()


def _opens_cue(lines: Sequence[BodyLine], index: int, names: Names) -> bool:
    line = lines[index]
    if index + 1 >= len(lines) or isinstance(lines[index + 1], Blank):
        return False
    if isinstance(line, Speech):
        return not line.text and names.speakers(line.label)
    if not isinstance(line, Prose) or len(line.text) > _LONGEST_CUE:
        return False
    found = CUE.match(line.text.rstrip("\0 \t"))
    if found is None:
        return False
    name = found[2].strip("\0 ")
    return bool(name) and (bool(found[1]) or name in RESERVED or names.speakers(name))


def _under_cue(line: BodyLine) -> Role:
    if isinstance(line, Prose) and line.text[:1] in "(（" and line.text.rstrip()[-1:] in ")）":
        return Role.DIRECTION
    return Role.WORDS if isinstance(line, Prose | Speech | Literal | MoreSpeech) else Role.OTHER
