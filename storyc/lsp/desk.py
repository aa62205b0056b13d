"""What is open in an editor, the projects that it belongs to, and what is to be said about them. Nothing is written, sent or bought."""

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from storyc.diagnostics import Diagnostic
from storyc.errors import StorycError
from storyc.project import Config, Project, find_project, hosts

from .script import Script, make_script
from .shelf import Shelf
from .story import Look, Story
from .view import Kept, View

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
    hosts: tuple[Project, ...] = ()
    """The projects whose main script seems to include it, the one that counts first."""

    @property
    def roots(self) -> frozenset[Path]:
        """Return where all stories lie that it may be a part of."""
        return frozenset((self.root, *(host.root for host in self.hosts)))

    def name_below(self, root: Path) -> str:
        """Return its name in one of those."""
        return (self.root / self.name).relative_to(root).as_posix()


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
        self._kept: dict[tuple[Path, str], Kept] = {}

    @property
    def opened(self) -> tuple[Path, ...]:
        """Return what is open."""
        return tuple(self._homes)

    def open(self, path: Path, text: str) -> Home:
        """Put a script on the desk, and return where it belongs."""
        home = self._homes[path] = _home(path)
        self.put(path, make_script(home.name, text))
        return home

    def script(self, path: Path) -> Script | None:
        """Return an open script; None if it is not open."""
        home = self._homes.get(path)
        return None if home is None else self._shelf(home.root).opened.get(home.name)

    def place(self, path: Path) -> Path | None:
        """Return where the file of an open script lies, whatever link led to it; None if it is not open."""
        home = self._homes.get(path)
        return None if home is None else home.root / home.name

    def put(self, path: Path, script: Script) -> None:
        """Let an open script be another one."""
        home = self._homes[path]
        for root in home.roots:
            name = home.name_below(root)
            self._shelf(root).opened[name] = script if script.name == name else script.renamed(name)

    def close(self, path: Path) -> None:
        """Take a script from the desk; what counts is on disk again."""
        home = self._homes.pop(path, None)
        # a file may be open under two names, one of which leads to the other
        if home is not None and all((home.root, home.name) != (one.root, one.name) for one in self._homes.values()):
            for root in home.roots:
                self._shelf(root).opened.pop(home.name_below(root), None)

    def settle(self) -> None:
        """Look again where the open scripts belong: settings or files have changed."""
        opened = {path: script for path in self.opened if (script := self.script(path)) is not None}
        self._shelves.clear()
        self._stories.clear()
        self._homes.clear()
        for path, script in opened.items():
            self._homes[path] = _home(path)
            self.put(path, script)

    def settle_parts(self) -> None:
        """Look again which stories the open scripts are a part of: somebody may include them now."""
        if any(home != _home(path) for path, home in self._homes.items()):
            self.settle()

    def view(self, path: Path) -> View | None:
        """Return what questions about an open script are answered from; None if it is not open."""
        home = self._homes.get(path)
        return None if home is None else self._view(home, *self._look(home, {}))

    def views(self, path: Path) -> Iterator[View]:
        """Yield the same for each story that a script is a part of, open or not, the one that counts first.

        A story is looked at when its turn comes, and then as a whole.
        """
        home = self._homes.get(path) or _home(path)
        try:
            for root, look in self._looks(home, {}):
                yield self._view(home, root, look)
        except StorycError:  # the file is gone
            return

    def _view(self, home: Home, root: Path, look: Look) -> View:
        kept = self._kept.setdefault((root, look.entry), Kept())
        script = look.scripts[home.name_below(root)]
        return View(script, look, root, self._shelf(root).disk, home.config, kept)

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

    def findings_of(self, folder: Path) -> dict[Path, list[tuple[Found, Diagnostic]]]:
        """Return what is to be said about the files of the project in a folder; nothing if there is none."""
        try:
            project = find_project(folder)
            look = self._look_at(project, {})
        except StorycError:
            return {}
        story = Found(project.root, look)
        found: dict[Path, list[tuple[Found, Diagnostic]]] = {story.root / name: [] for name in look.scripts}
        for said in look.diagnostics:
            found[story.root / said.primary.source].append((story, said))
        return found

    def _stories_open(self) -> Iterator[Found]:
        looks: dict[tuple[Path, str], Look] = {}
        shown: set[tuple[Path, str]] = set()
        for home in self._homes.values():
            root, look = self._look(home, looks)
            key = root, look.entry
            if key not in shown:
                shown.add(key)
                yield Found(root, look)

    def _shelf(self, root: Path) -> Shelf:
        return self._shelves.setdefault(root, Shelf(root))

    def _look(self, home: Home, looks: dict[tuple[Path, str], Look]) -> tuple[Path, Look]:
        """Return where the story lies that a script belongs to, and what is known of it: one that includes it, else its own.

        `looks` are those that were taken since something changed.
        """
        return next(self._looks(home, looks))

    def _looks(self, home: Home, looks: dict[tuple[Path, str], Look]) -> Iterator[tuple[Path, Look]]:
        """Yield the same for each story that includes a script; for its own if there is none."""
        is_part = False
        for host in home.hosts:
            try:
                look = self._look_at(host, looks)
            except StorycError:
                continue  # its main script is gone; the open one is still there
            if home.name_below(host.root) in look.scripts:
                is_part = True
                yield host.root, look
        if not is_part:
            yield home.root, self._look_at(Project(home.root, home.name, home.config), looks)

    def _look_at(self, project: Project, looks: dict[tuple[Path, str], Look]) -> Look:
        key = project.root, project.entry
        if key not in self._stories:
            self._stories[key] = Story(project.entry, self._shelf(project.root), project.config.data)
        if key not in looks:
            looks[key] = self._stories[key].look()
        return looks[key]


def _home(path: Path) -> Home:
    try:
        project = find_project(path)
        return Home(project.root, project.entry, project.config, hosts=tuple(hosts(project)))
    except StorycError as problem:
        return Home(path.parent, path.name, Config(), str(problem) if path.parent.is_dir() else "")
