"""Requests for comics: a batch of pages, or a brief, as one `CreateComic`."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from jinja2 import Template
from msgspec import Struct

from storyc.storyboard import Origin, PanelKey, Reference, Storyboard
from storyc.wire import Attachment, CreateComic, Pagination, Profile, digest, nearest_size, price_credits, read_size

from .entries import Appearing, Field, Sheets, appearing, everything
from .layout import Batch, Slice
from .lines import one_line, page_heading, page_lines, panel_lines
from .links import attachment, link, uploads
from .prompt import PageFacts, PanelFacts, PromptFacts, write_prompt
from .unit import Unit

_NO_LETTERING = Field(
    "Lettering",
    "draw no balloons, captions, sound effects or titles; leave calm room where the words will be laid over the art",
)


class Workshop(Struct, frozen=True, gc=False):
    """What all requests of a board have in common."""

    board: Storyboard
    sheets: Sheets
    digests: Mapping[str, str]
    template: Template
    style: tuple[Field, ...]
    story: tuple[Field, ...]
    constraints: tuple[Field, ...]

    @property
    def is_lettered(self) -> bool:
        """Whether the service draws the words."""
        return self.board.lettering == "art"


def open_workshop(board: Storyboard, sheets: Sheets, digests: Mapping[str, str], template: Template) -> Workshop:
    """Return what all requests of a board have in common, made once."""
    title = (Field("Title", one_line(board.credits.title)),) if board.credits.title else ()
    lettering = () if board.lettering == "art" else (_NO_LETTERING,)
    return Workshop(
        board,
        sheets,
        digests,
        template,
        _fields(board.style),
        (*title, *_fields(board.story)),
        (*_fields(board.constraints), *lettering),
    )


def comic_unit(shop: Workshop, batch: Batch) -> Unit:
    """Return the unit that draws a batch."""
    panels = [panel for piece in batch.slices for panel in piece.panels]
    entries = appearing(shop.sheets, panels, is_lettered=shop.is_lettered)
    facts = _facts(shop, entries, batch.preset, batch.size, tuple(_pages(shop, batch.slices)))
    count, each = len(batch.slices), len(batch.slices[0].panels)
    request = _request(
        shop,
        entries,
        facts,
        fix_panel_num=each if count == 1 else None,
        pagination=None if count == 1 else Pagination(total_pages=count, panels_per_page=each),
    )
    whole = not _is_part(batch)
    origins = [piece.page.origin for piece in batch.slices] if whole else [panel.origin for panel in panels]
    return _unit(
        shop,
        entries,
        request,
        panels=tuple(PanelKey(piece.page.ordinal, panel.ordinal) for piece in batch.slices for panel in piece.panels),
        pages=tuple(piece.page.ordinal for piece in batch.slices),
        spreads=frozenset(piece.page.ordinal for piece in batch.slices if piece.page.kind == "spread"),
        origins=tuple(origins),
    )


def brief_unit(shop: Workshop, profile: Profile) -> Unit:
    """Return the unit of a story that is in its brief: the service finds pages and panels there, and may need everybody."""
    board = shop.board
    entries = everything(shop.sheets)
    size = (
        board.size if board.size in profile.sizes else nearest_size(*(read_size(board.size) or (1, 1)), profile.sizes)
    )
    facts = _facts(shop, entries, board.preset or profile.preset, size, ())
    return _unit(shop, entries, _request(shop, entries, facts), panels=(), pages=(), origins=(board.origin,))


def _facts(shop: Workshop, entries: Appearing, preset: str, size: str, pages: tuple[PageFacts, ...]) -> PromptFacts:
    board = shop.board
    return PromptFacts(
        title=board.credits.title,
        style=shop.style,
        story=(*shop.story, *(place.field for place in entries.locations), *(prop.field for prop in entries.props)),
        characters=entries.characters,
        pages=pages,
        constraints=(*shop.constraints, Field("Size", size)),
        is_brief=not pages,
        is_lettered=shop.is_lettered,
        language=board.language,
        reading=board.reading,
        preset=preset,
        size=size,
    )


def _pages(shop: Workshop, slices: Iterable[Slice]) -> Iterator[PageFacts]:
    for number, piece in enumerate(slices, start=1):
        page, drawn = piece.page, piece.panels
        panels = []
        for place, panel in enumerate(drawn, start=1):
            lines = panel_lines(panel, page, drawn, is_lettered=shop.is_lettered)
            scene = "" if panel.setting is None else panel.setting.heading
            panels.append(PanelFacts(place, lines, "\n   ".join(lines), scene, panel.cast))
        heading = page_heading(page, number, len(drawn), shop.board.reading)
        yield PageFacts(number, page.kind, heading, page_lines(page), tuple(panels))


def _request(
    shop: Workshop,
    entries: Appearing,
    facts: PromptFacts,
    *,
    fix_panel_num: int | None = None,
    pagination: Pagination | None = None,
) -> CreateComic:
    board = shop.board
    own: tuple[Attachment, ...] = tuple(attachment(reference, shop.digests) for reference in board.attachments)
    attached = tuple(dict.fromkeys((*own, *entries.attachments)))
    return CreateComic(
        preset=facts.preset,
        size=facts.size,
        prompt=write_prompt(shop.template, facts),
        prompt_url=None if board.brief is None else link(board.brief, shop.digests),
        fix_panel_num=fix_panel_num,
        pagination=pagination,
        comic_roles=tuple(sheet.role for sheet in entries.characters) or None,
        comic_locations=tuple(sheet.location for sheet in entries.locations) or None,
        attachments=attached or None,
        language=board.language or None,
        model=board.model if board.model not in {"", "auto"} else None,
        upscale=_upscale(board),
        callback_url=board.callback or None,
    )


def _unit(
    shop: Workshop,
    entries: Appearing,
    request: CreateComic,
    *,
    panels: tuple[PanelKey, ...],
    pages: tuple[int, ...],
    origins: tuple[Origin, ...],
    spreads: frozenset[int] = frozenset(),
) -> Unit:
    board = shop.board
    brief: tuple[Reference, ...] = () if board.brief is None else (board.brief,)
    return Unit(
        key=digest(request),
        operation="create",
        request=request,
        panels=panels,
        pages=pages,
        clip=None,
        uploads=uploads((*brief, *entries.references, *board.attachments), shop.digests),
        price_credits=price_credits(request),
        origins=origins,
        spreads=spreads,
    )


def _is_part(batch: Batch) -> bool:
    """Return whether a batch is some panels out of a page that has more."""
    piece = batch.slices[0]
    return len(batch.slices) == 1 and len(piece.panels) < len(piece.page.panels)


def _upscale(board: Storyboard) -> Literal["2K", "4K", True] | None:
    match board.upscale:
        case "":
            return None
        case "yes":
            return True
        case level:
            return level


def _fields(pairs: Iterable[tuple[str, str]]) -> tuple[Field, ...]:
    return tuple(Field(key[:1].upper() + key[1:], one_line(text)) for key, text in pairs if text)
