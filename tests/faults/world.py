"""A story, the service that draws it, and one clock for both, on which no wait takes any time.

`World.build` is the whole command: the same arguments, streams and exit code as in a shell, and a real socket to the service.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, Final

import pytest
from msgspec import Struct
from msgspec.structs import replace

from storyc.api import JumpingClock
from storyc.building import BuildEvent, Stopping, Waiting
from storyc.cli import run
from storyc.ledger import Memory, load_purchases, load_states
from storyc.lowering import Unit, lower
from storyc.pipeline import BuildOptions, Front, Summary, build
from storyc.planning import PAID_PACE, Planned, UnitState
from storyc.project import Project, check_project, compile_project, find_project
from storyc.sim import FaultPlan, Simulator, Switches, make_app
from storyc.sim.faults import Faults
from storyc.sim.state import Account
from storyc.storyboard import Storyboard
from tests.faults.service import Switchboard
from tests.faults.studio import SmallStudio

KEY: Final = "sk-very-secret-0123456789"
LIMIT_CREDITS: Final = 100_000
BALANCE_CREDITS: Final = 1_000_000
PICTURE: Final = b"\x89PNG\r\n\x1a\n any"
PACE: Final = replace(PAID_PACE, patience_s=300.0)
"""The pace of every paid build, with less patience: a job that never ends is asked for a dozen times and not for seventy."""


class Ran(Struct, frozen=True):
    """What a command did."""

    code: int
    out: str
    err: str
    events: tuple[BuildEvent, ...] = ()

    def of(self, unit: str) -> list[str]:
        """Return the names of what happened to a unit, in order, each once in a row."""
        names = [
            type(event).__name__
            for event in self.events
            if not isinstance(event, Stopping | Waiting) and unit_name(event.unit) == unit
        ]
        return [name for name, before in zip(names, [None, *names], strict=False) if name != before]


class World:
    """One project and one service."""

    def __init__(self, root: Path, board: Switchboard, port: int, story: str) -> None:
        self.root = root
        self.home = root / "nobody"
        """Where the settings of whoever runs this are looked for: nowhere."""
        self.board = board
        self.clock = JumpingClock(1_800_000_000.0)
        self.address = f"http://127.0.0.1:{port}/v1"
        root.mkdir(parents=True, exist_ok=True)
        (root / ".git").mkdir(exist_ok=True)
        (root / "mara.png").write_bytes(PICTURE)
        self.memory = Memory(root)
        self.app = self.serve()
        self.units: Mapping[str, Unit] = {}
        self._names: dict[str, str] = {}
        self.edit(story)

    def edit(self, story: str) -> None:
        """Write the script."""
        (self.root / "main.story").write_text(story)
        project = find_project(self.root)
        program = check_project(project).program
        assert program is not None
        units = compile_project(project, lower(program), "pages").units
        self.units = {unit_name(unit): unit for unit in units}
        self._names.update({getattr(unit.request, "prompt", ""): name for name, unit in self.units.items()})

    def serve(self, *, credits_left: int = BALANCE_CREDITS, is_limited: bool = False, **switches: Any) -> Simulator:
        """Begin a new service with an account of its own, and return it."""
        self.app = make_app(
            now_s=self.clock.now_s,
            accounts={"payer": Account(credits_left, is_limited=is_limited)},
            shortest_s=30.0,
            longest_s=70.0,
            switches=Switches(**switches),
        )
        self.app._studio = SmallStudio()
        self.board.app = self.app
        return self.app

    def spoil(self, plan: FaultPlan) -> None:
        """Let things go wrong from now on; an empty plan mends everything."""
        self.app._faults = Faults(plan)

    def build(self, *more: str) -> Ran:
        """Run `storyc build` as a paying customer."""
        return self.storyc(
            "build", str(self.root), "--backend", "api", "-v", "--yes", "--no-input",
            "--max-cost", str(LIMIT_CREDITS), "--layout", "pages", *more,
        )  # fmt: skip

    def resolve(self, unit: str, *decision: str) -> Ran:
        """Run `storyc state resolve` for a unit by its name."""
        return self.storyc("state", "resolve", self.units[unit].key, *decision, "--project", str(self.root))

    def storyc(self, *arguments: str) -> Ran:
        """Run a command in this process."""
        out, err = StringIO(), StringIO()
        events: list[BuildEvent] = []

        def overheard(project: Project, story: Storyboard, options: BuildOptions, front: Front) -> Summary:
            def report(event: BuildEvent) -> None:
                events.append(event)
                if not isinstance(event, Stopping | Waiting):
                    # a part of a unit may be bought as well, and it has a prompt of its own
                    self._names.setdefault(getattr(event.unit.request, "prompt", ""), unit_name(event.unit))
                front.report(event)

            return build(project, story, options, replace(front, report=report))

        with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
            patch.setenv("HOME", str(self.home))
            patch.setenv("STORYC_CONFIG_HOME", str(self.home / "storyc"))
            patch.setenv("LLAMAGEN_CONFIG_HOME", str(self.home / ".llamagen"))
            patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
            patch.setenv("LLAMAGEN_API_KEY", KEY)
            patch.setenv("LLAMAGEN_BASE_URL", self.address)
            patch.setattr("storyc.pipeline.desks.SystemClock", lambda: self.clock)
            patch.setattr("storyc.pipeline.desks.PAID_PACE", PACE)
            patch.setattr("storyc.cli.build.build", overheard)
            code = run(arguments)
        return Ran(code, out.getvalue(), err.getvalue(), tuple(events))

    def charged(self) -> Mapping[str, int]:
        """Return how often each unit was charged for, changes included: by what was asked, however its links read that day."""
        found = dict.fromkeys(self.units, 0)
        for charge in self.app.ledger.charges:
            found[self._names[self.app.state.jobs[charge.generation_id].prompt]] += 1
        return found

    def bought(self) -> Mapping[tuple[str, str], int]:
        """Return how often each thing was charged for, by its unit and by what was asked."""
        jobs, charges = self.app.state.jobs, self.app.ledger.charges
        prompts = [
            jobs[one.generation_id].prompt if one.operation in ("create", "video") else one.digest for one in charges
        ]
        names = [self._names[jobs[one.generation_id].prompt] for one in charges]
        return Counter(zip(names, prompts, strict=True))

    def generations(self, unit: str) -> Sequence[str]:
        """Return the ids of what was charged for a unit, first bought first."""
        charges = self.app.ledger.charges
        return [
            one.generation_id for one in charges if self._names[self.app.state.jobs[one.generation_id].prompt] == unit
        ]

    def states(self) -> Mapping[str, UnitState]:
        """Return what is on record of each unit."""
        record = load_states(self.memory.ledger, purchases=load_purchases(self.memory.story_lock))
        return {name: record.get(unit.key, Planned()) for name, unit in self.units.items()}


def unit_name(unit: Unit) -> str:
    """Return what people call a unit."""
    return f"clip {unit.clip}" if unit.clip is not None else f"page {unit.pages[0]}"
