"""Runs the automaton over the lines of a text.

The usual LALR loop, with one short cut: where shifting a line leaves nothing to do but to make a list longer, which is
so for nine lines of ten, that is done at once (`Tables.appends`). Every text is accepted: wherever a line may begin,
the grammar has kinds that fit any line.
"""

from collections.abc import Callable, Mapping
from re import Match
from typing import Any

from .tables import Tables

MakeLine = Callable[[Match[str]], Any]
MakeNode = Callable[[list[Any]], Any]


def run(tables: Tables, text: str, lines: Mapping[str, MakeLine], nodes: Mapping[str, MakeNode]) -> Any:
    """Return what `nodes` makes of the text, which must be empty or end with a line end.

    `lines` makes a value from a line by its kind, `nodes` one from the values of a rule by its name. Rules whose name
    begins with an underscore make lists, which dissolve into the rule above.
    """
    rules, actions, gotos, appends = tables.rules, tables.actions, tables.gotos, tables.appends
    matcher = tables.matcher
    matchers: dict[int, Callable[[str, int], Match[str] | None]] = {}
    state, accepted = tables.start, tables.end
    states = [state]
    values: list[Any] = []
    at, end = 0, len(text)
    while True:
        if at < end:
            match = matchers.get(state)
            if match is None:
                match = matchers[state] = matcher(state)
            found = match(text, at)
            assert found is not None, (state, text[at : at + 80])
            kind = found.lastgroup
            assert kind is not None
            line = lines[kind](found)
            at = found.end()
            following = appends[state].get(kind)
            if following is not None:
                values[-1].append(line)
                states[-1] = state = following
                continue
        else:
            kind, line = "$END", None
        while (action := actions[state][kind]) < 0:
            name, length = rules[~action]
            if length:
                parts = values[-length:]
                del values[-length:], states[-length:]
                gathered: list[Any] = parts[0] if type(parts[0]) is list else [parts[0]]
                for part in parts[1:]:
                    if type(part) is list:
                        gathered.extend(part)
                    else:
                        gathered.append(part)
            else:
                gathered = []
            values.append(gathered if name[0] == "_" else nodes[name](gathered))
            state = gotos[states[-1]][name]
            states.append(state)
            if state == accepted:
                return values[-1]
        state = action
        states.append(state)
        values.append(line)
