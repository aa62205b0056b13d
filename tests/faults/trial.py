"""One trial: up to six builds while things go wrong, a person who settles what is left open, and what must be true afterwards."""

from collections import Counter
from contextlib import nullcontext
from os import getpid, kill
from pathlib import Path
from random import Random
from signal import SIGINT
from typing import Final, get_args

from msgspec import Struct

from storyc.planning import Downloaded, Failed, InDoubt, Intended, Planned, Submitted, Succeeded, asset_count
from storyc.sim import Fault, FaultPlan
from storyc.sim.faults import Kind
from tests.faults.disks import short_files
from tests.faults.lies import LIES, Liar, is_asset, is_order, is_question, is_upload
from tests.faults.service import Seen, Switchboard
from tests.faults.table import ENDPOINTS
from tests.faults.world import Ran, World

STORY: Final = """\
Title: Search
Size: 512x768

CAST

MARA: A pilot.
    ref: mara.png

PAGE 1 (2 PANELS)

PANEL 1
MARA in the rain.

PANEL 2
MARA looks up.

PAGE 2 (1 PANEL)

PANEL 1
The harbour at night.

PAGE 3 (3 PANELS)

PANEL 1
MARA runs.

PANEL 2
The mole, dark.

PANEL 3
The light.

CLIP rain-stops [4s, 480p, from panel 1]

The rain stops.
"""
_STATUSES: Final = (400, 401, 402, 403, 404, 408, 409, 413, 422, 425, 429, 429, 499, 500, 502, 503, 504)
_REQUESTS: Final = (is_order, is_question, is_asset, is_upload)


class Round(Struct, frozen=True):
    """What goes wrong in one build, and before it."""

    faults: tuple[Fault, ...] = ()
    lie: str = ""
    lied_to: int = 0
    """Which kind of request."""
    lies: int = 1
    """How often; 0 for every time."""
    file_kib: int = 0
    """How long files may become; 0 for any length."""
    presses: int = 0
    """How often Ctrl-C is pressed."""
    pressed_at: int = 0
    """At which request."""
    jump_s: float = 0.0
    """How far the clock of this machine jumps before the build."""


def draw_rounds(random: Random) -> tuple[Round, ...]:
    """Return what goes wrong in the first builds of a trial."""
    return tuple(_draw_round(random) for _ in range(random.choice((1, 2, 2, 3, 4))))


def _draw_round(random: Random) -> Round:
    faults = tuple(_draw_fault(random) for _ in range(random.choice((1, 1, 2, 3, 5))))
    match random.randrange(8):
        case 0 | 1:
            lie, lied_to, lies = random.choice(sorted(LIES)), random.randrange(4), random.choice((0, 1, 2, 5))
            return Round(faults, lie, lied_to, lies)
        case 2:
            return Round(faults[:1], file_kib=random.randint(1, 160))
        case 3:
            return Round(faults[:1], presses=random.choice((1, 1, 2)), pressed_at=random.randrange(1, 16))
        case 4:
            return Round(faults, jump_s=random.choice((-5.0, 5.0)) * 3_600)
        case _:
            return Round(faults)


def _draw_fault(random: Random) -> Fault:
    kind: Kind = random.choice(get_args(Kind))
    on = random.choice(sorted(end for end in ENDPOINTS if Fault(kind).fits(end)))
    times = random.choice((1, 1, 2, 4, 0))
    return Fault(
        kind,
        on,
        skip=random.choice((0, 0, 1, 2, 3)),
        times=times,
        share=1.0 if times else random.choice((0.3, 1.0)),
        # who says that it refused, after it charged, is believed: OUTCOMES.md
        status=random.choice((500, 502, 503, 504)) if kind == "status-after" else random.choice(_STATUSES),
        seconds=0.02,
        size_bytes=random.choice((100_000, 17_000_000)),
    )


class Trial:
    """A project, and a service of its own."""

    def __init__(self, root: Path, line: tuple[Switchboard, int]) -> None:
        board, port = line
        board.forget()
        self.world = World(root, board, port, STORY)
        self.told: list[str] = []
        """Every build's exit code and its words, for whoever looks into a broken promise."""
        self.wrong: list[str] = []
        self.counts: Counter[str] = Counter()
        self._resubmitted: Counter[str] = Counter()

    def run(self, rounds: tuple[Round, ...]) -> list[str]:
        """Return what is wrong: nothing, if every promise was kept."""
        for one in rounds:
            self._go_wrong(one)
        self._mend()
        self._build()
        self._settle()
        self._build()
        self._settle()  # what was adopted may turn out to have failed
        self._end(self._build())
        return self.wrong

    def _go_wrong(self, one: Round) -> None:
        world = self.world
        world.spoil(FaultPlan(one.faults))
        world.clock.time_s += one.jump_s
        world.app.advance(-one.jump_s)
        if one.lie:
            world.board.before = Liar(LIES[one.lie], _REQUESTS[one.lied_to], times=one.lies)
        if one.presses:
            world.board.before = _Presser(one.pressed_at, one.presses)
        self._build(one.file_kib)
        world.board.before = lambda _seen: None

    def _mend(self) -> None:
        self.world.spoil(FaultPlan())

    def _build(self, file_kib: int = 0) -> Ran:
        with short_files(file_kib * 1024) if file_kib else nullcontext():
            ran = self.world.build()
        self.told.append(f"exit {ran.code}\n{ran.err}")
        self.counts["builds"] += 1
        self.counts[f"exit {ran.code}"] += 1
        self._look(ran)
        return ran

    def _look(self, ran: Ran) -> None:
        """Hold what must be true after every build against what is."""
        states, charged = self.world.states(), self.world.charged()
        for (name, _), times in self.world.bought().items():
            if times > 1 + self._resubmitted[name]:
                self._blame(f"{name} was charged for {times} times")
        for name, times in charged.items():
            if times > self._resubmitted[name] and isinstance(states[name], Planned):
                self._blame(f"{name} was paid for and is forgotten")
            if not times and isinstance(states[name], Submitted | Succeeded | Downloaded):
                self._blame(f"{name} is {type(states[name]).__name__} and was never paid for")
        if "Traceback" in ran.err or " Error" in ran.err:
            self._blame("a traceback")
        if ran.code not in self._codes(ran):
            self._blame(f"exit code {ran.code} and not one of {sorted(self._codes(ran))}")
        if any(self.world.memory.store.verify()):
            self._blame("art that is not what its name says")
        missing = [
            asset.sha256
            for state in states.values()
            if isinstance(state, Downloaded)
            for asset in state.assets
            if not self.world.memory.store.has(asset.sha256)
        ]
        if missing:
            self._blame(f"lost art: {missing}")

    def _codes(self, ran: Ran) -> set[int]:
        """Return which exit codes fit the states and the words."""
        if ran.err.endswith("interrupted\n"):
            return {130}
        if "\nerror: " in f"\n{ran.err}":
            is_about_money = "refused the key" in ran.err or "no credits left" in ran.err
            return {4} if is_about_money else {2}
        states = self.world.states()
        if any(isinstance(state, InDoubt) for state in states.values()):
            return {5, 130}
        return {0, 130} if self._is_whole() else {1, 130}

    def _is_whole(self) -> bool:
        states = self.world.states()
        return all(
            isinstance(state, Downloaded) and len(state.assets) == asset_count(self.world.units[name])
            for name, state in states.items()
        )

    def _settle(self) -> None:
        """Do what a person would who can see what was charged for."""
        for name, state in self.world.states().items():
            match state:
                case InDoubt() if generations := self.world.generations(name)[self._resubmitted[name] :]:
                    self._say(name, "--adopt", generations[-1])
                case InDoubt():
                    self._say(name, "--resubmit")
                case Failed() | Submitted() | Succeeded():
                    self._resubmitted[name] += len(self.world.generations(name)) - self._resubmitted[name]
                    self._say(name, "--resubmit")
                case Intended():
                    self._blame(f"{name} was left between")
                case _:
                    pass

    def _say(self, name: str, *decision: str) -> None:
        ran = self.world.resolve(name, *decision)
        self.counts[f"settled by {decision[0]}"] += 1
        self.told.append(f"{name} {' '.join(decision)}: {ran.code}\n{ran.err}")
        if ran.code:
            self._blame(f"{name} cannot be settled by {decision[0]}")

    def _end(self, ran: Ran) -> None:
        states = self.world.states()
        halves = [
            name
            for name, state in states.items()
            if isinstance(state, Downloaded) and len(state.assets) < asset_count(self.world.units[name])
        ]
        self.counts["ended whole"] += self._is_whole()
        self.counts["ended with half of a unit"] += bool(halves)
        if not halves and ran.code != 0:
            self._blame(f"the end is {ran.code}, and {states}")

    def _blame(self, what: str) -> None:
        self.wrong.append(f"after build {self.counts['builds']}: {what}")


class _Presser:
    """Presses Ctrl-C from some request on."""

    def __init__(self, at: int, times: int) -> None:
        self._left_until = at
        self._left = times

    def __call__(self, _seen: Seen) -> None:
        """Press if it is time."""
        self._left_until -= 1
        if self._left_until <= 0 and self._left:
            self._left -= 1
            kill(getpid(), SIGINT)
