"""A panel and everything in it, in the order in which it is read."""

from typing import Literal

from msgspec import Struct

from .origin import Origin
from .text import Text

Framing = Literal[
    "splash",
    "bleed",
    "borderless",
    "wide",
    "tall",
    "small",
    "large",
    "silent",
    "establishing",
    "close-up",
    "extreme close-up",
    "medium",
    "long",
    "low angle",
    "high angle",
    "over-shoulder",
    "pov",
    "reaction",
    "insert",
    "flashback",
]
"""The panel tags that carry no value, spelled as the prompt spells them."""

Modifier = Literal[
    "off",
    "whisper",
    "burst",
    "thought",
    "radio",
    "robot",
    "small",
    "large",
    "weak",
    "sing",
    "joined",
    "double-outline",
    "translated",
]
"""How a balloon is drawn; every synonym a writer may type stands for one of these."""

CaptionKind = Literal["", "locale", "narrator", "monologue", "spoken", "editorial", "floating"]

Audience = Literal["artist", "prompt", "colorist", "letterer", "editor", "note"]
"""Whom a note is for. `artist`, `prompt` and `colorist` notes reach the prompt, the others never do."""


class Action(Struct, frozen=True, gc=False, tag=True):
    """A paragraph of description: what the picture shows. Lines are joined by spaces."""

    text: str


class Speech(Struct, frozen=True, gc=False, tag=True):
    """One balloon."""

    speakers: tuple[str, ...]
    """Canonical names; more than one when they speak together. An undeclared extra keeps the written name."""
    text: Text
    modifiers: tuple[Modifier, ...] = ()
    directions: tuple[str, ...] = ()
    """What stood among the modifiers and is none: acting directions, kept as written."""
    is_dual: bool = False
    """Spoken at the same time as the balloon before it."""


class Caption(Struct, frozen=True, gc=False, tag=True):
    """A caption box."""

    text: Text
    kind: CaptionKind = ""
    character: str = ""
    """Whose words they are; empty for a narrator without a name."""
    modifiers: tuple[Modifier, ...] = ()
    directions: tuple[str, ...] = ()


class Sfx(Struct, frozen=True, gc=False, tag=True):
    """A sound effect, drawn into the picture."""

    text: Text
    source: str = ""
    """What makes the sound, as written."""
    modifiers: tuple[Modifier, ...] = ()


class Title(Struct, frozen=True, gc=False, tag=True):
    """The title lettering of the story or of a chapter."""

    text: Text


class InArt(Struct, frozen=True, gc=False, tag=True):
    """Letters that belong to the picture: a sign, a screen, a letter."""

    text: Text
    kind: str = ""
    """What the letters stand on, as written: `sign`, `screen`, …"""


class Note(Struct, frozen=True, gc=False, tag=True):
    """A remark to one of the people who make the comic."""

    audience: Audience
    text: str


class Transition(Struct, frozen=True, gc=False, tag=True):
    """`CUT TO:` and its kin. Read by people; not sent."""

    text: str


Lettering = Speech | Caption | Sfx | Title | InArt
PanelItem = Action | Lettering | Note | Transition


class Setting(Struct, frozen=True, gc=False):
    """Where and when, from the slugline in force."""

    heading: str
    """The slugline as written, without a forcing dot."""
    interior: Literal["", "INT", "EXT", "EST", "INT/EXT"] = ""
    place: str = ""
    """The place as written."""
    location: str = ""
    """The canonical name of the declared location; empty if the place is not declared."""
    time: str = ""
    """`NIGHT`, `CONTINUOUS`, 夕方, …; empty if the slugline names none."""
    unknown_tags: tuple[str, ...] = ()
    """Tags outside the vocabulary, kept as written."""


class Panel(Struct, frozen=True, gc=False):
    """One picture."""

    ordinal: int
    """Its place on its page, from 1."""
    label: str = ""
    """The number as written, `3a`; empty if none was."""
    framing: tuple[Framing, ...] = ()
    unknown_tags: tuple[str, ...] = ()
    """Tags outside the vocabulary, kept as written."""
    inset: str = ""
    """The label of the panel that this one lies in; empty if it stands alone."""
    same_as: str = ""
    """The label of the panel whose framing it repeats."""
    seed: int | None = None
    pin: str = ""
    """The take that the writer chose."""
    setting: Setting | None = None
    cast: tuple[str, ...] = ()
    """Canonical names of those in the picture (mentioned in the prose, or speaking and not off), in order of mention."""
    props: tuple[str, ...] = ()
    items: tuple[PanelItem, ...] = ()
    origin: Origin = Origin()

    @property
    def actions(self) -> tuple[Action, ...]:
        """Return the paragraphs of description."""
        return tuple(item for item in self.items if isinstance(item, Action))

    @property
    def lettering(self) -> tuple[Lettering, ...]:
        """Return the balloons, captions, effects and letters, in reading order."""
        return tuple(item for item in self.items if isinstance(item, Lettering))

    @property
    def notes(self) -> tuple[Note, ...]:
        """Return the notes of every audience."""
        return tuple(item for item in self.items if isinstance(item, Note))
