"""What is open in an editor, the projects that it belongs to, and what is to be said about them. Nothing is written, sent or bought."""

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from storyc.diagnostics import Diagnostic
from storyc.errors import StorycError
from storyc.project import Config, find_project

from .kept import Kept
from .script import Script, make_script
from .shelf import Shelf
from .story import Look, Story
from .view import View

NOWHERE = Path(os.devnull)
"""The folder of texts that have none: nothing can lie below it."""


class Home(Struct, frozen=True):
    """Where a script belongs."""

    root: Path
    name: str
    """Relative to the root, POSIX."""
    config: Config
    trouble: str = ""
    """Why the project's settings cannot be used; empty if they can."""


class Found(Struct, frozen=True):
    """What was found out about a story, and where its files are."""

    root: Path
    look: Look


class Desk:
    """The open scripts."""

    def __init__(self) -> None:
        self._shelves: dict[Path, Shelf] = {}
        self._stories: dict[tuple[Path, str], Story] = {}
        self._homes: dict[Path, Home] = {}
        self._kept: dict[Path, Kept] = {}

    @property
    def opened(self) -> tuple[Path, ...]:
        """Return what is open."""
        return tuple(self._homes)

    def open(self, path: Path, text: str) -> Home:
        """Put a script on the desk, and return where it belongs."""
        home = self._homes[path] = _home(path)
        self._shelf(home).opened[home.name] = make_script(home.name, text)
        return home

    def script(self, path: Path) -> Script | None:
        """Return an open script; None if it is not open."""
        home = self._homes.get(path)
        return None if home is None else self._shelf(home).opened.get(home.name)

    def put(self, path: Path, script: Script) -> None:
        """Let an open script be another one."""
        home = self._homes[path]
        self._shelf(home).opened[home.name] = script

    def close(self, path: Path) -> None:
        """Take a script from the desk; what counts is on disk again."""
        home = self._homes.pop(path, None)
        # a file may be open under two names, one of which leads to the other
        if home is not None and home not in self._homes.values():
            self._shelf(home).opened.pop(home.name, None)

    def settle(self) -> None:
        """Look again where the open scripts belong: settings or files have changed."""
        opened = {path: script for path in self.opened if (script := self.script(path)) is not None}
        self._shelves.clear()
        self._stories.clear()
        self._homes.clear()
        for path, script in opened.items():
            home = self._homes[path] = _home(path)
            self._shelf(home).opened[home.name] = script.renamed(home.name)

    def view(self, path: Path) -> View | None:
        """Return what questions about an open script are answered from; None if it is not open."""
        home, script = self._homes.get(path), self.script(path)
        if home is None or script is None:
            return None
        kept = self._kept.setdefault(home.root, Kept())
        return View(script, self._look(home, {}), home.root, self._shelf(home).disk, home.config.data, kept)

    def findings(self) -> dict[Path, list[tuple[Found, Diagnostic]]]:
        """Return what is to be said about every file of the stories that are open, once each, with the story that it was found in."""
        found: dict[Path, list[tuple[Found, Diagnostic]]] = {}
        for story in self._stories_open():
            for name in story.look.scripts:
                found.setdefault(story.root / name, [])
            for said in story.look.diagnostics:
                there = found[story.root / said.primary.source]
                if all(said != known for other, known in there if other is not story):
                    there.append((story, said))
        return found

    def _stories_open(self) -> Iterator[Found]:
        looks: dict[tuple[Path, str], Look] = {}
        shown: set[tuple[Path, str]] = set()
        for home in self._homes.values():
            look = self._look(home, looks)
            key = home.root, next(iter(look.scripts))
            if key not in shown:
                shown.add(key)
                yield Found(home.root, look)

    def _shelf(self, home: Home) -> Shelf:
        return self._shelves.setdefault(home.root, Shelf(home.root))

    def _look(self, home: Home, looks: dict[tuple[Path, str], Look]) -> Look:
        """Return what is known of the story that a script belongs to: its project's if it is part of that, else its own.

        `looks` are those that were taken since something changed.
        """
        entry = _entry(home)
        if entry is not None and entry != home.name:
            try:
                look = self._look_at(home, entry, looks)
            except StorycError:
                pass  # the project's main script is gone; the open one is still there
            else:
                if home.name in look.scripts:
                    return look
        return self._look_at(home, home.name, looks)

    def _look_at(self, home: Home, entry: str, looks: dict[tuple[Path, str], Look]) -> Look:
        key = home.root, entry
        if key not in self._stories:
            self._stories[key] = Story(entry, self._shelf(home), home.config.data)
        if key not in looks:
            looks[key] = self._stories[key].look()
        return looks[key]


def _home(path: Path) -> Home:
    try:
        project = find_project(path)
    except StorycError as problem:
        return Home(path.parent, path.name, Config(), str(problem) if path.parent.is_dir() else "")
    return Home(project.root, project.entry, project.config)


def _entry(home: Home) -> str | None:
    """Return the main script of a project, None if nobody can say."""
    if home.config.entry is not None:
        return home.config.entry
    try:
        return find_project(home.root).entry
    except StorycError:
        return None
