"""A build that has something to do."""

from asyncio import CancelledError, Event, run
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import aclosing
from pathlib import Path

from msgspec import Struct, json

from storyc.assembly import Theme, to_html, to_markdown
from storyc.building import (
    STORY_LOCK,
    AssetStore,
    Blocked,
    BuildEvent,
    Desk,
    Doubted,
    Failed,
    Finished,
    Kept,
    Left,
    Memory,
    Submitted,
    execute,
    hold_lock,
    save_purchases,
    write_atomically,
)
from storyc.errors import FileError, RefusedError, StorycError
from storyc.lowering import Unit, local_files
from storyc.planning import Art, Downloaded, Plan, Results, UnitState, make_plan
from storyc.project import Project, compile_project
from storyc.storyboard import Storyboard
from storyc.text import DiskFiles, Files, normalise

from .desks import load_memory, open_desk
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
    project: Project, board: Storyboard, options: BuildOptions, stamp: Stamp | None, *, inputs: str, front: Front
) -> Summary:
    """Plan, run the plan, write the pages, and return what was done."""
    root, files = project.root, DiskFiles(project.root)
    with hold_lock(Memory(root).guard, front.on_wait):
        wanted = compile_project(project, board, options.layout).units
        references = _references(project, board, files)
        with open_desk(options.backend, root) as desk:
            plan = _plan(wanted, desk.ledger.states(), desk.store, is_free=desk.is_free)
            if plan.is_settled:
                done = Run(Counter({Kept: len(plan.steps)}))
            else:
                limit = project.config.max_cost if options.max_cost_credits is None else options.max_cost_credits
                done = _run_plan(plan, desk, files, limit, front)
            if not desk.is_free:
                references += _save_lock(root, desk, files)
            results = make_results(wanted, desk.ledger.states(), is_draft=desk.is_free)
            outputs = Outputs(root, stamp)
            _write(board, results, desk, project.config.theme, outputs)
        summary = _summary(results, done)
        # work that stands out must be looked at again next time, however little the script changed
        now = inputs if summary.is_whole and done.problem is None and not done.is_interrupted else ""
        said = Stamp(now, references, outputs.finish(), summary)
        write_atomically(root / STAMP, json.encode(said), is_durable=False)
    if done.problem is not None:
        raise done.problem
    return summary


def look_ahead(project: Project, board: Storyboard, options: BuildOptions) -> Plan:
    """Return what a build would do, from a look at the project that changes nothing."""
    record, store = load_memory(options.backend, project.root)
    wanted = compile_project(project, board, options.layout).units
    return _plan(wanted, record, store, is_free=isinstance(options.backend, DraftBackend))


def _references(project: Project, board: Storyboard, files: Files) -> tuple[tuple[str, str], ...]:
    """Return the files that decide what is built, beside the script, with their SHA-256."""
    template = project.config.template
    paths = (*local_files(board), *((normalise(template) or template,) if template is not None else ()))
    return tuple((path, files.sha256(path)) for path in paths)


def _save_lock(root: Path, desk: Desk, files: Files) -> tuple[tuple[str, str], ...]:
    """Write what was paid for beside the script, and return it as a file that the build depends on."""
    path = Memory(root).story_lock
    save_purchases(path, desk.ledger.states())
    return ((STORY_LOCK, files.sha256(STORY_LOCK)),) if path.exists() else ()


def _plan(wanted: Sequence[Unit], record: Mapping[str, UnitState], store: AssetStore, *, is_free: bool) -> Plan:
    stored = {asset.sha256 for state in record.values() if isinstance(state, Downloaded) for asset in state.assets}
    have = {digest for digest in stored if store.has(digest)}
    return make_plan(wanted, record, have, is_free=is_free)


def _run_plan(plan: Plan, desk: Desk, files: Files, limit: int | None, front: Front) -> Run:
    if limit is not None and plan.price_credits and plan.price_credits + plan.outstanding_credits > limit:
        outstanding = (
            f" (and {plan.outstanding_credits:,} are in flight or in doubt)" if plan.outstanding_credits else ""
        )
        raise RefusedError(f"this build costs {plan.price_credits:,} credits{outstanding}, over the limit of {limit:,}")
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


def _write(board: Storyboard, results: Results, desk: Desk, theme: Theme, outputs: Outputs) -> None:
    def read_art(art: Art) -> bytes:
        return desk.store.read_bytes(art.sha256)

    for art in (*results.panels.values(), *results.clips.values()):
        if not outputs.has(art.path, art.sha256):
            outputs.write(art.path, read_art(art))
    outputs.write(HTML_PATH, to_html(board, results, read_art, theme=theme).encode())
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
