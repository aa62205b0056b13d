"""01: how a script is written."""

from storyc.diagnostics.model import Code, Severity

UNCLOSED_COMMENT = Code(
    "SC0101",
    "unclosed-comment",
    Severity.ERROR,
    """A comment that begins with `/*` goes on until its `*/`, over as many lines as it takes; comments may lie inside
comments. One that nobody closes would swallow the rest of the script, so nothing after it can be read.""",
    "PAGE 1\n\nPANEL 1\nRain.\n\n/* The cafe scene was cut.\n",
)
UNCLOSED_NOTE = Code(
    "SC0102",
    "unclosed-note",
    Severity.ERROR,
    """A note begins with `[[` and ends with `]]`. It may go on over several lines but not over an empty one, so that
one forgotten `]]` costs a paragraph and not the script.""",
    "PAGE 1\n\nPANEL 1\nToby waits. [[small in frame\n",
)
UNCLOSED_BRACKET = Code(
    "SC0103",
    "unclosed-bracket",
    Severity.ERROR,
    """Tags stand in `[ ]` and counts in `( )` behind the number of a heading. Without the closing bracket nobody can
tell where the tags end.""",
    "PAGE 1\n\nPANEL 1 [wide, low angle\nRain.\n",
)
CONTROL_CHARACTER = Code(
    "SC0104",
    "control-character",
    Severity.ERROR,
    """A script is text. The characters U+0000 and U+0001 have no place in one; they come from a file that was saved in
another encoding, or is no text at all.""",
    "PAGE 1\n\nPANEL 1\nRain\0 falls.\n",
)
