"""What of a finished generation was bought by one request: a generation holds the pages of all that changed it."""

from storyc.lowering import Unit
from storyc.planning import RemoteAsset
from storyc.wire import ContinueWrite, CreateComic, Generation, Pagination, RegeneratePanel


def bought_assets(unit: Unit, generation: Generation) -> tuple[tuple[RemoteAsset, ...], int]:
    """Return the art that a unit brought, in its own places, and the page of the generation where they begin."""
    if unit.clip is not None:
        urls = (*generation.video_urls, *generation.asset_urls().values())
        return tuple(RemoteAsset(0, 0, url) for url in urls[:1]), 0
    urls_by_place = generation.asset_urls()
    first_page, last_page = 0, max((page.page for page in generation.pages), default=0)
    match unit.request:
        case RegeneratePanel(page=page, panel=panel):
            url = urls_by_place.get((page, panel))
            return (() if url is None else (RemoteAsset(0, 0, url),)), page
        case ContinueWrite() as more:
            # the service appends, so what was bought last stands last
            pages = 1 if more.pagination is None else more.pagination.total_pages
            first_page = max(last_page + 1 - pages, 0)
        case CreateComic(pagination=Pagination(total_pages=pages)):
            last_page = pages - 1
        case CreateComic(fix_panel_num=int()):
            last_page = 0
        case _:
            pass
    return tuple(
        RemoteAsset(page - first_page, panel, url)
        for (page, panel), url in sorted(urls_by_place.items())
        if first_page <= page <= last_page
    ), first_page
