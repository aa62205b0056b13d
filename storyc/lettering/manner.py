"""How a piece of lettering is to look: what its kind and its modifiers ask for."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from storyc.storyboard import Caption, Modifier, Sfx, Speech, Title, plain

from .letters import Voice, is_east_asian, voice_for
from .model import Kind

Lettering = Speech | Caption | Sfx | Title
"""What is laid over the art. Letters on signs and screens belong to the art itself."""
Outline = Literal["plain", "whisper", "burst", "cloud", "jagged", "square", "wavy", "double", "box", "none"]

_OUTLINES: Mapping[Modifier, Outline] = {
    "thought": "cloud",
    "burst": "burst",
    "radio": "jagged",
    "robot": "square",
    "double-outline": "double",
    "weak": "wavy",
    "whisper": "whisper",
}
"""The first that an item has wins."""
_SIZES: dict[str, float] = {"small": 0.8, "whisper": 0.88, "weak": 0.9, "large": 1.35, "burst": 1.18}
_CAPTION_SIZES = {"locale": 0.86, "editorial": 0.76, "floating": 1.06}
_EFFECT_SIZE = 2.7
_TITLE_SIZE = 2.9
_QUOTES = {"ja": "「」", "zh": "「」", "de": "„“", "fr": "«»", "ru": "«»", "es": "«»", "it": "«»"}
_ALREADY_QUOTED = tuple("\"“”„«「『'‘")


class Manner(Struct, frozen=True, gc=False):
    """How to set and frame a text."""

    kind: Kind
    outline: Outline
    voice: Voice
    size: float
    """Of the letters, in multiples of a plain balloon's."""
    looks: tuple[str, ...] = ()
    opening: str = ""
    """Put before the words; a quotation mark or an angle bracket."""
    closing: str = ""
    is_italic: bool = False
    is_flush: bool = False


def manner_of(item: Lettering, language: str) -> Manner:
    """Return how an item is to look."""
    text = plain(item.text)
    match item:
        case Speech():
            opening, closing = _brackets(item.modifiers, language)
            return Manner(
                "speech",
                _outline(item.modifiers),
                voice_for(text, "hand"),
                _size(item.modifiers),
                item.modifiers,
                opening,
                closing,
                is_italic=not _is_east_asian(text) and ("sing" in item.modifiers or "thought" in item.modifiers),
            )
        case Caption():
            return _caption(item, text, language)
        case Sfx():
            return Manner("sfx", "none", voice_for(text, "loud"), _EFFECT_SIZE * _size(item.modifiers), item.modifiers)
        case Title():
            return Manner("title", "none", voice_for(text, "loud"), _TITLE_SIZE)


def _caption(item: Caption, text: str, language: str) -> Manner:
    opening, closing = _brackets(item.modifiers, language)
    if item.kind == "spoken" and not text.lstrip().startswith(_ALREADY_QUOTED):
        quotes = _QUOTES.get(language.lower().split("-")[0], "“”")
        opening, closing = quotes[0] + opening, closing + quotes[1]
    looks = (item.kind or "plain", *item.modifiers)
    return Manner(
        "caption",
        "none" if item.kind == "floating" else "box",
        voice_for(text, "loud" if item.kind == "locale" else "hand"),
        _CAPTION_SIZES.get(item.kind, 0.94) * _size(item.modifiers),
        looks,
        opening,
        closing,
        is_italic=item.kind in {"monologue", "editorial"} and not _is_east_asian(text),
        is_flush=item.kind != "floating",
    )


def _is_east_asian(text: str) -> bool:
    # Its letters have no slant, and leaning columns look broken.
    return not text.isascii() and any(map(is_east_asian, text))


def _outline(modifiers: tuple[Modifier, ...]) -> Outline:
    return next((outline for modifier, outline in _OUTLINES.items() if modifier in modifiers), "plain")


def _size(modifiers: tuple[Modifier, ...]) -> float:
    size = 1.0
    for modifier in modifiers:
        size *= _SIZES.get(modifier, 1.0)
    return size


def _brackets(modifiers: tuple[Modifier, ...], language: str) -> tuple[str, str]:
    if "translated" not in modifiers:
        return ("", "")
    return ("〈", "〉") if language.lower().startswith(("ja", "zh")) else ("<", ">")
