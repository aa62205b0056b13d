"""The cast list, the places and the things: each with where it is first, the pages it is on, and how much it says."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from storyc.storyboard import Caption, Character, Location, Page, Panel, PanelKey, Prop, Speech, Storyboard, count_words
from storyc.wording import Labels, character_fields, number_range

from .anchors import page_anchor, panel_anchor
from .view import EntryView


class Presence(Struct, kw_only=True):
    """Where somebody is, and what they say."""

    first: PanelKey | None = None
    pages: dict[int, Page]
    """By ordinal, in order."""
    panels: int = 0
    balloons: int = 0
    words: int = 0


Presences = Mapping[tuple[str, str], Presence]
"""By kind and name."""


def view_entries(board: Storyboard, labels: Labels) -> tuple[tuple[str, str, tuple[EntryView, ...]], ...]:
    """Return the groups that have a member, as (heading, anchor, entries)."""
    seen = _presences(board.pages)
    groups = (
        (labels("cast"), "cast", tuple(_character(character, seen, labels) for character in board.cast)),
        (labels("locations"), "locations", tuple(_place(place, "location", seen, labels) for place in board.locations)),
        (labels("props"), "props", tuple(_place(prop, "prop", seen, labels) for prop in board.props)),
    )
    return tuple(group for group in groups if group[2])


def _character(character: Character, seen: Presences, labels: Labels) -> EntryView:
    return _entry(character, character_fields(character, labels), seen["cast", character.name], labels)


def _place(place: Location | Prop, kind: str, seen: Presences, labels: Labels) -> EntryView:
    return _entry(place, (), seen[kind, place.name], labels)


def _entry(
    entry: Character | Location | Prop, fields: tuple[tuple[str, str], ...], presence: Presence, labels: Labels
) -> EntryView:
    first = presence.first
    numbers = (("panels", presence.panels), ("balloons", presence.balloons), ("words", presence.words))
    return EntryView(
        name=entry.name,
        aliases=", ".join(entry.aliases),
        description=entry.description,
        fields=fields,
        references=entry.references,
        appears=_runs(tuple(presence.pages.values())),
        first=("", "")
        if first is None
        else (labels("panel_of_page", page=first.page, panel=first.panel), panel_anchor(first)),
        numbers=tuple((labels(label), labels.number(number)) for label, number in numbers if number),
    )


def _presences(pages: Iterable[Page]) -> Presences:
    seen: defaultdict[tuple[str, str], Presence] = defaultdict(lambda: Presence(pages={}))
    for page in pages:
        for panel in page.panels:
            for who in set(_present(panel)):
                presence = seen[who]
                presence.first = presence.first or PanelKey(page.ordinal, panel.ordinal)
                presence.pages[page.ordinal] = page
                presence.panels += 1
            for speech in (item for item in panel.items if isinstance(item, Speech)):
                for name in speech.speakers:
                    seen["cast", name].balloons += 1
                    seen["cast", name].words += count_words(speech.text)
    return seen


def _present(panel: Panel) -> Iterator[tuple[str, str]]:
    yield from (("cast", name) for name in panel.cast)
    yield from (("prop", name) for name in panel.props)
    if panel.setting is not None and panel.setting.location:
        yield "location", panel.setting.location
    for item in panel.items:
        if isinstance(item, Speech):
            yield from (("cast", name) for name in item.speakers)
        elif isinstance(item, Caption):
            yield "cast", item.character


def _runs(pages: Sequence[Page]) -> tuple[tuple[str, str], ...]:
    """Join pages that follow each other, so that a lead's list stays short in a long book."""
    runs: list[tuple[int, int]] = []
    for page in pages:
        if runs and runs[-1][1] + 1 == page.ordinal:
            runs[-1] = (runs[-1][0], page.last_ordinal)
        else:
            runs.append((page.ordinal, page.last_ordinal))
    return tuple((number_range(first, last), page_anchor(first)) for first, last in runs)
