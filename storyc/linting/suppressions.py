"""Comments in a script that keep an opinion from being told.

`/* storyc: ignore words-per-balloon */` or `// storyc: ignore SC0501, silent-run -- because …`: right above a heading or an
entry it counts for what stands under that; inside a page, a panel or an entry for that; anywhere else for the whole file.
`ignore-file` counts for the whole file wherever it stands. Names have commas between them, and what follows is a reason. Without
a name, every rule is meant.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from storyc.diagnostics import Diagnostic, Edit, Fix, Label, codes
from storyc.syntax import Document
from storyc.text import Source, Span

from .regions import Regions
from .settings import Settings, find_rule, nearest_rule

_MARK = "storyc:"
_ORDER = re.compile(
    r"storyc:[^\S\r\n]*(ignore-file|ignore)(?![\w-])"
    r"([^\S\r\n]*[a-z][\w-]*(?:[^\S\r\n]*,[^\S\r\n]*[a-z][\w-]*)*)?",
    re.IGNORECASE,
)
_NAME = re.compile(r"[\w-]+")
_INK = re.compile(r"\S")
_OPENINGS = ("/*", "//")


class Suppression(Struct, frozen=True):
    """One name in one comment."""

    rule: str | None
    """The name of a rule; empty for every rule, None if there is none of the name."""
    word: str
    place: Label
    """The name; the whole comment if it has none."""
    reach: Span
    """Where it counts."""
    removable: Span | None
    """What to take out of the script to be rid of it; None if the comment says more than this."""


def suppress(
    found: Sequence[Diagnostic], documents: Mapping[str, Document], settings: Settings
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Return the findings that no comment hides, and what is to be said about comments that hide none.

    A comment about a rule that is off is nobody's fault.
    """
    regions = {name: Regions(one) for name, one in documents.items() if _MARK in one.source.text}
    waiting: dict[tuple[str, Span], list[Suppression]] = defaultdict(list)
    for name, parts in regions.items():
        for one in _suppressions(documents[name], parts):
            waiting[name, one.reach].append(one)
    used: set[Label] = set()
    told = []
    for said in found:
        name, at = said.primary.source, said.primary.span.start
        hiding = {
            one.place
            for reach in (regions[name].around(at) if name in regions else ())
            for one in waiting.get((name, reach), ())
            if one.rule in {"", said.code.name}
        }
        used |= hiding
        if not hiding:
            told.append(said)
    idle = (one for group in waiting.values() for one in group if one.place not in used)
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
        if one.removable is not None:
            fixes = (Fix("remove the comment", (Edit(one.place.source, one.removable, ""),)),)
    return Diagnostic(codes.UNUSED_SUPPRESSION, message, one.place, helps=helps, fixes=fixes)


def _suppressions(document: Document, regions: Regions) -> Iterator[Suppression]:
    source = document.source
    for order in _ORDER.finditer(source.text):
        comment = _comment_around(document, order.start())
        if comment is None:
            continue
        reach = regions.whole if order[1].lower() == "ignore-file" else regions.meant_by(comment)
        names = list(_NAME.finditer(source.text, *order.span(2))) if order[2] else []
        removable = _removable(source, comment) if len(names) < 2 and _says_only(source, comment) else None
        for name in names:
            place = Label(source.name, Span(*name.span()))
            yield Suppression(find_rule(name[0]), name[0], place, reach, removable)
        if not names:
            yield Suppression("", "", Label(source.name, comment), reach, removable)


def _comment_around(document: Document, at: int) -> Span | None:
    """Return the comment that a place lies in, None if it lies in none."""
    source = document.source
    line = source.line_span(source.position(at).line)
    begins = source.text[line.start : at]
    if begins.lstrip().startswith("//"):
        return Span(line.end - len(source.text[line.start : line.end].lstrip()), line.end)
    index = bisect_right(document.comments, at, key=lambda comment: comment.text_at) - 1
    if index < 0 or document.comments[index].span.end <= at:
        return None
    return document.comments[index].span


def _says_only(source: Source, comment: Span) -> bool:
    """Return whether a comment holds one order and nothing else but its reason."""
    text = source.slice(comment)
    is_first = any(text.removeprefix(opening).lstrip().startswith(_MARK) for opening in _OPENINGS)
    return is_first and text.count(_MARK) == 1 and not {"\r", "\n"} & set(text)


def _removable(source: Source, comment: Span) -> Span | None:
    """Return a comment with its line, or with the white space before it, if the script means the same without it.

    Text behind a comment, or below the first one, would begin what it cannot begin now: a heading, or the title page.
    """
    number = source.position(comment.start).line
    line = source.line_span(number)
    before, behind = source.text[line.start : comment.start], source.text[comment.end : line.end]
    first = _INK.search(source.text)
    if behind.strip() or first is None or first.start() == comment.start:
        return None
    if before.strip():
        return Span(line.start + len(before.rstrip()), comment.end)
    return Span(line.start, source.line_starts[number] if number < len(source.line_starts) else len(source.text))
