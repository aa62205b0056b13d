"""Whole commands from start to exit, against a Python that starts and does nothing."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.measure import Target, ratio, report, time_programs
from tests.benchmarks.script_maker import make_script

PAGES = 10
ROUNDS = 15
COMMAND = "import os, sys; os.environ['STORYC_CACHE_HOME'] = {}; from storyc.cli.main import main; sys.exit(main())"
"""What the script that pip installs does; `python -m` would add the cost of finding the module."""
ANEW = ["-c", COMMAND.format("f'cache-{os.getpid()}'")]
"""With no answers from before: every process has a folder of its own to keep its answer in."""
AGAIN = ["-c", COMMAND.format("'cache'")]
PROGRAMS = {
    "start": ["-c", "pass"],
    "check": [*ANEW, "check", "short.story"],
    "with options": [*ANEW, "check", "--output-format", "concise", "short.story"],
    "unchanged": [*AGAIN, "check", "short.story"],
    "help": [*ANEW, "--help"],
    "compile": [*ANEW, "compile", "short.story"],
}


def main() -> None:
    """Print the ratios."""
    with TemporaryDirectory() as folder:
        Path(folder, "short.story").write_text(make_script(PAGES), "utf-8")
        times = time_programs(PROGRAMS, folder=Path(folder), rounds=ROUNDS)
    report(f"check, {PAGES} pages", ratio(times, "check", "start"), "× start", Target(8, 3.5))
    report("the same with options", ratio(times, "with options", "start"), "× start", Target(8, 3.5))
    report("the same, unchanged", ratio(times, "unchanged", "start"), "× start", Target(8, 1.5))
    report("--help", ratio(times, "help", "start"), "× start", Target(6, 3))
    report(f"compile, {PAGES} pages", ratio(times, "compile", "start"), "× start")


if __name__ == "__main__":
    main()
