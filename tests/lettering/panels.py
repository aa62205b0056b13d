"""Panels full of words."""

from typing import get_args

from hypothesis import strategies as st

from storyc.lettering import Lettered, letter_panel
from storyc.storyboard import (
    Caption,
    CaptionKind,
    Emphasis,
    InArt,
    Modifier,
    Origin,
    Panel,
    PanelItem,
    Reading,
    Run,
    Sfx,
    Speech,
    Text,
    Title,
)

CAST = ("MARA", "TOBY", "EVA")

WORDS = ("I", "know", "the", "rocks", "and", "tides;", "somebody", "is", "lying,", "Mara…", "incomprehensible!")

letters = st.one_of(
    st.text(st.characters(), min_size=1, max_size=40),
    st.lists(
        st.sampled_from(WORDS),
        min_size=1,
        max_size=30,
    ).map(" ".join),
    st.text("灯台の明かりが消えた。「、」!?ー", min_size=1, max_size=40),
    st.text("انطفأ ضوء الميناء האור כבה", min_size=1, max_size=40),
)
texts: st.SearchStrategy[Text] = st.lists(
    st.builds(Run, letters, st.integers(0, 7).map(Emphasis)), min_size=1, max_size=3
).map(tuple)
modifiers: st.SearchStrategy[tuple[Modifier, ...]] = st.lists(
    st.sampled_from(get_args(Modifier)), max_size=2, unique=True
).map(tuple)
speeches = st.builds(
    Speech,
    speakers=st.lists(st.sampled_from([*CAST, "SOMEBODY"]), min_size=1, max_size=2, unique=True).map(tuple),
    text=texts,
    modifiers=modifiers,
    is_dual=st.booleans(),
)
plain_texts: st.SearchStrategy[Text] = (
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join).map(lambda words: (Run(words),))
)
plain_speeches = st.builds(
    Speech,
    speakers=st.sampled_from([("MARA",), ("TOBY",)]),
    text=plain_texts,
    modifiers=modifiers.map(lambda some: some[:1]),
)
plain_captions = st.builds(Caption, text=plain_texts, kind=st.sampled_from(get_args(CaptionKind)))
captions = st.builds(Caption, text=texts, kind=st.sampled_from(get_args(CaptionKind)), modifiers=modifiers)
items = st.one_of(
    speeches,
    speeches,
    captions,
    st.builds(Sfx, text=texts, modifiers=modifiers),
    st.builds(Title, text=texts),
    st.builds(InArt, text=texts),
)
panels = st.builds(
    Panel,
    ordinal=st.integers(1, 9),
    cast=st.lists(st.sampled_from(CAST), max_size=3, unique=True).map(tuple),
    items=st.lists(items, max_size=7).map(tuple),
    origin=st.builds(Origin, source=st.just("harbour.story"), line=st.integers(1, 99)),
)
readings = st.sampled_from(["left-to-right", "right-to-left", "vertical"])
languages = st.sampled_from(["", "en", "ja", "de", "ar", "zh-Hant", 'x"><script>'])


def say(speaker: str, words: str, *how: Modifier, is_dual: bool = False) -> Speech:
    """Return a balloon."""
    return Speech((speaker,), (Run(words),), how, is_dual=is_dual)


def caption(words: str, kind: CaptionKind = "") -> Caption:
    """Return a caption."""
    return Caption((Run(words),), kind)


def panel(*items: PanelItem, cast: tuple[str, ...] = ("MARA", "TOBY")) -> Panel:
    """Return a panel with these items."""
    return Panel(3, cast=cast, items=items, origin=Origin("harbour.story", 12))


def letter(
    *items: PanelItem, size_px: tuple[int, int] = (1024, 768), reading: Reading = "left-to-right", language: str = "en"
) -> Lettered:
    """Return the lettering of a panel with these items."""
    return letter_panel(panel(*items), *size_px, reading=reading, language=language)
