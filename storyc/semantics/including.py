"""Puts the documents of a story in reading order: every INCLUDE gives way to what it names."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from storyc.diagnostics import Diagnostic, codes
from storyc.syntax import Document, Include, Part, Section
from storyc.text import normalise

from .saying import place

MAX_DEPTH = 50
"""How deep includes may lie in each other; deeper is a mistake, and would exhaust the stack."""


class Placed(Struct, frozen=True, gc=False):
    """A part of a document, in the order of the whole story."""

    document: Document
    part: Part
    is_repeat: bool
    """Whether the document was included before."""


def include_target(document_name: str, include: Include) -> str | None:
    """Return the name of the document that an include means, relative to the root; None if it leaves the root."""
    path = include.path.strip("\0").strip()
    if not path.endswith(".story"):
        path += ".story"
    return normalise(path, beside=document_name)


def includes(document: Document) -> Iterator[Include]:
    """Yield the includes of a document in order."""
    return (part for part in _flat(document.parts) if isinstance(part, Include))


def in_order(documents: Mapping[str, Document], said: list[Diagnostic]) -> tuple[Placed, ...]:
    """Return all parts in reading order, beginning with the first document; sections are followed by their parts."""
    if not documents:
        return ()
    seen: set[str] = set()
    return tuple(_expand(documents, next(iter(documents)), (), seen, said))


def _flat(parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        yield part
        if isinstance(part, Section):
            yield from part.parts


def _expand(
    documents: Mapping[str, Document], name: str, chain: tuple[str, ...], seen: set[str], said: list[Diagnostic]
) -> Iterator[Placed]:
    document = documents[name]
    is_repeat = name in seen
    seen.add(name)
    for part in _flat(document.parts):
        yield Placed(document, part, is_repeat)
        if not isinstance(part, Include):
            continue
        target = include_target(name, part)
        label = place(document.source, part.path_at, part.span.end)
        if target is None:
            said.append(
                Diagnostic(
                    codes.PATH_OUTSIDE_PROJECT,
                    f"`{part.path}` lies outside the project",
                    label,
                    helps=("write a path relative to this file that stays below the project's folder",),
                )
            )
        elif target in (*chain, name):
            ring = " includes ".join(f"`{link}`" for link in (*chain[(*chain, name).index(target) :], name, target))
            said.append(Diagnostic(codes.INCLUDE_CYCLE, f"`{target}` includes itself", label, helps=(f"{ring}",)))
        elif target not in documents:
            said.append(
                Diagnostic(
                    codes.MISSING_FILE,
                    f"there is no file `{target}`",
                    label,
                    helps=("paths are relative to the file that includes; `.story` is added if it is missing",),
                )
            )
        elif len(chain) >= MAX_DEPTH:
            said.append(
                Diagnostic(codes.INCLUDE_CYCLE, f"includes lie more than {MAX_DEPTH} deep in each other", label)
            )
        else:
            yield from _expand(documents, target, (*chain, name), seen, said)
