"""Jobs as the service tells of them."""

from collections.abc import Callable
from typing import Any, Final

from .state import Job, Page

RUNNING: Final = "LOADING"
DONE: Final = "PROCESSED"
LAYOUT: Final = "Layout0"

AssetUrl = Callable[[str], str]
"""From an asset's id to where it can be fetched."""


def status(job: Job, now_s: float) -> str:
    """Return the service's word for where a job stands."""
    return DONE if job.is_done(now_s) else RUNNING


def whole_job(job: Job, now_s: float, url: AssetUrl) -> dict[str, Any]:
    """Return the answer to a question about a job."""
    if job.is_video:
        return _shot(job, now_s, url)
    return {
        "id": job.id,
        "status": status(job, now_s),
        "prompt": job.prompt,
        "comics": [_page(number, page, now_s, url) for number, page in enumerate(job.pages)],
    }


def one_panel(job: Job, page: int, panel: int, now_s: float, url: AssetUrl) -> dict[str, Any] | None:
    """Return the answer to a question about one panel, both numbers from 0; None if there is no such panel."""
    if page >= len(job.pages) or panel >= len(job.pages[page].panels):
        return None
    return {
        "id": job.id,
        "status": status(job, now_s),
        "prompt": job.prompt,
        "page": page,
        "panel": panel,
        "pagePrompt": job.pages[page].prompt,
        "layout": LAYOUT,
        "data": {**_page(page, job.pages[page], now_s, url)["panels"][panel], "image": []},
    }


def _page(number: int, page: Page, now_s: float, url: AssetUrl) -> dict[str, Any]:
    is_ready = all(panel.ready_s <= now_s for panel in page.panels)
    return {
        "page": number,
        "prompt": page.prompt if is_ready else "",
        "layout": LAYOUT,
        "panels": [
            {"assetUrl": url(panel.asset_id) if panel.ready_s <= now_s else "", "panel": place, "caption": ""}
            for place, panel in enumerate(page.panels)
        ],
    }


def _shot(job: Job, now_s: float, url: AssetUrl) -> dict[str, Any]:
    (page,) = job.pages
    link = url(page.panels[0].asset_id) if job.is_done(now_s) else ""
    said = status(job, now_s)
    shot = {"page": 0, "prompt": job.prompt, "videoUrl": link, "status": said}
    return {"id": job.id, "status": said, "prompt": job.prompt, "comics": [shot], "videoUrl": link}
