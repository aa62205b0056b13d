"""Finds declarations in the trees."""

from collections.abc import Iterator, Mapping

from storyc.syntax import Block, Define, Document, Entry, Part, Section


def parts_of(document: Document) -> Iterator[Part]:
    """Yield the parts of a document in order, and behind a section what stands under it."""
    return _flat(document.parts)


def entries_by_line(documents: Mapping[str, Document]) -> dict[tuple[str, int], Entry]:
    """Return the entries of all blocks by their source and line."""
    return {
        (name, document.source.position(entry.name_at).line): entry
        for name, document in documents.items()
        for part in parts_of(document)
        if isinstance(part, Block)
        for entry in part.entries
    }


def definitions(documents: Mapping[str, Document]) -> Iterator[tuple[Document, Define]]:
    """Yield every DEFINE and the document that it stands in."""
    for document in documents.values():
        yield from ((document, part) for part in parts_of(document) if isinstance(part, Define))


def _flat(parts: tuple[Part, ...]) -> Iterator[Part]:
    for part in parts:
        yield part
        if isinstance(part, Section):
            yield from _flat(part.parts)
