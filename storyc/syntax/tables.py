"""The parse tables of the language: those that the package was built with, or newer ones if the grammar changed."""

import importlib
import os
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

try:
    from . import _tables as made_tables  # type: ignore[attr-defined, unused-ignore]
except ImportError:  # a checkout that nothing was built in yet
    made_tables = None

HERE = Path(__file__).parent
CHECKOUT_GRAMMAR = HERE.parent.parent / "grammar" / "story.lark"
SHIPPED_GRAMMAR = HERE.parent / "_grammar" / "story.lark"

Matcher = Callable[[str, int], "re.Match[str] | None"]


class Tables:
    """An LALR automaton over the lines of a script; `making.make_tables` says what each table holds."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self.start: int = tables["start"]
        self.end: int = tables["end"]
        self.rules: Sequence[tuple[str, int]] = tables["rules"]
        self.actions: Sequence[Mapping[str, int]] = tables["actions"]
        self.gotos: Sequence[Mapping[str, int]] = tables["gotos"]
        self.appends: Sequence[Mapping[str, int]] = tables["appends"]
        self.lexers: Sequence[tuple[str, Sequence[tuple[str, str]]]] = tables["lexers"]
        self.lexer_of: Sequence[int] = tables["lexer_of"]
        self._matchers: dict[int, Matcher] = {}

    def matcher(self, state: int) -> Matcher:
        """Return what matches one line in a state; the name of the match's last group is the kind of line."""
        lexer = self.lexer_of[state]
        if lexer not in self._matchers:
            prefix, kinds = self.lexers[lexer]
            alternatives = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds)
            self._matchers[lexer] = re.compile(f"{prefix}(?:{alternatives})").match
        return self._matchers[lexer]

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Return the names of all kinds of line."""
        return frozenset(kind for _, kinds in self.lexers for kind, _ in kinds)


def grammar_path() -> Path:
    """Return where the grammar is: beside the package in a checkout, inside it when installed."""
    return CHECKOUT_GRAMMAR if CHECKOUT_GRAMMAR.is_file() else SHIPPED_GRAMMAR


def _is_current(made: ModuleType) -> bool:
    """Return whether no grammar in a checkout was changed after its tables were made."""
    try:
        changed = os.stat(CHECKOUT_GRAMMAR).st_mtime_ns
    except OSError:
        return True
    return made.__file__ is not None and os.stat(made.__file__).st_mtime_ns >= changed


def load_tables() -> Tables:
    """Return the tables of the grammar as it is now, making and keeping them first where a checkout's are old."""
    if made_tables is not None and _is_current(made_tables):
        return Tables({name.lower(): value for name, value in vars(made_tables).items() if name.isupper()})
    making = importlib.import_module("storyc.syntax.making")
    tables = making.make_tables(grammar_path().read_text(encoding="utf-8"))
    target = HERE / "_tables.py"
    fresh = target.with_name(f"_tables.{os.getpid()}.tmp")
    try:
        fresh.write_text(making.write_tables(tables), encoding="utf-8")
        os.replace(fresh, target)
    except OSError:  # a checkout that cannot be written to: make them again next time
        fresh.unlink(missing_ok=True)
    return Tables(tables)
