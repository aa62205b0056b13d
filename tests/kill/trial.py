"""One trial: builds of a small project that are ended anywhere, a last one that is left alone, and what must be true afterwards."""

import os
import sys
from collections.abc import Mapping, Sequence
from json import loads
from multiprocessing import get_context
from pathlib import Path
from random import Random
from time import sleep, time
from urllib.request import urlopen

from msgspec import Struct

from storyc.ledger import load_purchases, load_states
from storyc.planning import Downloaded, Failed, InDoubt, Intended, Planned
from storyc.store import AssetStore
from tests.kill.driver import storyc_until
from tests.kill.server import WITNESS

REQUESTS = 4
STORY = "Title: Kill\n\nCAST\n\nMARA: A pilot.\n\n" + "\n".join(
    f"PAGE {page} (1 PANEL)\n\nPANEL 1\nThe harbour, {words}.\n\nMARA: It went out.\n"
    for page, words in enumerate(("at dusk", "at night", "at dawn", "at noon"), 1)
)


COMIC = """\
Title: Kill
Layout: book

PAGE 1 (2 PANELS)

PANEL 1
The harbour at dusk.

PANEL 2
The harbour at night.
"""
EDITED = (
    COMIC.replace("at dusk", "at dawn")
    + """
PAGE 2 (2 PANELS)

PANEL 1
The lamp.

PANEL 2
The stairs.
"""
)
"""One panel is to be drawn again, and a page follows."""
REQUESTS_AFTER_AN_EDIT = 3


class Death(Struct, frozen=True):
    """How a build is ended: at a step, or after a time in seconds, whichever is not None; at neither it is left alone.

    Step 0 counts the steps.
    """

    step: int | None = None
    after_s: float | None = None


class Trial:
    """A project, and a service of its own."""

    def __init__(self, root: Path, name: str, port: int, *, is_edited: bool = False) -> None:
        """With `is_edited`, a comic is bought and changed before anything is ended: what is left to buy changes it."""
        self.root = root
        self.requests = REQUESTS_AFTER_AN_EDIT if is_edited else REQUESTS
        self.url = f"http://127.0.0.1:{port}/{name}"
        self.crashes = 0
        self.doubts = 0
        root.mkdir(parents=True, exist_ok=True)
        (root / "main.story").write_text(STORY)
        (root / "key").write_text("sk-test\n")
        self.arguments = [
            "build",
            str(root),
            "--backend",
            "api",
            "--api-key-file",
            str(root / "key"),
            "-y",
            "--no-input",
        ]
        self.arguments += ["--max-cost", "1000000"]
        if is_edited:
            (root / "main.story").write_text(COMIC)
            self.build(Death())
            (root / "main.story").write_text(EDITED)
        else:
            self.arguments += ["--layout", "pages"]

    def charged(self) -> Mapping[str, int]:
        """Return how often each unit was charged for."""
        with urlopen(f"{self.url}/{WITNESS}") as answer:
            charged: Mapping[str, int] = loads(answer.read())
        return charged

    def build(self, *deaths: Death) -> list[int]:
        """Run builds at the same time, each in a process of its own; return their exit codes, negative if they were killed."""
        began_s = time()
        children = [get_context("fork").Process(target=self._child, args=(death.step,)) for death in deaths]
        for child in children:
            child.start()
        timed = [(death.after_s, child) for death, child in zip(deaths, children, strict=True) if death.after_s]
        for after_s, child in sorted(timed, key=lambda pair: pair[0]):
            sleep(max(0.0, began_s + after_s - time()))
            child.kill()
        for child in children:
            child.join()
        codes = [child.exitcode or 0 for child in children]
        self.crashes += sum(code < 0 for code in codes)
        return codes

    def warm(self) -> None:
        """Build in this very process, so that its children find everything loaded."""
        os.environ["LLAMAGEN_BASE_URL"] = self.url
        storyc_until(None, [*self.arguments, "--quiet"])

    def _child(self, step: int | None) -> None:
        os.environ["LLAMAGEN_BASE_URL"] = self.url
        log = os.open(self.root / "log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(log, 1)
        os.dup2(log, 2)
        code, count = storyc_until(step, self.arguments)
        (self.root / "steps").write_text(str(count))
        sys.exit(code)

    def steps(self) -> int:
        """Return how many steps a build takes that is left alone."""
        assert self.build(Death(step=0)) == [0]
        return int((self.root / "steps").read_text())

    def end(self) -> list[str]:
        """Build once more, and return what is wrong: nothing, if the promises were kept."""
        (code,) = self.build(Death())
        charged = self.charged()
        states = load_states(self.root / ".storyc" / "ledger.sqlite")
        store = AssetStore(self.root / ".storyc" / "store")
        doubts = {key for key, state in states.items() if isinstance(state, InDoubt)}
        self.doubts = len(doubts)
        home = {key for key, state in states.items() if isinstance(state, Downloaded)}
        locked = {one.key for one in load_purchases(self.root / "story.lock") if one.assets}
        lost = [
            asset.sha256
            for state in states.values()
            if isinstance(state, Downloaded)
            for asset in state.assets
            if not store.has(asset.sha256)
        ]
        loose = [key for key, state in states.items() if isinstance(state, Planned | Intended | Failed)]
        checks = {
            f"charged more than once: {charged}": any(count > 1 for count in charged.values()),
            f"paid and neither at home nor in doubt: {charged.keys() - home - doubts}": not charged.keys()
            <= home | doubts,
            f"at home without being paid: {home - charged.keys()}": not home <= charged.keys(),
            f"{len(doubts)} in doubt after {self.crashes} crashes": len(doubts) > self.crashes,
            f"{len(home)} at home and {len(doubts)} in doubt of {self.requests}": len(home) + len(doubts)
            != self.requests,
            f"left between: {loose}": bool(loose),
            f"lost art: {lost}": bool(lost),
            f"not in story.lock: {home - locked}": not home <= locked,
            f"damaged: {list(store.verify())}": bool(list(store.verify())),
            f"ended with {code}": code != (5 if doubts else 0),
        }
        return [said for said, is_wrong in checks.items() if is_wrong]


def draw_deaths(random: Random, steps: int, whole_s: float) -> Sequence[Sequence[Death]]:
    """Return one to three rounds of builds that die at random, each of one or two builds at the same time."""

    def death() -> Death:
        if random.random() < 0.25:
            return Death(after_s=random.uniform(0.0, whole_s))
        return Death(step=random.randint(1, steps))

    rounds = random.choice((1, 1, 1, 2, 3))
    return [[death() for _ in range(random.choice((1, 1, 2)))] for _ in range(rounds)]
