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
INDENTED_ENTRY = Code(
    "SC0105",
    "indented-entry",
    Severity.WARNING,
    """Entries of a block begin at the left margin; what is indented belongs to the entry above it, and here there is
none.""",
    "CAST\n\n    MARA: A pilot.\n\nPAGE 1\n\nPANEL 1\nMARA: Hello.\n",
)
UNINDENTED_CONTINUATION = Code(
    "SC0106",
    "unindented-continuation",
    Severity.WARNING,
    """A description that goes on over several lines is indented. A line at the left margin begins an entry of its own,
but has no colon here.""",
    "CAST\n\nMARA: Harbour pilot, tall,\nburn scar across the hand.\n\nPAGE 1\n\nPANEL 1\nMARA: Hello.\n",
)
NOT_A_HEADING = Code(
    "SC0107",
    "not-a-heading",
    Severity.WARNING,
    """`PAGE` and `PANEL` with a number begin a heading only if the line ends behind the number, or goes on with one of
`[ ( : . –`. This line does neither and is read as description. The heading of a block, such as `CAST`, stands alone on its
line, in capitals and without a colon. Words such as `STRIP 1`, `TIER 2`, `SCENE 3` or `SEITE 4` are no headings here.""",
    "PAGE 1\n\nPANEL 1\nRain.\n\nPANEL 2 is a close-up\n",
)
DECLARATION_IN_PANEL = Code(
    "SC0108",
    "declaration-in-panel",
    Severity.WARNING,
    """INCLUDE, DEFINE and the headings of blocks such as CAST stand before the first page, or under a section line. Inside a
panel they are description.""",
    "PAGE 1\n\nPANEL 1\nRain.\n\nINCLUDE act-two.story\n",
)
CLIP_IN_TEXT = Code(
    "SC0109",
    "clip-in-text",
    Severity.WARNING,
    """A CLIP line begins a clip only behind an empty line or a heading; right under text it is read as text.""",
    "PAGE 1\n\nPANEL 1\nRain on the harbour.\nCLIP rain [5s]\n",
)
LABEL_IN_SPEECH = Code(
    "SC0110",
    "label-in-speech",
    Severity.WARNING,
    """Under a cue everything up to the next empty line is speech, also a line that would otherwise be a caption, a sound or
somebody else's words.""",
    "CAST\n\nTOBY: A boy.\n\nPAGE 1\n\nPANEL 1\nRain.\n\nTOBY\nAunt Mara.\nSFX: WHUMP\n",
)
NO_COLON = Code(
    "SC0111",
    "no-colon",
    Severity.WARNING,
    """An entry is `NAME: description`. Without the colon the whole line is a name, and nobody in the story is called so. In a
panel, a label and its words are `SFX: BOOM` and `MARA: Hello.`; with a dash for the colon they are description, and are drawn instead
of lettered.""",
    "CAST\n\nANN - a girl of nine\n\nPAGE 1\n\nPANEL 1\nRain.\n",
)
NAMELESS_ENTRY = Code(
    "SC0112",
    "nameless-entry",
    Severity.WARNING,
    """An entry is `NAME: description`. Where a name belongs there is only a note, a comment or nothing, so nobody can tell who or
what is described. Notes are for people and name nothing.""",
    "CAST\n\n[[the captain]]: Tall, grey, never late.\n\nPAGE 1\n\nPANEL 1\nRain.\n",
)
