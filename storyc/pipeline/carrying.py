"""A build that has something to do."""

from collections import Counter
from contextlib import suppress
from pathlib import Path

from msgspec import json
from msgspec.structs import replace

from storyc.building import Adopted, Blocked, Desk, Doubted, Failed, Finished, Kept, Left, Otherwise
from storyc.disk import hold_lock, write_atomically
from storyc.errors import FileError, StorycError
from storyc.ledger import STORY_LOCK, Memory, find_takes, load_pinned, load_takes, save_purchases, stored_art
from storyc.lowering import Lowered, local_files
from storyc.planning import Plan, Results, find_pictures
from storyc.project import Project, compile_project
from storyc.storyboard import Storyboard
from storyc.text import DiskFiles, Files, normalise

from .desks import open_desk
from .looking import past_of, plan_of
from .options import BuildOptions, Front, Summary
from .outputs import Outputs
from .publishing import check_settings, publish
from .results import make_results
from .running import Run, run_plan
from .saved import as_agreed
from .stamp import Stamp, stamp_path


def carry_out(
    project: Project, board: Storyboard, options: BuildOptions, stamp: Stamp | None, *, inputs: str, front: Front
) -> Summary:
    """Plan, run the plan, write the pages, and return what was done."""
    root, files = project.root, DiskFiles(project.root)
    check_settings(project.config)
    with hold_lock(Memory(root).guard, front.on_wait):
        wanted = compile_project(project, board, options.layout)
        references = _references(project, board, files)
        with open_desk(options.backend, root, polls_count=project.config.polls_count) as desk:
            ledger = desk.ledger
            pinned = load_pinned(board, Memory(root).story_lock, desk.store.has, is_draft=desk.is_free)
            past = past_of(options.backend, wanted, ledger.depictions, ledger.request, pinned.keys())
            plan = plan_of(wanted, ledger.states(), desk.store, past, options)
            if options.saved is not None:
                plan = as_agreed(options.saved, plan)

            def plan_again() -> Plan:
                return plan_of(wanted, ledger.states(), desk.store, past, replace(options, limit=None))

            # what was agreed upon word by word is carried out so or not at all
            otherwise = None if options.saved is not None else Otherwise(plan_again, options.limit is not None)
            try:
                done = _run(plan, wanted, desk, files, project, options, front, otherwise)
            except FileError:
                # whatever is wrong with the disk: what is paid for is told if it can be told
                with suppress(StorycError):
                    _note_purchases(root, desk, files)
                raise
            references += _note_purchases(root, desk, files)
            have = stored_art(ledger.states(), desk.store)
            pictures = find_pictures(wanted.units, ledger.states(), have, past)
            outputs = Outputs(project, stamp)
            results = make_results(
                wanted.units, ledger.states(), pictures, pinned, folder=outputs.folder, is_draft=desk.is_free
            )
            takes = {} if desk.is_free else find_takes(pictures, load_takes(Memory(root).story_lock), desk.store.has)
            troubles = publish(board, results, takes, desk.store, project.config, outputs)
        summary = _summary(outputs, results, done, left_out=len(plan.left_out) + len(plan.set_aside), troubles=troubles)
        shown = results.panels.keys()
        unshown = sum(key not in shown for unit in wanted.units for key in unit.panels)
        if summary.is_whole and done.problem is None and not done.stopped_by and unshown:
            # what an earlier purchase was to bring is not to be had from the service any more
            summary = replace(summary, missing=unshown)
        # work that stands out must be looked at again next time, however little the script changed
        now = inputs if summary.is_whole and done.problem is None and not done.stopped_by else ""
        said = Stamp(now, references, outputs.finish(), summary)
        write_atomically(stamp_path(project), json.encode(said), is_durable=False)
    if done.problem is not None:
        raise done.problem
    return summary


def _references(project: Project, board: Storyboard, files: Files) -> tuple[tuple[str, str], ...]:
    """Return the files that decide what is built, beside the script, with their SHA-256."""
    template = project.config.template
    paths = (*local_files(board), *((normalise(template) or template,) if template is not None else ()))
    return tuple((path, files.sha256(path)) for path in paths)


def _run(
    plan: Plan,
    wanted: Lowered,
    desk: Desk,
    files: Files,
    project: Project,
    options: BuildOptions,
    front: Front,
    otherwise: Otherwise | None,
) -> Run:
    """Carry a plan out, if there is anything to do, for no more than the least of all limits. Raises: RefusedError, FileError."""
    if plan.is_settled:
        return Run(Counter({Kept: len(plan.steps)}))
    caps = (project.config.max_cost, options.max_cost_credits)
    return run_plan(
        plan,
        wanted,
        desk,
        files,
        front,
        limit_credits=min((cap for cap in caps if cap is not None), default=None),
        saved=options.saved,
        otherwise=otherwise,
        webhook=options.webhook,
    )


def _note_purchases(root: Path, desk: Desk, files: Files) -> tuple[tuple[str, str], ...]:
    """Write what was paid for beside the script, and return it as a file that the build depends on. Raises: FileError."""
    if desk.is_free:
        return ()
    path = Memory(root).story_lock
    save_purchases(path, desk.ledger.states(), desk.ledger.depictions())
    return ((STORY_LOCK, files.sha256(STORY_LOCK)),) if path.exists() else ()


def _summary(outputs: Outputs, results: Results, done: Run, *, left_out: int, troubles: tuple[str, ...]) -> Summary:
    counts = done.counts
    return Summary(
        html_path=outputs.html_path,
        markdown_path=outputs.markdown_path,
        is_draft=results.is_draft,
        is_current=False,
        pictures=len(results.panels) + len(results.clips),
        kept=counts[Kept],
        built=counts[Finished],
        fetched=done.fetched,
        missing=done.missing,
        failed=counts[Failed],
        blocked=counts[Blocked],
        in_doubt=counts[Doubted] - counts[Adopted],
        left=counts[Left],
        left_out=left_out,
        troubles=troubles,
        price_credits=done.price_credits,
        spent_credits=results.spent_credits,
        actual_credits=done.actual_credits,
        stopped_by=done.stopped_by,
    )
