"""Reads the entries of a block: name, aliases, description, fields."""

import re
from collections.abc import Iterator

from msgspec import Struct

from storyc.diagnostics import Diagnostic, Edit, Fix, Label, codes
from storyc.syntax import COMMAS, Blank, Block, Document, Entry, Field, More
from storyc.text import Span, flow

from .elsewhere import NO_HEADING, block_here, heading_here
from .saying import place, replacement
from .vocabulary import BLOCKS

_NOTE = r"\[\[.*?(?:\]\]|\Z)"
_NOTED = r"\[\[\s*([^\[\]]*[^\[\]\s])\s*\]\]\s*[:：]\s*([^\[\]]*[^\[\]\s])\s*\Z"
"""A note alone before a colon, and the words behind it."""
_NO_NAME = ("", ":", "：")


class EntryField(Struct, frozen=True, gc=False):
    """A field of an entry, its lines joined."""

    key: str
    value: str
    span: Span
    value_at: int


class EntryText(Struct, frozen=True, gc=False):
    """An entry with its lines put together."""

    name: str
    aliases: tuple[tuple[str, int], ...]
    """Each with its place."""
    description: str
    fields: tuple[EntryField, ...]
    has_colon: bool
    name_at: int
    span: Span
    """Of the first line."""


def read_entries(document: Document, block: Block, said: list[Diagnostic]) -> Iterator[EntryText]:
    """Yield the entries of a block. An unindented line right under an entry goes on with it, with a warning."""
    pending: list[Entry] = []
    yield from _indented_entries(document, block, said)
    for entry in block.entries:
        is_loose = entry.text is None and entry.aliases is None
        if is_loose and pending and not _ends_with_blank(pending[-1]):
            start = entry.span.start
            said.append(
                Diagnostic(
                    codes.UNINDENTED_CONTINUATION,
                    f"this line goes on with `{pending[0].name}`, but is not indented",
                    place(document.source, start, entry.span.end, "read as part of the entry above"),
                    helps=("indent it, or put an empty line before it if it is an entry of its own",),
                    fixes=(Fix("indent it", (Edit(document.source.name, Span(start, start), "    "),), is_safe=True),),
                )
            )
            pending.append(entry)
            continue
        if pending:
            yield _put_together(pending)
        pending = [entry]
    if pending:
        yield _put_together(pending)


def misspelt_heading(text: str, label: Label, *, is_entry: bool = False) -> Diagnostic | None:
    """Return what is to be said of a line such as `Cast:` or `STRIP 1`, which is nearly a heading; else None."""
    word = block_here(text) or text.rstrip(":： ").upper()
    if word in BLOCKS:
        message = "this begins no block as it is written"
        helps: tuple[str, ...] = (f"write `{word}` alone on its line, in capitals and without a colon",)
    elif (here := heading_here(text, in_any_case=is_entry)) is not None:
        word, message, helps = here.line, NO_HEADING, (here.why,)
        if is_entry:
            message = "this begins nothing as it is written"
            helps = (here.why, "if it is a name, put a colon and some words behind it")
    else:
        return None
    return Diagnostic(codes.NOT_A_HEADING, message, label, helps=helps, fixes=(replacement(label, word),))


def nameless(entry: EntryText, document: Document) -> Diagnostic | None:
    """Return what is to be said of an entry that has words but no name; else None."""
    if entry.name[:1] not in _NO_NAME or not (entry.name or entry.description or entry.fields or entry.aliases):
        return None
    label = place(document.source, entry.span.start, entry.span.end)
    noted = re.match(_NOTED, document.source.slice(entry.span))
    whole = () if noted is None else (replacement(label, f"[[{noted[1]}: {noted[2]}]]", "make all of it a note"),)
    helps = ("write the name before the colon", "a remark for people stands whole in `[[ ]]`")
    message = "this entry has no name, so it counts for nothing"
    return Diagnostic(codes.NAMELESS_ENTRY, message, label, helps=helps, fixes=whole)


def _indented_entries(document: Document, block: Block, said: list[Diagnostic]) -> Iterator[EntryText]:
    """Yield what was meant as entries but is indented; nothing stands above it that it could belong to."""
    for line in block.lines:
        if isinstance(line, Field | More):
            start = line.span.start
            begins = document.source.line_span(document.source.position(start).line).start
            said.append(
                Diagnostic(
                    codes.INDENTED_ENTRY,
                    "this entry is indented",
                    place(document.source, start, line.span.end),
                    helps=("entries begin at the left margin; what is indented belongs to the entry above",),
                    fixes=(Fix("remove the indentation", (Edit(document.source.name, Span(begins, start), ""),)),),
                )
            )
            if isinstance(line, Field):
                yield EntryText(line.key, (), clean(line.value), (), True, start, line.span)


def _ends_with_blank(entry: Entry) -> bool:
    return bool(entry.lines) and isinstance(entry.lines[-1], Blank)


def _put_together(entries: list[Entry]) -> EntryText:
    head = entries[0]
    description = [head.text or ""]
    fields: list[tuple[Field, list[str]]] = []
    for index, entry in enumerate(entries):
        if index:
            description.append(entry.name)
        for line in entry.lines:
            if isinstance(line, Field):
                fields.append((line, [line.value]))
            elif isinstance(line, More):
                (fields[-1][1] if fields else description).append(line.text)
    return EntryText(
        clean(head.name),
        tuple(_aliases(head)),
        flow(map(clean, description)),
        tuple([EntryField(field.key, flow(map(clean, lines)), field.span, field.value_at) for field, lines in fields]),
        head.text is not None,
        head.name_at,
        head.span,
    )


def _aliases(entry: Entry) -> Iterator[tuple[str, int]]:
    at = entry.aliases_at
    for part in re.split(f"[{COMMAS}]", entry.aliases or ""):
        name = part.strip().strip("\0").strip()
        if name:
            yield name, at + part.index(name[0])
        at += len(part) + 1


def clean(text: str) -> str:
    """Return a text without comments and notes, its ends stripped."""
    if "\0" in text:
        text = text.replace("\0", "")
    if "[[" in text:
        text = " ".join(filter(None, map(str.strip, re.split(_NOTE, text, flags=re.DOTALL))))
    return text.strip()
