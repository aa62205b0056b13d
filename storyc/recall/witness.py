"""A witness of what the file system was asked, and of what it said.

What a command finds out is a function of its arguments, its surroundings, its code, and of the answers to these questions: a
command that asks for files through a witness only, and would get the same answers again, would come to the same end.
"""

from .disk import DISK, Disk

try:
    from _blake2 import blake2b  # hashlib has the same, and loads all of OpenSSL before
except ImportError:  # a Python that was built without it
    from hashlib import blake2b

TYPE_CHECKING = False  # a type checker knows better, and nobody waits for `typing`
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, TypeVar

    Found = TypeVar("Found")

_DIGEST_BYTES = 20


class Witness(Disk):
    """Asks the file system, and keeps every question with its answer."""

    def __init__(self) -> None:
        self.testimony: dict[tuple[str, str], str] = {}
        """What was answered, as a text, by the name of the question and the path that it was about."""
        self.is_consistent = True
        """Whether no question had two answers; else something was changed while it was looked at."""

    def real(self, path: str) -> str:
        return self._ask("real", path, super().real)

    def kind(self, path: str) -> str:
        return self._ask("kind", path, super().kind)

    def size_bytes(self, path: str) -> int | None:
        return self._ask("size_bytes", path, super().size_bytes)

    def scripts(self, folder: str) -> tuple[str, ...]:
        return self._ask("scripts", folder, super().scripts)

    def folders(self, folder: str) -> tuple[str, ...]:
        return self._ask("folders", folder, super().folders)

    def names(self, folder: str) -> tuple[str, ...]:
        return self._ask("names", folder, super().names)

    def read_bytes(self, path: str) -> bytes:
        return self._ask("read_bytes", path, super().read_bytes)

    def stamp(self, path: str) -> str:
        return self._ask("stamp", path, super().stamp)

    def _ask(self, question: str, path: str, ask: "Callable[[str], Found]") -> "Found":
        try:
            found = ask(path)
        except OSError as problem:
            self._note(question, path, _trouble(problem))
            raise
        self._note(question, path, _AS_TEXT[question](found))
        return found

    def _note(self, question: str, path: str, answer: str) -> None:
        if self.testimony.setdefault((question, path), answer) != answer:
            self.is_consistent = False


def is_still_so(question: str, path: str, answer: str) -> bool:
    """Return whether a question that a witness has put would have the same answer now."""
    try:
        return _AS_TEXT[question](getattr(DISK, question)(path)) == answer
    except OSError as problem:
        return _trouble(problem) == answer


def digest(content: bytes) -> str:
    """Return what stands for a content; no two are known that have the same."""
    return blake2b(content, digest_size=_DIGEST_BYTES).hexdigest()


def _names_digest(names: "tuple[str, ...]") -> str:
    """Return what stands for the names in a folder, which may hold thousands of pictures."""
    return digest("/".join(names).encode("utf-8", "surrogatepass"))


def _trouble(problem: OSError) -> str:
    """Return what stands for an answer that could not be had."""
    return f"trouble {problem.errno}"


_AS_TEXT: "Mapping[str, Callable[[Any], str]]" = {
    "real": str, "kind": str, "size_bytes": str, "scripts": "/".join, "folders": "/".join, "names": _names_digest, "read_bytes": digest,
    "stamp": str,
}  # fmt: skip
"""What stands for the answer to a question."""
