"""What formatting changes, as a patch.

Formatting never joins, splits or moves a line; it only takes empty ones away and adds them. So lines are matched one by one,
in time proportional to their number, where a search for the shortest difference would take minutes for a long script.
"""

import re
from collections.abc import Iterator, Sequence

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
"""A line as `patch` knows it: only a line feed ends one."""
_CONTEXT = 2
_Line = tuple[str, str]
"""A mark, ` `, `-` or `+`, and a line with its end."""


def unified_diff(before: str, after: str, name: str) -> Iterator[str]:
    """Yield the lines of a unified difference between a script and what formatting makes of it; none if they are equal."""
    lines = list(_marked(_LINE.findall(before), _LINE.findall(after)))
    changed = [index for index, (mark, _) in enumerate(lines) if mark != " "]
    if not changed:
        return
    yield f"--- {name}\n"
    yield f"+++ {name} (formatted)\n"
    old = new = done = 0
    for first, last in _hunks(changed, len(lines)):
        old += first - done
        new += first - done
        removed = sum(mark != "+" for mark, _ in lines[first:last])
        added = sum(mark != "-" for mark, _ in lines[first:last])
        yield f"@@ -{_place(old, removed)} +{_place(new, added)} @@\n"
        for mark, line in lines[first:last]:
            yield mark + (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
        old, new, done = old + removed, new + added, last


def _marked(before: Sequence[str], after: Sequence[str]) -> Iterator[_Line]:
    """Yield all lines of both, those that are in both once; of neighbours that changed, the old ones first."""
    waiting: list[_Line] = []
    old = new = 0
    while old < len(before) or new < len(after):
        is_old_blank = old < len(before) and not before[old].strip()
        is_new_blank = new < len(after) and not after[new].strip()
        if old < len(before) and new < len(after) and before[old] == after[new]:
            yield from waiting
            waiting.clear()
            yield " ", before[old]
            old, new = old + 1, new + 1
            continue
        takes_old = new == len(after) or (old < len(before) and (is_old_blank or not is_new_blank))
        takes_new = old == len(before) or (new < len(after) and (is_new_blank or not is_old_blank))
        if takes_old:
            yield "-", before[old]
            old += 1
        if takes_new:
            waiting.append(("+", after[new]))
            new += 1
    yield from waiting


def _hunks(changed: Sequence[int], count: int) -> Iterator[tuple[int, int]]:
    """Yield where lines that changed begin and end, with those around them; near ones together."""
    first = last = changed[0]
    for index in changed[1:]:
        if index - last > 2 * _CONTEXT:
            yield max(first - _CONTEXT, 0), last + _CONTEXT + 1
            first = index
        last = index
    yield max(first - _CONTEXT, 0), min(last + _CONTEXT + 1, count)


def _place(start: int, count: int) -> str:
    """Return where lines of a file stand, as a patch says it."""
    begin = start + 1 if count else start
    return str(begin) if count == 1 else f"{begin},{count}"
