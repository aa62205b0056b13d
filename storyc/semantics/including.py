"""Puts the documents of a story in reading order: every INCLUDE gives way to what it names."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from storyc.diagnostics import Code, Diagnostic, codes
from storyc.syntax import Document, Include, Part, Section
from storyc.text import Files, normalise

from .nearby import SETTINGS_ABOVE, Nearby, settings_would_help
from .saying import place

MAX_DEPTH = 50
"""How deep includes may lie in each other; deeper is a mistake, and would exhaust the stack."""
MAX_INCLUDED = 10_000
"""How many files may be put together, repeats counted; a few that include one another twice come to billions."""

_SCRIPT = ".story"


class Placed(Struct, frozen=True, gc=False):
    """A part of a document, in the order of the whole story."""

    document: Document
    part: Part
    is_repeat: bool
    """Whether the document was included before."""


def include_target(document_name: str, include: Include) -> str | None:
    """Return the name of the document that an include means, relative to the root; None if it leaves the root."""
    path = include.path.strip("\0").strip()
    if not path.endswith(_SCRIPT):
        path += _SCRIPT
    return normalise(path, beside=document_name)


def includes(document: Document) -> Iterator[Include]:
    """Yield the includes of a document in order."""
    return (part for part in _flat(document.parts) if isinstance(part, Include))


def in_order(documents: Mapping[str, Document], files: Files, said: list[Diagnostic]) -> tuple[Placed, ...]:
    """Return all parts in reading order, beginning with the first document; sections are followed by their parts.

    `files` are those of the project: one of them may have been meant by an include of a file that is not there.
    """
    if not documents:
        return ()
    order = _Order(documents, files, said)
    return tuple(order.expand(next(iter(documents)), ()))


def _flat(parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        yield part
        if isinstance(part, Section):
            yield from part.parts


class _Order:
    """Puts each included document in the place of its include."""

    def __init__(self, documents: Mapping[str, Document], files: Files, said: list[Diagnostic]) -> None:
        self._documents = documents
        self._files = files
        self._nearby = Nearby(files)
        self._said = said
        self._seen: set[str] = set()
        self._included = 0

    def expand(self, name: str, chain: tuple[str, ...]) -> Iterator[Placed]:
        """Yield the parts of a document and of what it includes; `chain` leads to it from the first document."""
        document = self._documents[name]
        is_repeat = name in self._seen
        self._seen.add(name)
        for part in _flat(document.parts):
            yield Placed(document, part, is_repeat)
            if isinstance(part, Include) and (target := self._target(document, part, (*chain, name))) is not None:
                self._included += 1
                yield from self.expand(target, (*chain, name))

    def _target(self, document: Document, include: Include, chain: tuple[str, ...]) -> str | None:
        """Return the name of the document to go on with; None if there is none, which is reported."""
        target = include_target(document.source.name, include)
        if target is None:
            slash = "; write `/` between folders" if "\\" in include.path else ""
            settings = SETTINGS_ABOVE if settings_would_help(include.path, self._files) else ""
            self._say(codes.PATH_OUTSIDE_PROJECT, f"`{include.path}` lies outside the project", document, include,
                      f"write a path relative to this file that stays below the project's folder{slash}{settings}")  # fmt: skip
        elif target in chain:
            ring = " includes ".join(f"`{link}`" for link in (*chain[chain.index(target) :], target))
            self._say(codes.INCLUDE_CYCLE, f"`{target}` includes itself", document, include, ring)
        elif target not in self._documents:
            self._miss(target, document, include, chain)
        elif len(chain) > MAX_DEPTH:
            self._say(codes.INCLUDE_CYCLE, f"includes lie more than {MAX_DEPTH} deep in each other", document, include,
                      "include the files from the main script, one after the other")  # fmt: skip
        elif self._included < MAX_INCLUDED:
            return target
        elif self._included == MAX_INCLUDED:
            self._included += 1  # so that it is said once
            self._say(codes.INCLUDE_CYCLE, f"this story is put together from more than {MAX_INCLUDED:,} files",
                      document, include, "look for files that include the same file several times")  # fmt: skip
        return None

    def _miss(self, target: str, document: Document, include: Include, chain: tuple[str, ...]) -> None:
        """Report that a file is not there, and the one that may be meant."""
        near = self._nearby.find(target, (_SCRIPT,))
        if near is None or near.path in chain:
            self._say(codes.MISSING_FILE, f"there is no file `{target}`", document, include,
                      "paths are relative to the file that includes; `.story` is added if it is missing")  # fmt: skip
        else:
            label = place(document.source, include.path_at, include.span.end)
            self._said.append(near.instead_of(target, label, document.source))

    def _say(self, code: Code, message: str, document: Document, include: Include, help_: str) -> None:
        label = place(document.source, include.path_at, include.span.end)
        self._said.append(Diagnostic(code, message, label, helps=(help_,)))
