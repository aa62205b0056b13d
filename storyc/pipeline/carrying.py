"""A build that has something to do."""

from asyncio import CancelledError, Event, run
from collections import Counter
from collections.abc import Sequence
from contextlib import aclosing
from pathlib import Path

from msgspec import Struct, json

from storyc.assembly import to_html, to_markdown
from storyc.building import (
    Blocked,
    BuildEvent,
    Desk,
    Doubted,
    Failed,
    Finished,
    Kept,
    Left,
    Submitted,
    execute,
    hold_lock,
    write_atomically,
)
from storyc.errors import FileError, RefusedError, StorycError
from storyc.lowering import Unit, local_files, units
from storyc.planning import Art, Downloaded, Plan, Results, make_plan
from storyc.storyboard import Storyboard
from storyc.text import Files
from storyc.wire import PROFILES

from .desks import open_desk
from .interrupt import stop_on_interrupt
from .options import BuildOptions, DraftBackend, Front, Summary
from .outputs import HTML_PATH, MARKDOWN_PATH, Outputs
from .results import make_results
from .stamp import STAMP, Stamp


class Run(Struct):
    """What a run of a plan came to."""

    counts: Counter[type[BuildEvent]]
    missing: int = 0
    price_credits: int = 0
    is_interrupted: bool = False
    problem: StorycError | None = None
    """What stopped it."""


def carry_out(
    board: Storyboard,
    files: Files,
    options: BuildOptions,
    stamp: Stamp | None,
    *,
    inputs: str,
    front: Front,
) -> Summary:
    """Plan, run the plan, write the pages, and return what was done."""
    root = Path(options.root)
    with hold_lock(root / ".storyc" / "lock", front.on_wait):
        digests = {path: files.sha256(path) for path in local_files(board)}
        wanted = units(board, PROFILES[options.profile], digests, options.template, options.layout).units
        desk = open_desk(options.backend, root / ".storyc")
        plan = _plan(wanted, desk)
        done = Run(Counter()) if plan.is_settled else _run_plan(plan, desk, files, options, front)
        if plan.is_settled:
            done.counts[Kept] = len(plan.steps)
        is_draft = isinstance(options.backend, DraftBackend)
        results = make_results(wanted, desk.ledger.states(), is_draft=is_draft)
        outputs = Outputs(root, stamp)
        _write(board, results, desk, options, outputs)
        summary = _summary(results, done)
        # work that stands out must be looked at again next time, however little the script changed
        now = inputs if summary.is_whole and done.problem is None and not done.is_interrupted else ""
        said = Stamp(now, tuple(digests.items()), outputs.finish(), summary)
        write_atomically(root / STAMP, json.encode(said), is_durable=False)
    if done.problem is not None:
        raise done.problem
    return summary


def _plan(wanted: Sequence[Unit], desk: Desk) -> Plan:
    record = desk.ledger.states()
    stored = {asset.sha256 for state in record.values() if isinstance(state, Downloaded) for asset in state.assets}
    have = {digest for digest in stored if desk.store.has(digest)}
    return make_plan(wanted, record, have, is_free=desk.is_free)


def _run_plan(plan: Plan, desk: Desk, files: Files, options: BuildOptions, front: Front) -> Run:
    limit = options.max_cost_credits
    if limit is not None and plan.price_credits > limit:
        raise RefusedError(f"this build costs {plan.price_credits:,} credits, over the limit of {limit:,}")
    if plan.price_credits and not front.approve(plan):
        raise RefusedError("nothing was bought")
    done = Run(Counter())

    async def follow() -> None:
        stop = Event()
        with stop_on_interrupt(stop):
            async with desk.client:
                events = execute(plan, desk, files, stop=stop, budget_credits=limit)
                try:
                    async with aclosing(events):
                        async for event in events:
                            _count(done, event)
                            front.report(event)
                finally:
                    done.is_interrupted = stop.is_set()

    try:
        run(follow())
    except CancelledError:
        raise KeyboardInterrupt from None
    except FileError:
        raise
    except StorycError as problem:
        done.problem = problem
    return done


def _count(done: Run, event: BuildEvent) -> None:
    done.counts[type(event)] += 1
    match event:
        case Finished(missing=missing):
            done.missing += missing
        case Submitted(price_credits=price):
            done.price_credits += price
        case _:
            pass


def _write(board: Storyboard, results: Results, desk: Desk, options: BuildOptions, outputs: Outputs) -> None:
    def read_art(art: Art) -> bytes:
        return desk.store.read_bytes(art.sha256)

    for art in (*results.panels.values(), *results.clips.values()):
        if not outputs.has(art.path, art.sha256):
            outputs.write(art.path, read_art(art))
    outputs.write(HTML_PATH, to_html(board, results, read_art, theme=options.theme).encode())
    outputs.write(MARKDOWN_PATH, to_markdown(board, results).encode())


def _summary(results: Results, done: Run) -> Summary:
    counts = done.counts
    return Summary(
        html_path=HTML_PATH,
        markdown_path=MARKDOWN_PATH,
        is_draft=results.is_draft,
        is_current=False,
        pictures=len(results.panels) + len(results.clips),
        kept=counts[Kept],
        built=counts[Finished],
        missing=done.missing,
        failed=counts[Failed] + counts[Blocked],
        in_doubt=counts[Doubted],
        left=counts[Left],
        price_credits=done.price_credits,
        spent_credits=results.spent_credits,
        is_interrupted=done.is_interrupted,
    )
