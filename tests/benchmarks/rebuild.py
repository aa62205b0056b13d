"""A build that finds nothing to do, against a check of the same script: what an author waits for after changing a comment."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.measure import Target, ratio, report, time_programs
from tests.benchmarks.script_maker import PANELS_PER_PAGE, make_script

PANELS = 1_000
ROUNDS = 9
PROGRAMS = {
    "check": ["-m", "storyc", "check", "long.story"],
    "build": ["-m", "storyc", "build", "long.story", "--backend", "draft", "--no-input"],
}


def main() -> None:
    """Print the ratio; the round that is not counted draws every panel."""
    with TemporaryDirectory() as folder:
        Path(folder, "long.story").write_text(make_script(PANELS // PANELS_PER_PAGE), "utf-8")
        Path(folder, "storyc.toml").touch()
        times = time_programs(PROGRAMS, folder=Path(folder), rounds=ROUNDS)
    report(f"second build, {PANELS:,} panels", ratio(times, "build", "check"), "× check", Target(3, 1.5))


if __name__ == "__main__":
    main()
