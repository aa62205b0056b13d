"""The parse tables of the language: those that the package was built with, or newer ones if the grammar changed."""

import importlib
import os
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any
from zlib import crc32

HERE = Path(__file__).parent
MAKING = HERE / "making.py"
CHECKOUT_GRAMMAR = HERE.parent.parent / "grammar" / "story.lark"
SHIPPED_GRAMMAR = HERE.parent / "_grammar" / "story.lark"

TABLE_SOURCES = (CHECKOUT_GRAMMAR, MAKING)
"""What a checkout makes the tables of, again as soon as one of them changes."""

Match = re.Match[str]


class Tables:
    """An LALR automaton over the lines of a script; `making.make_tables` says what each table holds."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self.start: int = tables["start"]
        self.end: int = tables["end"]
        self.rules: Sequence[tuple[str, int]] = tables["rules"]
        self.shifts: Sequence[Mapping[str, int]] = tables["shifts"]
        self.reduces: Sequence[int] = tables["reduces"]
        self.gotos: Sequence[Mapping[str, int]] = tables["gotos"]
        self.appends: Mapping[int, Mapping[str, int]] = tables["appends"]
        self.opens: Mapping[int, int] = tables["opens"]
        self.patterns: Mapping[str, str] = tables["kinds"]
        self._accepts: Sequence[Sequence[str]] = tables["accepts"]
        self._accepts_of: Sequence[int] = tables["accepts_of"]
        self._line: str = tables["line"]
        self._line_groups: Mapping[int, Sequence[str]] = tables["line_groups"]
        self._known_kinds: dict[tuple[int, int], tuple[Sequence[str], str | None]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}

    def accepts(self, state: int) -> Sequence[str]:
        """Return the kinds of line that may stand where the automaton is in a state, in the order they are tried."""
        accepted = self._accepts[self._accepts_of[state]]
        return [kind for kind in self.patterns if kind in accepted]

    @cached_property
    def line(self) -> re.Pattern[str]:
        """Return what matches any line: its last group says which of the common kinds the line fits first."""
        return re.compile(self._line)

    def tell(self, state: int, found: Match, group: int) -> tuple[str, Match, int]:
        """Return the kind of a line that `line` has matched, the match to take its pieces from, and the group that ends it.

        A place may take kinds that are not common, and not take all that are. The common kinds before the one that
        matched do not fit; so only what else stands before it, or must stand in for it, is still tried.
        """
        others, kind = self._kinds_of(state, group)
        for other in others:
            pattern = self._pattern(other)
            if match := pattern.match(found.string, found.start()):
                return other, match, pattern.groups
        assert kind is not None, f"no kind of line fits {found[0]!r} in state {state}"
        return kind, found, group

    def _kinds_of(self, state: int, group: int) -> tuple[Sequence[str], str | None]:
        """Return which kinds a line that ended a group may be of, in the order they are tried, and which it is else."""
        known = self._known_kinds.get((state, group))
        if known is None:
            ruled_out = {kind for ended, kinds in self._line_groups.items() if ended < group for kind in kinds}
            possible = [kind for kind in self.accepts(state) if kind not in ruled_out]
            fitting = next((kind for kind in possible if kind in self._line_groups[group]), None)
            known = possible if fitting is None else possible[: possible.index(fitting)], fitting
            self._known_kinds[state, group] = known
        return known

    def _pattern(self, kind: str) -> re.Pattern[str]:
        if kind not in self._patterns:
            self._patterns[kind] = re.compile(f"{self.patterns[kind]}()")
        return self._patterns[kind]


def grammar_path() -> Path:
    """Return where the grammar is: beside the package in a checkout, inside it when installed."""
    return CHECKOUT_GRAMMAR if CHECKOUT_GRAMMAR.is_file() else SHIPPED_GRAMMAR


def load_tables() -> Tables:
    """Return the tables of the grammar as it is now, making and keeping them first where a checkout's are old."""
    made = _made_tables()
    return Tables(_make_and_keep() if made is None or not _is_current(made) else made)


def _made_tables() -> Mapping[str, Any] | None:
    try:
        module = importlib.import_module("storyc.syntax._tables")
    except ImportError:  # a checkout in which nothing was made yet
        return None
    return {name.lower(): value for name, value in vars(module).items() if name.isupper()}


def _is_current(made: Mapping[str, Any]) -> bool:
    """Return whether tables were made from what a checkout would now make them from; installed ones always were."""
    try:
        sources = "".join(path.read_text("utf-8") for path in TABLE_SOURCES)
    except OSError:
        return True
    return bool(made.get("sources_crc32") == crc32(sources.encode()))


def _make_and_keep() -> Mapping[str, Any]:
    making = importlib.import_module("storyc.syntax.making")
    tables: Mapping[str, Any] = making.make_tables(grammar_path().read_text("utf-8"))
    fresh = HERE / f"_tables.{os.getpid()}.tmp"
    try:
        fresh.write_text(making.write_tables(tables), "utf-8")
        fresh.replace(HERE / "_tables.py")
    except OSError:  # a checkout that cannot be written to: make them again next time
        fresh.unlink(missing_ok=True)
    return tables
