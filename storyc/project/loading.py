"""Reads the sources of a story: the main script and all that it includes."""

from collections.abc import Mapping

from msgspec import Struct

from storyc.diagnostics import Diagnostic, Label, codes
from storyc.semantics import include_target, includes
from storyc.syntax import Document, parse
from storyc.text import Files, Source, Span

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
MAX_SOURCE_BYTES = 64 * 1024 * 1024
"""A longer script is no script."""


class Loaded(Struct, frozen=True):
    """The trees of a story, and what is to be said about reading them."""

    sources: Mapping[str, Source]
    documents: Mapping[str, Document]
    """By name; the main document first."""
    diagnostics: tuple[Diagnostic, ...]


def load(entry: str, files: Files, text: bytes | None = None) -> Loaded:
    """Return the script `entry` and everything it includes; `text` stands for the script if it is given.

    Raises: FileError if the main script cannot be read. A missing include is found out later, where it is named.
    """
    sources: dict[str, Source] = {}
    documents: dict[str, Document] = {}
    said: list[Diagnostic] = []
    waiting = [entry]
    while waiting:
        name = waiting.pop()
        if name in documents:
            continue
        if name != entry and files.size_bytes(name) is None:
            continue
        content = text if name == entry and text is not None else files.read_bytes(name)
        source = sources[name] = _decode(name, content, said)
        outcome = parse(source)
        documents[name] = outcome.value
        said += outcome.diagnostics
        waiting += reversed([target for part in includes(outcome.value) if (target := include_target(name, part))])
    return Loaded(sources, documents, tuple(said))


def _decode(name: str, content: bytes, said: list[Diagnostic]) -> Source:
    """Return the source; bytes that are no UTF-8 are replaced and reported, once a file."""
    if len(content) > MAX_SOURCE_BYTES:
        source = Source(name, "")
        size = f"{len(content) / 1_048_576:.0f} MiB"
        helps = ("a script of a thousand pages has two",)
        said.append(
            Diagnostic(
                codes.WRONG_ENCODING, f"this file has {size} and is no script", Label(name, Span(0, 0)), helps=helps
            )
        )
        return source
    if content.startswith(_WIDE_MARKS):
        source = Source(name, content.decode("utf-16", errors="replace"))
        said.append(_wrong(source, 0, "this file is UTF-16"))
        return source
    content = content.removeprefix(_BYTE_ORDER_MARK)
    try:
        return Source(name, content.decode("utf-8"))
    except UnicodeDecodeError as problem:
        source = Source(name, content.decode("utf-8", errors="replace"))
        at = len(content[: problem.start].decode("utf-8"))
        said.append(
            _wrong(source, at, f"this file is not UTF-8: the byte 0x{content[problem.start]:02X} makes no sense here")
        )
        return source


def _wrong(source: Source, at: int, message: str) -> Diagnostic:
    label = Label(source.name, Span(at, min(at + 1, len(source.text))))
    return Diagnostic(codes.WRONG_ENCODING, message, label, helps=("save it as UTF-8 in your editor",))
