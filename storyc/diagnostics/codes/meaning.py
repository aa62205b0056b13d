"""03: what the script asks for."""

from storyc.diagnostics.model import Code, Severity

WRONG_PANEL_COUNT = Code(
    "SC0301",
    "wrong-panel-count",
    Severity.WARNING,
    """A heading such as `PAGE ONE (FIVE PANELS)` promises a number of panels, and the page has another one. Either the
count is old, or a panel was lost.""",
    "PAGE 1 (2 PANELS)\n\nPANEL 1\nRain.\n",
)
EMPTY_PAGE = Code(
    "SC0302",
    "empty-page",
    Severity.ERROR,
    """The service draws panels. A page without one asks for nothing; a splash is a page with a single panel.""",
    "PAGE 1\n\nPANEL 1\nRain.\n\nPAGE 2\n\nThe whole city at once.\n",
)
TOO_MANY_PANELS = Code(
    "SC0303",
    "too-many-panels",
    Severity.ERROR,
    """One request draws at most twenty panels, and a page is never split over two requests.""",
    "PAGE 1\n\nPANEL 1\nRain.\n\nPANEL 2\nRain.\n\nPANEL 3\nRain.\n\nPANEL 4\nRain.\n\nPANEL 5\nRain.\n\nPANEL 6\nRain.\n\nPANEL 7\nRain.\n\nPANEL 8\nRain.\n\nPANEL 9\nRain.\n\nPANEL 10\nRain.\n\nPANEL 11\nRain.\n\nPANEL 12\nRain.\n\nPANEL 13\nRain.\n\nPANEL 14\nRain.\n\nPANEL 15\nRain.\n\nPANEL 16\nRain.\n\nPANEL 17\nRain.\n\nPANEL 18\nRain.\n\nPANEL 19\nRain.\n\nPANEL 20\nRain.\n\nPANEL 21\nRain.\n",
)
OUT_OF_ORDER = Code(
    "SC0304",
    "out-of-order",
    Severity.WARNING,
    """Pages and panels are read in the order in which they stand; their numbers are labels. A number that does not
rise is left over from a move.""",
    "PAGE 1\n\nPANEL 1\nRain.\n\nPANEL 3\nMore rain.\n\nPANEL 2\nSun.\n",
)
IMPLICIT_PAGE = Code(
    "SC0305",
    "implicit-page",
    Severity.WARNING,
    """A panel lies on a page. Before the first PAGE line, page 1 is taken to begin with the panel.""",
    "PANEL 1\nRain.\n",
)
TEXT_OUTSIDE_PAGE = Code(
    "SC0306",
    "text-outside-page",
    Severity.WARNING,
    """Text before the first page, or under a section, belongs to no picture and is sent nowhere. Remarks for people go
into `[[ ]]`, `/* */` or behind `=`.""",
    "Once upon a time.\n\nPAGE 1\n\nPANEL 1\nRain.\n",
)
SPREAD_PARITY = Code(
    "SC0307",
    "spread-parity",
    Severity.WARNING,
    """The two pages of a spread have to face each other: read left to right, the first has an even number, and read
right to left an odd one.""",
    "PAGES 3-4 [spread]\n\nPANEL 1\nThe whole city.\n",
)
PAGE_RANGE = Code(
    "SC0308",
    "page-range",
    Severity.ERROR,
    """A PAGE line stands for one page, or with two numbers for the two pages of a spread.""",
    "PAGES 2-5\n\nPANEL 1\nThe whole city.\n",
)
EMPTY_PANEL = Code(
    "SC0309",
    "empty-panel",
    Severity.WARNING,
    """Nothing says what this panel shows, so anything may come back, and it is paid for. A panel that is meant to have
no words still needs a description.""",
    "PAGE 1\n\nPANEL 1\nRain.\n\nPANEL 2\n",
)
NOTHING_TO_DRAW = Code(
    "SC0310",
    "nothing-to-draw",
    Severity.ERROR,
    """A story is drawn from its pages, its clips, or the document that `Brief:` names. This one has none of them.""",
    "Title: Rain\n",
)
NO_SPEAKER = Code(
    "SC0311",
    "no-speaker",
    Severity.ERROR,
    """A line that begins with a colon is the next balloon of whoever spoke last in the panel. Nobody has.""",
    "PAGE 1\n\nPANEL 1\n: Not once.\n",
)
EMPTY_SPEECH = Code(
    "SC0312",
    "empty-speech",
    Severity.WARNING,
    """A label without words draws no balloon.""",
    "CAST\n\nMARA: A pilot.\n\nPAGE 1\n\nPANEL 1\nRain.\n\nMARA:\n",
)
BAD_VALUE = Code(
    "SC0313",
    "bad-value",
    Severity.ERROR,
    """The key takes only certain values, and this is none of them.""",
    "Title: Rain\nReading: sideways\n\nPAGE 1\n\nPANEL 1\nRain.\n",
)
CLIP_OPTION = Code(
    "SC0314",
    "clip-option",
    Severity.ERROR,
    """A clip is 4 to 15 whole seconds long, at 480p, 720p or 1080p, in a shape that the service knows.""",
    "CLIP rain [30s]\n\nRain on a window.\n",
)
EMPTY_CLIP = Code(
    "SC0315",
    "empty-clip",
    Severity.ERROR,
    """A clip is made from its description, and this one has none.""",
    "CLIP rain [5s]\n",
)
TITLE_PAGE_IN_INCLUDE = Code(
    "SC0316",
    "title-page-in-include",
    Severity.WARNING,
    """Only the main file's title page speaks for the story.""",
    "",
)
BAD_LANGUAGE = Code(
    "SC0317",
    "bad-language",
    Severity.ERROR,
    """The language of the lettering is a code such as `en`, `ja` or `pt-BR` (BCP 47), or the common name of a language such as
`Japanese`.""",
    "Title: Regen\nLanguage: Germanese\n\nPAGE 1\n\nPANEL 1\nRain.\n",
)
