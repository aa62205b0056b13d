"""From a storyboard and its requests to numbers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from storyc.storyboard import (
    Caption,
    Page,
    Panel,
    PanelKey,
    Setting,
    Sfx,
    Speech,
    Storyboard,
    count_words,
    reading_s,
)

from .model import Amount, PageCount, PersonCount, PlaceCount, SceneCount, Statistics

if TYPE_CHECKING:  # whoever only reads numbers needs no models of the wire
    from storyc.lowering import Unit

_Placed = tuple[Page, Panel]
_NOTHING = Amount()


def count_story(board: Storyboard, units: Sequence["Unit"]) -> Statistics:
    """Return the numbers of a storyboard that becomes these requests.

    A request's price is shared evenly by the panels that it draws; equal requests are paid for once, by all of their panels.
    """
    bought = {unit.key: unit for unit in units}.values()
    shares = _shares(units)
    panels = [(page, panel) for page in board.pages for panel in page.panels]
    amounts = {_key(placed): _amount(placed[1]) for placed in panels}
    scenes = tuple(_scenes(panels, amounts, shares))
    return Statistics(
        title=board.credits.title,
        pages=sum(page.last_ordinal - page.ordinal + 1 for page in board.pages),
        total=_sum(amounts.values()),
        clips=len(board.clips),
        clip_credits=sum(unit.price_credits for unit in bought if unit.operation == "video"),
        credits=sum(unit.price_credits for unit in bought),
        by_page=tuple(_pages(board.pages, amounts, shares)),
        by_scene=tuple(scene for _, scene in scenes),
        by_person=tuple(_people(board, panels)),
        by_place=tuple(_places(scenes)),
    )


def _key(placed: _Placed) -> PanelKey:
    page, panel = placed
    return PanelKey(page.ordinal, panel.ordinal)


def _shares(units: Iterable["Unit"]) -> Mapping[PanelKey, int]:
    """Return what each panel costs; where a price cannot be shared evenly, the first panels cost one credit more."""
    drawn: dict[str, tuple[int, list[PanelKey]]] = {}
    for unit in units:
        drawn.setdefault(unit.key, (unit.price_credits, []))[1].extend(unit.panels)
    shares: dict[PanelKey, int] = {}
    for price_credits, keys in drawn.values():
        for index, key in enumerate(keys):
            shares[key] = price_credits // len(keys) + (index < price_credits % len(keys))
    return shares


def _amount(panel: Panel) -> Amount:
    lettering = panel.lettering
    return Amount(
        panels=1,
        balloons=sum(isinstance(item, Speech) for item in lettering),
        captions=sum(isinstance(item, Caption) for item in lettering),
        effects=sum(isinstance(item, Sfx) for item in lettering),
        words=sum(count_words(item.text) for item in lettering),
        reading_s=reading_s(panel),
    )


def _sum(amounts: Iterable[Amount]) -> Amount:
    return sum(amounts, _NOTHING)


def _pages(
    pages: Iterable[Page], amounts: Mapping[PanelKey, Amount], shares: Mapping[PanelKey, int]
) -> Iterator[PageCount]:
    for page in pages:
        keys = [_key((page, panel)) for panel in page.panels]
        credits_ = sum(shares.get(key, 0) for key in keys)
        yield PageCount(page.ordinal, page.last_ordinal, _sum(amounts[key] for key in keys), credits_)


def _scenes(
    panels: Iterable[_Placed], amounts: Mapping[PanelKey, Amount], shares: Mapping[PanelKey, int]
) -> Iterator[tuple[Setting | None, SceneCount]]:
    for _, group in groupby(panels, lambda placed: placed[1].setting and placed[1].setting.heading):
        scene = list(group)
        (first, panel), (last, _) = scene[0], scene[-1]
        keys = list(map(_key, scene))
        yield (
            panel.setting,
            SceneCount(
                panel.setting.heading if panel.setting else "",
                first.ordinal,
                last.last_ordinal,
                _sum(amounts[key] for key in keys),
                sum(shares.get(key, 0) for key in keys),
            ),
        )


def _places(scenes: Iterable[tuple[Setting | None, SceneCount]]) -> Iterator[PlaceCount]:
    found: dict[str, list[SceneCount]] = {}
    for setting, scene in scenes:
        found.setdefault((setting.location or setting.place) if setting else "", []).append(scene)
    for name, in_place in found.items():
        amount = _sum(scene.amount for scene in in_place)
        yield PlaceCount(name, len(in_place), amount, sum(scene.credits for scene in in_place))


def _people(board: Storyboard, panels: Iterable[_Placed]) -> Iterator[PersonCount]:
    """Yield the numbers of everybody who is in the cast or speaks, in the order in which they are met."""
    cast = {_base(character.name): None for character in board.cast}
    found: dict[str, _Person] = {}
    for _, panel in panels:
        for name in dict.fromkeys(map(_base, panel.cast)):
            found.setdefault(name, _Person()).panels += 1
        for item in panel.lettering:
            if isinstance(item, Speech):
                for name in dict.fromkeys(map(_base, item.speakers)):
                    person = found.setdefault(name, _Person())
                    person.balloons += 1
                    person.words += count_words(item.text)
            elif isinstance(item, Caption):
                for name in filter(None, dict.fromkeys(map(_base, item.character.split(" & ")))):
                    person = found.setdefault(name, _Person())
                    person.captions += 1
                    person.words += count_words(item.text)
    for name in (*found, *(name for name in cast if name not in found)):
        person = found.get(name, _Person())
        yield PersonCount(name, person.panels, person.balloons, person.captions, person.words)


class _Person:
    """Numbers that still grow."""

    def __init__(self) -> None:
        self.panels = self.balloons = self.captions = self.words = 0


def _base(name: str) -> str:
    """Return the name of a character without that of a look."""
    return name.partition(" / ")[0]
