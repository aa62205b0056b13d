"""What pages, panels and pictures are called."""

from collections.abc import Iterator, Mapping
from re import compile as regex
from typing import Final

from storyc.storyboard import Audience, CaptionKind, Character, Framing, Modifier, Page, Panel

from .labels import Labels

NOTE_LABELS: Final[Mapping[Audience, str]] = {
    "artist": "for_artist",
    "prompt": "for_prompt",
    "colorist": "for_colorist",
    "letterer": "for_letterer",
    "editor": "for_editor",
    "note": "note",
}
"""The label of a note, by whom it is for."""

FRAMING_LABELS: Final[Mapping[Framing, str]] = {
    "splash": "frame_splash",
    "bleed": "frame_bleed",
    "borderless": "frame_borderless",
    "wide": "frame_wide",
    "tall": "frame_tall",
    "small": "frame_small",
    "large": "frame_large",
    "silent": "frame_silent",
    "establishing": "frame_establishing",
    "close-up": "frame_close_up",
    "extreme close-up": "frame_extreme_close_up",
    "medium": "frame_medium",
    "long": "frame_long",
    "low angle": "frame_low_angle",
    "high angle": "frame_high_angle",
    "over-shoulder": "frame_over_shoulder",
    "pov": "frame_pov",
    "reaction": "frame_reaction",
    "insert": "frame_insert",
    "flashback": "frame_flashback",
}
"""The label of a tag of the vocabulary."""

LOOK_LABELS: Final[Mapping[Modifier | CaptionKind, str]] = {
    "off": "manner_off",
    "whisper": "manner_whisper",
    "burst": "manner_burst",
    "thought": "manner_thought",
    "radio": "manner_radio",
    "robot": "manner_robot",
    "small": "manner_small",
    "large": "manner_large",
    "weak": "manner_weak",
    "sing": "manner_sing",
    "joined": "manner_joined",
    "double-outline": "manner_double_outline",
    "translated": "manner_translated",
    "locale": "caption_locale",
    "narrator": "caption_narrator",
    "monologue": "caption_monologue",
    "spoken": "caption_spoken",
    "editorial": "caption_editorial",
    "floating": "caption_floating",
}
"""The label of a modifier or a kind of caption."""

_FIELD_LABELS: Final[Mapping[str, str]] = {
    "genre": "field_genre",
    "art": "field_art",
    "palette": "field_palette",
    "lighting": "field_lighting",
    "camera": "field_camera",
    "premise": "field_premise",
    "conflict": "field_conflict",
    "tone": "field_tone",
    "ending": "field_ending",
    "forbidden": "field_forbidden",
    "consistency": "field_consistency",
    "note": "note",
}
"""The label of a field of STYLE, STORY or CONSTRAINTS that the language knows."""

_SENTENCE_END: Final = regex(r"[.!?…]['\"”’)]*(?=\s)|[。！？]")
_SHORT: Final = 30
"""Characters: `Rain.` alone says too little, so the next sentence is read as well."""
_LONG: Final = 200
"""Characters: about what a screen reader says in one breath."""
_LONGEST: Final = 400
"""Characters: more than that is no alternative to a picture but a story of its own."""


def number_range(first: int, last: int) -> str:
    """Return `3`, or `3-5` with a dash."""
    return str(first) if first == last else f"{first}–{last}"


def page_number(page: Page) -> str:
    """Return `3`, or `4-5` with a dash for a spread."""
    return number_range(page.ordinal, page.last_ordinal)


def page_name(page: Page, labels: Labels) -> str:
    """Return `Page 3`, or `Pages 4-5` with a dash for a spread."""
    return labels("spread" if page.kind == "spread" else "page", number=page_number(page))


def field_name(key: str, labels: Labels) -> str:
    """Return what a field of STYLE, STORY or CONSTRAINTS is called; a writer's own is called what the writer calls it."""
    return labels(_FIELD_LABELS[key]) if key in _FIELD_LABELS else key.capitalize()


def character_fields(character: Character, labels: Labels) -> tuple[tuple[str, str], ...]:
    """Return what is said of somebody beside a description, as (label, words)."""
    fields = (
        ("role", character.role),
        ("age", "" if character.age is None else str(character.age)),
        ("gender", character.gender),
        ("dress", character.dress),
        ("personality", character.personality),
        ("catchphrase", character.catchphrase),
    )
    return tuple((labels(label), words) for label, words in fields if words)


def framing_words(panel: Panel, labels: Labels) -> Iterator[str]:
    """Yield the tags of the vocabulary that say how a panel is framed."""
    return (labels(FRAMING_LABELS[tag]) for tag in panel.framing)


def shot_words(panel: Panel, labels: Labels) -> Iterator[str]:
    """Yield how a panel is framed, and what else is written in its brackets about its picture."""
    yield from framing_words(panel, labels)
    if panel.inset:
        yield labels("inset", panel=panel.inset)
    if panel.same_as:
        yield labels("same_framing", panel=panel.same_as)
    yield from panel.unknown_tags


def describe(panel: Panel, labels: Labels, *, is_long: bool = False) -> str:
    """Return one line that stands for the panel's picture: the beginning of its prose, or who is where; never empty."""
    prose = " ".join(" ".join(action.text for action in panel.actions).split())
    if prose:
        return _cut(prose, _LONGEST) if is_long else _beginning(prose)
    place = panel.setting.heading if panel.setting is not None else ""
    parts = (labels.listed(panel.cast), labels.listed(framing_words(panel, labels)), place.strip())
    known = ". ".join(part for part in parts if part)
    return known or labels("panel", number=panel.ordinal)


def _beginning(prose: str) -> str:
    ends = (match.end() for match in _SENTENCE_END.finditer(prose, 0, _LONG))
    sentence_end = next((end for end in ends if end >= _SHORT), None)
    return prose[:sentence_end] if sentence_end is not None else _cut(prose, _LONG)


def _cut(prose: str, most: int) -> str:
    if len(prose) <= most:
        return prose
    space = prose.rfind(" ", _SHORT, most)
    return prose[: space if space > 0 else most] + "…"
