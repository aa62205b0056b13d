"""What pages, panels and pictures are called."""

from collections.abc import Iterator, Mapping
from re import compile as regex
from typing import Final

from storyc.storyboard import Audience, Page, Panel

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


def shot_words(panel: Panel, labels: Labels) -> Iterator[str]:
    """Yield how a panel is framed, as the script says it, and what else is written in its brackets about its picture."""
    yield from panel.framing
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
    known = ". ".join(part for part in (", ".join(panel.cast), ", ".join(panel.framing), place.strip()) if part)
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
