"""Checks what a command names: what `storyc check` does when its arguments are understood."""

import sys
from collections.abc import Sequence

from storyc.diagnostics import Diagnostic, Severity
from storyc.errors import StorycError
from storyc.project import STDIN
from storyc.recall import Memory, Witness
from storyc.text import Source

from .arguments.stories import findings_text, read_part, shown, tell_what_was_read
from .terminal.reply import Reply, keep
from .terminal.screen import Screen

FOR_PEOPLE = ("full", "concise")
"""Forms that have nothing to print when nothing was found."""


def check(
    screen: Screen, memory: Memory | None, paths: Sequence[str], form: str = "full", stdin_filename: str | None = None
) -> int:
    """Write what is wrong with scripts, keep the answer in a memory if there is one, and return the exit code."""
    witness, reply = Witness(), Reply(screen)
    found: dict[Diagnostic, None] = {}
    sources: dict[str, Source] = {}
    meant: set[str] = set()
    unread = 0
    for path in paths or (".",):
        try:
            part = read_part(path, stdin_filename, witness)
        except StorycError as problem:  # the others may be read all the same
            screen.complain(problem)
            unread = problem.exit_code
            continue
        checked = shown(part.project, part.meant)
        meant |= tell_what_was_read(part, checked, reply)
        found.update(dict.fromkeys(checked.diagnostics))
        sources.update(checked.sources)
    if found or form not in FOR_PEOPLE:
        reply.print(findings_text(tuple(found), sources, screen, sys.stdout, form))
    elif meant:
        many = f"{len(meant)} files" if len(meant) > 1 else "1 file"
        reply.tell(f"{many} checked, nothing to say")
    answer = reply.give(unread or int(any(said.severity is not Severity.NOTE for said in found)))
    if memory is not None and not unread and STDIN not in paths:
        keep(memory, answer, witness)
    return answer.exit_code
