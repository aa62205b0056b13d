"""One reading of a generation, whichever shape it was told in."""

from collections.abc import Iterable, Iterator
from re import IGNORECASE
from re import compile as regex
from typing import Any, Final

from .answers import GenerationAnswer, PageAnswer, PanelAnswer, UsageAnswer
from .errors import ErrorBody, read_error
from .fault import WireError
from .lenient import Url, read_json
from .lifecycle import Lifecycle, read_status
from .model import Answer

_FILM: Final = regex(r"\.(mp4|webm|mov|m4v)($|[?#])", IGNORECASE)
_MAX_PLACE: Final = 10_000
"""A page or panel number above it is not one; the place in the list counts instead."""


class GeneratedPanel(Answer):
    """One panel of a generation."""

    panel: int
    """From 0, on its page."""
    asset_url: Url
    """As told by the service, so not to be trusted; empty while there is no picture."""
    caption: str = ""


class GeneratedPage(Answer):
    """One page of a generation."""

    page: int
    """From 0."""
    panels: tuple[GeneratedPanel, ...]
    """In the order of their numbers."""
    prompt: str = ""
    layout: str = ""


class Generation(Answer):
    """A remote job and what it has brought so far."""

    id: str
    """Opaque; empty in the oldest shape. It needs escaping in a URL."""
    status: str
    """The service's own word."""
    lifecycle: Lifecycle
    prompt: str = ""
    pages: tuple[GeneratedPage, ...] = ()
    """In the order of their numbers. The answer for one panel holds that panel only."""
    video_urls: tuple[str, ...] = ()
    usage: UsageAnswer | None = None
    error: ErrorBody | None = None
    """Why it failed; None unless it did."""
    created_at: str = ""

    def asset_urls(self) -> dict[tuple[int, int], str]:
        """Return the URLs of the finished pictures by (page, panel), both from 0."""
        return {
            (page.page, panel.panel): panel.asset_url for page in self.pages for panel in page.panels if panel.asset_url
        }

    @property
    def is_partial(self) -> bool:
        """Whether it calls itself done but lacks a picture."""
        if self.lifecycle is not Lifecycle.SUCCEEDED or self.video_urls:
            return False
        urls = self.asset_urls()
        return not urls or len(urls) < sum(len(page.panels) for page in self.pages)


def read_generation(payload: object) -> Generation:
    """Return the generation that an answer tells of.

    Raises: WireError if the answer is no JSON object or has neither id nor status.
    """
    if not isinstance(payload, dict):
        raise WireError(f"a generation is a JSON object, not {_kind(payload)}")
    wrapped = payload.get("artwork")
    job: dict[str, Any] = {**wrapped, **payload} if isinstance(wrapped, dict) else payload
    told = GenerationAnswer.model_validate(job)
    if not told.id and not told.status:
        raise WireError("a generation has an id or a status; this object has neither", field="id")
    lifecycle = read_status(told.status)
    pages = _pages(told)
    return Generation(
        id=told.id,
        status=told.status,
        lifecycle=lifecycle,
        prompt=told.prompt,
        pages=pages,
        video_urls=_videos(told),
        usage=told.usage,
        error=read_error(0, job) if lifecycle is Lifecycle.FAILED or job.get("error") else None,
        created_at=told.created_at,
    )


def read_created(payload: object) -> Generation:
    """Return the generation that was just ordered.

    Raises: WireError if the answer has no id: whether money was spent is then unknown.
    """
    generation = read_generation(payload)
    if not generation.id:
        raise WireError("the answer to an order has no id", field="id")
    return generation


def _pages(told: GenerationAnswer) -> tuple[GeneratedPage, ...]:
    """Return the pages of the first shape that has a picture, or else of the first that has panels at all."""
    fallback: tuple[GeneratedPage, ...] = ()
    for shape in _shapes(told):
        pages = _in_order(shape)
        if any(panel.asset_url for page in pages for panel in page.panels):
            return pages
        fallback = fallback or pages
    return fallback


def _shapes(told: GenerationAnswer) -> Iterator[Iterable[PageAnswer]]:
    yield told.comics
    yield (_flat(told, () if told.data is None else (told.data,)),)
    yield (_flat(told, told.panels),)
    yield (_flat(told, (PanelAnswer.model_validate(told.panel),) if isinstance(told.panel, dict) else ()),)
    yield _legacy(told.comic_data)
    yield (_flat(told, tuple(PanelAnswer(asset_url=link) for link in _outputs(told) if not _FILM.search(link))),)


def _flat(told: GenerationAnswer, panels: tuple[PanelAnswer, ...]) -> PageAnswer:
    """Return the page that a job without `comics` tells of; its number and a lone panel's stand beside the panels."""
    if len(panels) == 1 and panels[0].panel is None and isinstance(told.panel, int):
        panels = (PanelAnswer(panel=told.panel, asset_url=panels[0].asset_url, caption=panels[0].caption),)
    return PageAnswer(page=told.page or 0, prompt=told.page_prompt, layout=told.layout, panels=panels)


def _legacy(told: object) -> tuple[PageAnswer, ...]:
    if isinstance(told, str):
        told = read_json(told)
    if isinstance(told, dict):
        told = told["comics"] if isinstance(told.get("comics"), list) else [told]
    if not isinstance(told, list):
        return ()
    objects = [item for item in told if isinstance(item, dict)]
    if any("panels" in item for item in objects):
        return tuple(PageAnswer.model_validate(item) for item in objects)
    return (PageAnswer(page=0, panels=tuple(PanelAnswer.model_validate(item) for item in objects)),)


def _in_order(pages: Iterable[PageAnswer]) -> tuple[GeneratedPage, ...]:
    """Return the pages that have panels, by number; what is told twice counts once, and a picture beats none."""
    first: dict[int, PageAnswer] = {}
    panels: dict[int, dict[int, GeneratedPanel]] = {}
    for position, page in enumerate(pages):
        number = _place(page.page, position)
        for place, panel in enumerate(page.panels):
            first.setdefault(number, page)
            known = panels.setdefault(number, {})
            at = _place(panel.panel, place)
            if at not in known or not known[at].asset_url:
                known[at] = GeneratedPanel(panel=at, asset_url=panel.asset_url, caption=panel.caption)
    return tuple(
        GeneratedPage(
            page=number,
            panels=tuple(panels[number][at] for at in sorted(panels[number])),
            prompt=first[number].prompt,
            layout=first[number].layout,
        )
        for number in sorted(panels)
    )


def _place(number: int | None, position: int) -> int:
    return position if number is None or number > _MAX_PLACE else number


def _videos(told: GenerationAnswer) -> tuple[str, ...]:
    links = (*(page.video_url for page in told.comics), told.video_url)
    found = [link for link in links if link]
    return tuple(dict.fromkeys(found or [link for link in _outputs(told) if _FILM.search(link)]))


def _outputs(told: GenerationAnswer) -> list[str]:
    links = told.output if isinstance(told.output, list) else [told.output]
    return [read for link in links if (read := PanelAnswer(asset_url=link).asset_url)]


def _kind(payload: object) -> str:
    names = {"NoneType": "null", "list": "a list", "str": "a text", "bool": "a truth value"}
    return names.get(type(payload).__name__, "a number")
