"""Jobs as the service tells of them."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from .dialects import NEWEST, Dialect, Stage
from .state import Fate, Job, Page, Panel

LAYOUT: Final = "Layout0"
FAILURE: Final = "provider rejected prompt"
_QUEUE_SHARE: Final = 0.1
"""Of the time of a job, how much it spends waiting its turn."""

_ENDS: Final[Mapping[Fate, Stage]] = {
    "done": "done",
    "partial": "done",
    "failed": "failed",
    "cancelled": "cancelled",
    "endless": "running",
}

AssetUrl = Callable[[str], str]
"""From an asset's id to where it can be fetched."""


def stage(job: Job, now_s: float) -> Stage:
    """Return where a job stands."""
    if job.is_done(now_s):
        return _ENDS[job.fate]
    if job.is_endless or now_s >= job.begun_s + _QUEUE_SHARE * (job.ready_s - job.begun_s):
        return "running"
    return "queued"


def status(job: Job, now_s: float, dialect: Dialect = NEWEST) -> str:
    """Return the service's word for where a job stands."""
    return dialect.stages[stage(job, now_s)]


def whole_job(job: Job, now_s: float, url: AssetUrl, dialect: Dialect = NEWEST) -> dict[str, Any]:
    """Return the answer to a question about a job."""
    told: dict[str, Any] = {"id": job.id, "status": status(job, now_s, dialect)}
    if dialect.tells_output:
        told["createdAt"] = written_time(job.created_s)
        if link := _first_link(job, now_s, url):
            told["output"] = link
    if not dialect.tells_output or job.is_video:
        told["prompt"] = job.prompt
    if job.is_video:
        link = _link(job.pages[0].panels[0], now_s, url)
        told["comics"] = [{"page": 0, "prompt": job.prompt, "videoUrl": link, "status": told["status"]}]
        told["videoUrl"] = link
    elif not dialect.tells_output or sum(len(page.panels) for page in job.pages) > 1:
        told["comics"] = [_page(number, page, now_s, url) for number, page in enumerate(job.pages)]
    return {**told, **_error(job, now_s, dialect)}


def one_panel(
    job: Job, page: int, panel: int, now_s: float, url: AssetUrl, dialect: Dialect = NEWEST
) -> dict[str, Any] | None:
    """Return the answer to a question about one panel, both numbers from 0; None if there is no such panel."""
    if page >= len(job.pages) or panel >= len(job.pages[page].panels):
        return None
    return {
        "id": job.id,
        "status": status(job, now_s, dialect),
        "prompt": job.prompt,
        "page": page,
        "panel": panel,
        "pagePrompt": job.pages[page].prompt,
        "layout": LAYOUT,
        "data": {**_page(page, job.pages[page], now_s, url)["panels"][panel], "image": []},
        **_error(job, now_s, dialect),
    }


def written_time(time_s: float) -> str:
    """Return a time as the service writes it."""
    return datetime.fromtimestamp(time_s, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _link(panel: Panel, now_s: float, url: AssetUrl) -> str:
    return url(panel.asset_id) if panel.ready_s <= now_s and not panel.is_missing else ""


def _first_link(job: Job, now_s: float, url: AssetUrl) -> str:
    return _link(job.pages[0].panels[0], now_s, url)


def _page(number: int, page: Page, now_s: float, url: AssetUrl) -> dict[str, Any]:
    is_ready = all(panel.ready_s <= now_s for panel in page.panels)
    return {
        "page": number,
        "prompt": page.prompt if is_ready else "",
        "layout": LAYOUT,
        "panels": [
            {"assetUrl": _link(panel, now_s, url), "panel": place, "caption": ""}
            for place, panel in enumerate(page.panels)
        ],
    }


def _error(job: Job, now_s: float, dialect: Dialect) -> dict[str, Any]:
    if stage(job, now_s) != "failed":
        return {}
    if dialect.has_error_objects:
        return {"error": {"code": "generation_failed", "message": FAILURE, "details": {}}}
    return {"error": FAILURE}
