"""What a request is expected to cost, in credits.

The model card says 150 credits for each output comic, and a real answer to a request for four panels reports four of them: one for each
panel. Prices of clips are the model card's, for each second. Nobody publishes the price of a redrawn panel; it is taken to be a panel's.
Nobody publishes a surcharge for upscaling either, so none is counted.
"""

from typing import Final

from .comic import CreateComic, Pagination
from .limits import DEFAULT_PANELS, Resolution
from .model import Request
from .patch import ContinueWrite, RegeneratePanel
from .video import CreateVideo

PANEL_CREDITS: Final = 150
REDRAW_CREDITS: Final = 150
CLIP_CREDITS_PER_S: Final[dict[Resolution, int]] = {"480p": 640, "720p": 1_440, "1080p": 3_600}


def panel_count(request: Request) -> int:
    """Return how many panels a request asks for; 0 for a video."""
    match request:
        case CreateComic() | ContinueWrite():
            return _drawn(request.fix_panel_num, request.pagination)
        case RegeneratePanel():
            return 1
        case _:
            return 0


def price_credits(request: Request) -> int:
    """Return the expected price of a request in credits, never negative."""
    match request:
        case CreateVideo():
            return request.video_options.duration * CLIP_CREDITS_PER_S[request.video_options.resolution]
        case RegeneratePanel():
            return REDRAW_CREDITS
        case _:
            return panel_count(request) * PANEL_CREDITS


def _drawn(fix_panel_num: int | None, pagination: Pagination | None) -> int:
    if pagination is not None:
        return pagination.total_pages * pagination.panels_per_page
    return fix_panel_num or DEFAULT_PANELS
