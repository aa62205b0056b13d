"""A plan as a file: looked at today, carried out tomorrow, once, and only if it is still what a build would do."""

from pathlib import Path
from secrets import token_hex
from typing import Final

from msgspec import MsgspecError, Struct, json

from storyc.disk import write_atomically
from storyc.errors import ConfigError, FileError, RefusedError
from storyc.planning import Plan, narrow
from storyc.storyboard import Layout

FORMAT: Final = 1
_MARK: Final = b'{"storyc_plan":'
_MAX_BYTES: Final = 64 * 1024 * 1024


class Purchase(Struct, frozen=True):
    """One request that a saved plan pays for."""

    key: str
    operation: str
    price_credits: int


class SavedPlan(Struct, frozen=True):
    """What was agreed upon."""

    storyc_plan: int
    """The format of the file."""
    id: str
    """Chosen at random; a ledger remembers it when it is carried out."""
    story: str
    """The main script, relative to the project root, POSIX."""
    layout: Layout | None
    backend: str
    price_credits: int
    purchases: tuple[Purchase, ...]
    left_out: tuple[str, ...] = ()
    """Keys of what the storyboard lacks and was not agreed upon."""


def make_saved_plan(plan: Plan, *, story: str, layout: Layout | None, backend: str) -> SavedPlan:
    """Return what a plan would pay for, under an id of its own."""
    purchases = tuple(Purchase(step.unit.key, step.unit.operation, step.price_credits) for step in plan.purchases)
    left_out = tuple(step.unit.key for step in plan.left_out)
    return SavedPlan(FORMAT, token_hex(16), story, layout, backend, plan.price_credits, purchases, left_out)


def save_plan(path: Path, saved: SavedPlan) -> None:
    """Write a plan to a file. Raises: FileError."""
    write_atomically(path, json.format(json.encode(saved), indent=1) + b"\n")


def is_saved_plan(path: Path) -> bool:
    """Whether a file holds a saved plan, as its first bytes tell; also of a format that this storyc does not know."""
    try:
        with path.open("rb") as file:
            return file.read(len(_MARK) + 16).translate(None, b" \t\r\n").startswith(_MARK)
    except OSError:
        return False


def load_plan(path: Path) -> SavedPlan:
    """Return the plan in a file. Raises: FileError, ConfigError."""
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except OSError as problem:
        raise FileError(f"cannot read {path}: {problem.strerror or problem}") from problem
    try:
        saved = json.decode(content, type=SavedPlan)
    except (MsgspecError, UnicodeDecodeError, RecursionError) as problem:
        raise ConfigError(f"{path} is no whole plan", hint="`storyc plan --out FILE` makes one") from problem
    if saved.storyc_plan != FORMAT:
        raise ConfigError(f"{path} was made by another storyc", hint="`storyc plan --out FILE` makes a new one")
    return saved


def as_agreed(saved: SavedPlan, plan: Plan) -> Plan:
    """Return what was agreed upon of a plan for everything. Raises: RefusedError if that is not what it was."""
    agreed = {one.key: one.price_credits for one in saved.purchases}
    now = {step.unit.key: step.price_credits for step in plan.purchases}
    new, gone = len(now.keys() - agreed.keys() - set(saved.left_out)), len(agreed.keys() - now.keys())
    if new or any(now.get(key) != price for key, price in agreed.items()):
        raise RefusedError(
            f"the story is not what it was when this plan was made: {_differences(new, gone)}",
            hint="`storyc plan --out FILE` makes a new one",
        )
    return narrow(plan, keys=agreed.keys())


def _differences(new: int, gone: int) -> str:
    """Return how many requests came and went; if none did, what is left: they have another price."""
    told = [_are(new, "new")] if new else []
    told += [_are(gone, "not needed any more")] if gone else []
    return " and ".join(told) or "the requests are the same, and cost something else"


def _are(count: int, what: str) -> str:
    return f"{count} request is {what}" if count == 1 else f"{count} requests are {what}"
