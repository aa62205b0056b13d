"""The simulated service as functions: a state and an event make a new state and an answer. Time is an argument.

What real answers show is followed; where nobody says what happens (409 for a job that still runs, the words of most error codes) the
behaviour is this simulator's own.
"""

from collections.abc import Mapping
from math import inf
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from storyc.wire import (
    ContinueWrite,
    CreateComic,
    CreateVideo,
    RegeneratePanel,
    WireError,
    digest,
    panel_count,
    read_create,
    read_create_video,
    read_patch,
    read_size,
)

from .accounts import charge, price
from .dialects import NEWEST, Dialect
from .ids import make_id, make_share
from .shapes import AssetUrl, one_panel, whole_job, written_time
from .state import ANYONE, Asset, Callback, Fate, Film, Job, Page, Panel, SimState, Sketch, Upload

MAX_UPLOADED_BYTES = 512 * 1024 * 1024
"""Of all uploads together: they stay in memory."""

Order = CreateComic | CreateVideo | ContinueWrite | RegeneratePanel


class Terms(Struct, frozen=True):
    """On what terms a request is answered."""

    account: str = ANYONE
    """Who pays."""
    dialect: Dialect = NEWEST
    fate: Fate = "done"
    """How an order is to end."""
    no_credit_status: int = 402
    """The service was seen to answer 429 as well."""
    webhook_secret: str = ""
    """What signs for an order that brings no secret of its own."""


class Charge(Struct, frozen=True):
    """One order that was accepted, and what it cost."""

    time_s: float
    account: str
    operation: str
    digest: str
    """Of the request as it arrived."""
    generation_id: str
    credits: int


class Answer(Struct, frozen=True):
    """What is sent back."""

    status: int
    body: Mapping[str, Any]
    charge: Charge | None = None


Step = tuple[SimState, Answer]


def refuse(status: int, code: str, message: str, *, field: str = "") -> Answer:
    """Return an error in the service's envelope."""
    details = {"details": {"field": field}} if field else {}
    return Answer(status, {"error": {"code": code, "message": message, **details}})


def create(
    state: SimState, payload: object, now_s: float, *, is_artwork: bool = False, terms: Terms | None = None
) -> Step:
    """Begin a comic or a shot; an artwork is always a shot."""
    terms = terms or Terms()
    try:
        order = read_create_video(payload) if is_artwork else read_create(payload, terms.dialect.profile)
    except WireError as problem:
        return state, _invalid(problem)
    if (unpaid := _cannot_pay(state, order, terms)) is not None:
        return state, unpaid
    job_id, state = _next_id(state)
    prompt = order.prompt
    usage: dict[str, Any] = {}
    if isinstance(order, CreateVideo):
        frames = _known_frames(state, order)
        state, pages = _film(state, Film(prompt, order.video_options, frames), now_s)
    else:
        state, pages = _draw(state, prompt, order, order.size, now_s, is_marked=_is_marked(state, terms))
        usage = {"usage": {"total_comics": panel_count(order)}}
    job = Job(
        job_id,
        prompt,
        order.size,
        _spoilt(pages, terms.fate),
        is_video=isinstance(order, CreateVideo),
        created_s=now_s,
        begun_s=now_s,
        fate=terms.fate,
        callback=_callback(order, payload, terms),
    )
    told: dict[str, Any] = {"id": job.id, "status": terms.dialect.stages["queued"]}
    if terms.dialect.tells_output:
        told["createdAt"] = written_time(now_s)
    else:
        told |= {"prompt": prompt, **usage}
    return _settle(_put(state, job), order, job, now_s, terms, told)


def change(state: SimState, job_id: str, payload: object, now_s: float, *, terms: Terms | None = None) -> Step:
    """Append pages to a comic, or begin one of its panels again."""
    terms = terms or Terms()
    job = state.jobs.get(job_id)
    if job is None:
        return state, _unknown(job_id)
    try:
        order = read_patch(payload)
    except WireError as problem:
        return state, _invalid(problem)
    if job.is_video:
        return state, refuse(400, "invalid_request", "A video has no pages or panels.", field="action")
    if not job.is_done(now_s):
        return state, refuse(409, "conflict", "The generation is still running.")
    if isinstance(order, RegeneratePanel) and not _has_panel(job, order):
        return state, refuse(404, "not_found", "There is no such panel.", field="panel")
    if (unpaid := _cannot_pay(state, order, terms)) is not None:
        return state, unpaid
    if isinstance(order, ContinueWrite):
        state, pages = _draw(state, order.prompt, order, job.size, now_s, is_marked=_is_marked(state, terms))
        job = replace(job, pages=(*job.pages, *_spoilt(pages, terms.fate)))
        usage = {"total_comics": panel_count(order)}
    else:
        state, job = _redraw(state, job, order, now_s, terms)
        usage = {"redraw_panels": 1}
    job = replace(job, begun_s=now_s, fate=terms.fate)
    told = {"id": job.id, "status": terms.dialect.stages["queued"], "usage": usage}
    return _settle(_put(state, job), order, job, now_s, terms, told)


def look(
    state: SimState, job_id: str, place: Mapping[str, str], now_s: float, url: AssetUrl, dialect: Dialect = NEWEST
) -> Answer:
    """Return where a job stands, whole or by `page` and `panel`."""
    job = state.jobs.get(job_id)
    if job is None:
        return _unknown(job_id)
    if not place.keys() & {"page", "panel"}:
        return Answer(200, whole_job(job, now_s, url, dialect))
    numbers = {}
    for field in ("page", "panel"):
        text = place.get(field, "0")
        if not (text.isascii() and text.isdecimal() and len(text) < 10):
            return refuse(400, "invalid_request", f"`{field}` must be a non-negative integer.", field=field)
        numbers[field] = int(text)
    answer = None if job.is_video else one_panel(job, numbers["page"], numbers["panel"], now_s, url, dialect)
    return Answer(200, answer) if answer is not None else refuse(404, "not_found", "There is no such panel.")


def usage(state: SimState, name: str = ANYONE) -> Answer:
    """Return the state of an account."""
    account = state.accounts[name]
    return Answer(
        200,
        {
            "apiUsageCount": account.requests,
            "apiMaxUsage": account.max_requests,
            "credits": account.credits,
            "isPaidPlan": account.plan == "paid",
        },
    )


def upload(state: SimState, content: bytes, url: AssetUrl) -> Step:
    """Take a file."""
    total_bytes = state.uploaded_bytes + len(content)
    if total_bytes > MAX_UPLOADED_BYTES:
        return state, refuse(413, "payload_too_large", "This simulator holds no more uploads.")
    asset_id, state = _add(replace(state, uploaded_bytes=total_bytes), Upload(content))
    return state, Answer(200, {"code": 200, "fileUrl": url(asset_id)})


def _next_id(state: SimState) -> tuple[str, SimState]:
    return make_id(state.seed, state.counter), replace(state, counter=state.counter + 1)


def _add(state: SimState, asset: Asset) -> tuple[str, SimState]:
    asset_id, state = _next_id(state)
    return asset_id, replace(state, assets=state.assets.also({asset_id: asset}))


def _put(state: SimState, job: Job) -> SimState:
    return replace(state, jobs=state.jobs.also({job.id: job}))


def _ready_s(state: SimState, now_s: float) -> float:
    share = make_share(state.seed, state.counter)
    return now_s + state.shortest_s + share * (state.longest_s - state.shortest_s)


def _draw(
    state: SimState, prompt: str, order: CreateComic | ContinueWrite, size: str, now_s: float, *, is_marked: bool
) -> tuple[SimState, tuple[Page, ...]]:
    ready_s = _ready_s(state, now_s)
    width_px, height_px = read_size(size) or (1024, 1024)
    roles = (order.comic_roles or ()) if isinstance(order, CreateComic) else ()
    locations = (order.comic_locations or ()) if isinstance(order, CreateComic) else ()
    page_count = order.pagination.total_pages if order.pagination is not None else 1
    assets, counter, pages = {}, state.counter, []
    for page in range(page_count):
        panels = []
        for panel in range(panel_count(order) // page_count):
            asset_id = make_id(state.seed, counter)
            counter += 1
            assets[asset_id] = Sketch(prompt, width_px, height_px, page, panel, roles, locations, is_marked=is_marked)
            panels.append(Panel(asset_id, ready_s))
        pages.append(Page(prompt, tuple(panels)))
    return replace(state, counter=counter, assets=state.assets.also(assets)), tuple(pages)


def _film(state: SimState, film: Film, now_s: float) -> tuple[SimState, tuple[Page, ...]]:
    ready_s = _ready_s(state, now_s)
    asset_id, state = _add(state, film)
    return state, (Page(film.prompt, (Panel(asset_id, ready_s),)),)


def _redraw(state: SimState, job: Job, order: RegeneratePanel, now_s: float, terms: Terms) -> tuple[SimState, Job]:
    ready_s = _ready_s(state, now_s)
    page = job.pages[order.page]
    before = state.assets[page.panels[order.panel].asset_id]
    assert isinstance(before, Sketch)
    told = {"prompt": order.panel_prompt, "page": 0, "panel": 0} if order.panel_prompt else {}
    asset_id, state = _add(state, replace(before, take=before.take + 1, **told))
    (drawn,) = _spoilt((Page("", (Panel(asset_id, ready_s),)),), terms.fate)
    panels = (*page.panels[: order.panel], *drawn.panels, *page.panels[order.panel + 1 :])
    pages = (*job.pages[: order.page], replace(page, panels=panels), *job.pages[order.page + 1 :])
    return state, replace(job, pages=pages)


def _has_panel(job: Job, order: RegeneratePanel) -> bool:
    return order.page < len(job.pages) and order.panel < len(job.pages[order.page].panels)


def _known_frames(state: SimState, order: CreateVideo) -> tuple[str, ...]:
    options = order.video_options
    links = (options.image, *(options.reference_images or ()), options.last_frame_image)
    ids = (link.rpartition("/")[2].partition(".")[0] for link in links if link)
    return tuple(asset_id for asset_id in ids if isinstance(state.assets.get(asset_id), Sketch | Upload))


def _spoilt(pages: tuple[Page, ...], fate: Fate) -> tuple[Page, ...]:
    """Return new pages as far as their fate lets them become pictures."""
    if fate == "done":
        return pages
    spoilt, place = [], 0
    for page in pages:
        panels = []
        for panel in page.panels:
            is_missing = fate != "partial" or place % 2 == 0
            panels.append(replace(panel, is_missing=is_missing, ready_s=inf if fate == "endless" else panel.ready_s))
            place += 1
        spoilt.append(replace(page, panels=tuple(panels)))
    return tuple(spoilt)


def _callback(order: CreateComic | CreateVideo, payload: object, terms: Terms) -> Callback | None:
    if order.callback_url is None:
        return None
    # storyc never sends a secret in a body, so its own models do not know the field
    secret = payload.get("webhookSecret") if isinstance(payload, dict) else None
    return Callback(order.callback_url, secret if isinstance(secret, str) and secret else terms.webhook_secret)


def _is_marked(state: SimState, terms: Terms) -> bool:
    return state.accounts[terms.account].plan == "demo"


def _cannot_pay(state: SimState, order: Order, terms: Terms) -> Answer | None:
    account = state.accounts[terms.account]
    due = price(account, order)
    if due <= account.credits:
        return None
    return refuse(
        terms.no_credit_status,
        "insufficient_credits",
        f"Insufficient credits: this costs {due}, {account.credits} are left.",
    )


def _settle(state: SimState, order: Order, job: Job, now_s: float, terms: Terms, told: Mapping[str, Any]) -> Step:
    account = state.accounts[terms.account]
    due = price(account, order)
    state = replace(state, accounts={**state.accounts, terms.account: charge(account, due)})
    return state, Answer(200, told, Charge(now_s, terms.account, order.operation, digest(order), job.id, due))


def _invalid(problem: WireError) -> Answer:
    return refuse(400, "invalid_request", problem.message, field=problem.field)


def _unknown(job_id: str) -> Answer:
    return refuse(404, "not_found", f"There is no generation {job_id[:64]}.")
