"""Runs the automaton over the lines of a text.

The usual LALR loop, with one short cut: where shifting a line leaves nothing to do but to make a list longer, which is
so for nine lines of ten, that is done at once. Every text is accepted: wherever a line may begin, the grammar has kinds
that fit any line.
"""

from collections.abc import Callable, Mapping
from re import Match
from typing import Any

from .tables import Tables

MakeLine = Callable[[Match[str], int], Any]
MakeNode = Callable[[list[Any]], Any]


def run(tables: Tables, text: str, lines: Mapping[str, MakeLine], nodes: Mapping[str, MakeNode]) -> Any:
    """Return what `nodes` makes of the text, which must be empty or end with a line end.

    `lines` makes a value from a line by its kind, `nodes` one from the values of a rule by its name. A line is a match
    and the number of the group that ends it. Rules whose name begins with an underscore make lists, which dissolve into
    the rule above.
    """
    stack = _Stack(tables, nodes)
    state = tables.start
    # For a state and the group that ends a line, if such a line only makes a list longer: what makes a value of it, and
    # the state that follows. The first line of each sort says so.
    short_cuts: list[list[tuple[MakeLine, int] | None]] = [[None] * (tables.line.groups + 1) for _ in tables.reduces]
    open_list: list[Any] = []
    for found in tables.line.finditer(text):
        group: int = found.lastindex  # type: ignore[assignment] # every kind ends with a group
        short_cut = short_cuts[state][group]
        if short_cut is not None:
            make, state = short_cut
            open_list.append(make(found, group))
            continue
        kind, told, end = tables.tell(state, found, group)
        make = lines[kind]
        following = tables.appends.get(state, {}).get(kind)
        if following is None:
            stack.states[-1] = state
            stack.shift(kind, make(told, end))
            state, open_list = stack.states[-1], stack.values[-1]
        else:
            if told is found:
                short_cuts[state][group] = (make, following)
            open_list.append(make(told, end))
            state = following
    stack.states[-1] = state
    return stack.finish()


class _Stack:
    """The states that the automaton has gone through and not left again, and the value that took it to each."""

    def __init__(self, tables: Tables, nodes: Mapping[str, MakeNode]) -> None:
        self.states = [tables.start]
        self.values: list[Any] = [None]
        self._end = tables.end
        self._shifts = tables.shifts
        self._opens = tables.opens
        self._gotos = tables.gotos
        rules = [(name, length, _as_it_is if name[0] == "_" else nodes[name]) for name, length in tables.rules]
        self._reductions = [rules[rule] for rule in tables.reduces]

    def shift(self, kind: str, line: Any) -> None:
        """Add a line, after all the reductions that it calls for."""
        states, values = self.states, self.values
        while (state := self._shifts[states[-1]].get(kind)) is None:
            self._reduce()
        states.append(state)
        values.append(line)
        following = self._opens.get(state)
        if following is not None:
            states.append(following)
            values.append([])

    def finish(self) -> Any:
        """Return the value of the whole text."""
        while self.states[-1] != self._end:
            self._reduce()
        return self.values[-1]

    def _reduce(self) -> None:
        """Replace the parts of a rule, which are the last values, by what is made of them."""
        states, values = self.states, self.values
        name, length, make = self._reductions[states[-1]]
        first = len(values) - length
        parts: list[Any] = []
        for value in values[first:]:
            if type(value) is not list:
                parts.append(value)
            elif parts:
                parts += value
            else:
                parts = value
        del values[first:], states[first:]
        values.append(make(parts))
        states.append(self._gotos[states[-1]][name])


def _as_it_is(parts: list[Any]) -> list[Any]:
    return parts
