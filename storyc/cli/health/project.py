"""The health of a project: its script, what it bought, and whether version control keeps that."""

import os
from itertools import islice
from pathlib import Path

from storyc.diagnostics import has_errors
from storyc.errors import FileError
from storyc.ledger import Memory, load_entries, load_takes, verify_memory
from storyc.planning import InDoubt
from storyc.project import Project, check_project, find_project

from .finding import Checks, guarded, ok, problem, warning
from .versioning import is_ignored, is_tracked

_MOST_COUNTED = 1_000


def look_at_project(path: str | None) -> Checks:
    """Yield what is to be said about the project of a path, or of this folder, where none need be."""
    try:
        project = find_project(Path(path or "."))
    except FileError as failure:
        if path is not None:
            raise
        yield warning("project", failure.message, failure.hint or "name a script, or a project's folder")
        return
    yield ok("project", f"{project.root}, script {project.entry}")
    yield from guarded("script", lambda: _look_at_script(project))
    memory = Memory(project.root)
    yield from _look_at_folder(memory)
    yield from guarded("ledger", lambda: _look_at_ledger(memory))
    yield from guarded("story.lock", lambda: _look_at_lock(memory))
    yield from guarded("art", lambda: _look_at_art(memory))


def _look_at_script(project: Project) -> Checks:
    found = check_project(project).diagnostics
    how = f"{len(found)} {'finding' if len(found) == 1 else 'findings'}" if found else "nothing to say"
    if has_errors(found):
        yield problem("script", f"{how}, errors among them", "`storyc check` shows them")
    else:
        yield ok("script", how)


def _look_at_folder(memory: Memory) -> Checks:
    folder = memory.folder if memory.folder.exists() else memory.root
    if not folder.is_dir():
        yield problem("folder", f"{folder} is no folder", "move it away; builds keep what they bought there")
    elif not os.access(folder, os.W_OK | os.X_OK):
        yield problem("folder", f"{folder} cannot be written to", "builds keep there what they bought")
    elif is_ignored(memory.root, ".storyc/") is False:
        yield warning("folder", "version control sees .storyc", "write `/.storyc/` into .gitignore")
    else:
        yield ok("folder", f"{folder} can be written to")


def _look_at_ledger(memory: Memory) -> Checks:
    entries = load_entries(memory)
    doubts = [entry for entry in entries if isinstance(entry.state, InDoubt)]
    yield ok("ledger", f"{len(entries)} on record" if entries else "nothing was bought here")
    if doubts:
        text = f"{len(doubts)} perhaps paid for, and not sent again"
        yield problem("in doubt", text, "`storyc state list` shows them, `storyc state resolve` settles them")


def _look_at_lock(memory: Memory) -> Checks:
    name = memory.story_lock.name
    if not memory.story_lock.exists():
        yield ok(name, "none yet: nothing that was paid for is at home")
        if is_ignored(memory.root, name):
            yield warning(
                name, "version control will ignore it", "take it out of .gitignore: it says what was paid for"
            )
        return
    count = len(load_takes(memory.story_lock))
    if is_ignored(memory.root, name):
        yield warning(name, "version control ignores it", "take it out of .gitignore: other clones would buy again")
    elif is_tracked(memory.root, name) is False:
        yield warning(name, "version control does not have it", f"say: git add {name}; other clones would buy again")
    else:
        yield ok(name, f"{count} {'purchase' if count == 1 else 'purchases'}")


def _look_at_art(memory: Memory) -> Checks:
    damages = list(islice(verify_memory(memory), _MOST_COUNTED))
    if damages:
        yield problem("art", f"{len(damages)} files missing or damaged", "`storyc state verify` shows them")
    else:
        yield ok("art", f"{sum(1 for _ in memory.store.files())} files as they should be")
