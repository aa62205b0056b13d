"""Tells at a glance that nothing can be wrong with a body, as nothing is with most.

Folding a body tells everything there is to say about it, and takes its time. A body of prose and of speech by names that
were seen before, said in ways that were seen before, needs no folding to be known for good; it is folded only when somebody
asks what it says. What this module does not know for certain, it leaves to the folding.
"""

from collections.abc import Sequence
from enum import Enum

from storyc.diagnostics import Diagnostic
from storyc.syntax import Blank, BodyLine, Comment, Prose, Speech
from storyc.text import Source

from .folding import LOOKALIKE, MAX_LOOKALIKE_WORDS
from .modifiers import read_how
from .speakers import Speakers
from .vocabulary import AUDIENCES, RESERVED

_MOST_HOW = 64
"""Characters of brackets that may stand behind a name above its words."""


class Body(Enum):
    """What is known of a body."""

    EMPTY = "no text at all"
    PLAIN = "text with nothing wrong in it"
    OPEN = "to be folded"


# What a label is, as plain numbers: members of an Enum cost more to compare than all the rest of the look.
_NAME, _PROSE, _SHORT, _OPEN = 1, 2, 3, 4
"""Somebody's name or a word of the language; prose; prose that looks like dialogue where a block begins; to be folded."""


class Glance:
    """Looks at the bodies of one story; each label and each way of speaking is looked up once."""

    def __init__(self, speakers: Speakers) -> None:
        self._speakers = speakers
        self._labels: dict[str, int] = {}
        self._hows: dict[str, bool] = {}
        self._longest_cue = _MOST_HOW + max(map(len, speakers.spellings()), default=0)
        self._longest_name = self._longest_cue - _MOST_HOW

    def look(self, lines: Sequence[BodyLine]) -> Body:
        """Return what is known of a body."""
        starts, is_empty = True, True
        labels, hows = self._labels, self._hows
        for line in lines:
            if type(line) is Blank:
                starts = True
            elif type(line) is Prose:
                text = line.text
                if starts:
                    if self._may_be_cue(text) or (text[0] in "ACDILPS" and LOOKALIKE.match(text)):
                        return Body.OPEN
                    starts = False
                elif text[0] in "(（":
                    return Body.OPEN
                is_empty = False
            elif type(line) is Speech:
                kind = labels.get(line.label) or self._label(line.label)
                if kind is not _NAME and (kind is _OPEN or (starts and kind is _SHORT)):
                    return Body.OPEN
                if not line.text:
                    return Body.OPEN
                how = line.how
                if how is not None and not (hows[how] if how in hows else self._how(how)):
                    return Body.OPEN
                starts = is_empty = False
            elif type(line) is not Comment:
                return Body.OPEN
        return Body.EMPTY if is_empty else Body.PLAIN

    def _may_be_cue(self, text: str) -> bool:
        """Return whether a line could be somebody's name, or be taken for one."""
        if len(text) > self._longest_cue and not text.isupper():
            return False
        return len(text) <= self._longest_name or text[-1] in ")）^" or text[0] == "@" or text.isupper()

    def _label(self, label: str) -> int:
        word = label.upper()
        if self._speakers.find(label) is not None:
            kind = _NAME
        elif word in RESERVED and not label[0].islower():
            # what stands in the brackets of a caption is looked up otherwise
            kind = _NAME if word in AUDIENCES or word in {"SFX", "TEXT", "TITLE"} else _OPEN
        elif label[0] in "@{" or label.isupper():
            kind = _OPEN
        else:
            kind = _SHORT if len(label.split()) <= MAX_LOOKALIKE_WORDS else _PROSE
        self._labels[label] = kind
        return kind

    def _how(self, how: str) -> bool:
        said: list[Diagnostic] = []
        read_how(how, Source("", how), 0, said)
        self._hows[how] = not said
        return not said
