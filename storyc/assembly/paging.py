"""Pages and panels as a reader sees them."""

from collections.abc import Iterator, Sequence

from storyc.planning import Art, Results
from storyc.storyboard import Page, Panel, PanelKey, Storyboard
from storyc.wire import read_size

from .alt import describe
from .anchors import page_anchor, page_number, panel_anchor, script_line
from .grid import Cell, Shape, compose, count_tiers
from .transcript import transcribe, view_note
from .view import ClipView, PageView, PanelView

_WEIGHTS = {"small": 0.7, "large": 1.4}
_ALONE = frozenset({"wide", "splash"})
_SQUARE_PX = (1024, 1024)
_BROAD = 1.3
"""Width over height from which a picture fills a tier without filling the screen."""


def view_page(
    page: Page, before: Page | None, board: Storyboard, results: Results, clips: tuple[ClipView, ...]
) -> PageView:
    """Return a page with its panels composed; `before` is the page before it, which may have opened the same section."""
    number = page_number(page)
    keys = [PanelKey(page.ordinal, panel.ordinal) for panel in page.panels]
    arts = [results.panels.get(key) for key in keys]
    place_px = _place_px(page, board)
    sizes_px = [place_px if art is None else (art.width_px, art.height_px) for art in arts]
    scenes = _scenes(page.panels)
    is_strip = board.reading == "vertical"
    cells = compose(
        [_shape(page, *each, is_alone=is_strip) for each in zip(page.panels, sizes_px, scenes, strict=True)]
    )
    return PageView(
        anchor=page_anchor(page.ordinal),
        number=number,
        label=f"Pages {number}" if page.kind == "spread" else f"Page {number}",
        kind="" if page.kind == "page" else page.kind,
        section="" if before is not None and before.section == page.section else " / ".join(page.section),
        summary=" ".join(page.synopses) or " / ".join(dict.fromkeys(scene for scene in scenes if scene)),
        synopses=page.synopses,
        description=page.description,
        notes=tuple(view_note(note) for note in page.notes),
        tags=tuple(_page_tags(page)),
        panels=tuple(
            _panel(panel, art, size_px, anchor=panel_anchor(key), scene=scene, cell=cell)
            for panel, art, size_px, key, scene, cell in zip(
                page.panels, arts, sizes_px, keys, scenes, cells, strict=True
            )
        ),
        tiers=count_tiers(cells),
        clips=clips,
        source=script_line(page.origin),
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


def _shape(page: Page, panel: Panel, size_px: tuple[int, int], scene: str, *, is_alone: bool) -> Shape:
    asked = next((_WEIGHTS[tag] for tag in panel.framing if tag in _WEIGHTS), 1.0)
    return Shape(
        ratio=size_px[0] / size_px[1],
        weight=_WEIGHTS["small"] if panel.inset else asked,
        is_alone=is_alone or page.kind == "splash" or not _ALONE.isdisjoint(panel.framing),
        is_tall="tall" in panel.framing,
        opens=bool(scene),
    )


def _panel(
    panel: Panel, art: Art | None, size_px: tuple[int, int], *, anchor: str, scene: str, cell: Cell
) -> PanelView:
    return PanelView(
        anchor=anchor,
        label=f"Panel {panel.ordinal}",
        tags=tuple(_panel_tags(panel)),
        framing=panel.framing,
        is_inset=bool(panel.inset),
        scene=scene,
        alt=describe(panel),
        art=art,
        width_px=size_px[0],
        height_px=size_px[1],
        is_broad=size_px[0] >= _BROAD * size_px[1],
        cell=cell,
        items=tuple(transcribe(panel)),
        present=", ".join((*panel.cast, *panel.props)),
        source=script_line(panel.origin),
    )


def _panel_tags(panel: Panel) -> Iterator[str]:
    yield from panel.framing
    if panel.inset:
        yield f"inset in panel {panel.inset}"
    if panel.same_as:
        yield f"same framing as panel {panel.same_as}"
    yield from panel.unknown_tags
    if panel.seed is not None:
        yield f"seed {panel.seed}"
    if panel.pin:
        yield f"take {panel.pin}"


def _page_tags(page: Page) -> Iterator[str]:
    if page.preset:
        yield f"preset {page.preset}"
    if page.size:
        yield f"size {page.size}"
    if page.layout:
        yield page.layout
