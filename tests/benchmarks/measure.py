"""Measuring by ratios: interleaved rounds, reversed every other time, CPU time, the median of the rounds' ratios."""

from collections.abc import Callable, Mapping
from os import environ
from pathlib import Path
from re import compile as regex
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from subprocess import run
from sys import executable, stdout
from time import process_time
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
LINE = regex(r"\s*(?:(?P<heading>PAGES?|PANEL)\b.*|(?P<label>[^:]+):(?P<text>.*)|(?P<prose>.*))")
Times = Mapping[str, list[float]]
"""Seconds of CPU time by name of what was timed, one a round."""


class Target(NamedTuple):
    """What a ratio should not exceed: at first, and in the end."""

    bar: float
    goal: float


def scan(text: str) -> list[object]:
    """Return a match for each line: the least that reading a script by lines can cost."""
    match = LINE.match
    return [match(line) for line in text.splitlines()]


def time_calls(calls: Mapping[str, Callable[[], object]], *, rounds: int) -> Times:
    """Return the CPU time of each call in each round, after one round that is not counted."""
    return _interleave({name: _timed(call) for name, call in calls.items()}, rounds)


def time_programs(programs: Mapping[str, list[str]], *, folder: Path, rounds: int) -> Times:
    """Return the CPU time, user and system, of each Python command line in each round, after one that is not counted."""
    return _interleave({name: _timed_program(arguments, folder) for name, arguments in programs.items()}, rounds)


def ratio(times: Times, of: str, to: str) -> float:
    """Return the median over the rounds of the ratio between two things timed."""
    return median(one / other for one, other in zip(times[of], times[to], strict=True))


def report(what: str, found: float, unit: str, target: Target | None = None) -> None:
    """Print one figure, and beside it whether it reaches its target."""
    verdict = "" if target is None else f"bar {target.bar:g}, goal {target.goal:g}: {_verdict(found, target)}"
    stdout.write(f"{what:<44}{found:>9.2f} {unit:<10} {verdict}".rstrip() + "\n")


def _verdict(found: float, target: Target) -> str:
    return "goal reached" if found <= target.goal else "within the bar" if found <= target.bar else "MISSED"


def _interleave(timed: Mapping[str, Callable[[], float]], rounds: int) -> Times:
    times: dict[str, list[float]] = {name: [] for name in timed}
    for number in range(rounds + 1):
        for name in reversed(times) if number % 2 else times:
            seconds = timed[name]()
            if number:
                times[name].append(seconds)
    return times


def _timed(call: Callable[[], object]) -> Callable[[], float]:
    def seconds() -> float:
        start = process_time()
        call()
        return process_time() - start

    return seconds


def _timed_program(arguments: list[str], folder: Path) -> Callable[[], float]:
    # Without compiled modules every start would measure the compiler of Python.
    shell = {name: value for name, value in environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    shell["PYTHONPATH"] = str(ROOT)

    def seconds() -> float:
        before = getrusage(RUSAGE_CHILDREN)
        run([executable, *arguments], cwd=folder, env=shell, check=True, capture_output=True)
        after = getrusage(RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return seconds
