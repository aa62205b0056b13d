"""What each line of a body is: somebody's name, somebody's words, or description.

This follows what the check decides, as far as a reader can see a difference; it says nothing of what is wrong. Which labels are names
is for the asker to say: an editor knows the story's cast, a web page only the look of a label.
"""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Protocol

from storyc.syntax import CUE, Blank, BodyLine, Comment, Literal, MoreSpeech, Prose, Speech

_LONGEST_CUE = 120
_NO_NAME_ENDS_SO = tuple(".!?,;…。！？、：:")


class KnownNames(Protocol):
    """What is known about the names of a story."""

    def is_label(self, label: str) -> bool:
        """Return whether what stands before a colon is somebody, or a word of the language."""
        ...

    def is_cue(self, name: str) -> bool:
        """Return whether this alone above other words is somebody, or a word of the language."""
        ...


class Role(Enum):
    """What a line is."""

    CUE = "a name alone above the words"
    LABEL = "a name or a word of the language, and words behind it"
    AGAIN = "the next balloon of the same speaker"
    DIRECTION = "brackets under a cue"
    WORDS = "words that go on"
    PROSE = "description"
    OTHER = "anything else"


def roles(lines: Sequence[BodyLine], names: KnownNames) -> Iterator[tuple[BodyLine, Role]]:
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
        elif isinstance(line, Speech) and names.is_label(line.label):
            role, is_spoken = Role.LABEL, True
        elif isinstance(line, MoreSpeech):
            role, is_spoken = Role.AGAIN, True
        elif isinstance(line, Prose | Speech | Literal):
            role = Role.WORDS if is_spoken else Role.PROSE
        else:
            is_spoken = False
        starts = False
        yield line, role


def _opens_cue(lines: Sequence[BodyLine], index: int, names: KnownNames) -> bool:
    line = lines[index]
    if index + 1 >= len(lines) or isinstance(lines[index + 1], Blank):
        return False
    if isinstance(line, Speech):
        return not line.text and names.is_cue(line.label)
    if not isinstance(line, Prose) or len(line.text) > _LONGEST_CUE:
        return False
    text = line.text.rstrip("\0 \t")
    found = CUE.match(text)
    if found is None or not (name := found[2].strip("\0 ")):
        return False
    return names.is_cue(name) or (bool(found[1]) and not text.endswith(_NO_NAME_ENDS_SO))


def _under_cue(line: BodyLine) -> Role:
    if isinstance(line, Prose) and line.text[:1] in "(（" and line.text.rstrip()[-1:] in ")）":
        return Role.DIRECTION
    return Role.WORDS if isinstance(line, Prose | Speech | Literal | MoreSpeech) else Role.OTHER
