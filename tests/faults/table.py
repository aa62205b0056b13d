"""OUTCOMES.md as values: one row a fault."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, get_args

from msgspec import Struct

from storyc.sim import Fault
from storyc.sim.faults import Kind
from storyc.sim.routes import Endpoint
from tests.faults.lies import is_asset, is_order, is_question, is_upload
from tests.faults.service import Seen

OUTCOMES: Final = Path(__file__).with_name("OUTCOMES.md")
_COLUMNS: Final = 10
_PARAMETERS: Final = {
    "status": ("status", int),
    "status-after": ("status", int),
    "slow": ("seconds", float),
    "huge": ("size_bytes", int),
}


class Place(Struct, frozen=True):
    """Where something goes wrong: at which endpoint, after how many requests there, and which unit that is."""

    endpoint: Endpoint
    is_meant: Callable[[Seen], bool]
    unit: str
    skip: int = 0


PLACES: Final[Mapping[str, Place]] = {
    "upload": Place("upload", is_upload, "page 1"),
    "order of a page": Place("create", is_order, "page 1"),
    "order of a clip": Place("create", is_order, "clip 1", skip=2),
    "question for a page": Place("status", is_question, "page 1"),
    "question for a clip": Place("status", is_question, "clip 1"),
    "picture of a page": Place("asset", is_asset, "page 2"),
    "film of a clip": Place("asset", is_asset, "clip 1", skip=3),
}
"""The story is two pages, the first with two pictures, and a clip; the first page needs the upload, and the clip a picture of the
second, which is therefore fetched first.
"""
ENDPOINTS: Final = frozenset(place.endpoint for place in PLACES.values())
"""Every endpoint that a build calls."""


class Row(Struct, frozen=True):
    """One fault and its outcome."""

    line: int
    fault: str
    place: str
    times: int
    """0 for every time."""
    charged: int
    """How often the unit was charged for when the build ends."""
    state: str
    """Of the unit, by the tag of its type."""
    told: tuple[str, ...]
    """Events of the unit that say something new."""
    code: int
    says: str
    """Part of a line on stderr."""
    then: tuple[str, ...]
    """The same events in the next build, in which nothing goes wrong."""
    then_charged: int
    """How often the unit was charged for in all."""
    then_code: int

    @property
    def kind(self) -> str:
        """The name of the fault."""
        return self.fault.split()[0]

    def simulated(self) -> Fault | None:
        """Return the simulator's own fault; None for a lie."""
        kind, *parameters = self.fault.split()
        if kind not in get_args(Kind):
            return None
        place = PLACES[self.place]
        named = {_PARAMETERS[kind][0]: _PARAMETERS[kind][1](parameters[0])} if parameters else {}
        return Fault(kind, place.endpoint, place.skip, self.times, **named)  # type: ignore[arg-type] # it is a Kind by now


def rows() -> Iterator[Row]:
    """Yield the rows of all tables."""
    for number, line in enumerate(OUTCOMES.read_text("utf-8").splitlines(), 1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("| `"):
            yield _row(number, cells)


def _row(number: int, cells: list[str]) -> Row:
    assert len(cells) == _COLUMNS, f"line {number} has {len(cells)} columns"
    fault, place, often, charged, state, told, code, says, then, after = cells
    then_charged, then_code = after.split("/")
    return Row(
        number, fault.strip("`"), place, 0 if often == "always" else int(often), int(charged), state, _names(told),
        int(code), says, _names(then), int(then_charged), int(then_code),
    )  # fmt: skip


def _names(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(name.capitalize() for name in cell.split(", "))
