"""A storyboard cut into other requests than its units: one panel by itself, a part of a page, pages after those that exist.

A panel's content is named by the request that would draw it alone. So it is the same wherever the panel stands, whatever its number and
its neighbours, and it differs as soon as anything differs that the service would be told about it.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from json import dumps

from storyc.storyboard import Page, PanelKey
from storyc.wire import ContinueWrite, CreateComic, Profile, RegeneratePanel, digest, price_credits

from .comics import Workshop, comic_unit
from .layout import Batch, Slice, page_terms
from .unit import Depiction, Shown, Unit

CONTENT_DIGITS = 32
_TERMS_DIGITS = 16


class Pieces:
    """Requests for parts of one storyboard. What was asked once is remembered."""

    def __init__(self, shop: Workshop, profile: Profile, owner: str = "") -> None:
        """`owner` names the story among several that share what was bought; empty for the main one."""
        self._shop = shop
        self._profile = profile
        self._owner = owner
        self._pages = {page.ordinal: page for page in shop.board.pages}
        self._alone: dict[PanelKey, Unit] = {}
        self._terms: dict[int, tuple[str, str]] = {}
        """Preset and size of the pages."""

    def content(self, key: PanelKey) -> str:
        """Return what a panel shows, as 32 hexadecimal digits. Raises: ConfigError if the project's template fails."""
        return self.alone(key).key[:CONTENT_DIGITS]

    def alone(self, key: PanelKey) -> Unit:
        """Return the unit that draws one panel and nothing else. Raises: ConfigError if the project's template fails."""
        if key not in self._alone:
            self._alone[key] = self.part((key,))
        return self._alone[key]

    def part(self, panels: Sequence[PanelKey]) -> Unit:
        """Return a unit that draws some panels of one page, in their order. Raises: ConfigError as above."""
        page = self._pages[panels[0].page]
        return comic_unit(self._shop, self._batch([(page, {key.panel for key in panels})]))

    def redraw(self, key: PanelKey, generation_id: str, page: int, panel: int) -> Unit:
        """Return the unit that draws a panel in the place of one that a generation has; page and panel count from 0.

        Raises: ConfigError as above.
        """
        alone = self.alone(key)
        told = alone.request
        assert isinstance(told, CreateComic)
        images = (
            *(role.image for role in told.comic_roles or ()),
            *(location.image for location in told.comic_locations or ()),
            *(attached.url for attached in told.attachments or ()),
        )
        request = RegeneratePanel(
            page=page,
            panel=panel,
            panel_prompt=told.prompt,
            images=tuple(dict.fromkeys(image for image in images if image)) or None,
        )
        return _change(alone, request, generation_id)

    def more(self, pages: Sequence[int], generation_id: str) -> Unit:
        """Return the unit that draws whole pages after the last one of a generation; all have equally many panels.

        Raises: ConfigError as above.
        """
        new = comic_unit(self._shop, self._batch([(self._pages[ordinal], None) for ordinal in pages]))
        told = new.request
        assert isinstance(told, CreateComic)
        request = ContinueWrite(
            prompt=told.prompt,
            fix_panel_num=told.fix_panel_num,
            pagination=told.pagination,
            attachments=told.attachments,
        )
        return _change(new, request, generation_id)

    def depict(self, unit: Unit) -> Depiction:
        """Return what a unit's pictures will show. Raises: ConfigError as above."""
        again = unit.request
        at = (again.page, again.panel) if isinstance(again, RegeneratePanel) else None
        return Depiction(unit.operation, self.terms(unit), unit.changes, at, self.shown(unit.panels))

    def shown(self, panels: Iterable[PanelKey]) -> tuple[Shown, ...]:
        """Return what some panels show, in the places that one request for them gives them. Raises: ConfigError as above."""
        shown: list[Shown] = []
        pages: dict[int, int] = {}
        for key in panels:
            place = pages.setdefault(key.page, len(pages))
            panel = shown[-1].panel + 1 if shown and shown[-1].page == place else 0
            shown.append(Shown(place, panel, self.content(key)))
        return tuple(shown)

    def terms(self, unit: Unit) -> str:
        """Return what all pictures of a unit have in common, as 16 hexadecimal digits; empty for a clip.

        A comic is changed for the story that it was bought for: in another's, a picture could go that is still wanted there.
        """
        request = self.alone(unit.panels[0]).request if unit.panels else unit.request
        if not isinstance(request, CreateComic):
            return ""
        said = [request.preset, request.size, request.language, request.model, request.upscale]
        said += [self._owner] if self._owner else []
        return sha256(dumps(said).encode()).hexdigest()[:_TERMS_DIGITS]

    def _batch(self, pages: Sequence[tuple[Page, set[int] | None]]) -> Batch:
        first = pages[0][0]
        if first.ordinal not in self._terms:
            self._terms[first.ordinal] = page_terms(self._shop.board, first, self._profile)
        preset, size = self._terms[first.ordinal]
        slices = (
            Slice(page, tuple(panel for panel in page.panels if wanted is None or panel.ordinal in wanted))
            for page, wanted in pages
        )
        return Batch(tuple(slices), preset, size)


def _change(new: Unit, request: RegeneratePanel | ContinueWrite, generation_id: str) -> Unit:
    return Unit(
        key=digest(request, changes=generation_id),
        operation="redraw" if isinstance(request, RegeneratePanel) else "continue",
        request=request,
        panels=new.panels,
        pages=new.pages,
        clip=None,
        uploads=new.uploads,
        price_credits=price_credits(request),
        origins=new.origins,
        changes=generation_id,
        spreads=new.spreads,
    )
