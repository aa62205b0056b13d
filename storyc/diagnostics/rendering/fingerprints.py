"""A name for each finding that outlives edits elsewhere in its file."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from storyc.diagnostics import Diagnostic
from storyc.text import Source

from .places import file_name


def fingerprints_sha256(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source]) -> Iterator[str]:
    """Yield a hexadecimal fingerprint for each diagnostic, in order; no two are equal.

    It is taken over file, code, message and the text of the first line, never over line numbers; equal ones are counted.
    """
    seen: Counter[str] = Counter()
    for said in diagnostics:
        source = sources[said.primary.source]
        line = source.slice(source.line_span(source.position(said.primary.span.start).line))
        identity = "\0".join((file_name(source), said.code.number, said.message, line.strip()))
        seen[identity] += 1
        yield sha256(f"{identity}\0{seen[identity]}".encode("utf-8", "replace")).hexdigest()
