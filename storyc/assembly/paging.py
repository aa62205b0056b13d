"""Pages and panels as a reader sees them."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from storyc.planning import Results
from storyc.storyboard import Page, PageKind, Panel, PanelKey, Storyboard, reading_s
from storyc.wire import read_size
from storyc.wording import Labels, describe, page_name, page_number, shot_words

from .anchors import page_anchor, panel_anchor
from .grid import Shape
from .links import SourceLinks
from .sheet import Place, lay_out
from .transcript import transcribe, view_note
from .view import ClipView, PageView, PanelView, Take

_WEIGHTS = {"small": 0.7, "large": 1.4}
_ALONE = frozenset({"wide", "splash"})
_KINDS: Mapping[PageKind, str] = {"page": "kind_page", "splash": "kind_splash", "spread": "kind_spread"}
_SQUARE_PX = (1024, 1024)


class Shown(Struct, frozen=True, gc=False):
    """What a storyboard is shown with."""

    board: Storyboard
    results: Results
    takes: Mapping[PanelKey, Sequence[Take]]
    links: SourceLinks
    labels: Labels


def view_page(page: Page, before: Page | None, shown: Shown, clips: tuple[ClipView, ...]) -> PageView:
    """Return a page with its panels composed; `before` is the page before it, which may have opened the same section."""
    labels = shown.labels
    keys = [PanelKey(page.ordinal, panel.ordinal) for panel in page.panels]
    arts = [shown.results.panels.get(key) for key in keys]
    place_px = _place_px(page, shown.board)
    sizes_px = [place_px if art is None else (art.width_px, art.height_px) for art in arts]
    scenes = _scenes(page.panels)
    shapes = [_shape(page, *each) for each in zip(page.panels, sizes_px, strict=True)]
    sheet = lay_out(shapes, _hosts(page.panels), [width_px for width_px, _ in sizes_px])
    return PageView(
        anchor=page_anchor(page.ordinal),
        ordinal=page.ordinal,
        number=page_number(page),
        label=page_name(page, labels),
        kind=page.kind,
        kind_label="" if page.kind == "page" else labels(_KINDS[page.kind]),
        panel_count=labels.panels(len(page.panels)),
        section="" if before is not None and before.section == page.section else " / ".join(page.section),
        summary=" ".join(page.synopses) or " / ".join(dict.fromkeys(scene for scene in scenes if scene)),
        synopses=page.synopses,
        description=page.description,
        notes=tuple(view_note(note, labels) for note in page.notes),
        tags=tuple(_page_tags(page, labels)),
        panels=tuple(
            _panel(panel, key, shown, size_px=size_px, scene=scene, place=place)
            for panel, key, size_px, scene, place in zip(page.panels, keys, sizes_px, scenes, sheet.places, strict=True)
        ),
        sheet=sheet,
        clips=clips,
        source=shown.links.view(page.origin),
    )


def _place_px(page: Page, board: Storyboard) -> tuple[int, int]:
    """Return the size of a picture that is not there yet; those of a spread are as wide as two pages."""
    width_px, height_px = read_size(page.size or board.size) or _SQUARE_PX
    is_double = page.kind == "spread" and not page.size
    return (2 * width_px if is_double else width_px), height_px


def _scenes(panels: Sequence[Panel]) -> list[str]:
    """Return the slugline that each panel opens with, empty where the scene of the panel before it goes on."""
    headings = [panel.setting.heading if panel.setting is not None else "" for panel in panels]
    return ["" if heading == before else heading for before, heading in zip(("", *headings), headings, strict=False)]


def _hosts(panels: Sequence[Panel]) -> dict[int, int]:
    """Return in which panel of the page another lies, both by index; a panel that itself lies in one holds none."""
    named = {panel.label or str(panel.ordinal): index for index, panel in enumerate(panels) if not panel.inset}
    return {index: named[panel.inset] for index, panel in enumerate(panels) if panel.inset in named}


def _shape(page: Page, panel: Panel, size_px: tuple[int, int]) -> Shape:
    return Shape(
        ratio=size_px[0] / size_px[1],
        weight=next((_WEIGHTS[tag] for tag in panel.framing if tag in _WEIGHTS), 1.0),
        is_alone=page.kind == "splash" or not _ALONE.isdisjoint(panel.framing),
        is_tall="tall" in panel.framing,
    )


def _panel(
    panel: Panel, key: PanelKey, shown: Shown, *, size_px: tuple[int, int], scene: str, place: Place
) -> PanelView:
    labels = shown.labels
    return PanelView(
        anchor=panel_anchor(key),
        label=labels("panel", number=panel.ordinal),
        number=f"{key.page}.{key.panel}",
        tags=tuple(_panel_tags(panel, labels)),
        framing=panel.framing,
        scene=scene,
        alt=describe(panel, labels),
        art=shown.results.panels.get(key),
        width_px=size_px[0],
        height_px=size_px[1],
        place=place,
        items=tuple(transcribe(panel, labels)),
        present=labels.listed((*panel.cast, *panel.props)),
        time=labels("about", time=labels.duration(reading_s(panel))),
        takes=tuple(shown.takes.get(key, ())),
        source=shown.links.view(panel.origin),
    )


def _panel_tags(panel: Panel, labels: Labels) -> Iterator[str]:
    yield from shot_words(panel, labels)
    if panel.seed is not None:
        yield labels("seed", seed=str(panel.seed))
    if panel.pin:
        yield labels("take", take=panel.pin)


def _page_tags(page: Page, labels: Labels) -> Iterator[str]:
    if page.preset:
        yield labels("preset", preset=page.preset)
    if page.size:
        yield labels("size", size=page.size)
    if page.layout:
        yield page.layout
