"""Tells of the lines of a body which may be somebody's words, of which not a space must be changed."""

from storyc.syntax import Blank, BodyLine, Comment, Forced, Literal, MoreSpeech, Prose, Speech

_RUNNING = (Prose, Speech, MoreSpeech, Forced, Literal)
_LONGEST_NAME = 64
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？")
_SENTENCE_WORDS = 3
_LONGEST_ABBREVIATION = 4
"""Characters, its full stop included."""


class Standing:
    """Follows the lines of a body: who may be speaking under a cue, and whether text is running."""

    def __init__(self) -> None:
        self.is_spoken = False
        """Whether the line that was met last may be spoken under a cue."""
        self.is_running = False
        """Whether the line that was met last stands right under text."""
        self._starts = True
        self._may_speak = False
        self._has_text = False

    def meet(self, line: BodyLine) -> None:
        """Take in the next line."""
        if isinstance(line, Blank):
            self._starts, self._may_speak, self._has_text = True, False, False
            return
        self.is_spoken, self.is_running = self._may_speak, self._has_text
        if isinstance(line, Comment):
            return
        if isinstance(line, Prose):
            # a line in brackets under a speech speaks for itself and for what follows
            self._may_speak |= _may_be_cue(line.text) if self._starts else line.text[0] in "(（"
        elif isinstance(line, Speech):
            self._may_speak |= self._starts and not line.text
        self._starts = False
        self._has_text |= isinstance(line, _RUNNING)


def _may_be_cue(text: str) -> bool:
    """Return whether a line may be nothing but a name; who has a whole sentence for a name has to live with it."""
    bare = text.partition("(")[0].partition("（")[0]
    words = text.split()
    # `Rain.` is a sentence; `JR.`, `Robert Jr.` and `WHAM!` may be somebody
    is_long = len(words) >= _SENTENCE_WORDS or (len(words[-1]) > _LONGEST_ABBREVIATION and not text.isupper())
    is_sentence = is_long and text.endswith(_SENTENCE_ENDS)
    return len(bare.strip()) <= _LONGEST_NAME and not is_sentence
