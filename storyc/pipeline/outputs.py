"""The files that a build leaves: a page for people, a page for code hosts, and the art beside them.

Names come from page and panel numbers. A file that already says the right thing is not touched, so that nothing downstream believes that
it changed; art of an earlier build that nothing shows any more is taken away, if nobody has changed it since.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Final

from storyc.disk import unwritable, write_atomically
from storyc.planning import art_folder
from storyc.project import Project

from .stamp import Output, Stamp, is_untouched

_HTML_NAME: Final = "storyboard.html"
_MARKDOWN_NAME: Final = "storyboard.md"


class Outputs:
    """The files of one build, written as they become known."""

    def __init__(self, project: Project, before: Stamp | None) -> None:
        self._root = project.root
        self.folder = project.build_folder
        """Relative to the root, POSIX, as are all paths here."""
        self.html_path = f"{self.folder}/{_HTML_NAME}"
        self.markdown_path = f"{self.folder}/{_MARKDOWN_NAME}"
        self.way_up = "/".join(".." for _ in self.folder.split("/"))
        """From the pages to the project's root."""
        self._before: Mapping[str, Output] = {output.path: output for output in before.outputs} if before else {}
        self._written: dict[str, Output] = {}

    def has(self, path: str, digest: str) -> bool:
        """Whether a file already holds the content with this SHA-256; if so it counts as written."""
        output = self._before.get(path)
        if output is None or output.sha256 != digest or not is_untouched(output, self._root):
            return False
        self._note(path, digest)
        return True

    def write(self, path: str, content: bytes) -> None:
        """Write a file unless it holds this content already. Raises: FileError."""
        digest = sha256(content).hexdigest()
        if not self.has(path, digest):
            write_atomically(self._root / path, content, is_durable=False)
            self._note(path, digest)

    def finish(self) -> tuple[Output, ...]:
        """Take away what an earlier build wrote and this one did not, and return what there is, by path."""
        art = f"{art_folder(self.folder)}/"
        for path, output in self._before.items():
            if path not in self._written and path.startswith(art) and is_untouched(output, self._root):
                try:
                    (self._root / path).unlink(missing_ok=True)
                except OSError as problem:
                    raise unwritable(self._root / path, problem) from problem
        return tuple(self._written[path] for path in sorted(self._written))

    def _note(self, path: str, digest: str) -> None:
        found = (self._root / path).stat()
        self._written[path] = Output(path, found.st_size, found.st_mtime_ns, digest)
