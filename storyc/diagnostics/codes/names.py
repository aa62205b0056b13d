"""02: names, and the words that a writer may type."""

from storyc.diagnostics.model import Code, Severity

UNKNOWN_CHARACTER = Code(
    "SC0201",
    "unknown-character",
    Severity.ERROR,
    """A balloon's tail needs somebody to point at, and the service needs to know who that is: whoever speaks is
declared in CAST, under a name or an alias. A label in capitals that nobody answers to is nearly always a slip.
If the line is no speech at all, put `!` before it.""",
    "CAST\n\nTOBY: A boy.\n\nPAGE 1\n\nPANEL 1\nTOBBY: Aunt Mara?\n",
)
DUPLICATE_NAME = Code(
    "SC0202",
    "duplicate-name",
    Severity.ERROR,
    """A name or alias stands for one character, place, prop or definition. If two share it, nobody can tell which is
meant.""",
    "CAST\n\nMARA: A pilot.\n\nMARA: Her aunt.\n\nPAGE 1\n\nPANEL 1\nMARA: Hello.\n",
)
RESERVED_NAME = Code(
    "SC0203",
    "reserved-name",
    Severity.ERROR,
    """CAPTION, SFX, TITLE, TEXT and the names of the people that notes are for are words of the language: a line that
begins with one is never somebody's speech, so nobody can be called so.""",
    "CAST\n\nEDITOR: A stern man.\n\nPAGE 1\n\nPANEL 1\nRain.\n",
)
UNKNOWN_TAG = Code(
    "SC0204",
    "unknown-tag",
    Severity.WARNING,
    """Tags in `[ ]` are what a machine reads: framing, insets, presets, looks. A tag outside the vocabulary is passed
on as written, but nothing else is made of it. A tag may also stand on the wrong heading: some belong to pages,
some to panels.""",
    "PAGE 1\n\nPANEL 1 [wyde]\nRain.\n",
)
UNKNOWN_MODIFIER = Code(
    "SC0205",
    "unknown-modifier",
    Severity.WARNING,
    """The words in brackets behind a name say how the balloon is drawn: `off`, `whisper`, `burst` and so on. Another
word is kept as an acting direction, which is seldom what was meant.""",
    "CAST\n\nMARA: A pilot.\n\nPAGE 1\n\nPANEL 1\nMARA (wisper): Come in.\n",
)
UNKNOWN_FIELD = Code(
    "SC0206",
    "unknown-field",
    Severity.WARNING,
    """An indented `key: value` under an entry is a field. A key that is none is read as a part of the description, and
so does not reach the service under its own name.""",
    "CAST\n\nMARA: A pilot.\n    persona: stubborn\n\nPAGE 1\n\nPANEL 1\nRain.\n",
)
UNKNOWN_TITLE_KEY = Code(
    "SC0207",
    "unknown-title-key",
    Severity.WARNING,
    """The title page knows a fixed set of keys. What stands under another one is used for nothing.""",
    "Title: Rain\nAuhtor: A. Writer\n\nPAGE 1\n\nPANEL 1\nRain.\n",
)
UNKNOWN_LOCATION = Code(
    "SC0208",
    "unknown-location",
    Severity.WARNING,
    """The place in a slugline is nearly, but not quite, a declared location, so its description is not sent with the
panels.""",
    "LOCATIONS\n\nTHE HARBOUR: Cranes.\n\nPAGE 1\n\nEXT. THE HARBUOR - NIGHT\n\nPANEL 1\nRain.\n",
)
UNDEFINED_NAME = Code(
    "SC0209",
    "undefined-name",
    Severity.ERROR,
    """`{{name}}` is replaced by what DEFINE, or the build, says it stands for. Without that the braces would be drawn.""",
    "PAGE 1\n\nPANEL 1\nThe sign says {{shop}}.\n",
)
UNKNOWN_CUE = Code(
    "SC0210",
    "unknown-cue",
    Severity.WARNING,
    """A line of capitals alone, with text right under it, has the shape of a cue: a name above what is said. Nobody
has that name, so it is read as description. Sounds are written `SFX: KRAKOOM`.""",
    "PAGE 1\n\nPANEL 1\nKRAKOOM\nThe roof comes down.\n",
)
LOOKS_LIKE_DIALOGUE = Code(
    "SC0211",
    "looks-like-dialogue",
    Severity.NOTE,
    """The line has the shape of a speech, but its label is in lower case and nobody has declared it; so it is read as
description and sent as such. Declare the speaker, or say with `!` that it is description.""",
    "PAGE 1\n\nPANEL 1\ngrandma: sit down.\n",
)
UNKNOWN_LOOK = Code(
    "SC0212",
    "unknown-look",
    Severity.ERROR,
    """A tag such as `[EUGENE: 1984]` chooses one of the looks that CAST declares as `EUGENE / 1984`.""",
    "CAST\n\nEUGENE: Old.\n\nEUGENE / 1984: Young.\n\nPAGE 1 [EUGENE: 1948]\n\nPANEL 1\nRain.\n",
)
UNKNOWN_PANEL = Code(
    "SC0213",
    "unknown-panel",
    Severity.ERROR,
    """`inset 2`, `same as 2` and `from panel 2` mean a panel by its number, and no panel has that number there.""",
    "PAGE 1\n\nPANEL 1\nRain.\n\nPANEL 2 [inset 7]\nA hand.\n",
)
DUPLICATE_FIELD = Code(
    "SC0214",
    "duplicate-field",
    Severity.WARNING,
    """A key stands twice. Only the first is used.""",
    "Title: Rain\nTitle: Snow\n\nPAGE 1\n\nPANEL 1\nRain.\n",
)
ENDLESS_DEFINITION = Code(
    "SC0215",
    "endless-definition",
    Severity.ERROR,
    """A definition may hold the names of others, but one that leads back to itself has no end. Nor, for any reader, has one
that grows beyond ten thousand characters because the names in it stand for more and more names.""",
    "DEFINE shop = the shop of {{owner}}\nDEFINE owner = the owner of {{shop}}\n\nPAGE 1\n\nPANEL 1\nRain on {{shop}}.\n",
)
SWOLLEN_STORY = Code(
    "SC0216",
    "swollen-story",
    Severity.ERROR,
    """What `{{name}}` stands for is written out wherever the name is used. A long definition that is used very often makes more of a
small script than any reader can read and any machine can hold, so all names of a story together add at most a million characters.""",
    "DEFINE drop = Rain on the roofs.\nDEFINE shower ="
    + " {{drop}}" * 8
    + "\nDEFINE storm ="
    + " {{shower}}" * 8
    + "\nDEFINE flood ="
    + " {{storm}}" * 8
    + "\n\nPAGE 1\n\nPANEL 1\n"
    + ("{{flood}} " * 8 + "\n") * 15,
)
