"""05: opinions about a script that checks. Each is a rule that a project may turn off, or set to another limit."""

from storyc.diagnostics.model import Code, Severity

WORDS_PER_BALLOON = Code(
    "SC0501",
    "words-per-balloon",
    Severity.WARNING,
    """A balloon or caption with many words covers the art, and the service letters long texts worst. Split it, or let the
picture say part of it. In scripts that put no space between words, each character counts as one. `max` is 25.""",
    "CAST\n\nMARA: A pilot.\n\nPAGE 1\n\nPANEL 1\nMara at the rail.\n\nMARA: Forty years I have looked at that light from this "
    "rail, in fog, in snow and in the great storm, and not for one single night did it ever go out.\n",
)
WORDS_PER_PANEL = Code(
    "SC0502",
    "words-per-panel",
    Severity.WARNING,
    """All balloons and captions of a panel share one picture. With too many words there is no picture left; make two panels of
it. `max` is 50.""",
    "CAST\n\nMARA: A pilot.\n\nPAGE 1\n\nPANEL 1\nMara at the rail.\n\nMARA: Forty years I have looked at that light from this "
    "rail, in fog, in snow and in every storm.\n: My mother looked at it before me, and hers before her, from the same spot, "
    "in the same coat.\n: And now you come running up here with a torch and tell me that it has gone out.\n",
)
WORDS_PER_PAGE = Code(
    "SC0503",
    "words-per-page",
    Severity.WARNING,
    """A page of which every panel is just not too full is too full as a whole: it is read, not looked at. `max` is 210.""",
    "CAST\n\nMARA: A pilot.\n\nPAGE 1\n"
    + "".join(
        f"\nPANEL {number} [{framing}]\nMara at the rail.\n\nMARA: Forty years I have looked at that light from this rail, in "
        "fog, in snow and in every storm.\n: My mother looked at it before me, and hers before her.\n"
        for number, framing in enumerate(
            ("wide", "close-up", "wide", "close-up", "wide", "close-up", "wide", "close-up"), 1
        )
    ),
)
PANELS_PER_PAGE = Code(
    "SC0504",
    "panels-per-page",
    Severity.WARNING,
    """The more panels a page has, the smaller they are; beyond nine even faces become small. `max` is 9.""",
    "PAGE 1\n" + "".join(f"\nPANEL {number}\nRain.\n\nCAPTION: Day {number}.\n" for number in range(1, 11)),
)
SILENT_RUN = Code(
    "SC0505",
    "silent-run",
    Severity.NOTE,
    """Many panels in a row without a word are a strong effect, or a place where the dialogue was never written. Tag those
that are meant to be silent `[silent]`; they are not counted. `max` is 6.""",
    "PAGE 1\n" + "".join(f"\nPANEL {number}\nRain.\n" for number in range(1, 8)),
)
TALKING_HEADS = Code(
    "SC0506",
    "talking-heads",
    Severity.WARNING,
    """The same people talk in the same place, panel after panel, and nothing says that we see them otherwise. Change the
framing with a tag, give them something to do, or cut. `max` is 5.""",
    "CAST\n\nMARA: A pilot.\n\nTOBY: A boy.\n\nPAGE 1\n\nINT. PILOT HOUSE - NIGHT\n"
    + "".join(f"\nPANEL {number}\nMara and Toby talk.\n\nMARA: No.\n\nTOBY: Yes.\n" for number in range(1, 7)),
)
PAGE_TURN = Code(
    "SC0507",
    "page-turn",
    Severity.WARNING,
    """A splash surprises if the reader turns the page to it. Read left to right, that is an even page, and right to left an odd
one; on the page that faces it the reader has seen the picture long before coming to it. Off unless `storyc.toml` turns it on,
because a screen has no page to turn.""",
    "PAGE 1\n\nPANEL 1\nRain.\n\nPAGE 2\n\nPANEL 1\nMore rain.\n\nPAGE 3 [splash]\n\nPANEL 1\nThe sea stands up.\n",
)
UNDESCRIBED_CHARACTER = Code(
    "SC0508",
    "undescribed-character",
    Severity.WARNING,
    """Somebody is drawn of whom CAST says neither how they look nor what they wear, and to whom no picture belongs. They will
look different in every panel, because what one panel's description says of them, no other panel knows.""",
    "CAST\n\nMARA: A pilot.\n\nTOBY:\n    age: 11\n\nPAGE 1\n\nPANEL 1\nMara and Toby at the rail.\n",
)
LOOK_CHANGE = Code(
    "SC0509",
    "look-change",
    Severity.WARNING,
    """Somebody changes clothes or age between two panels of one scene. If time has passed, a slugline says so; if it is a
memory, the tag `[flashback]` does.""",
    "CAST\n\nNELL: Dispatcher, white hair.\n\nNELL / 1987: Dispatcher, long dark plait.\n\nPAGE 1\n\nINT. DISPATCH - NIGHT\n\n"
    "PANEL 1\nNell at her desk.\n\nPANEL 2 [NELL: 1987]\nNell puts down the receiver.\n",
)
UNSEEN_SPEAKER = Code(
    "SC0510",
    "unseen-speaker",
    Severity.WARNING,
    """Somebody speaks, and so is drawn, but no description of the scene says that they are there or what they do. Name them
in the description, or write `(off)` behind their name.""",
    "CAST\n\nMARA: A pilot.\n\nTOBY: A boy.\n\nPAGE 1\n\nPANEL 1\nMara alone at the rail.\n\nTOBY: Aunt Mara!\n",
)
UNUSED_NAME = Code(
    "SC0511",
    "unused-name",
    Severity.WARNING,
    """A character, look, place, prop or DEFINE is declared and never used: it was cut, or its name is written differently where
it is meant.""",
    "CAST\n\nMARA: A pilot.\n\nTOBY: A boy.\n\nPAGE 1\n\nPANEL 1\nMara at the rail.\n",
)
ONCE_USED_NAME = Code(
    "SC0512",
    "once-used-name",
    Severity.NOTE,
    """What appears in one panel only need not be declared to look the same everywhere. It may also be that it should appear
again. Off unless `storyc.toml` turns it on.""",
    "CAST\n\nMARA: A pilot.\n\nPROPS\n\nLANTERN: Of brass.\n\nPAGE 1\n\nPANEL 1\nMara lifts the lantern.\n\nPANEL 2\nMara waits.\n",
)
CAMERA_MOVEMENT = Code(
    "SC0513",
    "camera-movement",
    Severity.WARNING,
    """A panel is one still picture: nothing pans, zooms or fades in it. Say what is seen at the moment that you want drawn, or
make a CLIP of it.""",
    "PAGE 1\n\nPANEL 1\nThe harbour in the rain. The camera pans across the cranes.\n",
)
SEVERAL_MOMENTS = Code(
    "SC0514",
    "several-moments",
    Severity.WARNING,
    """A panel shows one moment. When its description tells one thing after another, the model draws any of them, or all at once.
Choose the moment, or make a panel of each. `max` is how often the story may go on in one panel, 1.""",
    "CAST\n\nTOBY: A boy.\n\nPAGE 1\n\nPANEL 1\nToby slams the door, then runs to the window, then sees the shape.\n",
)
PLAN_CHARACTERS = Code(
    "SC0515",
    "plan-characters",
    Severity.WARNING,
    """Some plans of the service keep the looks of only so many characters in one request, and a page never takes more than one.
Set `max` to what your plan says. Off unless `storyc.toml` turns it on.""",
    "CAST\n\nANN: Tall.\n\nBEN: Round.\n\nCAL: Old.\n\nDEE: Very young.\n\nPAGE 1\n\nPANEL 1\nAnn, Ben, Cal and Dee on the stairs.\n",
)
WORDS_IN_SILENCE = Code(
    "SC0516",
    "words-in-silence",
    Severity.WARNING,
    """A panel is tagged `[silent]` and has words all the same. Either the tag is old, or a line of the description was taken
for a speech because it begins with a name and a colon.""",
    "CAST\n\nTOBY: A boy.\n\nPAGE 1\n\nPANEL 1 [silent]\nOut of the snow come a dog and\nToby: two very small figures.\n",
)
UNUSED_SUPPRESSION = Code(
    "SC0517",
    "unused-suppression",
    Severity.WARNING,
    """A comment `storyc: ignore …` keeps an opinion from being told where there is none any more, or names a rule that does not
exist. Left there, it would hide the next one.""",
    "PAGE 1\n\nPANEL 1\nRain. /* storyc: ignore words-per-panel */\n",
)
COSMETIC_REDRAW = Code(
    "SC0518",
    "cosmetic-redraw",
    Severity.WARNING,
    """A panel was bought, and its request has changed since only in ways that nobody sees in a picture; the next build would
draw it again all the same, for credits. Of letters in balloons, captions and sounds, which are drawn one by one, that is white space and
the shape of quotation marks, dashes and dots; of descriptions also small and capital letters, hyphens, and the mark at the end. Commas
and the spelling of words may change what is meant and do not count. The fix puts the bought wording back. It needs the record of what was
bought, `.storyc` in the project's folder; without it there is nothing to compare with, and nothing is said.""",
    "CAST\n\nMARA: A pilot.\n\nPAGE 1\n\nPANEL 1\nMara at the Rail.\n\nPANEL 2\nRain.\n\nCAPTION: Port Ansel.\n",
    "CAST\n\nMARA: A pilot.\n\nPAGE 1\n\nPANEL 1\nMara at the rail.\n\nPANEL 2\nRain.\n\nCAPTION: Port Ansel.\n",
)
SPEAKERS_PER_PANEL = Code(
    "SC0519",
    "speakers-per-panel",
    Severity.WARNING,
    """Balloons are read in the order in which they stand, so whoever speaks first has to stand first. With many voices in one
panel there is only one way left to draw it, and the tails still cross. People who say the same words together are one voice. `max`
is 3.""",
    "CAST\n\nANN: Tall.\n\nBEN: Round.\n\nCAL: Old.\n\nDEE: Very young.\n\nPAGE 1\n\nPANEL 1\nAnn, Ben, Cal and Dee on the stairs.\n\n"
    "ANN: Up?\n\nBEN: Down.\n\nCAL: Neither.\n\nDEE: Lunch!\n",
)
