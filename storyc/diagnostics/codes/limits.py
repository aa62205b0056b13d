"""04: files, addresses and the limits of the service."""

from storyc.diagnostics.model import Code, Severity

MISSING_FILE = Code(
    "SC0401",
    "missing-file",
    Severity.ERROR,
    """The script names a file that is not there. Paths are relative to the script that they stand in.""",
    "INCLUDE nowhere.story\n\nPAGE 1\n\nPANEL 1\nRain.\n",
)
PATH_OUTSIDE_PROJECT = Code(
    "SC0402",
    "path-outside-project",
    Severity.ERROR,
    """A script reads only what lies in its project, so that a script from somebody else can be built without a worry.""",
    "INCLUDE ../secret.story\n\nPAGE 1\n\nPANEL 1\nRain.\n",
)
INCLUDE_CYCLE = Code(
    "SC0403",
    "include-cycle",
    Severity.ERROR,
    """A file that includes itself, also by way of others, has no end.""",
    "INCLUDE main.story\n\nPAGE 1\n\nPANEL 1\nRain.\n",
)
UNSUPPORTED_SIZE = Code(
    "SC0404",
    "unsupported-size",
    Severity.ERROR,
    """The service draws at nine sizes. The nearest in shape is named.""",
    "Title: Rain\nSize: 1024x1536\n\nPAGE 1\n\nPANEL 1\nRain.\n",
)
UNKNOWN_PRESET = Code(
    "SC0405",
    "unknown-preset",
    Severity.WARNING,
    """There is no public list of all presets. One that storyc does not know is sent as written; a slip in it may
change the style of every panel.""",
    "Title: Rain\nPreset: rendr\n\nPAGE 1\n\nPANEL 1\nRain.\n",
)
FILE_TOO_LARGE = Code(
    "SC0406",
    "file-too-large",
    Severity.ERROR,
    """Local files are uploaded before they can be used, and an upload has at most 10 MiB.""",
    "",
)
UNSUPPORTED_FILE_TYPE = Code(
    "SC0407",
    "unsupported-file-type",
    Severity.WARNING,
    """The service may not be able to use a file of this type.""",
    "",
)
BAD_ADDRESS = Code(
    "SC0408",
    "bad-address",
    Severity.ERROR,
    """Addresses have to be open to the service: `https://…`.""",
    "Title: Rain\nCallback: ftp://example.com/hook\n\nPAGE 1\n\nPANEL 1\nRain.\n",
)
WRONG_ENCODING = Code(
    "SC0409",
    "wrong-encoding",
    Severity.ERROR,
    """Scripts are UTF-8. A file in another encoding is either not readable, or readable as something else, which is
worse.""",
    "",
)
MERGE_CONFLICT = Code(
    "SC0410",
    "merge-conflict",
    Severity.ERROR,
    """Where two people changed the same lines, version control writes both versions into the script, between marks. As long as
they stand there, the marks would be drawn as description and both versions paid for.""",
    "PAGE 1\n\nPANEL 1\n<<<<<<< HEAD\nRain.\n=======\nSnow.\n>>>>>>> winter\n",
)
