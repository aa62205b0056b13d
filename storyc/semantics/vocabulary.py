"""The closed vocabularies of the language: every word a writer may type, and what it stands for."""

from collections.abc import Mapping
from typing import get_args

from storyc.storyboard import Audience, CaptionKind, Framing, Modifier, PageKind

FRAMINGS: Mapping[str, Framing] = {word: word for word in get_args(Framing)} | {
    "closeup": "close-up",
    "close up": "close-up",
    "cu": "close-up",
    "extreme closeup": "extreme close-up",
    "extreme close up": "extreme close-up",
    "ecu": "extreme close-up",
    "medium shot": "medium",
    "long shot": "long",
    "establishing shot": "establishing",
    "low-angle": "low angle",
    "high-angle": "high angle",
    "over shoulder": "over-shoulder",
    "over the shoulder": "over-shoulder",
    "over-the-shoulder": "over-shoulder",
    "ots": "over-shoulder",
    "full page": "splash",
    "full-page": "splash",
    "full bleed": "bleed",
    "no border": "borderless",
}
"""Panel tags without a value."""

PANEL_VALUE_TAGS = ("inset", "same as", "seed", "pin")
PAGE_KINDS: Mapping[str, PageKind] = {
    "splash": "splash",
    "splash page": "splash",
    "full-page splash": "splash",
    "full page splash": "splash",
    "full page": "splash",
    "full-page": "splash",
    "spread": "spread",
    "double-page spread": "spread",
    "double page spread": "spread",
    "two-page spread": "spread",
    "two page spread": "spread",
    "double spread": "spread",
    "dps": "spread",
}
"""Page tags without a value."""
PAGE_TAGS = ("splash", "spread", "preset", "size", "layout")

_SYNONYMS: Mapping[Modifier, str] = {
    "off": "off, off-panel, off panel, op, o.p., os, o.s., vo, v.o., tailless, off-screen, offscreen, voice-over, voice over",
    "whisper": "whisper, whispers, whispering, whispered",
    "burst": "burst, shout, shouts, shouting, yell, yells, yelling, scream, screams, screaming",
    "thought": "thought, thinking, thinks, thoughts",
    "radio": "radio, electronic, phone, tv, comm, comms, intercom",
    "robot": "robot",
    "small": "small, mutter, mutters, muttering",
    "large": "large, big",
    "weak": "weak, wavy",
    "sing": "sing, sings, singing",
    "joined": "joined, cont, cont., cont'd, contd, cont’d, continued",
    "double-outline": "double-outline, double outline",
    "translated": "translated",
}
MODIFIERS: Mapping[str, Modifier] = {
    synonym: canonical for canonical, synonyms in _SYNONYMS.items() for synonym in synonyms.split(", ")
}
"""How a balloon is drawn, by every word that says so."""

CAPTION_KINDS: frozenset[CaptionKind] = frozenset(get_args(CaptionKind)) - {""}

AUDIENCES: Mapping[str, Audience] = {audience.upper(): audience for audience in get_args(Audience)}
"""Labels whose text is a remark to somebody."""

BLOCKS = ("CAST", "CHARACTERS", "LOCATIONS", "PROPS", "STYLE", "STORY", "CONSTRAINTS", "ATTACHMENTS")
"""Headings of blocks."""

SENT_AUDIENCES: frozenset[Audience] = frozenset(("artist", "prompt", "colorist"))
"""Remarks to these reach the picture."""

LETTERING_LABELS = ("CAPTION", "CAP", "SFX", "TITLE", "TEXT")
RESERVED = frozenset((*LETTERING_LABELS, *AUDIENCES))
"""Names that no character may have."""

CAST_FIELDS: Mapping[str, str] = {
    "age": "age",
    "gender": "gender",
    "role": "role",
    "personality": "personality",
    "catchphrase": "catchphrase",
    "dress": "dress",
    "clothing": "dress",
    "clothes": "dress",
    "ref": "ref",
    "image": "ref",
    "description": "description",
}
PLACE_FIELDS: Mapping[str, str] = {"ref": "ref", "image": "ref", "description": "description"}
CLIP_FIELDS: Mapping[str, str] = {
    "ref": "image",
    "image": "image",
    "video": "video",
    "audio": "audio",
    "sound": "audio",
}
