"""Reads the sources of a story: the main script and all that it includes."""

from collections.abc import Mapping

from msgspec import Struct

from storyc.diagnostics import Diagnostic, Label, codes
from storyc.semantics import include_target, includes
from storyc.syntax import Document, parse
from storyc.text import Files, Source, Span

from .conflicts import conflicts

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
MAX_SOURCE_BYTES = 64 * 1024 * 1024
"""A longer script is no script."""


class Loaded(Struct, frozen=True):
    """The trees of a story, and what is to be said about reading them."""

    sources: Mapping[str, Source]
    documents: Mapping[str, Document]
    """By name; the main document first."""
    diagnostics: tuple[Diagnostic, ...]
    is_text: bool
    """Whether all of it is text; if not, what it lacks would be missed everywhere else."""


def load(entry: str, files: Files, text: bytes | None = None) -> Loaded:
    """Return the script `entry` and everything it includes; `text` stands for the script if it is given.

    Raises: FileError if the main script cannot be read. A missing include is found out later, where it is named.
    """
    sources: dict[str, Source] = {}
    documents: dict[str, Document] = {}
    said: list[Diagnostic] = []
    is_text = True
    waiting = [entry]
    while waiting:
        name = waiting.pop()
        if name in documents:
            continue
        given = text if name == entry else None
        size_bytes = files.size_bytes(name) if given is None else len(given)
        if size_bytes is None and name != entry:
            continue
        if size_bytes is not None and size_bytes > MAX_SOURCE_BYTES:
            source = None
            said.append(_no_script(name, f"this file has {size_bytes / 1_048_576:.0f} MiB and is no script",
                                   "a script of a thousand pages has two"))  # fmt: skip
        else:
            source = _decode(name, files.read_bytes(name) if given is None else given, said)
        is_text &= source is not None
        sources[name] = source or Source(name, "")
        outcome = parse(sources[name])
        documents[name] = outcome.value
        said += conflicts(sources[name])
        said += outcome.diagnostics
        waiting += reversed([target for part in includes(outcome.value) if (target := include_target(name, part))])
    return Loaded(sources, documents, tuple(said), is_text)


def _decode(name: str, content: bytes, said: list[Diagnostic]) -> Source | None:
    """Return the source, None if it is no text; bytes that are no UTF-8 are replaced and reported, once a file."""
    if wide := _WIDE_MARKS.get(content[:2]) or _wide_encoding(content):
        text = content.decode(wide, errors="replace").removeprefix("\ufeff")
        source = Source(name, text.replace("\0", "\ufffd").replace("\x01", "\ufffd"))
        said.append(_wrong(source, 0, "this file is UTF-16"))
        return source
    content = content.removeprefix(_BYTE_ORDER_MARK)
    try:
        return Source(name, content.decode("utf-8"))
    except UnicodeDecodeError as problem:
        if b"\0" in content:
            said.append(_no_script(name, "this file is no text", "name a script, saved as UTF-8"))
            return None
        source = Source(name, content.decode("utf-8", errors="replace"))
        at = len(content[: problem.start].decode("utf-8"))
        said.append(
            _wrong(source, at, f"this file is not UTF-8: the byte 0x{content[problem.start]:02X} makes no sense here")
        )
        return source


def _wide_encoding(content: bytes) -> str | None:
    """Return which UTF-16 has zeros where these bytes have them: in every other place, for nearly every letter."""
    if b"\0" not in content[:2]:
        return None
    start = content[:4096]
    for encoding, zeros, others in (("utf-16-le", start[1::2], start[::2]), ("utf-16-be", start[::2], start[1::2])):
        if 2 * zeros.count(0) > len(zeros) and not others.count(0):
            return encoding
    return None


def _no_script(name: str, message: str, help_: str) -> Diagnostic:
    return Diagnostic(codes.WRONG_ENCODING, message, Label(name, Span(0, 0)), helps=(help_,))


def _wrong(source: Source, at: int, message: str) -> Diagnostic:
    label = Label(source.name, Span(at, min(at + 1, len(source.text))))
    return Diagnostic(codes.WRONG_ENCODING, message, label, helps=("save it as UTF-8 in your editor",))
