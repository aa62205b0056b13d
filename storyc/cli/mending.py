"""Fixes, applied to the scripts of a story: what `lint --fix` writes and `lint --diff` shows."""

from collections.abc import Callable, Mapping, Sequence
from difflib import unified_diff
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from msgspec import Struct

from storyc.diagnostics import Diagnostic, apply_fixes
from storyc.errors import FileError
from storyc.project import Checked, Project, check_sources
from storyc.text import DiskFiles, Files

MOST_ROUNDS = 10
"""A fix may lay open another one; fixes that never come to an end are a mistake of ours that must not hang a command."""
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Mending(Struct, frozen=True):
    """A story after its fixes."""

    checked: Checked
    texts: Mapping[str, tuple[str, str]]
    """By the names of the sources that have changed: their texts before and after."""
    fixes: int
    """How many were applied."""


def mend(
    project: Project, checked: Checked, find: Callable[[Checked], Sequence[Diagnostic]], *, unsafe: bool
) -> Mending:
    """Return a story with the fixes applied of all that is found, round after round until nothing changes.

    A round that would keep a story from compiling which compiles now is not taken. Nothing is written.
    """
    before = {name: source.text for name, source in checked.sources.items()}
    edited = {project.entry: before[project.entry].encode("utf-8", "surrogatepass")}
    fixes = 0
    for _ in range(MOST_ROUNDS):
        round_ = apply_fixes(checked.sources, find(checked), unsafe=unsafe)
        if not round_.texts:
            break
        contents = {**edited, **{name: text.encode() for name, text in round_.texts.items()}}
        after = check_sources(project.entry, _EditedFiles(contents, DiskFiles(project.root)), project.config.data)
        if after.program is None and checked.program is not None:
            break
        checked, edited, fixes = after, contents, fixes + len(round_.mended)
    changed = {
        name: (before[name], source.text)
        for name, source in checked.sources.items()
        if name in before and source.text != before[name]
    }
    return Mending(checked, changed, fixes)


def save_texts(root: Path, texts: Mapping[str, tuple[str, str]]) -> None:
    """Write the texts that have changed; a byte order mark and the rights of a file stay.

    Raises: FileError if a file cannot be written, or is not what was read.
    """
    for name, (before, after) in texts.items():
        path = (root / name).resolve()
        try:
            content, mode = path.read_bytes(), path.stat().st_mode
        except OSError as problem:
            raise FileError(f"cannot read {path}: {problem.strerror or problem}") from problem
        mark = _BYTE_ORDER_MARK if content.startswith(_BYTE_ORDER_MARK) else b""
        if content != mark + before.encode():
            raise FileError(
                f"{path} has changed meanwhile, or is not UTF-8", hint="see what it says now, and try again"
            )
        import_module("storyc.building").write_atomically(path, mark + after.encode())
        path.chmod(mode)


def diff_of(name: str, before: str, after: str) -> str:
    """Return a unified diff of a script."""
    return "".join(f"{line}\n" for line in unified_diff(_lines(before), _lines(after), name, name, lineterm=""))


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    if lines[-1]:
        lines[-1] += "\n\\ No newline at end of file"
        return lines
    return lines[:-1]


class _EditedFiles:
    """The files of a project, some of them with another content."""

    def __init__(self, contents: Mapping[str, bytes], files: Files) -> None:
        self._contents = contents
        self._files = files

    def size_bytes(self, path: str) -> int | None:
        content = self._contents.get(path)
        return self._files.size_bytes(path) if content is None else len(content)

    def read_bytes(self, path: str) -> bytes:
        content = self._contents.get(path)
        return self._files.read_bytes(path) if content is None else content

    def sha256(self, path: str) -> str:
        content = self._contents.get(path)
        return self._files.sha256(path) if content is None else sha256(content).hexdigest()
