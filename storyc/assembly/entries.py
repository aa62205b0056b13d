"""The cast list, the places and the things, each with the pages it is on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from storyc.storyboard import Caption, Character, Location, Page, Panel, Prop, Speech, Storyboard

from .anchors import number_range, page_anchor
from .view import EntryView

Appearances = Mapping[tuple[str, str], Sequence[Page]]
"""The pages on which somebody (kind, name) is, in order, each once."""


def view_entries(board: Storyboard) -> tuple[tuple[str, str, tuple[EntryView, ...]], ...]:
    """Return the groups that have a member, as (heading, anchor, entries)."""
    seen = _appearances(board.pages)
    groups = (
        ("Cast", "cast", tuple(_character(character, seen) for character in board.cast)),
        ("Locations", "locations", tuple(_place(place, "location", seen) for place in board.locations)),
        ("Props", "props", tuple(_place(prop, "prop", seen) for prop in board.props)),
    )
    return tuple(group for group in groups if group[2])


def _character(character: Character, seen: Appearances) -> EntryView:
    fields = (
        ("Role", character.role),
        ("Age", "" if character.age is None else str(character.age)),
        ("Gender", character.gender),
        ("Dress", character.dress),
        ("Personality", character.personality),
        ("Catchphrase", character.catchphrase),
    )
    return EntryView(
        name=character.name,
        aliases=", ".join(character.aliases),
        description=character.description,
        fields=tuple((label, value) for label, value in fields if value),
        references=character.references,
        appears=_runs(seen.get(("cast", character.name), ())),
    )


def _place(place: Location | Prop, kind: str, seen: Appearances) -> EntryView:
    return EntryView(
        name=place.name,
        aliases=", ".join(place.aliases),
        description=place.description,
        fields=(),
        references=place.references,
        appears=_runs(seen.get((kind, place.name), ())),
    )


def _appearances(pages: Iterable[Page]) -> Appearances:
    seen: dict[tuple[str, str], dict[int, Page]] = defaultdict(dict)
    for page in pages:
        for panel in page.panels:
            for who in _present(panel):
                seen[who][page.ordinal] = page
    return {who: tuple(pages_seen.values()) for who, pages_seen in seen.items()}


def _present(panel: Panel) -> Iterable[tuple[str, str]]:
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
