"""Comments in a script that keep an opinion from being told.

`/* storyc: ignore words-per-balloon */` or `// storyc: ignore SC0501, silent-run -- because …`: right above a heading or an
entry it counts for what stands under that; inside a page, a panel or an entry for that; anywhere else for the whole file.
`ignore-file` counts for the whole file wherever it stands. Names have commas between them, and what follows is a reason. Without
a name, every rule is meant.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from storyc.diagnostics import Diagnostic, Edit, Fix, Label, codes
from storyc.syntax import Document
from storyc.text import Source, Span

from .comments import Comments
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
    removal: Fix | None
    """Takes the comment out; None if it says more than this."""


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
        fixes = (one.removal,) if one.removal else ()
    return Diagnostic(codes.UNUSED_SUPPRESSION, message, one.place, helps=helps, fixes=fixes)


def _suppressions(document: Document, regions: Regions) -> Iterator[Suppression]:
    source, comments = document.source, Comments(document)
    for order in _ORDER.finditer(source.text):
        comment = comments.around(order.start())
        if comment is None:
            continue
        reach = regions.whole if order[1].lower() == "ignore-file" else regions.meant_by(comment)
        names = list(_NAME.finditer(source.text, *order.span(2))) if order[2] else []
        removal = _removal(source, comment) if len(names) < 2 and _says_only(source, comment) else None
        for name in names:
            place = Label(source.name, Span(*name.span()))
            yield Suppression(find_rule(name[0]), name[0], place, reach, removal)
        if not names:
            yield Suppression("", "", Label(source.name, comment), reach, removal)


def _says_only(source: Source, comment: Span) -> bool:
    """Return whether a comment holds one order and nothing else but its reason."""
    text = source.slice(comment)
    is_first = any(text.removeprefix(opening).lstrip().startswith(_MARK) for opening in _OPENINGS)
    return is_first and text.count(_MARK) == 1 and not {"\r", "\n"} & set(text)


def _removal(source: Source, comment: Span) -> Fix | None:
    """Return the fix that takes a comment out, with its line if that holds nothing else.

    There is none for a comment with text behind it, or below it if it is the first, which would begin what it cannot begin now:
    a heading, or the title page. One between a line and an empty line may be what makes a cue of that line, and one behind a label all that is said there.
    """
    number = source.position(comment.start).line
    line = source.line_span(number)
    before, behind = source.text[line.start : comment.start], source.text[comment.end : line.end]
    first = _INK.search(source.text)
    if behind.strip() or first is None or first.start() == comment.start:
        return None
    if before.strip():
        kept = before.rstrip()
        return _fix(source, Span(line.start + len(kept), comment.end), is_safe=not kept.endswith((":", "：")))
    above, below = (_line(source, other).strip() for other in (number - 1, number + 1))
    end = source.line_starts[number] if number < len(source.line_starts) else len(source.text)
    return _fix(source, Span(line.start, end), is_safe=not above or bool(below))


def _fix(source: Source, span: Span, *, is_safe: bool = True) -> Fix:
    return Fix("remove the comment", (Edit(source.name, span, ""),), is_safe)


def _line(source: Source, number: int) -> str:
    """Return a line, empty beyond the ends."""
    return source.slice(source.line_span(number)) if 0 < number <= len(source.line_starts) else ""
