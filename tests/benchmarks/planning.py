"""What it takes to plan a long story in every situation, and how large its ledger is.

One request a page, four panels a page. Compiling the script is not counted; reading the ledger is, where one is on the disk. Seconds are
printed because people wait for them; beside them the ratio to a scan of the script, and how it grows with the story.
"""

import gc
from collections.abc import Callable, Mapping
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from sqlite3 import connect
from statistics import median
from tempfile import TemporaryDirectory

from msgspec import Struct
from msgspec.structs import replace

from storyc.ledger import SqliteLedger, load_depictions, load_requests, load_states, open_ledger
from storyc.lowering import Depiction, Lowered, Pieces, Unit, lower, units
from storyc.pipeline import ApiBackend
from storyc.pipeline.looking import past_of
from storyc.planning import (
    Downloaded,
    Intended,
    Plan,
    RemoteAsset,
    StoredAsset,
    Submitted,
    Succeeded,
    UnitState,
    find_reasons,
    make_plan,
)
from storyc.project import check_sources
from storyc.text import MemoryFiles
from storyc.wire import NEWEST, canonical
from tests.benchmarks.measure import Target, Times, ratio, report, scan, time_calls
from tests.benchmarks.script_maker import make_script

FEW, MANY = 1_000, 10_000
PANELS = 4
ROUNDS = 3
NAME = "long.story"
SERVICE = ApiBackend("", "")
EVERY = 10
"""One page in so many is edited."""
MOST_S = Target(2, 1)
MOST_BYTES = Target(1024, 768)


class Bought(Struct):
    """What is on record."""

    states: Mapping[str, UnitState]
    depictions: Mapping[str, Depiction]
    request: Callable[[str], bytes]
    have: frozenset[str]


def compiled(text: str) -> Lowered:
    """Return the requests of a script, one a page."""
    checked = check_sources(NAME, MemoryFiles({NAME: text.encode()}), {})
    assert checked.program is not None, "the script to measure with has errors"
    return units(lower(checked.program), NEWEST, {}, layout="pages")


def edited(text: str) -> str:
    """Return a script with a word more in a panel of every tenth page."""
    pages = text.split("\nPAGE ")
    return "\nPAGE ".join(
        page.replace("\nPANEL 2", "\nSuddenly, nothing.\n\nPANEL 2", 1) if number % EVERY == 1 else page
        for number, page in enumerate(pages)
    )


def art(unit: Unit, panel: int) -> str:
    """Return the digest of a picture."""
    return sha256(f"{unit.key}{panel}".encode()).hexdigest()


def home(unit: Unit) -> Downloaded:
    """Return the state of a request that was bought."""
    assets = tuple(
        StoredAsset(
            0, panel, f"https://example.com/{unit.key[:20]}/{panel}.webp", art(unit, panel), 768, 1024, "image/webp"
        )
        for panel in range(PANELS)
    )
    return Downloaded(f"gen_{unit.key[:20]}", unit.price_credits, assets)


def bought(wanted: Lowered, share: int) -> Bought:
    """Return a record of one in so many purchases; of none for 0."""
    chosen = wanted.units[: len(wanted.units) // share] if share else ()
    states: dict[str, UnitState] = {unit.key: home(unit) for unit in chosen}
    depictions = {unit.key: wanted.pieces.depict(unit) for unit in chosen}
    requests = {unit.key: canonical(unit.request) for unit in chosen}
    have = frozenset(art(unit, panel) for unit in chosen for panel in range(PANELS))
    return Bought(states, depictions, lambda key: requests.get(key, b""), have)


def planned(wanted: Lowered, record: Bought) -> Plan:
    """Return a plan after finding out the reasons of its purchases, as `storyc plan` does; no round remembers the last."""
    fresh = Pieces(wanted.pieces._shop, wanted.pieces._profile)
    past = past_of(SERVICE, replace(wanted, pieces=fresh), lambda: record.depictions, record.request)
    plan = make_plan(wanted.units, record.states, record.have, past=past)
    find_reasons(plan, record.request, lambda: record.depictions)
    return plan


def write_ledger(path: Path, wanted: Lowered, record: Bought) -> int:
    """Write purchases to a ledger as builds do, and return how many of its bytes are requests."""
    open_ledger(path, has_paid_art=False).close()
    with closing(SqliteLedger(path, is_durable=False)) as ledger:
        for unit in wanted.units:
            done = record.states[unit.key]
            assert isinstance(done, Downloaded)
            generation_id, price_credits = done.generation_id, done.price_credits
            depiction = record.depictions[unit.key]
            ledger.intend(unit.key, Intended(price_credits, 1.8e9), canonical(unit.request), depiction)
            ledger.record(unit.key, Submitted(generation_id, price_credits, 1.8e9))
            remote = tuple(RemoteAsset(asset.page, asset.panel, asset.url) for asset in done.assets)
            ledger.record(unit.key, Succeeded(generation_id, price_credits, remote))
            ledger.record(unit.key, done)
    with closing(connect(path)) as connection:
        (size_bytes,) = connection.execute("SELECT sum(length(request)) FROM units").fetchone()
    return int(size_bytes)


def read_ledger(path: Path, have: frozenset[str]) -> Bought:
    """Return what a ledger on the disk says."""
    return Bought(load_states(path), load_depictions(path), load_requests(path), have)


def situations(pages: int, folder: Path) -> dict[str, Callable[[], object]]:
    """Return what is timed for a story of so many pages, and print how large its ledger is."""
    text = make_script(pages, PANELS)
    wanted, changed = compiled(text), compiled(edited(text))
    nothing, half, everything = (bought(wanted, share) for share in (0, 2, 1))
    path = folder / f"{pages}.sqlite"
    requests_bytes = write_ledger(path, wanted, everything)
    beyond_bytes = (path.stat().st_size - requests_bytes) / pages
    report(f"{pages:,} pages: ledger beyond requests", beyond_bytes, "bytes/unit", MOST_BYTES)
    return {
        "scan": lambda: scan(text),
        "nothing bought": lambda: planned(wanted, nothing),
        "all bought": lambda: planned(wanted, everything),
        "half bought": lambda: planned(wanted, half),
        "a word on every tenth page": lambda: planned(changed, everything),
        "the same, ledger on the disk": lambda: planned(changed, read_ledger(path, everything.have)),
    }


def main() -> None:
    """Print seconds, ratios and growth."""
    gc.disable()  # as the command line does
    times: dict[int, Times] = {}
    with TemporaryDirectory() as folder:
        for pages in (FEW, MANY):
            times[pages] = time_calls(situations(pages, Path(folder)), rounds=ROUNDS)
    for name in list(times[MANY])[1:]:
        report(f"{MANY:,} pages: {name}", median(times[MANY][name]), "s", MOST_S)
        each = {pages: ratio(times[pages], name, "scan") for pages in times}
        report("", each[MANY], "× scan")
        # of ratios, so that whoever else works on the machine at that moment does not count as growth
        report("", each[MANY] / each[FEW], f"× the ratio of {FEW:,} pages", Target(1.2, 1.1))


if __name__ == "__main__":
    main()
