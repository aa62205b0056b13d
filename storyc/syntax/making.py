"""Makes the parse tables from the grammar: run when the package is built, and when a checkout's grammar is newer.

This is the only module that imports Lark, which costs more than reading a script does; everyone else reads the tables.
"""

import re
from hashlib import sha256
from pprint import pformat
from typing import Any

from lark import Lark
from lark.parsers.lalr_analysis import Shift

END = "$END"
INDENTATION = "[^\\S\r\n]*+"
Row = dict[str, int]
Lexer = tuple[str, tuple[tuple[str, str], ...]]


def make_lark(grammar: str) -> Lark:
    """Return stock Lark's parser of the grammar: the reference that the tables are tested against."""
    return Lark(grammar, parser="lalr", lexer="contextual", start="document", keep_all_tokens=True)


def make_tables(grammar: str) -> dict[str, Any]:
    """Return the tables of the grammar's LALR automaton as literals, equal for equal grammars.

    `start` and `end` are states. `rules` are (name, length). `actions` are a row a state, from a kind of line to the
    state to go on in or, inverted, to the rule to reduce by; `gotos` the same for names of rules. `appends` are the
    actions that do nothing but make a list longer. `lexers` are the kinds that may stand somewhere, with their regular
    expressions, in the order in which they are tried, behind what they all begin with; `lexer_of` is the lexer of a state, -1 where nothing is read.
    """
    lark = make_lark(grammar)
    automaton = lark.parser.parser._parse_table  # noqa: SLF001 - Lark saves its tables, but names no public reader
    start = automaton.start_states["document"]
    order = _in_order(automaton, start)
    number = {state: index for index, state in enumerate(order)}
    rules: list[Any] = []
    actions: list[Row] = []
    gotos: list[Row] = []
    for state in order:
        acts: Row = {}
        jumps: Row = {}
        for symbol, (action, target) in sorted(automaton.states[state].items()):
            if action is Shift:
                (acts if _is_kind(symbol) else jumps)[symbol] = number[target]
                continue
            if target not in rules:
                rules.append(target)
            acts[symbol] = ~rules.index(target)
        actions.append(acts)
        gotos.append(jumps)
    lexers, lexer_of = _lexers(lark, actions, number[start])
    return {
        "grammar_sha256": sha256(grammar.encode()).hexdigest(),
        "start": number[start],
        "end": number[automaton.end_states["document"]],
        "rules": tuple((str(rule.origin.name), len(rule.expansion)) for rule in rules),
        "actions": tuple(actions),
        "gotos": tuple(gotos),
        "appends": tuple(_appends(state, actions, gotos, rules) for state in range(len(actions))),
        "lexers": lexers,
        "lexer_of": lexer_of,
    }


def write_tables(tables: dict[str, Any]) -> str:
    """Return a Python module that holds the tables; equal tables give equal bytes."""
    lines = ['"""Made from grammar/story.lark; not to be edited."""', ""]
    lines += [f"{name.upper()} = {pformat(value, width=118, compact=True)}" for name, value in tables.items()]
    return "\n".join(lines) + "\n"


def _is_kind(symbol: str) -> bool:
    return symbol == END or symbol.isupper()


def _in_order(automaton: Any, start: int) -> list[int]:
    """Return the states in the order in which they are met; Lark's own numbers differ from run to run."""
    order = [start]
    for state in order:
        for _, (action, target) in sorted(automaton.states[state].items()):
            if action is Shift and target not in order:
                order.append(target)
    return order


def _lexers(lark: Lark, actions: list[Row], start: int) -> tuple[tuple[Lexer, ...], tuple[int, ...]]:
    kinds = sorted(lark.terminals, key=lambda terminal: (-terminal.priority, terminal.name))
    patterns = {kind.name: kind.pattern.to_regexp() for kind in kinds}
    for pattern in patterns.values():
        re.compile(pattern)
    read_at = {start}.union(*([state for kind, state in row.items() if state >= 0 and kind != END] for row in actions))
    lexers: list[Lexer] = []
    lexer_of = [-1] * len(actions)
    for state in sorted(read_at):
        lexer = _factored([(kind.name, patterns[kind.name]) for kind in kinds if kind.name in actions[state]])
        if lexer not in lexers:
            lexers.append(lexer)
        lexer_of[state] = lexers.index(lexer)
    return tuple(lexers), tuple(lexer_of)


def _factored(kinds: list[tuple[str, str]]) -> Lexer:
    """Return the white space that all the kinds begin with, once, and the kinds without it.

    Then each alternative begins with a character that the regex engine can tell at a glance, which halves the time.
    """
    if not all(pattern.startswith(INDENTATION) for _, pattern in kinds):
        return "", tuple(kinds)
    return INDENTATION, tuple((kind, pattern.removeprefix(INDENTATION)) for kind, pattern in kinds)


def _appends(state: int, actions: list[Row], gotos: list[Row], rules: list[Any]) -> Row:
    """Return, for the lines that only make a list longer, the state that follows.

    That is so where shifting the line leaves nothing to do but to reduce `list: list LINE`, and where all the states
    that the automaton can fall back to then go on in the same state.
    """
    found: Row = {}
    for kind, shifted in actions[state].items():
        if shifted < 0 or kind == END or gotos[shifted]:
            continue
        reductions = set(actions[shifted].values())
        reduction = reductions.pop()
        if reductions or reduction >= 0:
            continue
        rule = rules[~reduction]
        longer, parts = str(rule.origin.name), [str(part.name) for part in rule.expansion]
        if len(parts) == 2 and longer.startswith("_") and parts[0].startswith("_"):
            followers = {row[longer] for row in gotos if row.get(parts[0]) == state}
            if len(followers) == 1:
                found[kind] = followers.pop()
    return found
