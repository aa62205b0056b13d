"""What was meant by a path that leads nowhere: letters in another case, a slip, another ending, or a folder outside the project.

A file system may tell `Cast.story` from `cast.story` where another one does not. Folders are only looked into when a file is
missing, each of them once.
"""

from posixpath import dirname, join, relpath

from msgspec import Struct

from storyc.diagnostics import Diagnostic, Label, Vocabulary, codes
from storyc.text import Files, Source

from .names import fold
from .saying import replacement

SETTINGS_ABOVE = ", or put an empty `storyc.toml` into a folder above both"
"""What else helps where `settings_would_help`."""
_SETTINGS, _SHARED = "storyc.toml", "pyproject.toml"
_TABLE = b"tool.storyc"


class Near(Struct, frozen=True, gc=False):
    """A file that is there."""

    path: str
    """Relative to the root."""
    is_same: bool
    """Whether it is called the same but for the case of letters, and how they are composed."""

    def instead_of(self, missing: str, label: Label, source: Source) -> Diagnostic:
        """Return what is to be said about the path of a file that is not there."""
        written = relpath(self.path, dirname(label.source) or ".")
        # a comment may stand in the path, or behind it
        fixes = () if "/*" in source.slice(label.span) else (replacement(label, written, is_safe=self.is_same),)
        message = f"there is no file `{missing}`"
        return Diagnostic(codes.MISSING_FILE, message, label, helps=(f"did you mean `{written}`?",), fixes=fixes)


class Nearby:
    """Finds the files that were meant by paths of files that are not there."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._names: dict[str, _Folder] = {}

    def find(self, path: str, suffixes: tuple[str, ...]) -> Near | None:
        """Return the file with one of some suffixes that a path comes closest to; None if none is near."""
        *folders, name = path.split("/")
        here, is_same = ".", True
        for wanted in folders:
            found = self._folder(here).find(wanted)
            if found is None:
                return None
            is_same &= _is_same(found, wanted)
            here = join(here, found) if here != "." else found
        found = self._folder(here).find(name, suffixes)
        if found is None:
            return None
        whole = join(here, found) if here != "." else found
        return None if self._files.size_bytes(whole) is None else Near(whole, is_same and _is_same(found, name))

    def _folder(self, path: str) -> "_Folder":
        if path not in self._names:
            self._names[path] = _Folder(self._files.names(path))
        return self._names[path]


class _Folder:
    """The names in a folder that may be written into a script."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = tuple(name for name in names if not name.startswith(".") and name.isprintable())
        self._all = frozenset(self._names)
        self._known: dict[tuple[str, ...], tuple[dict[str, str], Vocabulary]] = {}

    def find(self, wanted: str, suffixes: tuple[str, ...] = ()) -> str | None:
        """Return the name that comes closest to a wanted one; of files, all with one of some suffixes, without the suffix."""
        if wanted in self._all and not suffixes:
            return wanted
        if suffixes not in self._known:
            # of names that are alike, the first counts
            fitting = [name for name in reversed(self._names) if not suffixes or name.lower().endswith(suffixes)]
            stems = {_stem(name, suffixes): name for name in fitting}
            self._known[suffixes] = stems | {fold(name): name for name in fitting}, Vocabulary(stems)
        known, stems_known = self._known[suffixes]
        stem = _stem(wanted, suffixes)
        return known.get(fold(wanted)) or known.get(stem) or known.get(stems_known.closest(stem) or "")


def settings_would_help(path: str, files: Files) -> bool:
    """Return whether a path leaves the project only because nothing says where that begins: its root is the script's folder."""
    if not path.startswith("../") or "\\" in path or files.size_bytes(_SETTINGS) is not None:
        return False
    if ".git" in files.names("."):  # nobody looks for settings above a repository
        return False
    return files.size_bytes(_SHARED) is None or _TABLE not in files.read_bytes(_SHARED)


def _is_same(found: str, wanted: str) -> bool:
    return fold(found) == fold(wanted)


def _stem(name: str, suffixes: tuple[str, ...]) -> str:
    folded = fold(name)
    suffix = next((one for one in suffixes if folded.endswith(one)), "")
    return folded.removesuffix(suffix)
