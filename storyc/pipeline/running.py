"""A plan on its way through the event loop, told to a front end."""

from asyncio import CancelledError, Event, run
from collections import Counter
from contextlib import aclosing
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from storyc.building import BuildEvent, Desk, Doubted, Finished, Otherwise, Submitted, execute
from storyc.errors import DeclinedError, FileError, RefusedError, StorycError
from storyc.ledger import DOUBT, LEARNT, LedgerStore
from storyc.lowering import Lowered
from storyc.planning import Plan, expected_duration_s, find_reasons, read_learnt
from storyc.text import Files

from .balance import Balance, evidence, look_again, look_at_account
from .hearing import open_ears
from .interrupt import stop_on_interrupt
from .looking import Outlook
from .options import Front
from .saved import SavedPlan

if TYPE_CHECKING:
    from storyc.inbox import WebhookSettings


class Run(Struct):
    """What a run of a plan came to."""

    counts: Counter[type[BuildEvent]]
    missing: int = 0
    fetched: int = 0
    """Units that came home and were sent by an earlier build."""
    price_credits: int = 0
    stopped_by: int = 0
    """The signal that somebody stopped it with; 0 if nobody did."""
    problem: StorycError | None = None
    """What stopped it."""
    actual_credits: int | None = None
    """By how much the account went down; None if nobody knows."""
    doubts: list[str] = field(default_factory=list)
    """Keys of the units that came to be in doubt."""
    sent: set[str] = field(default_factory=set)
    """Keys of the units that were accepted."""

    def compare(self, before: Balance, after: Balance | None, ledger: LedgerStore) -> None:
        """Take in what the account says after the run, and keep it as evidence of what is in doubt. Raises: FileError."""
        if after is not None:
            self.actual_credits = before.credits - after.credits
        said = evidence(before, after, self.price_credits)
        for key in self.doubts if said else ():
            ledger.record_note(f"{DOUBT} {key}", said)


def run_plan(
    plan: Plan,
    wanted: Lowered,
    desk: Desk,
    files: Files,
    front: Front,
    *,
    limit_credits: int | None,
    saved: SavedPlan | None,
    otherwise: Otherwise | None,
    webhook: "WebhookSettings | None",
) -> Run:
    """Carry a plan out that was agreed upon, or ask; return what it came to.

    Raises: RefusedError if it costs too much or nobody agrees, FileError; everything else that stops it is in the result.
    """
    if (
        limit_credits is not None
        and plan.price_credits
        and plan.price_credits + plan.outstanding_credits > limit_credits
    ):
        outstanding = (
            f" (and {plan.outstanding_credits:,} are in flight or in doubt)" if plan.outstanding_credits else ""
        )
        raise RefusedError(
            f"this build costs {plan.price_credits:,} credits{outstanding}, over the limit of {limit_credits:,}",
            hint="raise --max-cost or your own limit, or buy a part of it with --only PAGES or --limit REQUESTS",
        )
    if saved is not None:
        desk.ledger.use_up(saved.id)
    elif plan.price_credits and not front.approve(_outlook(plan, wanted, desk, has_webhooks=webhook is not None)):
        raise DeclinedError("nothing was bought")
    done = Run(Counter())

    async def follow() -> None:
        stop = Event()
        with stop_on_interrupt(stop) as caught:
            async with open_ears(webhook) as ears, desk.client:
                at, before = (desk, None) if desk.is_free or not plan.purchases else await look_at_account(desk)
                at = at if ears is None else replace(at, callback=ears.callback)
                news = None if ears is None else ears.news
                events = execute(
                    plan,
                    at,
                    files,
                    wanted.pieces.depict,
                    stop=stop,
                    budget_credits=limit_credits,
                    # what an account pays for before it is empty should be what is read first
                    keeps_order=before is not None and before.credits < plan.price_credits,
                    news=news,
                    otherwise=otherwise,
                )
                try:
                    async with aclosing(events):
                        async for event in events:
                            _count(done, event)
                            front.report(event)
                finally:
                    done.stopped_by = caught.number
                    if before is not None and not stop.is_set():
                        done.compare(before, await look_again(at), at.ledger)

    try:
        run(follow())
    except CancelledError:
        raise KeyboardInterrupt from None
    except FileError:
        raise
    except StorycError as problem:
        done.problem = problem
    return done


def _outlook(plan: Plan, wanted: Lowered, desk: Desk, *, has_webhooks: bool) -> Outlook:
    """Return what somebody who is asked to pay wants to know. Raises: FileError."""
    ledger = desk.ledger
    expected_s = expected_duration_s(plan, desk.pace, read_learnt(ledger.note(LEARNT)), has_webhooks=has_webhooks)
    reasons = find_reasons(plan, ledger.request, ledger.depictions)
    return Outlook(plan, reasons, wanted.layout, wanted.why, expected_s)


def _count(done: Run, event: BuildEvent) -> None:
    done.counts[type(event)] += 1
    match event:
        case Finished(unit=unit, missing=missing):
            done.missing += missing
            done.fetched += unit.key not in done.sent and unit.key not in done.doubts
        case Submitted(unit=unit, price_credits=price):
            done.sent.add(unit.key)
            done.price_credits += price
        case Doubted(unit=unit):
            done.doubts.append(unit.key)
        case _:
            pass
