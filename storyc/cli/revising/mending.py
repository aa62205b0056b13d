"""Fixes, applied to the scripts of a story: what `lint --fix` writes and `lint --diff` shows."""

from collections.abc import Callable, Mapping, Sequence
from difflib import unified_diff
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from storyc.diagnostics import Diagnostic, apply_fixes
from storyc.disk import write_atomically
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

    A fix after which there is more to say about the story than before is not taken. Nothing is written.
    """
    before = {name: source.text for name, source in checked.sources.items()}
    bench = _Bench(project, {project.entry: before[project.entry].encode("utf-8", "surrogatepass")}, unsafe=unsafe)
    fixes = 0
    for _ in range(MOST_ROUNDS):
        found = find(checked)
        attempt = bench.attempt(checked, found)
        if attempt is None:
            found = [one for one in found if bench.attempt(checked, (one,)) is not None]
            attempt = bench.attempt(checked, found)
        if attempt is None or not attempt.fixes:
            break
        checked, fixes = attempt.checked, fixes + attempt.fixes
        bench.contents.update({name: text.encode() for name, (_, text) in attempt.texts.items()})
    changed = {
        name: (before[name], source.text)
        for name, source in checked.sources.items()
        if name in before and source.text != before[name]
    }
    return Mending(checked, changed, fixes)


class _Bench:
    """Where fixes are tried out."""

    def __init__(self, project: Project, contents: dict[str, bytes], *, unsafe: bool) -> None:
        self._project = project
        self._unsafe = unsafe
        self.contents = contents

    def attempt(self, checked: Checked, found: Sequence[Diagnostic]) -> Mending | None:
        """Return a story after the fixes of what was found, None if it is worse than before."""
        result = apply_fixes(checked.sources, found, unsafe=self._unsafe)
        if not result.texts:
            return Mending(checked, {}, 0)
        contents = {**self.contents, **{name: text.encode() for name, text in result.texts.items()}}
        files = _EditedFiles(contents, DiskFiles(self._project.root))
        after = check_sources(self._project.entry, files, self._project.config.data)
        is_worse = after.program is None and checked.program is not None
        if is_worse or len(after.diagnostics) > len(checked.diagnostics):
            return None
        texts = {name: (checked.sources[name].text, text) for name, text in result.texts.items()}
        return Mending(after, texts, len(result.mended))


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
        write_atomically(path, mark + after.encode())
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

    def names(self, folder: str) -> tuple[str, ...]:
        return self._files.names(folder)
