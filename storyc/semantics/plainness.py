"""Tells at a glance that nothing can be wrong with a body, as nothing is with most.

Folding a body tells everything there is to say about it, and takes its time. A body of prose and of speech by names that
were seen before, said in ways that were seen before, needs no folding to be known for good; it is folded only when somebody
asks what it says. What this module does not know for certain, it leaves to the folding.
"""

from collections.abc import Sequence
from enum import Enum

from storyc.diagnostics import Diagnostic
from storyc.syntax import CUE, Blank, BodyLine, Comment, MoreSpeech, NoteLine, Prose, Speech
from storyc.text import Source

from .lookalikes import MAX_LOOKALIKE_WORDS, QUOTE_ENDS, is_dashed, is_lookalike
from .modifiers import SQUARE_ENDS, read_caption_how, read_how
from .speakers import Speakers
from .vocabulary import AUDIENCES, RESERVED, SENT_AUDIENCES


class Body(Enum):
    """What is known of a body."""

    EMPTY = "no text at all"
    PLAIN = "text with nothing wrong in it"
    OPEN = "to be folded"


# What a label or the first line of a block is, as plain numbers: members of an Enum cost more to compare than all the rest
# of the look.
_NAME, _WORD, _CAPTION, _PROSE, _SHORT, _OPEN = 1, 2, 3, 4, 5, 6
"""A name; another word of the language; a caption; prose; prose that looks like dialogue where a block begins; to be folded."""


_DRAWN = RESERVED - {audience for audience, who in AUDIENCES.items() if who not in SENT_AUDIENCES}
"""Words of the language whose text reaches the picture."""
_ASIDES = "(（[\0"
"""A line that begins with one of these may hold no words at all."""


class Glance:
    """Looks at the bodies of one story; each label, each cue and each way of speaking is looked up once."""

    def __init__(self, speakers: Speakers) -> None:
        self._speakers = speakers
        self._labels: dict[str, int] = {}
        self._cues: dict[str, int] = {}
        self._hows: dict[str, bool] = {}
        self._captions: dict[str, bool] = {}
        self._longest_name = max(map(len, speakers.spellings()), default=0)

    def look(self, lines: Sequence[BodyLine]) -> Body:
        """Return what is known of a body."""
        starts = is_empty = True
        is_cue = is_bare = has_speaker = False  # a bare cue is a name with no words under it
        labels, hows = self._labels, self._hows
        for line in lines:
            if type(line) is Blank:
                if is_bare:
                    return Body.OPEN
                starts, is_cue = True, False
            elif type(line) is Comment:
                continue
            elif is_cue:
                if not self._is_plainly_spoken(line):
                    return Body.OPEN
                is_bare = False
            elif type(line) is Prose:
                text = line.text
                if starts:
                    kind = self._first(text)
                    if kind is _OPEN or is_lookalike(text) or is_dashed(text) or text[-1] in QUOTE_ENDS:
                        return Body.OPEN
                    is_cue = is_bare = kind is _NAME
                    has_speaker = has_speaker or is_cue
                elif text[0] in "(（" or text[-1] in QUOTE_ENDS or is_lookalike(text) or is_dashed(text):
                    return Body.OPEN
                starts = is_empty = False
            elif type(line) is Speech:
                label_kind = labels.get(line.label) or self._label(line.label)
                how = line.how
                if (
                    not line.text
                    or line.text[0] in _ASIDES
                    or label_kind is _OPEN
                    or (label_kind is _SHORT and (starts or has_speaker))
                ):
                    return Body.OPEN
                if label_kind is _CAPTION:
                    if how is not None and not self._is_plain_caption(how):
                        return Body.OPEN
                elif (
                    how is not None
                    and label_kind is _NAME
                    and not (hows[how] if how in hows else self._is_plain_how(how))
                ):
                    return Body.OPEN
                has_speaker = has_speaker or label_kind is _NAME
                starts = is_empty = False
            elif type(line) is NoteLine:
                starts = False
            elif type(line) is MoreSpeech and has_speaker and line.text[:1] not in ("", "[", "\0"):
                starts = is_empty = False
            else:
                return Body.OPEN
        return Body.OPEN if is_bare else Body.EMPTY if is_empty else Body.PLAIN

    def _first(self, text: str) -> int:
        """Return what the first line of a block is: prose, a cue, or to be looked at."""
        if len(text) > self._longest_name and text[-1] not in ")）^" and text[0] != "@" and not text.isupper():
            return _PROSE
        kind = self._cues.get(text)
        if kind is None:
            kind = _OPEN if text[-1] in ")）^" or text[0] == "@" or text.isupper() else _PROSE
            if self._speakers.find(text) is not None:
                kind = _NAME
            elif (found := CUE.match(text)) and not found[1] and self._speakers.find(found[2]) is not None:
                kind = _NAME if found[3] is None or self._is_plain_how(found[3]) else _OPEN
            self._cues[text] = kind
        return kind

    def _is_plainly_spoken(self, line: BodyLine) -> bool:
        """Return whether a line under a cue is words, and there is nothing to say about it."""
        if type(line) is Prose:
            text = line.text
            if text[0] in _ASIDES or is_lookalike(text) or is_dashed(text):
                return False
            return text[0] != "~" or bool(text.strip("~\0 \t"))
        if type(line) is Speech:
            label = line.label
            return not (
                label.upper() in RESERVED or (label.isupper() and self._speakers.find(label)) or is_dashed(label)
            )
        return False

    def _label(self, label: str) -> int:
        word = label.upper()
        if self._speakers.find(label) is not None:
            kind = _NAME
        elif label[-1] in SQUARE_ENDS:
            kind = _OPEN
        elif word in RESERVED and not label[0].islower():
            # what stands in the brackets of a sound, a title or a remark is never wrong; but a remark may be all there is
            kind = _CAPTION if word in {"CAPTION", "CAP"} else _WORD if word in _DRAWN else _OPEN
        elif label[0] in "@{" or label.isupper() or is_dashed(label):
            kind = _OPEN
        else:
            kind = _SHORT if len(label.split()) <= MAX_LOOKALIKE_WORDS else _PROSE
        self._labels[label] = kind
        return kind

    def _is_plain_how(self, how: str) -> bool:
        if how not in self._hows:
            said: list[Diagnostic] = []
            read_how(how, Source("", how), 0, said)
            self._hows[how] = not said
        return self._hows[how]

    def _is_plain_caption(self, how: str) -> bool:
        if how not in self._captions:
            said: list[Diagnostic] = []
            read_caption_how(how, Source("", how), 0, said, self._speakers)
            self._captions[how] = not said
        return self._captions[how]
