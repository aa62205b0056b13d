"""Finds out what a build would do with a story that is being written. Nothing is sent, written or bought.

This loads the models of requests and the database of what was bought, so it is only imported when somebody wants to know.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, assert_never

from msgspec import Struct
from msgspec.structs import replace

from storyc.errors import StorycError
from storyc.ledger import (
    Memory,
    Record,
    find_takes,
    load_draft_record,
    load_learnt,
    load_pinned,
    load_record,
    load_takes,
    stored_art,
)
from storyc.lowering import Lowered, local_files, lower
from storyc.planning import (
    PAID_PACE,
    Barred,
    Collect,
    Create,
    Doubt,
    Keep,
    Plan,
    Reason,
    Reuse,
    Step,
    StoredAsset,
    expected_duration_s,
    find_pictures,
    find_reasons,
    find_replaced,
    make_past,
    make_plan,
    panel_path,
)
from storyc.project import Config, Project, check_sources, compile_project
from storyc.store import AssetStore
from storyc.storyboard import Origin, PanelKey, Storyboard, reading_s
from storyc.text import DiskFiles

from .forecast import Bill, Forecast, Inquiry, Picture, Prospect, trace_of

_MOST_NAMED: Final = 3
"""Changes that a few words have room for."""
_LONGEST: Final = 80
"""Characters of what a service said."""


class _Opened:
    """The files of a project, its scripts as they are in the editor."""

    def __init__(self, inquiry: Inquiry) -> None:
        self._texts = {name: script.text.encode() for name, script in inquiry.scripts.items()}
        self._disk = DiskFiles(inquiry.root)

    def size_bytes(self, path: str) -> int | None:
        """Return the size of a file; None if there is none."""
        text = self._texts.get(path)
        return self._disk.size_bytes(path) if text is None else len(text)

    def read_bytes(self, path: str) -> bytes:
        """Return the content of a file. Raises: FileError."""
        text = self._texts.get(path)
        return self._disk.read_bytes(path) if text is None else text

    def sha256(self, path: str) -> str:
        """Return the digest of a file on disk. Raises: FileError."""
        return self._disk.sha256(path)

    def names(self, folder: str) -> tuple[str, ...]:
        """Return the names of what lies in a folder on disk."""
        return self._disk.names(folder)


class _Home(Struct, frozen=True):
    """What is on record about the panels of a story, and what is to become of them."""

    plan: Plan
    reasons: Mapping[str, Reason]
    pictures: Mapping[PanelKey, Picture]
    pinned: frozenset[PanelKey]
    has_record: bool


def make_forecast(inquiry: Inquiry, go_on: Callable[[], None]) -> Forecast:
    """Return what a build would do with a story; `go_on` is asked now and then, and may raise what ends it."""
    try:
        return _forecast(inquiry, go_on)
    except (StorycError, OSError) as problem:
        return Forecast(inquiry, trouble=str(problem), traces=tuple(map(trace_of, _ledgers(Memory(inquiry.root)))))


def _forecast(inquiry: Inquiry, go_on: Callable[[], None]) -> Forecast:
    config = inquiry.config
    assert isinstance(config, Config)
    program = check_sources(inquiry.entry, _Opened(inquiry), config.data).program
    go_on()
    if program is None:
        memory = Memory(inquiry.root)
        return Forecast(inquiry, has_record=memory.story_lock.is_file() or memory.ledger.is_file())
    board = lower(program)
    go_on()
    project = Project(inquiry.root, inquiry.entry, config)
    memory = Memory(project.root)
    traces = tuple(map(trace_of, _files(memory, board)))
    wanted = compile_project(project, board)
    go_on()
    home = _look_home(memory, board, wanted, project.root / project.build_folder, go_on)
    go_on()
    pace = replace(PAID_PACE, polls_count=config.polls_count)
    learnt = load_learnt(memory.ledger)
    return Forecast(
        inquiry,
        _by_line(inquiry, _placed(board, home)),
        panels=sum(len(page.panels) for page in board.pages),
        reading_s=sum(reading_s(panel) for page in board.pages for panel in page.panels),
        price_credits=home.plan.price_credits,
        bills={step.unit.key: Bill(step.price_credits, step.unit.panels) for step in home.plan.purchases},
        requests=len(home.plan.purchases),
        expected_s=expected_duration_s(home.plan, pace, learnt),
        has_record=home.has_record,
        is_known=True,
        traces=traces,
    )


def _files(memory: Memory, board: Storyboard) -> Iterator[Path]:
    """Yield the files beside the scripts that tell what was bought, or that requests take with them."""
    yield from _ledgers(memory)
    yield from (memory.root / path for path in local_files(board))


def _ledgers(memory: Memory) -> Iterator[Path]:
    yield memory.story_lock
    for ledger in (memory.ledger, memory.draft_folder / memory.ledger.name):
        yield ledger
        yield ledger.with_name(f"{ledger.name}-wal")


def _look_home(memory: Memory, board: Storyboard, wanted: Lowered, folder: Path, go_on: Callable[[], None]) -> _Home:
    # a text that is in no folder has no past
    is_somewhere = memory.root.is_dir()
    nothing = Record({}, dict, lambda _key: b"", memory.store)
    record = load_record(memory) if is_somewhere else nothing
    sketches = load_draft_record(memory) if is_somewhere else nothing
    go_on()
    store = record.store
    depictions = cache(record.depictions)
    pinned = load_pinned(board, memory.story_lock, store.has, is_draft=False)
    past = make_past(wanted, depictions, record.request, pinned=pinned.keys())
    have = stored_art(record.states, store)
    plan = make_plan(wanted.units, record.states, have, past=past)
    go_on()
    bought = find_pictures(wanted.units, record.states, have, past)
    pictures: dict[PanelKey, Picture] = {}
    drawn = find_pictures(wanted.units, sketches.states, stored_art(sketches.states, sketches.store), None)
    for key, sketch in drawn.items():
        pictures[key] = replace(_picture(folder, sketches.store, key, sketch.asset), is_sketch=True)
    for key, asset in find_replaced(plan, record.states, depictions(), have).items():
        pictures[key] = replace(_picture(folder, store, key, asset), is_replaced=True)
    takes = find_takes(bought, load_takes(memory.story_lock), store.has) if bought else {}
    for key, own in bought.items():
        pictures[key] = replace(_picture(folder, store, key, own.asset), takes=len(takes[key]))
    for key, asset in pinned.items():
        pictures[key] = replace(_picture(folder, store, key, asset), takes=len(takes.get(key, (asset,))))
    reasons = find_reasons(plan, record.request, depictions)
    return _Home(plan, reasons, pictures, frozenset(pinned), has_record=bool(record.states))


def _picture(folder: Path, store: AssetStore, key: PanelKey, asset: StoredAsset) -> Picture:
    output = Path(panel_path(str(folder), key, asset.media_type))
    return Picture(asset.sha256, store.path(asset.sha256), output, asset.width_px, asset.height_px)


def _placed(board: Storyboard, home: _Home) -> Iterator[tuple[Origin, Prospect]]:
    """Yield the prospects of all panels and clips, each with the place of its heading."""
    panels, clips = _prospects(home)
    for page in board.pages:
        for panel in page.panels:
            key = PanelKey(page.ordinal, panel.ordinal)
            known = panels.get(key, Prospect("kept" if key in home.pictures else "coming"))
            yield panel.origin, replace(known, picture=home.pictures.get(key))
    for clip in board.clips:
        if clip.ordinal in clips:
            yield clip.origin, clips[clip.ordinal]


def _prospects(home: _Home) -> tuple[dict[PanelKey, Prospect], dict[int, Prospect]]:
    """Return what becomes of the panels and clips that some step of a plan is about; of other panels the pictures are there."""
    panels: dict[PanelKey, Prospect] = {key: Prospect("kept", why="pinned") for key in home.pinned}
    clips: dict[int, Prospect] = {}
    for step in home.plan.steps:
        price_credits = step.price_credits if isinstance(step, Create) else 0
        reason = home.reasons.get(step.unit.key)
        keys = [key for key in step.unit.panels if key not in home.pinned]
        for index, key in enumerate(keys):
            known = home.pictures.get(key)
            is_here = known is not None and not known.is_sketch and not known.is_replaced
            # together they cost what the step does
            share_credits = price_credits // len(keys) + (index < price_credits % len(keys))
            panels[key] = _prospect(step, reason, share_credits, is_here=is_here)
        if step.unit.clip is not None:
            clips[step.unit.clip] = _prospect(step, reason, price_credits, is_here=False)
    return panels, clips


def _prospect(step: Step, reason: Reason | None, share_credits: int, *, is_here: bool) -> Prospect:
    match step:
        case Keep() | Reuse():
            return Prospect("kept")
        case Collect():
            return Prospect("coming")
        case Doubt():
            return Prospect("in doubt")
        case Barred(state=state):
            return Prospect("barred", why=_one_line(state.reason))
        case Create(whole=whole, base=base):
            if is_here:
                return Prospect("changed", share_credits, "another part of its request changed")
            if reason is not None and reason.changes:
                return Prospect("changed", share_credits, _changed([change.field for change in reason.changes]))
            is_new = whole is not None or not (base or (reason is not None and reason.base))
            return Prospect("new" if is_new else "changed", share_credits)
        case _:
            assert_never(step)


def _one_line(text: str) -> str:
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _changed(fields: list[str]) -> str:
    names = list(dict.fromkeys(field or "text" for field in fields))
    rest = len(names) - _MOST_NAMED
    shown = names if rest <= 0 else [*names[:_MOST_NAMED], f"{rest} more"]
    listed = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
    return f"{listed} changed"


def _by_line(
    inquiry: Inquiry, placed: Iterator[tuple[Origin, Prospect]]
) -> dict[str, defaultdict[int, dict[int, Prospect]]]:
    found: dict[str, defaultdict[int, dict[int, Prospect]]] = {name: defaultdict(dict) for name in inquiry.scripts}
    for origin, prospect in placed:
        script = inquiry.scripts.get(origin.source)
        if script is not None and origin.line:
            index = script.piece_index(script.line_span(origin.line - 1).start)
            first = script.position(script.starts[index])[0]
            found[origin.source][index][origin.line - 1 - first] = prospect
    return found
