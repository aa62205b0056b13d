"""Makes the parse tables from the grammar: run when the package is built, and when a checkout's grammar is newer.

This is the only module that imports Lark, which costs more than reading a script does; everyone else reads the tables.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from pprint import pformat
from typing import Any
from zlib import crc32

from lark import Lark
from lark.parsers.lalr_analysis import Shift

END = "$END"
INDENTATION = "[^\\S\n]*+"
Row = dict[str, int]


def make_lark(grammar: str) -> Lark:
    """Return stock Lark's parser of the grammar: the reference that the tables are tested against."""
    return Lark(grammar, parser="lalr", lexer="contextual", start="document", keep_all_tokens=True)


def make_tables(grammar: str) -> dict[str, Any]:
    """Return the tables of the grammar's LALR automaton as literals, equal for equal grammars.

    `sources_crc32` tells them from tables that were made of something else. `start` and `end` are states. `rules` are
    names, each with the number of its parts. `shifts` say for each state which kinds of line take the automaton to
    which state, and `gotos` the same for the names of rules; where a kind is not among the shifts of a state, the one
    rule in `reduces` is applied. `accepts` are the sets of kinds that may stand somewhere, and `accepts_of` is which of
    them a state takes. Two short cuts: `appends` are the shifts that do nothing but make a list longer, with the state
    that follows; in the states of `opens` there is nothing to do, whatever follows, but to begin a list, and they too
    have the state that follows.

    `kinds` are the kinds of line with their regular expressions, in the order in which they are tried. `line` is one
    expression for those that may stand in a panel, where nearly all lines stand, and `line_groups` says for its last
    group which of them have matched.
    """
    lark = make_lark(grammar)
    automaton = Automaton(lark)
    kinds = sorted(lark.terminals, key=lambda kind: (-kind.priority, kind.name))
    patterns = {kind.name: kind.pattern.to_regexp() for kind in kinds}
    appends = automaton.appends()
    opens = automaton.opens()
    common = automaton.kinds_in(opens[automaton.shifted_by("PANEL")], appends)
    line, line_groups = _common_line({kind: pattern for kind, pattern in patterns.items() if kind in common})
    accepts = sorted({tuple(sorted(kinds)) for kinds in automaton.accepts})
    return {
        "sources_crc32": crc32((grammar + Path(__file__).read_text("utf-8")).encode()),
        "start": 0,
        "end": automaton.end,
        "rules": tuple((_made(rule), len(_parts(rule))) for rule in automaton.rules),
        "shifts": tuple(automaton.shifts),
        "reduces": tuple(automaton.reduces),
        "gotos": tuple(automaton.gotos),
        "accepts": tuple(accepts),
        "accepts_of": tuple(accepts.index(tuple(sorted(kinds))) for kinds in automaton.accepts),
        "appends": appends,
        "opens": opens,
        "kinds": patterns,
        "line": line,
        "line_groups": line_groups,
    }


def write_tables(tables: Mapping[str, Any]) -> str:
    """Return a Python module that holds the tables; equal tables give equal bytes."""
    lines = ['"""Made from grammar/story.lark; not to be edited."""', "", "from typing import Any", ""]
    lines += [
        f"{name.upper()}: Any = {pformat(value, width=118, compact=True, sort_dicts=False)}"
        for name, value in tables.items()
    ]
    return "\n".join(lines) + "\n"


def _common_line(kinds: Mapping[str, str]) -> tuple[str, dict[int, tuple[str, ...]]]:
    """Return an expression for some kinds of line, and the kinds that each of its last groups stands for.

    What they all begin with is written once, and a group that is always empty ends each of them: so each begins with a
    character that the regex engine can rule out at a glance, which halves the time.
    """
    assert all(pattern.startswith(INDENTATION) for pattern in kinds.values())
    alternatives: list[str] = []
    groups: dict[int, tuple[str, ...]] = {}
    last = 0
    for pattern in dict.fromkeys(kinds.values()):
        alternatives.append(f"{pattern.removeprefix(INDENTATION)}()")
        last += re.compile(pattern).groups + 1
        groups[last] = tuple(kind for kind in kinds if kinds[kind] == pattern)
    return f"{INDENTATION}(?:{'|'.join(alternatives)})", groups


def _is_list(symbol: str) -> bool:
    return symbol.startswith("_")


def _made(rule: Any) -> str:
    return str(rule.origin.name)


def _parts(rule: Any) -> list[str]:
    return [str(part.name) for part in rule.expansion]


class Automaton:
    """Lark's automaton with its states in the order in which they are met, from 0; Lark's own numbers are random."""

    def __init__(self, lark: Lark) -> None:
        made = lark.parser.parser._parse_table  # noqa: SLF001 - Lark saves its tables, but names no public reader
        order: list[Any] = [made.start_states["document"]]
        for met in order:
            following = [made.states[met][symbol] for symbol in sorted(made.states[met])]
            order += dict.fromkeys(target for action, target in following if action is Shift and target not in order)
        number = {state: index for index, state in enumerate(order)}
        self.end = number[made.end_states["document"]]
        self.rules: list[Any] = []
        self.shifts: list[Row] = []
        self.gotos: list[Row] = []
        self.reduces: list[int] = []
        self.accepts: list[set[str]] = []
        for state in order:
            row = sorted(made.states[state].items())
            shifts = {symbol: number[target] for symbol, (action, target) in row if action is Shift}
            rules = list(dict.fromkeys(target for _, (action, target) in row if action is not Shift))
            assert len(rules) <= 1, "two rules could be applied here; the tables have room for one"
            self.rules += (rule for rule in rules if rule not in self.rules)
            self.reduces.append(self.rules.index(rules[0]) if rules else -1)
            self.shifts.append({symbol: to for symbol, to in shifts.items() if symbol.isupper()})
            self.gotos.append({symbol: to for symbol, to in shifts.items() if not symbol.isupper()})
            self.accepts.append({symbol for symbol, _ in row if symbol.isupper()} - {END})

    def shifted_by(self, kind: str) -> int:
        """Return the state that a kind of line leads to, which must be one wherever it stands."""
        (state,) = {row[kind] for row in self.shifts if kind in row}
        return state

    def appends(self) -> dict[int, Row]:
        """Return, for each state, what follows the lines that only make a list longer.

        That is so where shifting the line leaves nothing to do but to reduce `list: list LINE`, where all the states
        that the automaton can fall back to then go on in the same state, and where that state takes the same kinds.
        """
        found: dict[int, Row] = {}
        for state, row in enumerate(self.shifts):
            for kind, shifted in row.items():
                if self.shifts[shifted] or not _is_list(_made(rule := self.rules[self.reduces[shifted]])):
                    continue
                parts = _parts(rule)
                if len(parts) == 2 and _is_list(parts[0]):
                    following = {gotos[_made(rule)] for gotos in self.gotos if gotos.get(parts[0]) == state}
                    if len(following) == 1 and self._same_kinds(shifted, min(following)):
                        found.setdefault(state, {})[kind] = min(following)
        return found

    def opens(self) -> dict[int, int]:
        """Return, for the states where all there is to do is to begin a list, what follows them."""
        found: dict[int, int] = {}
        for state, row in enumerate(self.shifts):
            if not row and not _parts(rule := self.rules[self.reduces[state]]) and _is_list(_made(rule)):
                following = self.gotos[state][_made(rule)]
                if self._same_kinds(state, following):
                    found[state] = following
        return found

    def kinds_in(self, state: int, appends: Mapping[int, Row]) -> set[str]:
        """Return the kinds of line that may stand in a state or in those that follow it by a longer list."""
        states = [state]
        for met in states:
            states += (following for following in appends[met].values() if following not in states)
        return set().union(*(self.accepts[met] for met in states))

    def _same_kinds(self, one: int, other: int) -> bool:
        return self.accepts[one] == self.accepts[other]
