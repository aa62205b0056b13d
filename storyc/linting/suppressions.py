"""Comments in a script that keep an opinion from being told.

`/* storyc: ignore words-per-balloon */` or `// storyc: ignore SC0501, silent-run -- because …`: right above a heading or an
entry it counts for what stands under that; inside a page, a panel or an entry for that; anywhere else for the whole file.
`ignore-file` counts for the whole file wherever it stands. Names have commas between them, and what follows is a reason. Without
a name, every rule is meant.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from storyc.diagnostics import Diagnostic, Edit, Fix, Label, codes
from storyc.syntax import Block, Clip, Document, Page, Panel
from storyc.text import Source, Span

from .declared import parts_of
from .settings import Settings, find_rule, nearest_rule

_MARK = "storyc:"
_ORDER = re.compile(
    r"storyc:[^\S\r\n]*(ignore-file|ignore)(?![\w-])([^\S\r\n]*[a-z][\w-]*(?:\s*,\s*[a-z][\w-]*)*)?", re.IGNORECASE
)
_NAME = re.compile(r"[\w-]+")
_GAP = re.compile(r"(?>\s+|//[^\r\n]*|/\*.*?\*/)*+", re.DOTALL)


class Suppression(Struct, frozen=True):
    """One name in one comment."""

    rule: str | None
    """The name of a rule; empty for every rule, None if there is none of the name."""
    word: str
    place: Label
    """The name; the whole comment if it has none."""
    comment: Span
    """The comment, with its line if that holds nothing else."""
    is_alone: bool
    """Whether no other name stands in the comment."""
    reach: Span
    """Where it counts."""

    def hides(self, said: Diagnostic) -> bool:
        """Return whether a finding is kept from being told."""
        return (
            self.rule in ("", said.code.name)
            and said.primary.source == self.place.source
            and self.reach.start <= said.primary.span.start < self.reach.end
        )


def find_suppressions(documents: Mapping[str, Document]) -> list[Suppression]:
    """Return what the comments of all documents ask for, in order."""
    return [one for document in documents.values() if _MARK in document.source.text for one in _suppressions(document)]


def suppress(
    found: Sequence[Diagnostic], suppressions: Sequence[Suppression], settings: Settings
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Return the findings that are told, and what is to be said about comments that hide none.

    A comment about a rule that is off is nobody's fault.
    """
    told = []
    used: set[int] = set()
    for said in found:
        hiding = [index for index, one in enumerate(suppressions) if one.hides(said)]
        used.update(hiding)
        if not hiding:
            told.append(said)
    idle = (one for index, one in enumerate(suppressions) if index not in used)
    return told, [_unused(one) for one in idle if not one.rule or settings[one.rule].is_on]


def _unused(one: Suppression) -> Diagnostic:
    helps: tuple[str, ...] = ("remove it",)
    fixes: tuple[Fix, ...] = ()
    if one.rule is None:
        near = nearest_rule(one.word)
        helps = (f"did you mean `{near}`?",) if near else ("`storyc explain --all` lists them",)
        message = f"there is no rule `{one.word}` to ignore"
        if near:
            fixes = (Fix(f"write `{near}`", (Edit(one.place.source, one.place.span, near),), is_safe=False),)
    else:
        message = f"there is nothing to ignore{f' of `{one.rule}`' if one.rule else ''} here"
        if one.is_alone:
            fixes = (Fix("remove the comment", (Edit(one.place.source, one.comment, ""),)),)
    return Diagnostic(codes.UNUSED_SUPPRESSION, message, one.place, helps=helps, fixes=fixes)


def _suppressions(document: Document) -> Iterator[Suppression]:
    source = document.source
    parts = _Parts(document)
    for order in _ORDER.finditer(source.text):
        comment = _comment_around(document, order.start())
        if comment is None:
            continue
        is_for_file = order[1].lower() == "ignore-file"
        reach = Span(0, len(source.text) + 1) if is_for_file else parts.reach(comment)
        names = list(_NAME.finditer(source.text, *order.span(2))) if order[2] else []
        removed = _with_line(source, comment)
        for name in names:
            place = Label(source.name, Span(*name.span()))
            yield Suppression(find_rule(name[0]), name[0], place, removed, len(names) == 1, reach)
        if not names:
            yield Suppression("", "", Label(source.name, comment), removed, is_alone=True, reach=reach)


def _comment_around(document: Document, at: int) -> Span | None:
    """Return the comment that a place lies in, None if it lies in none; innermost ones are parts of outer ones."""
    text = document.source.text
    line = document.source.line_span(document.source.position(at).line)
    begins = text[line.start : at]
    if begins.lstrip().startswith("//"):
        return Span(line.start + len(begins) - len(begins.lstrip()), line.end)
    return next((comment.span for comment in document.comments if comment.span.start <= at < comment.span.end), None)


def _with_line(source: Source, comment: Span) -> Span:
    """Return the comment with the white space before it, and with its line if that holds nothing else."""
    text = source.text
    start, end = comment.start, comment.end
    while start and text[start - 1] in " \t":
        start -= 1
    begins_line = not start or text[start - 1] in "\r\n"
    ends = end
    while ends < len(text) and text[ends] in " \t":
        ends += 1
    if begins_line and (ends == len(text) or text[ends] in "\r\n"):
        line = source.position(end).line
        return Span(start, source.line_starts[line] if line < len(source.line_starts) else len(text))
    return Span(start, end)


class _Parts:
    """Where the pages, panels and entries of a document begin."""

    def __init__(self, document: Document) -> None:
        self._text = document.source.text
        self._starts = sorted(_starts(document))
        self._at = [start for start, _ in self._starts]

    def reach(self, comment: Span) -> Span:
        """Return what a comment counts for."""
        index = bisect_right(self._at, comment.start)
        if index < len(self._at) and self._starts[index][1] is not None:
            gap = _GAP.match(self._text, comment.end)
            begins_line = not self._text[self._text.rfind("\n", 0, comment.start) + 1 : comment.start].strip()
            if begins_line and gap is not None and gap.end() >= self._at[index]:
                index += 1
        if not index or self._starts[index - 1][1] is None:
            return Span(0, len(self._text) + 1)
        start, depth = self._starts[index - 1]
        end = next((at for at, other in self._starts[index:] if other is None or other <= (depth or 0)), None)
        return Span(start, len(self._text) + 1 if end is None else end)


def _starts(document: Document) -> Iterable[tuple[int, int | None]]:
    """Yield where parts begin, and how deep they lie: 0 pages, 1 what lies in a page or a block; None for anything else."""
    for part in parts_of(document):
        match part:
            case Page():
                yield part.heading.span.start, 0
                yield from ((child.heading.span.start, 1) for child in part.strip)
            case Panel() | Clip():
                yield part.heading.span.start, 1
            case Block():
                yield part.span.start, None
                yield from ((entry.name_at, 1) for entry in part.entries)
            case _:
                pass
